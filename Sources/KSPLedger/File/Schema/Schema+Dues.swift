import KSPCore

extension Schema {
  /// What is asked for as dues of simpanan wajib, of whom not, and for which months was paid.
  ///
  /// What is owed stands nowhere: it follows from these and from what was paid.
  static let dues = SchemaPart(
    room: "dues",
    meaning: Phrase(
      id: "Besaran, pembebasan dan bulan wajib sama dengan yang dikatakan rantai",
      en: "Amounts, exemptions and months of dues are what the chain says"),
    tables: """
      CREATE TABLE dueAmount (
        event INTEGER PRIMARY KEY,
        product INTEGER NOT NULL REFERENCES savingsProduct (id),
        member INTEGER REFERENCES member (id),
        memberKind TEXT CHECK (memberKind IN
          ('individual', 'organization', 'prospective', 'member', 'honorary')),
        effectiveFrom INTEGER NOT NULL,
        amount INTEGER NOT NULL CHECK (amount >= 0),
        CHECK (member IS NULL OR memberKind IS NULL)
      ) STRICT;

      CREATE TABLE dueExemption (
        event INTEGER PRIMARY KEY,
        member INTEGER NOT NULL REFERENCES member (id),
        product INTEGER NOT NULL REFERENCES savingsProduct (id),
        firstMonth INTEGER NOT NULL,
        lastMonth INTEGER CHECK (lastMonth >= firstMonth),
        isLifted INTEGER NOT NULL CHECK (isLifted IN (0, 1)),
        reason TEXT NOT NULL CHECK (length(reason) > 0)
      ) STRICT;
      CREATE INDEX dueExemptionMember ON dueExemption (member);

      CREATE TABLE dueTakeover (
        event INTEGER PRIMARY KEY,
        member INTEGER NOT NULL REFERENCES member (id),
        product INTEGER NOT NULL REFERENCES savingsProduct (id),
        asOf INTEGER NOT NULL,
        paidUntil INTEGER,
        arrears INTEGER CHECK (arrears >= 0),
        CHECK ((paidUntil IS NULL) <> (arrears IS NULL))
      ) STRICT;
      CREATE INDEX dueTakeoverMember ON dueTakeover (member);

      CREATE TABLE duePayment (
        account INTEGER NOT NULL REFERENCES savingsAccount (account),
        entry INTEGER NOT NULL REFERENCES entry (id),
        dueMonth INTEGER NOT NULL,
        amount INTEGER NOT NULL CHECK (amount > 0),
        PRIMARY KEY (account, entry, dueMonth)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX duePaymentEntry ON duePayment (entry);
      """,
    once: [
      ("dueAmount", "event = NEW.event"), ("dueExemption", "event = NEW.event"),
      ("dueTakeover", "event = NEW.event"),
      ("duePayment", "account = NEW.account AND entry = NEW.entry AND dueMonth = NEW.dueMonth"),
    ],
    projections: [
      Projection(
        table: "dueAmount", key: ["event"],
        meanings: [
          "product": .row(of: "savingsProduct", as: "code"),
          "member": .row(of: "member", as: "number"), "effectiveFrom": .month, "amount": .amount,
        ]),
      Projection(
        table: "dueExemption", key: ["event"],
        meanings: [
          "product": .row(of: "savingsProduct", as: "code"),
          "member": .row(of: "member", as: "number"), "firstMonth": .month, "lastMonth": .month,
          "isLifted": .flag,
        ]),
      Projection(
        table: "dueTakeover", key: ["event"],
        meanings: [
          "product": .row(of: "savingsProduct", as: "code"),
          "member": .row(of: "member", as: "number"), "asOf": .day, "paidUntil": .month,
          "arrears": .amount,
        ]),
      Projection(
        table: "duePayment", key: ["account", "entry", "dueMonth"],
        meanings: [
          "account": .row(of: "account", as: "code"), "entry": .entry, "dueMonth": .month,
          "amount": .amount,
        ]),
    ])
}
