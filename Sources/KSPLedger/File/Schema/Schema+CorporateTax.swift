import KSPCore

extension Schema {
  /// The cooperative's own tax: how its income is taxed, and what month ends worked out.
  static let corporateTax = SchemaPart(
    room: "corporateTax",
    meaning: Phrase(
      id: "Aturan PPh badan sama dengan yang dikatakan rantai",
      en: "The rules of corporate tax are what the chain says"),
    tables: """
      CREATE TABLE corporateTaxRule (
        event INTEGER PRIMARY KEY,
        effectiveFrom INTEGER NOT NULL,
        until INTEGER CHECK (until >= effectiveFrom),
        basis TEXT NOT NULL CHECK (basis IN ('turnover', 'result', 'off')),
        rateBillionths INTEGER NOT NULL CHECK (rateBillionths BETWEEN 0 AND 1000000000),
        CHECK ((basis = 'off') = (rateBillionths = 0))
      ) STRICT;

      CREATE TABLE corporateTaxExempt (
        event INTEGER NOT NULL REFERENCES corporateTaxRule (event),
        account INTEGER NOT NULL REFERENCES account (id),
        PRIMARY KEY (event, account)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE corporateTaxMonth (
        month INTEGER NOT NULL,
        account INTEGER NOT NULL REFERENCES account (id),
        rule INTEGER NOT NULL REFERENCES corporateTaxRule (event),
        amount INTEGER NOT NULL,
        brought INTEGER NOT NULL CHECK (brought <= 0),
        base INTEGER NOT NULL CHECK (base >= 0),
        tax INTEGER NOT NULL CHECK (tax BETWEEN 0 AND base),
        carried INTEGER NOT NULL CHECK (carried <= 0),
        PRIMARY KEY (month, account)
      ) STRICT, WITHOUT ROWID;
      """,
    triggers: """
      CREATE TRIGGER corporateTaxMonthBeforeInsert BEFORE INSERT ON corporateTaxMonth BEGIN
        SELECT RAISE(ABORT, 'ksp:month.closed')
          WHERE EXISTS (SELECT 1 FROM closedMonth WHERE month = NEW.month);
      END;
      """,
    once: [
      ("corporateTaxRule", "event = NEW.event"),
      ("corporateTaxExempt", "event = NEW.event AND account = NEW.account"),
      ("corporateTaxMonth", "month = NEW.month AND account = NEW.account"),
    ],
    projections: [
      Projection(
        table: "corporateTaxRule", key: ["event"],
        meanings: ["effectiveFrom": .month, "until": .month, "rateBillionths": .share]),
      Projection(
        table: "corporateTaxExempt", key: ["event", "account"],
        meanings: ["account": .row(of: "account", as: "code")]),
    ])
}
