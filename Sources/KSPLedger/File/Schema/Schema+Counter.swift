import KSPCore

extension Schema {
  /// Names of accounts, and who brought or got money that is no member's.
  static let counter = SchemaPart(
    room: "counter",
    meaning: Phrase(
      id: "Nama akun dan pihak kas masuk dan keluar sama dengan yang dikatakan rantai",
      en: "Names of accounts and who brought or got cash are what the chain says"),
    tables: """
      CREATE TABLE accountName (
        name TEXT PRIMARY KEY CHECK (length(name) > 0),
        account INTEGER REFERENCES account (id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE cashParty (
        entry INTEGER PRIMARY KEY REFERENCES entry (id),
        account INTEGER NOT NULL REFERENCES account (id),
        party TEXT NOT NULL CHECK (length(party) > 0)
      ) STRICT, WITHOUT ROWID;
      """,
    once: [("cashParty", "entry = NEW.entry")],
    fixed: [
      SchemaPart.Guarded(
        table: "accountName", key: "name = NEW.name", columns: ["name"],
        refusal: "accountName.fixed")
    ],
    projections: [
      Projection(
        table: "accountName", key: ["name"],
        meanings: ["account": .row(of: "account", as: "code")]),
      Projection(
        table: "cashParty", key: ["entry"],
        meanings: ["entry": .entry, "account": .row(of: "account", as: "code")]),
    ])
}
