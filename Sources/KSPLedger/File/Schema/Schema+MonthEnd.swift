import KSPCore

extension Schema {
  /// What month ends leave: the months that are closed, their closing balances, and the evidence of
  /// what they posted. The chain holds a digest of each table for each month.
  static let monthEnd = SchemaPart(
    room: "monthEnd",
    meaning: Phrase(
      id: "Bulan yang ditutup dan segelnya sama dengan yang dikatakan rantai",
      en: "Closed months and their seals are what the chain says"),
    tables: """
      CREATE TABLE closedMonth (
        month INTEGER PRIMARY KEY,
        lastDay INTEGER NOT NULL,
        lastEntry INTEGER NOT NULL,
        closedAt INTEGER NOT NULL,
        closedBy TEXT
      ) STRICT;

      CREATE TABLE closingBalance (
        month INTEGER NOT NULL REFERENCES closedMonth (month) DEFERRABLE INITIALLY DEFERRED,
        account INTEGER NOT NULL REFERENCES account (id),
        balance INTEGER NOT NULL CHECK (balance <> 0),
        PRIMARY KEY (month, account)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE savingsInterest (
        month INTEGER NOT NULL REFERENCES closedMonth (month) DEFERRABLE INITIALLY DEFERRED,
        account INTEGER NOT NULL REFERENCES savingsAccount (account),
        entry INTEGER NOT NULL REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
        opening INTEGER NOT NULL,
        closing INTEGER NOT NULL,
        days INTEGER NOT NULL,
        rateBillionths INTEGER NOT NULL,
        rateBasis TEXT NOT NULL,
        gross INTEGER NOT NULL CHECK (gross > 0),
        tax INTEGER NOT NULL CHECK (tax BETWEEN 0 AND gross),
        PRIMARY KEY (month, account)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX savingsInterestEntry ON savingsInterest (entry);

      CREATE TABLE withholdingSlip (
        month INTEGER NOT NULL REFERENCES closedMonth (month) DEFERRABLE INITIALLY DEFERRED,
        member INTEGER NOT NULL REFERENCES member (id),
        payer TEXT NOT NULL,
        article TEXT NOT NULL,
        rateBillionths INTEGER NOT NULL CHECK (rateBillionths >= 0),
        gross INTEGER NOT NULL CHECK (gross > 0),
        tax INTEGER NOT NULL CHECK (tax BETWEEN 0 AND gross),
        settled INTEGER NOT NULL CHECK (settled >= 0),
        withheld INTEGER NOT NULL CHECK (withheld >= 0),
        recovered INTEGER NOT NULL CHECK (recovered >= 0),
        claim INTEGER NOT NULL CHECK (claim >= -recovered),
        PRIMARY KEY (month, member)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX withholdingSlipClaim ON withholdingSlip (member) WHERE claim <> 0;

      CREATE TABLE loanMonth (
        month INTEGER NOT NULL REFERENCES closedMonth (month) DEFERRABLE INITIALLY DEFERRED,
        loan INTEGER NOT NULL REFERENCES loan (id),
        principal INTEGER NOT NULL CHECK (principal >= 0),
        principalDue INTEGER NOT NULL CHECK (principalDue >= 0),
        interestDue INTEGER NOT NULL CHECK (interestDue >= 0),
        lateFeeCharged INTEGER NOT NULL CHECK (lateFeeCharged >= 0),
        recognised INTEGER NOT NULL,
        unearned INTEGER NOT NULL CHECK (unearned >= 0),
        oldestDue INTEGER,
        class INTEGER NOT NULL CHECK (class BETWEEN 1 AND 5),
        collateral INTEGER NOT NULL CHECK (collateral >= 0),
        allowance INTEGER NOT NULL CHECK (allowance >= 0),
        isOwed INTEGER NOT NULL CHECK (isOwed IN (0, 1)),
        keptClass INTEGER CHECK (keptClass BETWEEN 1 AND 5),
        isStopped INTEGER NOT NULL CHECK (isStopped IN (0, 1)),
        expensedInterest INTEGER NOT NULL CHECK (expensedInterest >= 0),
        expensedLateFee INTEGER NOT NULL CHECK (expensedLateFee >= 0),
        prepaid INTEGER NOT NULL CHECK (prepaid >= 0),
        administrationDue INTEGER NOT NULL CHECK (administrationDue >= 0),
        PRIMARY KEY (month, loan)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE loanFeeMonth (
        month INTEGER NOT NULL REFERENCES closedMonth (month) DEFERRABLE INITIALLY DEFERRED,
        loan INTEGER NOT NULL REFERENCES loan (id),
        line INTEGER NOT NULL CHECK (line > 0),
        unearned INTEGER NOT NULL CHECK (unearned >= 0),
        amount INTEGER NOT NULL,
        PRIMARY KEY (month, loan, line)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX loanFeeMonthLoan ON loanFeeMonth (loan, month);

      CREATE TABLE monthProduct (
        month INTEGER NOT NULL REFERENCES closedMonth (month),
        product INTEGER NOT NULL REFERENCES savingsProduct (id),
        examined INTEGER NOT NULL CHECK (examined >= 0),
        PRIMARY KEY (month, product)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE monthFinding (
        month INTEGER NOT NULL REFERENCES closedMonth (month),
        finding TEXT NOT NULL,
        count INTEGER NOT NULL CHECK (count > 0),
        amount INTEGER,
        PRIMARY KEY (month, finding)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE monthEvidence (
        month INTEGER NOT NULL REFERENCES closedMonth (month),
        part TEXT NOT NULL,
        rows INTEGER NOT NULL CHECK (rows >= 0),
        digest BLOB NOT NULL CHECK (length(digest) = 32),
        PRIMARY KEY (month, part)
      ) STRICT, WITHOUT ROWID;
      """,
    triggers: """
      CREATE TRIGGER closedMonthBeforeInsert BEFORE INSERT ON closedMonth BEGIN
        SELECT RAISE(ABORT, 'ksp:month.order')
          WHERE NEW.month <> ifnull((SELECT max(month) + 1 FROM closedMonth),
            (SELECT firstMonth FROM book));
      END;
      CREATE TRIGGER closingBalanceBeforeInsert BEFORE INSERT ON closingBalance BEGIN
        SELECT RAISE(ABORT, 'ksp:month.closed')
          WHERE EXISTS (SELECT 1 FROM closedMonth WHERE month = NEW.month);
      END;
      CREATE TRIGGER savingsInterestBeforeInsert BEFORE INSERT ON savingsInterest BEGIN
        SELECT RAISE(ABORT, 'ksp:month.closed')
          WHERE EXISTS (SELECT 1 FROM closedMonth WHERE month = NEW.month);
      END;
      CREATE TRIGGER withholdingSlipBeforeInsert BEFORE INSERT ON withholdingSlip BEGIN
        SELECT RAISE(ABORT, 'ksp:month.closed')
          WHERE EXISTS (SELECT 1 FROM closedMonth WHERE month = NEW.month);
      END;
      CREATE TRIGGER loanFeeMonthBeforeInsert BEFORE INSERT ON loanFeeMonth BEGIN
        SELECT RAISE(ABORT, 'ksp:month.closed')
          WHERE EXISTS (SELECT 1 FROM closedMonth WHERE month = NEW.month);
      END;
      CREATE TRIGGER loanMonthBeforeInsert BEFORE INSERT ON loanMonth BEGIN
        SELECT RAISE(ABORT, 'ksp:month.closed')
          WHERE EXISTS (SELECT 1 FROM closedMonth WHERE month = NEW.month);
      END;
      """,
    once: [
      ("closedMonth", "month = NEW.month"),
      ("closingBalance", "month = NEW.month AND account = NEW.account"),
      ("savingsInterest", "month = NEW.month AND account = NEW.account"),
      ("withholdingSlip", "month = NEW.month AND member = NEW.member"),
      ("loanMonth", "month = NEW.month AND loan = NEW.loan"),
      ("loanFeeMonth", "month = NEW.month AND loan = NEW.loan AND line = NEW.line"),
      ("monthProduct", "month = NEW.month AND product = NEW.product"),
      ("monthFinding", "month = NEW.month AND finding = NEW.finding"),
      ("monthEvidence", "month = NEW.month AND part = NEW.part"),
    ],
    projections: [
      Projection(
        table: "closedMonth", key: ["month"],
        meanings: [
          "month": .month, "lastDay": .day, "lastEntry": .entry, "closedAt": .moment,
        ]),
      Projection(
        table: "monthProduct", key: ["month", "product"],
        meanings: ["month": .month, "product": .row(of: "savingsProduct", as: "code")]),
      Projection(
        table: "monthFinding", key: ["month", "finding"],
        meanings: ["month": .month, "amount": .amount]),
      Projection(table: "monthEvidence", key: ["month", "part"], meanings: ["month": .month]),
    ])

