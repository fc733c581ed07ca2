import KSPCore

extension Schema {
  /// The ends of years: which were closed and ratified, and the vouchers that did it.
  static let year = SchemaPart(
    room: "year",
    meaning: Phrase(
      id: "Tutup tahun dan pengesahannya sama dengan yang dikatakan rantai",
      en: "The ends of years and their ratifications are what the chain says"),
    tables: """
      CREATE TABLE yearClosing (
        year INTEGER PRIMARY KEY,
        firstDay INTEGER NOT NULL,
        lastDay INTEGER NOT NULL CHECK (lastDay > firstDay),
        closedAt INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE yearEntry (
        entry INTEGER PRIMARY KEY REFERENCES entry (id),
        year INTEGER NOT NULL,
        document TEXT CHECK (length(document) > 0)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX yearEntryYear ON yearEntry (year, entry);

      CREATE TABLE yearRatification (
        year INTEGER PRIMARY KEY REFERENCES yearClosing (year),
        lastDay INTEGER NOT NULL,
        ratifiedOn INTEGER NOT NULL CHECK (ratifiedOn > lastDay),
        decision TEXT NOT NULL CHECK (length(decision) > 0),
        shu INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      """,
    once: [
      ("yearClosing", "year = NEW.year"),
      ("yearEntry", "entry = NEW.entry"),
      ("yearRatification", "year = NEW.year"),
    ],
    projections: [
      Projection(
        table: "yearClosing", key: ["year"],
        meanings: ["firstDay": .day, "lastDay": .day, "closedAt": .moment]),
      Projection(table: "yearEntry", key: ["entry"], meanings: ["entry": .entry]),
      Projection(
        table: "yearRatification", key: ["year"],
        meanings: ["lastDay": .day, "ratifiedOn": .day, "shu": .amount]),
    ])

  private static let closingKinds =
    EntryKind.all(.inClosingPeriod).map { "'\($0.rawValue)'" }.joined(separator: ", ")

  /// Whether a new entry counts in the closing period of a year: on the last day of a month that is
  /// closed, before a meeting has ratified a year that ends then or later, and in no cash.
  static let isInClosingPeriod = """
    NEW.kind IN (\(closingKinds))
    AND EXISTS (SELECT 1 FROM closedMonth WHERE lastDay = NEW.bookDate)
    AND NOT EXISTS (SELECT 1 FROM yearRatification WHERE lastDay >= NEW.bookDate)
    AND NOT EXISTS (SELECT 1 FROM posting p JOIN account a ON a.id = p.account
      WHERE p.entry = NEW.id AND a.isCash = 1)
    """
}
