import KSPCore

extension Schema {
  /// Interest that no month end computed, and the tax that was settled outside of month ends.
  static let tax = SchemaPart(
    room: "tax",
    meaning: Phrase(
      id: "Bagian jasa dan penyelesaian pajaknya sama dengan yang dikatakan rantai",
      en: "Parts of interest and the settlements of their tax are what the chain says"),
    tables: """
      CREATE TABLE interestPart (
        entry INTEGER NOT NULL REFERENCES entry (id),
        account INTEGER NOT NULL REFERENCES savingsAccount (account),
        earnedIn INTEGER NOT NULL,
        member INTEGER NOT NULL REFERENCES member (id),
        taxedIn INTEGER NOT NULL,
        gross INTEGER NOT NULL CHECK (gross <> 0),
        PRIMARY KEY (entry, account, earnedIn)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX interestPartMonth ON interestPart (taxedIn, member);

      CREATE TABLE interestCorrection (
        account INTEGER NOT NULL REFERENCES savingsAccount (account),
        month INTEGER NOT NULL,
        entry INTEGER NOT NULL REFERENCES entry (id),
        paid INTEGER NOT NULL,
        right INTEGER NOT NULL CHECK (right >= 0 AND right <> paid),
        PRIMARY KEY (account, month, entry)
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX interestCorrectionEntry ON interestCorrection (entry);

      CREATE TABLE entryValue (
        account INTEGER NOT NULL REFERENCES savingsAccount (account),
        voucher INTEGER NOT NULL REFERENCES entry (id),
        valueDate INTEGER NOT NULL,
        PRIMARY KEY (account, voucher)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX entryValueVoucher ON entryValue (voucher);

      CREATE TABLE taxSettled (
        member INTEGER NOT NULL REFERENCES member (id),
        month INTEGER NOT NULL,
        ordinal INTEGER NOT NULL CHECK (ordinal > 0),
        voucher INTEGER REFERENCES entry (id),
        known INTEGER NOT NULL,
        payer TEXT NOT NULL,
        article TEXT NOT NULL,
        rateBillionths INTEGER NOT NULL CHECK (rateBillionths >= 0),
        gross INTEGER NOT NULL CHECK (gross >= 0),
        monthTax INTEGER NOT NULL CHECK (monthTax BETWEEN 0 AND gross),
        tax INTEGER NOT NULL,
        withheld INTEGER NOT NULL,
        recovered INTEGER NOT NULL CHECK (recovered >= 0),
        PRIMARY KEY (member, month, ordinal)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE taxClaim (
        entry INTEGER PRIMARY KEY REFERENCES entry (id),
        member INTEGER NOT NULL REFERENCES member (id),
        way TEXT NOT NULL CHECK (way IN ('paid', 'forgiven')),
        amount INTEGER NOT NULL CHECK (amount > 0)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE taxPayment (
        entry INTEGER NOT NULL REFERENCES entry (id),
        article TEXT NOT NULL CHECK (article IN ('pph-4-2', 'pph-23', 'pph-badan', 'pph-21')),
        month INTEGER NOT NULL,
        amount INTEGER NOT NULL CHECK (amount > 0),
        PRIMARY KEY (entry, article)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX taxPaymentMonth ON taxPayment (month);
      CREATE INDEX taxClaimMember ON taxClaim (member);
      CREATE INDEX taxSettledMonth ON taxSettled (month);
      CREATE INDEX taxSettledVoucher ON taxSettled (voucher);
      """,
    once: [
      (
        "interestPart",
        "entry = NEW.entry AND account = NEW.account AND earnedIn = NEW.earnedIn"
      ),
      (
        "interestCorrection",
        "(account = NEW.account AND month = NEW.month AND entry = NEW.entry) "
          + "OR entry = NEW.entry"
      ),
      ("entryValue", "account = NEW.account AND voucher = NEW.voucher"),
      ("taxClaim", "entry = NEW.entry"),
      ("taxPayment", "entry = NEW.entry AND article = NEW.article"),
      ("taxSettled", "member = NEW.member AND month = NEW.month AND ordinal = NEW.ordinal"),
    ],
    projections: [
      Projection(
        table: "interestPart", key: ["entry", "account", "earnedIn"],
        meanings: [
          "entry": .entry, "account": .row(of: "account", as: "code"), "earnedIn": .month,
          "member": .row(of: "member", as: "number"), "taxedIn": .month, "gross": .amount,
        ]),
      Projection(
        table: "interestCorrection", key: ["account", "month", "entry"],
        meanings: [
          "account": .row(of: "account", as: "code"), "month": .month, "entry": .entry,
          "paid": .amount, "right": .amount,
        ]),
      Projection(
        table: "entryValue", key: ["account", "voucher"],
        meanings: [
          "account": .row(of: "account", as: "code"), "voucher": .entry, "valueDate": .day,
        ]),
      Projection(
        table: "taxClaim", key: ["entry"],
        meanings: [
          "entry": .entry, "member": .row(of: "member", as: "number"), "amount": .amount,
        ]),
      Projection(
        table: "taxPayment", key: ["entry", "article"],
        meanings: ["entry": .entry, "month": .month, "amount": .amount]),
      Projection(
        table: "taxSettled", key: ["member", "month", "ordinal"],
        meanings: [
          "member": .row(of: "member", as: "number"), "month": .month, "voucher": .entry,
          "known": .entry, "rateBillionths": .share, "gross": .amount, "monthTax": .amount,
          "tax": .amount, "withheld": .amount, "recovered": .amount,
        ]),
    ])
}

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