  /// The tables of evidence: too long for an event, so that the event that closes a month holds the
  /// number of their rows and a digest of them, in the order of their keys.
  static let evidence: [(table: String, columns: [String])] = [
    ("closingBalance", ["account", "balance"]),
    (
      "savingsInterest",
      [
        "account", "entry", "opening", "closing", "days", "rateBillionths", "rateBasis", "gross",
        "tax",
      ]
    ),
    (
      "withholdingSlip",
      [
        "member", "payer", "article", "rateBillionths", "gross", "tax", "settled", "withheld",
        "recovered", "claim",
      ]
    ),
    (
      "loanMonth",
      [
        "loan", "principal", "principalDue", "interestDue", "lateFeeCharged", "recognised",
        "unearned", "oldestDue", "class", "collateral", "allowance", "isOwed", "keptClass",
        "isStopped", "expensedInterest", "expensedLateFee", "prepaid", "administrationDue",
      ]
    ),
    ("loanFeeMonth", ["loan", "line", "unearned", "amount"]),
    ("assetMonth", ["asset", "amount", "accumulated"]),
    ("interestAccrual", ["account", "held", "accrued", "amount"]),
    ("waitingInterest", ["account", "brought", "earned", "credited", "dropped"]),
    (
      "corporateTaxMonth",
      ["account", "rule", "amount", "brought", "base", "tax", "carried"]
    ),
  ]
}
