import KSPCore

extension Schema {
  /// Loan products with their terms, loans with their steps, plans and what secures them.
  ///
  /// A loan's principal, interest and late fees are leaf accounts like a member's savings, so the
  /// list of loans and the general ledger cannot differ. Plans are written rows first, header last,
  /// as entries are.
  static let loans = SchemaPart(
    room: "loans",
    meaning: Phrase(
      id: "Produk, syarat, rencana dan langkah pinjaman sama dengan yang dikatakan rantai",
      en: "Products, terms, plans and steps of loans are what the chain says"),
    tables: """
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
        rateBasis TEXT NOT NULL
          CHECK (rateBasis IN ('year', 'month', 'day', 'week', 'term')),
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
        administration INTEGER CHECK (administration > 0),
        administrationStep INTEGER CHECK (administrationStep > 0),
        administrationIncome TEXT,
        allocation TEXT NOT NULL,
        prepayment TEXT NOT NULL,
        prepaymentProduct TEXT,
        settlementInterest TEXT NOT NULL,
        settlementCount INTEGER CHECK (settlementCount >= 0),
        settlementPenalty INTEGER NOT NULL CHECK (settlementPenalty >= 0),
        settlementAdvance INTEGER NOT NULL CHECK (settlementAdvance IN (0, 1)),
        recognition TEXT NOT NULL,
        recognitionStops INTEGER CHECK (recognitionStops BETWEEN 1 AND 5),
        collectibility TEXT NOT NULL,
        provision TEXT NOT NULL,
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
        feeRecognition TEXT NOT NULL CHECK (feeRecognition IN ('once', 'straight', 'effective')),
        PRIMARY KEY (product, effectiveFrom, version, line),
        FOREIGN KEY (product, effectiveFrom, version) REFERENCES loanTerms,
        CHECK ((share IS NULL) <> (amount IS NULL)),
        CHECK ((account IS NULL) <> (savingsProduct IS NULL)),
        CHECK (feeRecognition = 'once' OR account IS NOT NULL)
      ) STRICT, WITHOUT ROWID;

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
        rateBasis TEXT NOT NULL
          CHECK (rateBasis IN ('year', 'month', 'day', 'week', 'term')),
        administration INTEGER CHECK (administration > 0),
        administrationStep INTEGER CHECK (administrationStep > 0),
        purpose TEXT,
        appliedOn INTEGER NOT NULL,
        FOREIGN KEY (product, termsFrom, termsVersion) REFERENCES loanTerms
      ) STRICT;
      CREATE INDEX loanMember ON loan (member);

      CREATE TABLE loanAccount (
        account INTEGER PRIMARY KEY REFERENCES account (id),
        loan INTEGER NOT NULL REFERENCES loan (id),
        part TEXT NOT NULL CHECK (part IN
          ('principal', 'interest', 'late-fee', 'administration'))
      ) STRICT;
      CREATE UNIQUE INDEX loanAccountPart ON loanAccount (loan, part, account);

      CREATE TABLE loanStep (
        id INTEGER PRIMARY KEY,
        loan INTEGER NOT NULL REFERENCES loan (id),
        kind TEXT NOT NULL CHECK (kind IN ('applied', 'approved', 'rejected', 'changed',
          'withdrawn', 'disbursed', 'opening', 'rescheduled', 'settled',
          'written-off', 'recovered', 'waived', 'secured', 'released')),
        bookDate INTEGER NOT NULL,
        entry INTEGER REFERENCES entry (id),
        class INTEGER CHECK (class BETWEEN 1 AND 5),
        returned INTEGER CHECK (returned > 0),
        note TEXT,
        recordedBy TEXT
      ) STRICT;
      CREATE INDEX loanStepLoan ON loanStep (loan, id);
      CREATE INDEX loanStepEntry ON loanStep (entry) WHERE entry IS NOT NULL;

      CREATE TABLE loanOffer (
        loan INTEGER NOT NULL REFERENCES loan (id),
        step INTEGER NOT NULL REFERENCES loanStep (id),
        principal INTEGER NOT NULL CHECK (principal > 0),
        count INTEGER NOT NULL CHECK (count > 0),
        rateBillionths INTEGER NOT NULL CHECK (rateBillionths >= 0),
        rateBasis TEXT NOT NULL
          CHECK (rateBasis IN ('year', 'month', 'day', 'week', 'term')),
        administration INTEGER CHECK (administration > 0),
        administrationStep INTEGER CHECK (administrationStep > 0),
        purpose TEXT,
        PRIMARY KEY (loan, step)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE loanSplit (
        entry INTEGER NOT NULL REFERENCES entry (id),
        loan INTEGER NOT NULL REFERENCES loan (id),
        payment INTEGER NOT NULL REFERENCES entry (id),
        isKept INTEGER NOT NULL CHECK (isKept IN (0, 1)),
        principal INTEGER NOT NULL,
        interest INTEGER NOT NULL,
        lateFee INTEGER NOT NULL,
        administration INTEGER NOT NULL,
        rest INTEGER NOT NULL,
        account INTEGER REFERENCES account (id),
        PRIMARY KEY (loan, payment, entry),
        CHECK (entry = payment
          OR principal + interest + lateFee + administration + rest = 0),
        CHECK (entry <> payment
          OR (principal = 0 AND interest = 0 AND lateFee = 0 AND administration = 0))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX loanSplitPayment ON loanSplit (payment);
      CREATE INDEX loanSplitEntry ON loanSplit (entry);

      CREATE TABLE loanPlan (
        loan INTEGER NOT NULL REFERENCES loan (id),
        version INTEGER NOT NULL CHECK (version > 0),
        startedOn INTEGER NOT NULL,
        afterEntry INTEGER NOT NULL,
        entry INTEGER REFERENCES entry (id),
        periodStart INTEGER NOT NULL,
        firstDue INTEGER NOT NULL CHECK (firstDue > periodStart),
        principal INTEGER NOT NULL CHECK (principal > 0),
        method TEXT NOT NULL,
        rateBillionths INTEGER NOT NULL CHECK (rateBillionths >= 0),
        rateBasis TEXT NOT NULL
          CHECK (rateBasis IN ('year', 'month', 'day', 'week', 'term')),
        count INTEGER NOT NULL CHECK (count > 0),
        interestDue TEXT NOT NULL,
        principalGrace INTEGER NOT NULL CHECK (principalGrace >= 0),
        installment INTEGER CHECK (installment > 0),
        carriedFee INTEGER NOT NULL CHECK (carriedFee >= 0),
        carriedInterest INTEGER NOT NULL CHECK (carriedInterest >= 0),
        paidAhead INTEGER NOT NULL CHECK (paidAhead >= 0),
        carriedAdministration INTEGER NOT NULL CHECK (carriedAdministration >= 0),
        administrationAhead INTEGER NOT NULL CHECK (administrationAhead >= 0),
        advance INTEGER NOT NULL CHECK (advance >= 0),
        returned INTEGER NOT NULL CHECK (returned >= 0),
        paidPrincipal INTEGER NOT NULL CHECK (paidPrincipal BETWEEN 0 AND principal),
        paidInterest INTEGER NOT NULL CHECK (paidInterest >= 0),
        paidAdministration INTEGER NOT NULL CHECK (paidAdministration >= 0),
        onTime INTEGER NOT NULL CHECK (onTime >= 0),
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
        administration INTEGER NOT NULL CHECK (administration >= 0),
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
        step INTEGER REFERENCES loanStep (id),
        PRIMARY KEY (loan, line)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE loanRelease (
        loan INTEGER NOT NULL,
        line INTEGER NOT NULL,
        step INTEGER NOT NULL REFERENCES loanStep (id),
        PRIMARY KEY (loan, line),
        FOREIGN KEY (loan, line) REFERENCES loanCollateral (loan, line)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE loanGuarantor (
        loan INTEGER NOT NULL REFERENCES loan (id),
        line INTEGER NOT NULL,
        member INTEGER REFERENCES member (id),
        name TEXT,
        nik TEXT,
        relation TEXT,
        PRIMARY KEY (loan, line),
        CHECK (member IS NOT NULL OR name IS NOT NULL)
      ) STRICT, WITHOUT ROWID;
      """,
    triggers: """
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
      """,
    once: [
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
      ("loan", "id = NEW.id OR number = NEW.number"),
      ("loanAccount", "account = NEW.account OR (loan = NEW.loan AND part = NEW.part)"),
      ("loanStep", "id = NEW.id"),
      ("loanOffer", "loan = NEW.loan AND step = NEW.step"),
      ("loanSplit", "loan = NEW.loan AND payment = NEW.payment AND entry = NEW.entry"),
      ("loanPlan", "loan = NEW.loan AND version = NEW.version"),
      (
        "loanInstallment",
        "loan = NEW.loan AND version = NEW.version AND number = NEW.number"
      ),
      ("loanCollateral", "loan = NEW.loan AND line = NEW.line"),
      ("loanRelease", "loan = NEW.loan AND line = NEW.line"),
    ],
    fixed: [
      SchemaPart.Guarded(
        table: "loanGuarantor", key: "loan = NEW.loan AND line = NEW.line",
        columns: ["loan", "line", "member"], refusal: "loanGuarantor.fixed")
    ],
    projections: loanProjections)

