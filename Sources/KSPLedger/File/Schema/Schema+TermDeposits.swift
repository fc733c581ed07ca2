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
        rollOver TEXT NOT NULL CHECK (rollOver IN ('none', 'principal', 'with-interest')),
        isAccrued INTEGER NOT NULL CHECK (isAccrued IN (0, 1))
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
        payout TEXT NOT NULL CHECK (payout IN
          ('savings', 'cash', 'capitalise', 'maturity', 'advance')),
        roundingMode TEXT NOT NULL,
        roundingStep INTEGER NOT NULL CHECK (roundingStep > 0),
        breakPenalty TEXT NOT NULL,
        rollOver TEXT NOT NULL CHECK (rollOver IN ('none', 'principal', 'with-interest')),
        interestTo INTEGER REFERENCES savingsAccount (account),
        certificate TEXT,
        paidBefore INTEGER NOT NULL CHECK (paidBefore BETWEEN 0 AND tenor),
        interestBefore INTEGER NOT NULL CHECK (interestBefore >= 0),
        firstDue INTEGER,
        PRIMARY KEY (account, period)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX termDepositDue ON termDeposit (firstDue);

      CREATE TABLE depositInterest (
        account INTEGER NOT NULL REFERENCES savingsAccount (account),
        period INTEGER NOT NULL,
        number INTEGER NOT NULL CHECK (number >= 0),
        dueOn INTEGER NOT NULL,
        nextDue INTEGER CHECK (nextDue > dueOn),
        voucher INTEGER REFERENCES entry (id),
        gross INTEGER NOT NULL CHECK (gross >= 0),
        tax INTEGER NOT NULL CHECK (tax BETWEEN 0 AND gross),
        isAdded INTEGER NOT NULL CHECK (isAdded IN (0, 1)),
        PRIMARY KEY (account, period, number)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX depositInterestVoucher ON depositInterest (voucher);
      CREATE INDEX depositInterestDue ON depositInterest (nextDue);

      CREATE TABLE depositEnd (
        account INTEGER PRIMARY KEY REFERENCES savingsAccount (account),
        voucher INTEGER NOT NULL REFERENCES entry (id),
        endedOn INTEGER NOT NULL,
        gross INTEGER NOT NULL CHECK (gross >= 0),
        tax INTEGER NOT NULL CHECK (tax BETWEEN 0 AND gross),
        penalty INTEGER NOT NULL CHECK (penalty >= 0),
        takenBack INTEGER NOT NULL CHECK (takenBack >= 0),
        waivingReason TEXT,
        isToHeir INTEGER NOT NULL CHECK (isToHeir IN (0, 1))
      ) STRICT;
      CREATE INDEX depositEndVoucher ON depositEnd (voucher);

      CREATE TABLE depositPledge (
        event INTEGER PRIMARY KEY,
        account INTEGER NOT NULL REFERENCES savingsAccount (account),
        pledgedFor TEXT,
        loan INTEGER REFERENCES loan (id),
        line INTEGER,
        CHECK ((loan IS NULL) = (line IS NULL))
      ) STRICT;
      CREATE INDEX depositPledgeAccount ON depositPledge (account);

      CREATE TABLE depositHeir (
        account INTEGER NOT NULL REFERENCES savingsAccount (account),
        member INTEGER NOT NULL REFERENCES member (id),
        name TEXT NOT NULL,
        relation TEXT,
        PRIMARY KEY (account, member)
      ) STRICT, WITHOUT ROWID;
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
    fixed: [
      SchemaPart.Guarded(
        table: "depositHeir", key: "account = NEW.account", columns: ["account", "member"],
        refusal: "journal.appendOnly")
    ],
    projections: [
      Projection(
        table: "depositOffer", key: ["event"],
        meanings: [
          "product": .row(of: "savingsProduct", as: "code"), "offeredFrom": .day,
          "roundingStep": .amount, "isAccrued": .flag,
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
          "firstDue": .day,
        ]),
      Projection(
        table: "depositInterest", key: ["account", "period", "number"],
        meanings: [
          "account": .row(of: "account", as: "code"), "dueOn": .day, "nextDue": .day,
          "voucher": .entry, "gross": .amount, "tax": .amount, "isAdded": .flag,
        ]),
      Projection(
        table: "depositEnd", key: ["account"],
        meanings: [
          "account": .row(of: "account", as: "code"), "voucher": .entry, "endedOn": .day,
          "gross": .amount, "tax": .amount, "penalty": .amount, "takenBack": .amount,
          "isToHeir": .flag,
        ]),
      Projection(
        table: "depositPledge", key: ["event"],
        meanings: [
          "account": .row(of: "account", as: "code"), "loan": .row(of: "loan", as: "number"),
        ]),
      Projection(
        table: "depositHeir", key: ["account", "member"],
        meanings: [
          "account": .row(of: "account", as: "code"), "member": .row(of: "member", as: "number"),
        ], personal: ["name", "relation"]),
    ])
}
