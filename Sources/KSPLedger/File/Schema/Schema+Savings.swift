import KSPCore

extension Schema {
  /// Savings products with their terms, and the accounts of members.
  static let savings = SchemaPart(
    room: "savings",
    meaning: Phrase(
      id: "Produk, syarat dan pemilik simpanan sama dengan yang dikatakan rantai",
      en: "Products, terms and owners of savings are what the chain says"),
    tables: """
      CREATE TABLE savingsProduct (
        id INTEGER PRIMARY KEY,
        code TEXT NOT NULL UNIQUE,
        nameIndonesian TEXT NOT NULL,
        nameEnglish TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('pokok', 'wajib', 'sukarela', 'berjangka')),
        accountPrefix TEXT NOT NULL UNIQUE,
        controlAccount INTEGER NOT NULL REFERENCES account (id),
        interestExpenseAccount INTEGER NOT NULL REFERENCES account (id)
      ) STRICT;

      CREATE TABLE savingsTerms (
        product INTEGER NOT NULL REFERENCES savingsProduct (id),
        effectiveFrom INTEGER NOT NULL,
        version INTEGER NOT NULL,
        isWithdrawable INTEGER NOT NULL CHECK (isWithdrawable IN (0, 1)),
        minimumDeposit INTEGER NOT NULL CHECK (minimumDeposit >= 0),
        minimumBalance INTEGER NOT NULL CHECK (minimumBalance >= 0),
        overdraftLimit INTEGER NOT NULL CHECK (overdraftLimit >= 0),
        monthlyDue INTEGER NOT NULL CHECK (monthlyDue >= 0),
        interestMethod TEXT,
        dayCount TEXT,
        interestFloor INTEGER,
        countsPostingDay INTEGER,
        roundingMode TEXT,
        roundingStep INTEGER,
        roundingMoment TEXT,
        creditingInterval TEXT
          CHECK (creditingInterval IN ('monthly', 'quarterly', 'half-yearly', 'yearly')),
        isAccrued INTEGER CHECK (isAccrued IN (0, 1)),
        leastInterest INTEGER CHECK (leastInterest >= 0),
        belowLeast TEXT CHECK (belowLeast IN ('carried', 'dropped')),
        interestCreditedTo TEXT,
        leavingInterest TEXT NOT NULL CHECK (leavingInterest IN ('none', 'day-before', 'forfeit')),
        PRIMARY KEY (product, effectiveFrom, version)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE savingsTier (
        product INTEGER NOT NULL,
        effectiveFrom INTEGER NOT NULL,
        version INTEGER NOT NULL,
        threshold INTEGER NOT NULL,
        standing TEXT NOT NULL CHECK (standing IN ('all', 'prospective', 'member', 'honorary')),
        rateBillionths INTEGER NOT NULL CHECK (rateBillionths >= 0),
        rateBasis TEXT NOT NULL CHECK (rateBasis IN ('year', 'month')),
        PRIMARY KEY (product, effectiveFrom, version, threshold, standing),
        FOREIGN KEY (product, effectiveFrom, version) REFERENCES savingsTerms
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE savingsWindow (
        product INTEGER NOT NULL,
        effectiveFrom INTEGER NOT NULL,
        version INTEGER NOT NULL,
        opensOn INTEGER NOT NULL,
        closesOn INTEGER NOT NULL CHECK (closesOn >= opensOn),
        PRIMARY KEY (product, effectiveFrom, version, opensOn),
        FOREIGN KEY (product, effectiveFrom, version) REFERENCES savingsTerms
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE savingsAccount (
        account INTEGER PRIMARY KEY REFERENCES account (id),
        member INTEGER NOT NULL REFERENCES member (id),
        product INTEGER NOT NULL REFERENCES savingsProduct (id),
        ordinal INTEGER NOT NULL CHECK (ordinal > 0)
      ) STRICT;
      CREATE UNIQUE INDEX savingsAccountMember ON savingsAccount (member, product, ordinal);
      """,
    once: [
      ("savingsProduct", "id = NEW.id OR code = NEW.code OR accountPrefix = NEW.accountPrefix"),
      (
        "savingsTerms",
        "product = NEW.product AND effectiveFrom = NEW.effectiveFrom AND version = NEW.version"
      ),
      (
        "savingsTier",
        "product = NEW.product AND effectiveFrom = NEW.effectiveFrom AND version = NEW.version "
          + "AND threshold = NEW.threshold AND standing = NEW.standing"
      ),
      (
        "savingsWindow",
        "product = NEW.product AND effectiveFrom = NEW.effectiveFrom AND version = NEW.version "
          + "AND opensOn = NEW.opensOn"
      ),
      (
        "savingsAccount",
        "account = NEW.account OR (member = NEW.member AND product = NEW.product "
          + "AND ordinal = NEW.ordinal)"
      ),
    ],
    projections: [
      Projection(
        table: "savingsProduct", key: ["id"],
        meanings: [
          "controlAccount": .row(of: "account", as: "code"),
          "interestExpenseAccount": .row(of: "account", as: "code"),
        ]),
      Projection(
        table: "savingsTerms", key: ["product", "effectiveFrom", "version"],
        meanings: [
          "product": .row(of: "savingsProduct", as: "code"), "effectiveFrom": .month,
          "isWithdrawable": .flag, "minimumDeposit": .amount, "minimumBalance": .amount,
          "overdraftLimit": .amount, "monthlyDue": .amount, "interestFloor": .amount,
          "countsPostingDay": .flag, "roundingStep": .amount, "isAccrued": .flag,
          "leastInterest": .amount,
        ]),
      Projection(
        table: "savingsTier",
        key: ["product", "effectiveFrom", "version", "threshold", "standing"],
        meanings: [
          "product": .row(of: "savingsProduct", as: "code"), "effectiveFrom": .month,
          "threshold": .amount, "rateBillionths": .share,
        ]),
      Projection(
        table: "savingsWindow", key: ["product", "effectiveFrom", "version", "opensOn"],
        meanings: [
          "product": .row(of: "savingsProduct", as: "code"), "effectiveFrom": .month,
          "opensOn": .day, "closesOn": .day,
        ]),
      Projection(
        table: "savingsAccount", key: ["account"],
        meanings: [
          "account": .row(of: "account", as: "code"), "member": .row(of: "member", as: "number"),
          "product": .row(of: "savingsProduct", as: "code"),
        ]),
    ])
}
