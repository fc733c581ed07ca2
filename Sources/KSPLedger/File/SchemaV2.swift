/// What schema version 2 adds: loans. Never edited after a release.
///
/// A loan's principal, interest and late fees are leaf accounts like a member's savings, so the
/// list
/// of loans and the general ledger cannot differ. Plans are written rows first, header last, as
/// entries are.
enum SchemaV2 {
  static let tables = """
    CREATE TABLE loanProduct (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE CHECK (length(code) > 0),
      nameIndonesian TEXT NOT NULL,
      nameEnglish TEXT NOT NULL,
      principalControl INTEGER NOT NULL REFERENCES account (id),
      interestControl INTEGER NOT NULL REFERENCES account (id),
      lateFeeControl INTEGER NOT NULL REFERENCES account (id),
      interestIncome INTEGER NOT NULL REFERENCES account (id),
      lateFeeIncome INTEGER NOT NULL REFERENCES account (id),
      unearnedInterest INTEGER NOT NULL REFERENCES account (id),
      allowance INTEGER NOT NULL REFERENCES account (id),
      allowanceExpense INTEGER NOT NULL REFERENCES account (id),
      recoveryIncome INTEGER NOT NULL REFERENCES account (id)
    ) STRICT;

    CREATE TABLE loanTerms (
      product INTEGER NOT NULL REFERENCES loanProduct (id),
      effectiveFrom INTEGER NOT NULL,
      version INTEGER NOT NULL,
      method TEXT NOT NULL,
      rateBillionths INTEGER NOT NULL CHECK (rateBillionths >= 0),
      rateBasis TEXT NOT NULL CHECK (rateBasis IN ('year', 'month')),
      count INTEGER NOT NULL CHECK (count > 0),
      unit TEXT NOT NULL CHECK (unit IN ('month', 'week', 'day')),
      every INTEGER NOT NULL CHECK (every > 0),
      dayCount TEXT NOT NULL,
      interestDue TEXT NOT NULL,
      principalGrace INTEGER NOT NULL CHECK (principalGrace >= 0),
      interestRoundingMode TEXT NOT NULL,
      interestRoundingStep INTEGER NOT NULL CHECK (interestRoundingStep > 0),
      installmentRoundingMode TEXT NOT NULL,
      installmentRoundingStep INTEGER NOT NULL CHECK (installmentRoundingStep > 0),
      shift TEXT NOT NULL,
      minimumAmount INTEGER NOT NULL CHECK (minimumAmount >= 0),
      maximumAmount INTEGER CHECK (maximumAmount >= minimumAmount),
      maximumCount INTEGER CHECK (maximumCount > 0),
      needsApproval INTEGER NOT NULL CHECK (needsApproval IN (0, 1)),
      lateFeeBase TEXT,
      lateFeeShare INTEGER CHECK (lateFeeShare >= 0),
      lateFeeAmount INTEGER CHECK (lateFeeAmount >= 0),
      lateFeePeriod TEXT,
      lateFeeGraceDays INTEGER CHECK (lateFeeGraceDays >= 0),
      lateFeeCap INTEGER CHECK (lateFeeCap >= 0),
      allocation TEXT NOT NULL,
      prepayment TEXT NOT NULL,
      prepaymentProduct TEXT,
      settlementInterest TEXT NOT NULL,
      settlementCount INTEGER CHECK (settlementCount >= 0),
      settlementPenalty INTEGER NOT NULL CHECK (settlementPenalty >= 0),
      recognition TEXT NOT NULL,
      collectibility TEXT NOT NULL,
      provision TEXT NOT NULL,
      recordedAt INTEGER NOT NULL,
      recordedBy TEXT,
      PRIMARY KEY (product, effectiveFrom, version)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE loanFee (
      product INTEGER NOT NULL,
      effectiveFrom INTEGER NOT NULL,
      version INTEGER NOT NULL,
      line INTEGER NOT NULL,
      code TEXT NOT NULL,
      share INTEGER CHECK (share >= 0),
      minimum INTEGER,
      maximum INTEGER,
      amount INTEGER CHECK (amount >= 0),
      account TEXT,
      savingsProduct TEXT,
      PRIMARY KEY (product, effectiveFrom, version, line),
      FOREIGN KEY (product, effectiveFrom, version) REFERENCES loanTerms,
      CHECK ((share IS NULL) <> (amount IS NULL)),
      CHECK ((account IS NULL) <> (savingsProduct IS NULL))
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE holiday (
      day INTEGER PRIMARY KEY,
      name TEXT NOT NULL
    ) STRICT;

    CREATE TABLE loan (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE CHECK (length(number) > 0),
      member INTEGER NOT NULL REFERENCES member (id),
      product INTEGER NOT NULL REFERENCES loanProduct (id),
      termsFrom INTEGER NOT NULL,
      termsVersion INTEGER NOT NULL,
      principal INTEGER NOT NULL CHECK (principal > 0),
      count INTEGER NOT NULL CHECK (count > 0),
      rateBillionths INTEGER NOT NULL CHECK (rateBillionths >= 0),
      rateBasis TEXT NOT NULL CHECK (rateBasis IN ('year', 'month')),
      purpose TEXT,
      appliedOn INTEGER NOT NULL,
      FOREIGN KEY (product, termsFrom, termsVersion) REFERENCES loanTerms
    ) STRICT;
    CREATE INDEX loanMember ON loan (member);

    CREATE TABLE loanAccount (
      account INTEGER PRIMARY KEY REFERENCES account (id),
      loan INTEGER NOT NULL REFERENCES loan (id),
      part TEXT NOT NULL CHECK (part IN ('principal', 'interest', 'late-fee'))
    ) STRICT;
    CREATE UNIQUE INDEX loanAccountPart ON loanAccount (loan, part, account);

    CREATE TABLE loanStep (
      id INTEGER PRIMARY KEY,
      loan INTEGER NOT NULL REFERENCES loan (id),
      kind TEXT NOT NULL CHECK (kind IN ('applied', 'approved', 'rejected', 'disbursed',
        'opening', 'rescheduled', 'settled', 'written-off', 'recovered')),
      bookDate INTEGER NOT NULL,
      entry INTEGER REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
      class INTEGER CHECK (class BETWEEN 1 AND 5),
      note TEXT,
      recordedAt INTEGER NOT NULL,
      recordedBy TEXT
    ) STRICT;
    CREATE INDEX loanStepLoan ON loanStep (loan, id);
    CREATE INDEX loanStepEntry ON loanStep (entry) WHERE entry IS NOT NULL;

    CREATE TABLE loanPlan (
      loan INTEGER NOT NULL REFERENCES loan (id),
      version INTEGER NOT NULL CHECK (version > 0),
      startedOn INTEGER NOT NULL,
      afterEntry INTEGER NOT NULL,
      entry INTEGER REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
      periodStart INTEGER NOT NULL,
      firstDue INTEGER NOT NULL CHECK (firstDue > periodStart),
      principal INTEGER NOT NULL CHECK (principal > 0),
      method TEXT NOT NULL,
      rateBillionths INTEGER NOT NULL CHECK (rateBillionths >= 0),
      rateBasis TEXT NOT NULL CHECK (rateBasis IN ('year', 'month')),
      count INTEGER NOT NULL CHECK (count > 0),
      interestDue TEXT NOT NULL,
      principalGrace INTEGER NOT NULL CHECK (principalGrace >= 0),
      carriedFee INTEGER NOT NULL CHECK (carriedFee >= 0),
      carriedInterest INTEGER NOT NULL CHECK (carriedInterest >= 0),
      paidAhead INTEGER NOT NULL CHECK (paidAhead >= 0),
      advance INTEGER NOT NULL CHECK (advance >= 0),
      paidPrincipal INTEGER NOT NULL CHECK (paidPrincipal BETWEEN 0 AND principal),
      paidInterest INTEGER NOT NULL CHECK (paidInterest >= 0),
      PRIMARY KEY (loan, version)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX loanPlanEntry ON loanPlan (entry) WHERE entry IS NOT NULL;

    CREATE TABLE loanInstallment (
      loan INTEGER NOT NULL,
      version INTEGER NOT NULL,
      number INTEGER NOT NULL CHECK (number > 0),
      due INTEGER NOT NULL,
      principal INTEGER NOT NULL CHECK (principal >= 0),
      interest INTEGER NOT NULL CHECK (interest >= 0),
      PRIMARY KEY (loan, version, number),
      FOREIGN KEY (loan, version) REFERENCES loanPlan DEFERRABLE INITIALLY DEFERRED
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX loanInstallmentDue ON loanInstallment (due, loan);

    CREATE TABLE loanCollateral (
      loan INTEGER NOT NULL REFERENCES loan (id),
      line INTEGER NOT NULL,
      kind TEXT NOT NULL,
      description TEXT NOT NULL,
      value INTEGER NOT NULL CHECK (value >= 0),
      PRIMARY KEY (loan, line)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE loanGuarantor (
      loan INTEGER NOT NULL REFERENCES loan (id),
      line INTEGER NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (loan, line)
    ) STRICT, WITHOUT ROWID;

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
      PRIMARY KEY (month, loan)
    ) STRICT, WITHOUT ROWID;
    """