  /// What a column of the terms of products holds.
  private static func meaning(_ column: TermColumn) -> (String, Projection.Meaning)? {
    switch column.meaning {
    case .amount: (column.name, .amount)
    case .share: (column.name, .share)
    case .flag: (column.name, .flag)
    case nil: nil
    }
  }

  private static let loanProjections: [Projection] = [
    Projection(
      table: "loanProduct", key: ["id"],
      meanings: Dictionary(
        uniqueKeysWithValues: [
          "principalControl", "interestControl", "lateFeeControl", "interestIncome",
          "lateFeeIncome", "unearnedInterest", "allowance", "allowanceExpense", "recoveryIncome",
        ].map { ($0, .row(of: "account", as: "code")) })),
    Projection(
      table: "loanTerms", key: ["product", "effectiveFrom", "version"],
      meanings: [
        "product": .row(of: "loanProduct", as: "code"), "effectiveFrom": .month,
      ].merging(LoanTerm.columns.compactMap(meaning), uniquingKeysWith: { first, _ in first })),
    Projection(
      table: "loanFee", key: ["product", "effectiveFrom", "version", "line"],
      meanings: [
        "product": .row(of: "loanProduct", as: "code"), "effectiveFrom": .month, "share": .share,
        "minimum": .amount, "maximum": .amount, "amount": .amount,
      ]),
    Projection(
      table: "loan", key: ["id"],
      meanings: [
        "member": .row(of: "member", as: "number"), "product": .row(of: "loanProduct", as: "code"),
        "termsFrom": .month, "principal": .amount, "rateBillionths": .share, "appliedOn": .day,
        "administration": .amount, "administrationStep": .amount,
      ]),
    Projection(
      table: "loanAccount", key: ["account"],
      meanings: [
        "account": .row(of: "account", as: "code"), "loan": .row(of: "loan", as: "number"),
      ]),
    Projection(
      table: "loanStep", key: ["id"],
      meanings: [
        "loan": .row(of: "loan", as: "number"), "bookDate": .day, "entry": .entry,
        "returned": .amount,
      ]),
    Projection(
      table: "loanOffer", key: ["loan", "step"],
      meanings: [
        "loan": .row(of: "loan", as: "number"), "principal": .amount, "rateBillionths": .share,
        "administration": .amount, "administrationStep": .amount,
      ]),
    Projection(
      table: "loanSplit", key: ["loan", "payment", "entry"],
      meanings: [
        "entry": .entry, "loan": .row(of: "loan", as: "number"), "payment": .entry,
        "isKept": .flag, "principal": .amount, "interest": .amount, "lateFee": .amount,
        "administration": .amount,
        "rest": .amount, "account": .row(of: "account", as: "code"),
      ]),
    Projection(
      table: "loanPlan", key: ["loan", "version"],
      meanings: [
        "loan": .row(of: "loan", as: "number"), "startedOn": .day, "periodStart": .day,
        "entry": .entry,
        "firstDue": .day, "principal": .amount, "rateBillionths": .share, "installment": .amount,
        "carriedFee": .amount,
        "carriedInterest": .amount, "paidAhead": .amount, "advance": .amount,
        "paidPrincipal": .amount, "paidInterest": .amount, "carriedAdministration": .amount,
        "administrationAhead": .amount, "paidAdministration": .amount, "returned": .amount,
      ]),
    Projection(
      table: "loanInstallment", key: ["loan", "version", "number"],
      meanings: [
        "loan": .row(of: "loan", as: "number"), "due": .day, "principal": .amount,
        "interest": .amount, "administration": .amount,
      ]),
    Projection(
      table: "loanCollateral", key: ["loan", "line"],
      meanings: ["loan": .row(of: "loan", as: "number"), "value": .amount]),
    Projection(
      table: "loanRelease", key: ["loan", "line"],
      meanings: ["loan": .row(of: "loan", as: "number")]),
    Projection(
      table: "loanGuarantor", key: ["loan", "line"],
      meanings: [
        "loan": .row(of: "loan", as: "number"), "member": .row(of: "member", as: "number"),
      ], personal: ["name", "nik", "relation"]),
  ]
}
