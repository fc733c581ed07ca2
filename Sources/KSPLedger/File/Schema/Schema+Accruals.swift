import KSPCore

extension Schema {
  /// Interest that was earned and falls due later, or was paid before: what month ends set aside,
  /// what vouchers used of it, and what waits to be credited.
  static let accruals = SchemaPart(
    room: "accruals",
    meaning: Phrase(
      id: "Akrual yang dipakai dan jasa menunggu yang selesai sama dengan yang dikatakan rantai",
      en: "Accrued interest used and waiting interest settled are what the chain says"),
    tables: """
      CREATE TABLE interestAccrual (
        month INTEGER NOT NULL,
        account INTEGER NOT NULL REFERENCES savingsAccount (account),
        held INTEGER NOT NULL REFERENCES account (id),
        accrued INTEGER NOT NULL,
        amount INTEGER NOT NULL,
        PRIMARY KEY (month, account)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX interestAccrualAccount ON interestAccrual (account, month, held, amount);

      CREATE TABLE accrualUse (
        entry INTEGER NOT NULL REFERENCES entry (id),
        account INTEGER NOT NULL REFERENCES savingsAccount (account),
        held INTEGER NOT NULL REFERENCES account (id),
        amount INTEGER NOT NULL CHECK (amount <> 0),
        usedOn INTEGER NOT NULL,
        PRIMARY KEY (entry, account, held)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX accrualUseAccount ON accrualUse (account, usedOn, held, amount);

      CREATE TABLE waitingInterest (
        month INTEGER NOT NULL,
        account INTEGER NOT NULL REFERENCES savingsAccount (account),
        brought INTEGER NOT NULL CHECK (brought >= 0),
        earned INTEGER NOT NULL CHECK (earned >= 0),
        credited INTEGER NOT NULL CHECK (credited >= 0),
        dropped INTEGER NOT NULL CHECK (dropped >= 0),
        PRIMARY KEY (month, account),
        CHECK (credited + dropped IN (0, brought + earned))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX waitingInterestAccount ON waitingInterest (account, month);

      CREATE TABLE waitingSettlement (
        account INTEGER PRIMARY KEY REFERENCES savingsAccount (account),
        settledOn INTEGER NOT NULL,
        waited INTEGER NOT NULL CHECK (waited > 0),
        running INTEGER NOT NULL CHECK (running >= 0),
        voucher INTEGER REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED
      ) STRICT;
      CREATE INDEX waitingSettlementVoucher ON waitingSettlement (voucher);
      """,
    triggers: """
      CREATE TRIGGER interestAccrualBeforeInsert BEFORE INSERT ON interestAccrual BEGIN
        SELECT RAISE(ABORT, 'ksp:month.closed')
          WHERE EXISTS (SELECT 1 FROM closedMonth WHERE month = NEW.month);
      END;
      CREATE TRIGGER waitingInterestBeforeInsert BEFORE INSERT ON waitingInterest BEGIN
        SELECT RAISE(ABORT, 'ksp:month.closed')
          WHERE EXISTS (SELECT 1 FROM closedMonth WHERE month = NEW.month);
      END;
      """,
    once: [
      ("interestAccrual", "month = NEW.month AND account = NEW.account"),
      ("waitingInterest", "month = NEW.month AND account = NEW.account"),
      ("waitingSettlement", "account = NEW.account"),
      ("accrualUse", "entry = NEW.entry AND account = NEW.account AND held = NEW.held"),
    ],
    projections: [
      Projection(
        table: "accrualUse", key: ["entry", "account", "held"],
        meanings: [
          "entry": .entry, "account": .row(of: "account", as: "code"),
          "held": .row(of: "account", as: "code"), "amount": .amount, "usedOn": .day,
        ]),
      Projection(
        table: "waitingSettlement", key: ["account"],
        meanings: [
          "account": .row(of: "account", as: "code"), "settledOn": .day, "waited": .amount,
          "running": .amount, "voucher": .entry,
        ]),
    ])
}
