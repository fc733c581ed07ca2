import KSPCore

extension Schema {
  /// Monthly fees of savings: what products charge, and what was charged.
  static let fees = SchemaPart(
    room: "fees",
    meaning: Phrase(
      id: "Biaya bulanan dan aturannya sama dengan yang dikatakan rantai",
      en: "Monthly fees and their rules are what the chain says"),
    tables: """
      CREATE TABLE savingsFeeRule (
        event INTEGER PRIMARY KEY,
        product INTEGER NOT NULL REFERENCES savingsProduct (id),
        effectiveFrom INTEGER NOT NULL,
        fee INTEGER NOT NULL CHECK (fee >= 0),
        freeFrom INTEGER CHECK (freeFrom > 0),
        takesRest INTEGER NOT NULL CHECK (takesRest IN (0, 1)),
        dormantMonths INTEGER CHECK (dormantMonths > 0),
        dormantFee INTEGER CHECK (dormantFee >= 0),
        dormantEarns INTEGER CHECK (dormantEarns IN (0, 1)),
        CHECK ((dormantMonths IS NULL) = (dormantFee IS NULL)
          AND (dormantMonths IS NULL) = (dormantEarns IS NULL))
      ) STRICT;

      CREATE TABLE savingsFee (
        account INTEGER NOT NULL REFERENCES savingsAccount (account),
        feeMonth INTEGER NOT NULL,
        entry INTEGER NOT NULL REFERENCES entry (id),
        balance INTEGER NOT NULL,
        free INTEGER NOT NULL CHECK (free >= amount),
        amount INTEGER NOT NULL CHECK (amount > 0),
        isDormant INTEGER NOT NULL CHECK (isDormant IN (0, 1)),
        PRIMARY KEY (account, feeMonth)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX savingsFeeEntry ON savingsFee (entry);
      """,
    once: [
      ("savingsFeeRule", "event = NEW.event"),
      ("savingsFee", "account = NEW.account AND feeMonth = NEW.feeMonth"),
    ],
    projections: [
      Projection(
        table: "savingsFeeRule", key: ["event"],
        meanings: [
          "product": .row(of: "savingsProduct", as: "code"), "effectiveFrom": .month,
          "fee": .amount, "freeFrom": .amount, "takesRest": .flag, "dormantFee": .amount,
          "dormantEarns": .flag,
        ]),
      Projection(
        table: "savingsFee", key: ["account", "feeMonth"],
        meanings: [
          "account": .row(of: "account", as: "code"), "feeMonth": .month, "entry": .entry,
          "balance": .amount, "free": .amount, "amount": .amount, "isDormant": .flag,
        ]),
    ])
}
