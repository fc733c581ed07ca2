import KSPCore

extension Schema {
  /// What the book says of itself, its tax rules, the days without business, and who records.
  static let catalog = SchemaPart(
    room: "catalog",
    meaning: Phrase(
      id: "Pengaturan, aturan pajak, hari libur dan petugas sama dengan yang dikatakan rantai",
      en: "Settings, tax rules, holidays and officers are what the chain says"),
    tables: """
      CREATE TABLE book (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        firstMonth INTEGER NOT NULL,
        utcOffsetSeconds INTEGER NOT NULL,
        createdAt INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE setting (
        name TEXT PRIMARY KEY CHECK (length(name) > 0),
        value TEXT
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE taxRule (
        effectiveFrom INTEGER NOT NULL,
        version INTEGER NOT NULL,
        memberKind TEXT NOT NULL
          CHECK (memberKind IN ('individual', 'organization', 'prospective')),
        article TEXT NOT NULL CHECK (article IN ('pph-4-2', 'pph-23')),
        threshold INTEGER NOT NULL CHECK (threshold >= 0),
        rateBillionths INTEGER NOT NULL CHECK (rateBillionths >= 0),
        doublesWithoutNumber INTEGER NOT NULL CHECK (doublesWithoutNumber IN (0, 1)),
        PRIMARY KEY (memberKind, effectiveFrom, version)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE holiday (
        day INTEGER PRIMARY KEY,
        name TEXT NOT NULL
      ) STRICT;

      CREATE TABLE officer (
        name TEXT NOT NULL CHECK (length(name) > 0),
        since INTEGER NOT NULL,
        role TEXT,
        until INTEGER CHECK (until >= since),
        PRIMARY KEY (name, since)
      ) STRICT, WITHOUT ROWID;
      """,
    once: [
      ("book", "id = NEW.id"),
      (
        "taxRule",
        "memberKind = NEW.memberKind AND effectiveFrom = NEW.effectiveFrom "
          + "AND version = NEW.version"
      ),
      ("holiday", "day = NEW.day"),
    ],
    fixed: [
      SchemaPart.Guarded(
        table: "setting", key: "name = NEW.name", columns: ["name"], refusal: "setting.fixed"),
      SchemaPart.Guarded(
        table: "officer", key: "name = NEW.name AND since = NEW.since",
        columns: ["name", "since", "role"], refusal: "officer.fixed"),
    ],
    projections: [
      Projection(
        table: "book", key: ["id"], meanings: ["firstMonth": .month, "createdAt": .moment]),
      Projection(table: "setting", key: ["name"]),
      Projection(
        table: "taxRule", key: ["memberKind", "effectiveFrom", "version"],
        meanings: [
          "effectiveFrom": .month, "threshold": .amount, "rateBillionths": .share,
          "doublesWithoutNumber": .flag,
        ]),
      Projection(table: "holiday", key: ["day"], meanings: ["day": .day]),
      Projection(
        table: "officer", key: ["name", "since"], meanings: ["since": .day, "until": .day]),
    ])
}
