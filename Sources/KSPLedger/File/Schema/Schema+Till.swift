import KSPCore

extension Schema {
  /// Tills, and every count of them.
  static let till = SchemaPart(
    room: "till",
    meaning: Phrase(
      id: "Kas teller, brankas, kas lapangan dan hitungannya sama dengan yang dikatakan rantai",
      en: "Tills, safes, field tills and their counts are what the chain says"),
    tables: """
      CREATE TABLE till (
        account INTEGER PRIMARY KEY REFERENCES account (id),
        name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
        kind TEXT NOT NULL CHECK (kind IN ('till', 'safe', 'field')),
        keeper TEXT CHECK (length(keeper) > 0)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE tillCount (
        account INTEGER NOT NULL REFERENCES till (account),
        number INTEGER NOT NULL CHECK (number > 0),
        event INTEGER NOT NULL,
        occasion TEXT NOT NULL CHECK (occasion IN ('open', 'count', 'close')),
        day INTEGER NOT NULL,
        keeper TEXT CHECK (length(keeper) > 0),
        expected INTEGER NOT NULL,
        counted INTEGER NOT NULL CHECK (counted >= 0),
        known INTEGER NOT NULL CHECK (known >= 0),
        difference INTEGER REFERENCES entry (id),
        handover INTEGER REFERENCES entry (id),
        PRIMARY KEY (account, number)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX tillCountDifference ON tillCount (difference);
      CREATE INDEX tillCountHandover ON tillCount (handover);

      CREATE TABLE tillPiece (
        account INTEGER NOT NULL,
        number INTEGER NOT NULL,
        denomination INTEGER NOT NULL CHECK (denomination > 0),
        pieces INTEGER NOT NULL CHECK (pieces >= 0),
        PRIMARY KEY (account, number, denomination),
        FOREIGN KEY (account, number) REFERENCES tillCount (account, number)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE tillLine (
        account INTEGER NOT NULL,
        round INTEGER NOT NULL,
        line INTEGER NOT NULL CHECK (line > 0),
        day INTEGER NOT NULL,
        member INTEGER NOT NULL REFERENCES member (id),
        product INTEGER REFERENCES savingsProduct (id),
        loan INTEGER REFERENCES loan (id),
        due INTEGER NOT NULL CHECK (due >= 0),
        PRIMARY KEY (account, round, line),
        FOREIGN KEY (account, round) REFERENCES tillCount (account, number),
        CHECK ((product IS NULL) <> (loan IS NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX tillLineMember ON tillLine (member);
      CREATE INDEX tillLineLoan ON tillLine (loan);
      """,
    once: [
      ("tillLine", "account = NEW.account AND round = NEW.round AND line = NEW.line"),
      ("tillCount", "account = NEW.account AND number = NEW.number"),
      (
        "tillPiece",
        "account = NEW.account AND number = NEW.number AND denomination = NEW.denomination"
      ),
    ],
    fixed: [
      SchemaPart.Guarded(
        table: "till", key: "account = NEW.account OR name = NEW.name",
        columns: ["account", "name", "kind"], refusal: "till.fixed")
    ],
    projections: [
      Projection(
        table: "till", key: ["account"], meanings: ["account": .row(of: "account", as: "code")]),
      Projection(
        table: "tillCount", key: ["account", "number"],
        meanings: [
          "account": .row(of: "account", as: "code"), "day": .day, "expected": .amount,
          "counted": .amount, "difference": .entry, "handover": .entry,
        ]),
      Projection(
        table: "tillPiece", key: ["account", "number", "denomination"],
        meanings: ["account": .row(of: "account", as: "code"), "denomination": .amount]),
      Projection(
        table: "tillLine", key: ["account", "round", "line"],
        meanings: [
          "account": .row(of: "account", as: "code"), "day": .day, "due": .amount,
          "member": .row(of: "member", as: "number"),
          "product": .row(of: "savingsProduct", as: "code"),
          "loan": .row(of: "loan", as: "number"),
        ]),
    ])
}