  static let triggers = """
    CREATE TRIGGER loanPlanBeforeInsert BEFORE INSERT ON loanPlan BEGIN
      SELECT CASE
          WHEN rows = 0 OR rows <> lastNumber THEN RAISE(ABORT, 'ksp:loanPlan.rows')
          WHEN total <> NEW.principal THEN RAISE(ABORT, 'ksp:loanPlan.principal')
        END
        FROM (SELECT count(*) AS rows, max(number) AS lastNumber,
          ifnull(sum(principal), 0) AS total
          FROM loanInstallment WHERE loan = NEW.loan AND version = NEW.version);
      SELECT RAISE(ABORT, 'ksp:loanPlan.version') WHERE NEW.version <> 1 + ifnull(
        (SELECT max(version) FROM loanPlan WHERE loan = NEW.loan), 0);
    END;
    CREATE TRIGGER loanInstallmentBeforeInsert BEFORE INSERT ON loanInstallment BEGIN
      SELECT RAISE(ABORT, 'ksp:loanPlan.sealed') WHERE EXISTS
        (SELECT 1 FROM loanPlan WHERE loan = NEW.loan AND version = NEW.version);
    END;
    CREATE TRIGGER loanMonthBeforeInsert BEFORE INSERT ON loanMonth BEGIN
      SELECT RAISE(ABORT, 'ksp:month.closed')
        WHERE EXISTS (SELECT 1 FROM closedMonth WHERE month = NEW.month);
    END;
    """

