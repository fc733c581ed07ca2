import KSPCore

extension Schema {
  /// Lists that were sent to payers, what was deducted of each line, and lists that were ended.
  ///
  /// What a payer owes stands on its account; what is open follows.
  static let claims = SchemaPart(
    room: "claims",
    meaning: Phrase(
      id: "Tagihan potong gaji dan hasilnya sama dengan yang dikatakan rantai",
      en: "Payroll claims and what became of them are what the chain says"),
    tables: """
      CREATE TABLE payrollClaim (
        number INTEGER PRIMARY KEY,
        account INTEGER NOT NULL REFERENCES account (id),
        month INTEGER NOT NULL,
        sentOn INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE claimLine (
        claim INTEGER NOT NULL REFERENCES payrollClaim (number),
        line INTEGER NOT NULL CHECK (line > 0),
        member INTEGER NOT NULL REFERENCES member (id),
        product INTEGER REFERENCES savingsProduct (id),
        loan INTEGER REFERENCES loan (id),
        amount INTEGER NOT NULL CHECK (amount > 0),
        PRIMARY KEY (claim, line),
        CHECK ((product IS NULL) <> (loan IS NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE claimDeduction (
        entry INTEGER NOT NULL REFERENCES entry (id),
        claim INTEGER NOT NULL,
        line INTEGER NOT NULL,
        amount INTEGER NOT NULL CHECK (amount > 0),
        PRIMARY KEY (entry, claim, line),
        FOREIGN KEY (claim, line) REFERENCES claimLine (claim, line)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX claimDeductionLine ON claimDeduction (claim, line);
      CREATE TABLE claimClosing (
        claim INTEGER PRIMARY KEY REFERENCES payrollClaim (number),
        closedOn INTEGER NOT NULL,
        reason TEXT NOT NULL CHECK (length(reason) > 0)
      ) STRICT;
      """,
    once: [
      ("payrollClaim", "number = NEW.number"),
      ("claimLine", "claim = NEW.claim AND line = NEW.line"),
      ("claimDeduction", "entry = NEW.entry AND claim = NEW.claim AND line = NEW.line"),
      ("claimClosing", "claim = NEW.claim"),
    ],
    projections: [
      Projection(
        table: "payrollClaim", key: ["number"],
        meanings: [
          "account": .row(of: "account", as: "code"), "month": .month, "sentOn": .day,
        ]),
      Projection(
        table: "claimLine", key: ["claim", "line"],
        meanings: [
          "member": .row(of: "member", as: "number"),
          "product": .row(of: "savingsProduct", as: "code"),
          "loan": .row(of: "loan", as: "number"), "amount": .amount,
        ]),
      Projection(
        table: "claimDeduction", key: ["entry", "claim", "line"],
        meanings: ["entry": .entry, "amount": .amount]),
      Projection(table: "claimClosing", key: ["claim"], meanings: ["closedOn": .day]),
    ])
}
