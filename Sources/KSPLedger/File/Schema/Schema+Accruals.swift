import KSPCore

extension Schema {
  /// Interest that was earned and falls due later, or was paid before: what month ends set aside,
  /// and what vouchers used of it.
  static let accruals = SchemaPart(
    room: "accruals",
    meaning: Phrase(
      id: "Akrual jasa yang dipakai sama dengan yang dikatakan rantai",
      en: "What was used of accrued interest is what the chain says"),
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
        entry INTEGER NOT NULL REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
        account INTEGER NOT NULL REFERENCES savingsAccount (account),
        held INTEGER NOT NULL REFERENCES account (id),
        amount INTEGER NOT NULL CHECK (amount <> 0),
        usedOn INTEGER NOT NULL,
        PRIMARY KEY (entry, account, held)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX accrualUseAccount ON accrualUse (account, usedOn, held, amount);
      """,
    triggers: """
      CREATE TRIGGER interestAccrualBeforeInsert BEFORE INSERT ON interestAccrual BEGIN
        SELECT RAISE(ABORT, 'ksp:month.closed')
          WHERE EXISTS (SELECT 1 FROM closedMonth WHERE month = NEW.month);
      END;
      """,
    once: [
      ("interestAccrual", "month = NEW.month AND account = NEW.account"),
      ("accrualUse", "entry = NEW.entry AND account = NEW.account AND held = NEW.held"),
    ],
    projections: [
      Projection(
        table: "accrualUse", key: ["entry", "account", "held"],
        meanings: [
          "entry": .entry, "account": .row(of: "account", as: "code"),
          "held": .row(of: "account", as: "code"), "amount": .amount, "usedOn": .day,
        ])
    ])
}
