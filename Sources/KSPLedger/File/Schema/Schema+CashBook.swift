import KSPCore

extension Schema {
  /// What the words of the treasurer's cash book mean.
  static let cashBook = SchemaPart(
    room: "cashBook",
    meaning: Phrase(
      id: "Kata buku kas sama dengan yang dikatakan rantai",
      en: "The words of the cash book are what the chain says"),
    tables: """
      CREATE TABLE cashWord (
        word TEXT NOT NULL CHECK (length(word) > 0),
        version INTEGER NOT NULL CHECK (version > 0),
        product INTEGER REFERENCES savingsProduct (id),
        account INTEGER REFERENCES account (id),
        PRIMARY KEY (word, version),
        CHECK (product IS NULL OR account IS NULL)
      ) STRICT, WITHOUT ROWID;
      """,
    once: [("cashWord", "word = NEW.word AND version = NEW.version")],
    projections: [
      Projection(
        table: "cashWord", key: ["word", "version"],
        meanings: [
          "product": .row(of: "savingsProduct", as: "code"),
          "account": .row(of: "account", as: "code"),
        ])
    ])
}
