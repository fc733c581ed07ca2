import KSPCore

extension Schema {
  /// The register of fixed assets, how they left, and what month ends wrote off.
  static let assets = SchemaPart(
    room: "assets",
    meaning: Phrase(
      id: "Daftar inventaris sama dengan yang dikatakan rantai",
      en: "The register of fixed assets is what the chain says"),
    tables: """
      CREATE TABLE asset (
        id INTEGER PRIMARY KEY,
        number TEXT NOT NULL UNIQUE CHECK (length(number) > 0),
        name TEXT NOT NULL CHECK (length(name) > 0),
        location TEXT CHECK (length(location) > 0),
        account INTEGER NOT NULL REFERENCES account (id),
        accumulatedAccount INTEGER NOT NULL REFERENCES account (id),
        expenseAccount INTEGER NOT NULL REFERENCES account (id),
        acquiredOn INTEGER NOT NULL,
        cost INTEGER NOT NULL CHECK (cost > 0),
        residual INTEGER NOT NULL CHECK (residual BETWEEN 0 AND cost),
        months INTEGER NOT NULL CHECK (months BETWEEN 0 AND 1200),
        takenOverOn INTEGER,
        takenOver INTEGER CHECK (takenOver BETWEEN 0 AND cost - residual),
        entry INTEGER REFERENCES entry (id),
        CHECK ((takenOverOn IS NULL) = (takenOver IS NULL)),
        CHECK ((takenOverOn IS NULL) <> (entry IS NULL))
      ) STRICT;
      CREATE INDEX assetEntry ON asset (entry);

      CREATE TABLE assetDisposal (
        entry INTEGER PRIMARY KEY REFERENCES entry (id),
        asset INTEGER NOT NULL REFERENCES asset (id),
        disposedOn INTEGER NOT NULL,
        proceeds INTEGER NOT NULL CHECK (proceeds >= 0)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX assetDisposalAsset ON assetDisposal (asset);

      CREATE TABLE assetMonth (
        month INTEGER NOT NULL,
        asset INTEGER NOT NULL REFERENCES asset (id),
        amount INTEGER NOT NULL CHECK (amount > 0),
        accumulated INTEGER NOT NULL CHECK (accumulated >= amount),
        PRIMARY KEY (month, asset)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX assetMonthAsset ON assetMonth (asset, month);
      """,
    triggers: """
      CREATE TRIGGER assetMonthBeforeInsert BEFORE INSERT ON assetMonth BEGIN
        SELECT RAISE(ABORT, 'ksp:month.closed')
          WHERE EXISTS (SELECT 1 FROM closedMonth WHERE month = NEW.month);
      END;
      """,
    once: [
      ("assetDisposal", "entry = NEW.entry"),
      ("assetMonth", "month = NEW.month AND asset = NEW.asset"),
    ],
    fixed: [
      SchemaPart.Guarded(
        table: "asset", key: "id = NEW.id OR number = NEW.number",
        columns: [
          "id", "number", "account", "accumulatedAccount", "expenseAccount", "acquiredOn", "cost",
          "residual", "months", "takenOverOn", "takenOver", "entry",
        ], refusal: "journal.appendOnly")
    ],
    projections: [
      Projection(
        table: "asset", key: ["id"],
        meanings: [
          "account": .row(of: "account", as: "code"),
          "accumulatedAccount": .row(of: "account", as: "code"),
          "expenseAccount": .row(of: "account", as: "code"), "acquiredOn": .day, "cost": .amount,
          "residual": .amount, "takenOverOn": .day, "takenOver": .amount, "entry": .entry,
        ]),
      Projection(
        table: "assetDisposal", key: ["entry"],
        meanings: [
          "entry": .entry, "asset": .row(of: "asset", as: "number"), "disposedOn": .day,
          "proceeds": .amount,
        ]),
    ])
}
