import KSPCore

extension Schema {
  /// Standing orders, and every try to carry one out. What is due follows from these.
  static let orders = SchemaPart(
    room: "orders",
    meaning: Phrase(
      id: "Autodebet dan hasilnya sama dengan yang dikatakan rantai",
      en: "Standing orders and what became of them are what the chain says"),
    tables: """
      CREATE TABLE standingOrder (
        number INTEGER PRIMARY KEY CHECK (number > 0),
        account INTEGER NOT NULL REFERENCES savingsAccount (account),
        purpose TEXT NOT NULL CHECK (purpose IN ('dues', 'loan', 'savings')),
        product INTEGER REFERENCES savingsProduct (id),
        loan INTEGER REFERENCES loan (id),
        target INTEGER REFERENCES savingsAccount (account) CHECK (target <> account),
        amount INTEGER CHECK (amount > 0),
        dueDay INTEGER NOT NULL CHECK (dueDay BETWEEN 1 AND 31),
        orderedFrom INTEGER NOT NULL,
        orderedUntil INTEGER CHECK (orderedUntil >= orderedFrom),
        retryDays INTEGER NOT NULL CHECK (retryDays BETWEEN 0 AND 31),
        CHECK ((purpose = 'dues') = (product IS NOT NULL)),
        CHECK ((purpose = 'loan') = (loan IS NOT NULL)),
        CHECK ((purpose = 'savings') = (target IS NOT NULL)),
        CHECK (purpose <> 'savings' OR amount IS NOT NULL)
      ) STRICT;
      CREATE INDEX standingOrderAccount ON standingOrder (account);

      CREATE TABLE standingOrderEnd (
        number INTEGER PRIMARY KEY REFERENCES standingOrder (number),
        orderEndedOn INTEGER NOT NULL,
        reason TEXT NOT NULL CHECK (length(reason) > 0)
      ) STRICT;

      CREATE TABLE orderTry (
        number INTEGER NOT NULL REFERENCES standingOrder (number),
        dueOn INTEGER NOT NULL,
        triedOn INTEGER NOT NULL CHECK (triedOn >= dueOn),
        event INTEGER NOT NULL,
        outcome TEXT NOT NULL CHECK (outcome IN ('taken', 'nothing-due', 'too-little', 'held',
          'closed', 'left', 'refused')),
        amount INTEGER CHECK (amount > 0),
        refusal TEXT,
        PRIMARY KEY (number, dueOn, triedOn),
        CHECK (outcome <> 'taken' OR (amount IS NOT NULL AND refusal IS NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX orderTryDone ON orderTry (number, dueOn)
        WHERE outcome IN ('taken', 'nothing-due');
      CREATE INDEX orderTryDay ON orderTry (triedOn);
      """,
    once: [
      ("standingOrder", "number = NEW.number"), ("standingOrderEnd", "number = NEW.number"),
      ("orderTry", "number = NEW.number AND dueOn = NEW.dueOn AND triedOn = NEW.triedOn"),
    ],
    projections: [
      Projection(
        table: "standingOrder", key: ["number"],
        meanings: [
          "account": .row(of: "account", as: "code"),
          "product": .row(of: "savingsProduct", as: "code"),
          "loan": .row(of: "loan", as: "number"), "target": .row(of: "account", as: "code"),
          "amount": .amount, "orderedFrom": .day, "orderedUntil": .day,
        ]),
      Projection(table: "standingOrderEnd", key: ["number"], meanings: ["orderEndedOn": .day]),
      Projection(
        table: "orderTry", key: ["number", "dueOn", "triedOn"],
        meanings: ["dueOn": .day, "triedOn": .day, "amount": .amount]),
    ])
}
