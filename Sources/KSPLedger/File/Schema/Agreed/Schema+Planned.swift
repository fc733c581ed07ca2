import KSPCore

extension Schema {
  /// Planned savings: what products offer, what was agreed, and how it ended. Which months are paid
  /// follows from the journal.
  static let planned = SchemaPart(
    room: "planned",
    meaning: Phrase(
      id: "Simpanan berencana dan syaratnya sama dengan yang dikatakan rantai",
      en: "Planned savings and their terms are what the chain says"),
    tables: """
      CREATE TABLE plannedSavingsTerms (
        event INTEGER PRIMARY KEY,
        product INTEGER NOT NULL REFERENCES savingsProduct (id),
        effectiveFrom INTEGER NOT NULL,
        plannedMonths INTEGER NOT NULL CHECK (plannedMonths BETWEEN 1 AND 600),
        rateBillionths INTEGER NOT NULL CHECK (rateBillionths >= 0),
        rateBasis TEXT NOT NULL CHECK (rateBasis IN ('year', 'month')),
        lapsedBillionths INTEGER NOT NULL CHECK (lapsedBillionths >= 0),
        lapsedBasis TEXT NOT NULL CHECK (lapsedBasis IN ('year', 'month')),
        misses INTEGER NOT NULL CHECK (misses BETWEEN 1 AND plannedMonths),
        least INTEGER NOT NULL CHECK (least >= 0)
      ) STRICT;

      CREATE TABLE plannedSavings (
        account INTEGER PRIMARY KEY REFERENCES savingsAccount (account),
        event INTEGER NOT NULL,
        savedFrom INTEGER NOT NULL,
        monthly INTEGER NOT NULL CHECK (monthly > 0),
        plannedMonths INTEGER NOT NULL CHECK (plannedMonths BETWEEN 1 AND 600),
        rateBillionths INTEGER NOT NULL CHECK (rateBillionths >= 0),
        rateBasis TEXT NOT NULL CHECK (rateBasis IN ('year', 'month')),
        lapsedBillionths INTEGER NOT NULL CHECK (lapsedBillionths >= 0),
        lapsedBasis TEXT NOT NULL CHECK (lapsedBasis IN ('year', 'month')),
        misses INTEGER NOT NULL CHECK (misses BETWEEN 1 AND plannedMonths),
        payTo INTEGER REFERENCES savingsAccount (account) CHECK (payTo <> account),
        takenOverOn INTEGER,
        interestBefore INTEGER NOT NULL CHECK (interestBefore >= 0)
          CHECK (takenOverOn IS NOT NULL OR interestBefore = 0)
      ) STRICT;

      CREATE TABLE plannedSavingsEnd (
        account INTEGER PRIMARY KEY REFERENCES plannedSavings (account),
        event INTEGER NOT NULL,
        plannedEndedOn INTEGER NOT NULL,
        reason TEXT CHECK (length(reason) > 0),
        entry INTEGER REFERENCES entry (id),
        CHECK ((reason IS NULL) = (entry IS NOT NULL))
      ) STRICT;
      CREATE INDEX plannedSavingsEndEntry ON plannedSavingsEnd (entry);
      """,
    once: [
      ("plannedSavingsTerms", "event = NEW.event"),
      ("plannedSavings", "account = NEW.account"),
      ("plannedSavingsEnd", "account = NEW.account"),
    ],
    projections: [
      Projection(
        table: "plannedSavingsTerms", key: ["event"],
        meanings: [
          "product": .row(of: "savingsProduct", as: "code"), "effectiveFrom": .month,
          "rateBillionths": .share, "lapsedBillionths": .share, "least": .amount,
        ]),
      Projection(
        table: "plannedSavings", key: ["account"],
        meanings: [
          "account": .row(of: "account", as: "code"), "savedFrom": .month, "monthly": .amount,
          "rateBillionths": .share, "lapsedBillionths": .share,
          "payTo": .row(of: "account", as: "code"), "takenOverOn": .day,
          "interestBefore": .amount,
        ]),
      Projection(
        table: "plannedSavingsEnd", key: ["account"],
        meanings: [
          "account": .row(of: "account", as: "code"), "plannedEndedOn": .day, "entry": .entry,
        ]),
    ])
}
