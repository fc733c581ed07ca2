import KSPCore

extension Schema {
  /// Term deposits: what products offer, what was agreed, paid and ended, and what is pledged.
  static let termDeposits = SchemaPart(
    room: "termDeposits",
    meaning: Phrase(
      id: "Syarat, jasa dan pencairan berjangka sama dengan yang dikatakan rantai",
      en: "Terms, interest and ends of term deposits are what the chain says"),
    tables: """
      CREATE TABLE depositOffer (
        event INTEGER PRIMARY KEY,
        product INTEGER NOT NULL REFERENCES savingsProduct (id),
        offeredFrom INTEGER NOT NULL,
        depositDayCount TEXT NOT NULL CHECK (depositDayCount IN
          ('actual/365', 'actual/360', '1/12')),
        payout TEXT NOT NULL CHECK (payout IN
          ('savings', 'cash', 'capitalise', 'maturity', 'advance')),
        roundingMode TEXT NOT NULL,
        roundingStep INTEGER NOT NULL CHECK (roundingStep > 0),
        breakPenalty TEXT NOT NULL,
        rollOver TEXT NOT NULL CHECK (rollOver IN ('none', 'principal', 'with-interest'))
      ) STRICT;

      CREATE TABLE depositRate (
        event INTEGER NOT NULL,
        tenor INTEGER NOT NULL CHECK (tenor BETWEEN 1 AND 600),
        threshold INTEGER NOT NULL CHECK (threshold >= 0),
        rateBillionths INTEGER NOT NULL CHECK (rateBillionths >= 0),
        rateBasis TEXT NOT NULL CHECK (rateBasis IN ('year', 'month')),
        PRIMARY KEY (event, tenor, threshold)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE termDeposit (
        account INTEGER NOT NULL REFERENCES savingsAccount (account),
        period INTEGER NOT NULL CHECK (period > 0),
        openedOn INTEGER NOT NULL,
        principal INTEGER NOT NULL CHECK (principal > 0),
        tenor INTEGER NOT NULL CHECK (tenor BETWEEN 1 AND 600),
        rateBillionths INTEGER NOT NULL CHECK (rateBillionths >= 0),
        rateBasis TEXT NOT NULL CHECK (rateBasis IN ('year', 'month')),
        depositDayCount TEXT NOT NULL CHECK (depositDayCount IN
          ('actual/365', 'actual/360', '1/12')),
        payout TEXT NOT NULL CHECK (payout IN ('savings', 'cash', 'capitalise', 'maturity')),
        roundingMode TEXT NOT NULL,
        roundingStep INTEGER NOT NULL CHECK (roundingStep > 0),
        breakPenalty TEXT NOT NULL,
        rollOver TEXT NOT NULL CHECK (rollOver IN ('none', 'principal', 'with-interest')),
        interestTo INTEGER REFERENCES savingsAccount (account),
        certificate TEXT,
        paidBefore INTEGER NOT NULL CHECK (paidBefore BETWEEN 0 AND tenor),
        interestBefore INTEGER NOT NULL CHECK (interestBefore >= 0),
        PRIMARY KEY (account, period)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE depositInterest (
        account INTEGER NOT NULL REFERENCES savingsAccount (account),
        period INTEGER NOT NULL,
        number INTEGER NOT NULL CHECK (number > 0),
        voucher INTEGER REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
        gross INTEGER NOT NULL CHECK (gross >= 0),
        tax INTEGER NOT NULL CHECK (tax BETWEEN 0 AND gross),
        isAdded INTEGER NOT NULL CHECK (isAdded IN (0, 1)),
        PRIMARY KEY (account, period, number)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX depositInterestVoucher ON depositInterest (voucher);

      CREATE TABLE depositEnd (
        account INTEGER PRIMARY KEY REFERENCES savingsAccount (account),
        voucher INTEGER NOT NULL REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
        endedOn INTEGER NOT NULL,
        gross INTEGER NOT NULL CHECK (gross >= 0),
        tax INTEGER NOT NULL CHECK (tax BETWEEN 0 AND gross),
        penalty INTEGER NOT NULL CHECK (penalty >= 0),
        waivingReason TEXT
      ) STRICT;
      CREATE INDEX depositEndVoucher ON depositEnd (voucher);

      CREATE TABLE depositPledge (
        event INTEGER PRIMARY KEY,
        account INTEGER NOT NULL REFERENCES savingsAccount (account),
        pledgedFor TEXT
      ) STRICT;
      CREATE INDEX depositPledgeAccount ON depositPledge (account);
      """,
    once: [
      ("depositOffer", "event = NEW.event"),
      (
        "depositRate",
        "event = NEW.event AND tenor = NEW.tenor AND threshold = NEW.threshold"
      ),
      ("termDeposit", "account = NEW.account AND period = NEW.period"),
      (
        "depositInterest",
        "account = NEW.account AND period = NEW.period AND number = NEW.number"
      ),
      ("depositEnd", "account = NEW.account"), ("depositPledge", "event = NEW.event"),
    ],
    projections: [
      Projection(
        table: "depositOffer", key: ["event"],
        meanings: [
          "product": .row(of: "savingsProduct", as: "code"), "offeredFrom": .day,
          "roundingStep": .amount,
        ]),
      Projection(
        table: "depositRate", key: ["event", "tenor", "threshold"],
        meanings: ["threshold": .amount, "rateBillionths": .share]),
      Projection(
        table: "termDeposit", key: ["account", "period"],
        meanings: [
          "account": .row(of: "account", as: "code"), "openedOn": .day, "principal": .amount,
          "rateBillionths": .share, "roundingStep": .amount,
          "interestTo": .row(of: "account", as: "code"), "interestBefore": .amount,
        ]),
      Projection(
        table: "depositInterest", key: ["account", "period", "number"],
        meanings: [
          "account": .row(of: "account", as: "code"), "voucher": .entry, "gross": .amount,
          "tax": .amount, "isAdded": .flag,
        ]),
      Projection(
        table: "depositEnd", key: ["account"],
        meanings: [
          "account": .row(of: "account", as: "code"), "voucher": .entry, "endedOn": .day,
          "gross": .amount, "tax": .amount, "penalty": .amount,
        ]),
      Projection(
        table: "depositPledge", key: ["event"],
        meanings: ["account": .row(of: "account", as: "code")]),
    ])
}
