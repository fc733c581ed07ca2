import KSPCore

extension Schema {
  /// Statements of banks, what each of their lines was ticked against, and rules for booking them.
  static let bank = SchemaPart(
    room: "bank",
    meaning: Phrase(
      id: "Mutasi bank, pencocokan dan aturannya sama dengan yang dikatakan rantai",
      en: "Bank statements, what they were ticked against and their rules are what the chain says"),
    tables: """
      CREATE TABLE bankLine (
        account INTEGER NOT NULL REFERENCES account (id),
        number INTEGER NOT NULL CHECK (number > 0),
        day INTEGER NOT NULL,
        amount INTEGER NOT NULL CHECK (amount <> 0),
        description TEXT NOT NULL,
        balance INTEGER NOT NULL,
        PRIMARY KEY (account, number)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE bankMatch (
        account INTEGER NOT NULL,
        number INTEGER NOT NULL,
        version INTEGER NOT NULL CHECK (version > 0),
        voucher INTEGER REFERENCES entry (id),
        PRIMARY KEY (account, number, version),
        FOREIGN KEY (account, number) REFERENCES bankLine (account, number)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX bankMatchVoucher ON bankMatch (voucher);
      CREATE TABLE bankRule (
        account INTEGER NOT NULL REFERENCES account (id),
        text TEXT NOT NULL CHECK (length(text) > 0),
        version INTEGER NOT NULL CHECK (version > 0),
        target INTEGER REFERENCES account (id),
        PRIMARY KEY (account, text, version)
      ) STRICT, WITHOUT ROWID;
      """,
    once: [
      ("bankLine", "account = NEW.account AND number = NEW.number"),
      (
        "bankMatch", "account = NEW.account AND number = NEW.number AND version = NEW.version"
      ),
      ("bankRule", "account = NEW.account AND text = NEW.text AND version = NEW.version"),
    ],
    projections: [
      Projection(
        table: "bankLine", key: ["account", "number"],
        meanings: [
          "account": .row(of: "account", as: "code"), "day": .day, "amount": .amount,
          "balance": .amount,
        ]),
      Projection(
        table: "bankMatch", key: ["account", "number", "version"],
        meanings: ["account": .row(of: "account", as: "code"), "voucher": .entry]),
      Projection(
        table: "bankRule", key: ["account", "text", "version"],
        meanings: [
          "account": .row(of: "account", as: "code"), "target": .row(of: "account", as: "code"),
        ]),
    ])
}