  /// Tables whose rows are written once.
  static let appendOnly: [(table: String, key: String)] = [
    ("loanProduct", "id = NEW.id OR code = NEW.code"),
    (
      "loanTerms",
      "product = NEW.product AND effectiveFrom = NEW.effectiveFrom AND version = NEW.version"
    ),
    (
      "loanFee",
      "product = NEW.product AND effectiveFrom = NEW.effectiveFrom AND version = NEW.version "
        + "AND line = NEW.line"
    ),
    ("holiday", "day = NEW.day"),
    ("loan", "id = NEW.id OR number = NEW.number"),
    ("loanAccount", "account = NEW.account OR (loan = NEW.loan AND part = NEW.part)"),
    ("loanStep", "id = NEW.id"),
    ("loanPlan", "loan = NEW.loan AND version = NEW.version"),
    (
      "loanInstallment",
      "loan = NEW.loan AND version = NEW.version AND number = NEW.number"
    ),
    ("loanCollateral", "loan = NEW.loan AND line = NEW.line"),
    ("loanGuarantor", "loan = NEW.loan AND line = NEW.line"),
    ("loanMonth", "month = NEW.month AND loan = NEW.loan"),
  ]

  /// What turns a book of version 1 into one of version 2.
  static var sql: String {
    [tables, triggers, SchemaV1.onlyOnceTriggers(appendOnly)].joined(separator: "\n")
  }

  /// The same tables, empty, beside a book of version 1 that is only read: what it says of loans is
  /// that there are none.
  static var temporaryTables: String {
    tables.replacing("CREATE TABLE", with: "CREATE TEMP TABLE")
      .split(separator: "\n").filter {
        !$0.contains("CREATE INDEX") && !$0.contains("UNIQUE INDEX")
      }
      .joined(separator: "\n")
  }
}
