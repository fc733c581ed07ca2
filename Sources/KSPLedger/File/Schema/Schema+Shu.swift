import KSPCore

extension Schema {
  /// What was decided about the SHU of years, how it was divided, and what members got.
  ///
  /// The part of a member that is still owed follows. A decision is replaced by a later one while
  /// nothing is booked; a division whose voucher was taken back counts for nothing.
  static let shu = SchemaPart(
    room: "shu",
    meaning: Phrase(
      id: "Putusan, pembagian dan pembayaran SHU sama dengan yang dikatakan rantai",
      en: "Decisions, divisions and payments of SHU are what the chain says"),
    tables: """
      CREATE TABLE shuDecision (
        event INTEGER PRIMARY KEY,
        year INTEGER NOT NULL CHECK (year > 0),
        decidedOn INTEGER NOT NULL,
        number TEXT NOT NULL CHECK (length(number) > 0),
        capitalShare INTEGER NOT NULL CHECK (capitalShare >= 0),
        activityShare INTEGER NOT NULL CHECK (activityShare >= 0),
        capitalBase TEXT NOT NULL CHECK (capitalBase IN ('year-end', 'month-ends', 'daily')),
        activityBase TEXT NOT NULL CHECK (activityBase IN
          ('interest', 'average-loan', 'principal', 'points')),
        includesLeavers INTEGER NOT NULL CHECK (includesLeavers IN (0, 1)),
        roundingStep INTEGER NOT NULL CHECK (roundingStep >= 100),
        restFund TEXT,
        othersFund TEXT,
        claimMonths INTEGER NOT NULL CHECK (claimMonths BETWEEN 1 AND 600)
      ) STRICT;
      CREATE INDEX shuDecisionYear ON shuDecision (year);

      CREATE TABLE shuFund (
        event INTEGER NOT NULL REFERENCES shuDecision (event),
        line INTEGER NOT NULL CHECK (line > 0),
        name TEXT NOT NULL CHECK (length(name) > 0),
        share INTEGER NOT NULL CHECK (share >= 0),
        account INTEGER NOT NULL REFERENCES account (id),
        PRIMARY KEY (event, line)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE shuProduct (
        event INTEGER NOT NULL REFERENCES shuDecision (event),
        product INTEGER NOT NULL REFERENCES savingsProduct (id),
        PRIMARY KEY (event, product)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE shuPoint (
        event INTEGER NOT NULL REFERENCES shuDecision (event),
        line INTEGER NOT NULL CHECK (line > 0),
        source TEXT NOT NULL CHECK (source IN
          ('interest', 'average-loan', 'principal', 'savings')),
        amount INTEGER NOT NULL CHECK (amount > 0),
        PRIMARY KEY (event, line)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE shuPosting (
        entry INTEGER PRIMARY KEY REFERENCES entry (id),
        year INTEGER NOT NULL CHECK (year > 0),
        decision INTEGER NOT NULL REFERENCES shuDecision (event),
        source INTEGER NOT NULL REFERENCES account (id),
        payable INTEGER NOT NULL REFERENCES account (id),
        shu INTEGER NOT NULL CHECK (shu > 0),
        aside INTEGER NOT NULL CHECK (aside BETWEEN 0 AND shu),
        memberIncome INTEGER CHECK (memberIncome >= 0),
        otherIncome INTEGER CHECK (otherIncome >= 0),
        hasGivenBases INTEGER NOT NULL CHECK (hasGivenBases IN (0, 1)),
        CHECK ((memberIncome IS NULL) = (otherIncome IS NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX shuPostingYear ON shuPosting (year);

      CREATE TABLE shuPot (
        entry INTEGER NOT NULL REFERENCES shuPosting (entry),
        line INTEGER NOT NULL CHECK (line > 0),
        amount INTEGER NOT NULL CHECK (amount >= 0),
        account INTEGER REFERENCES account (id),
        undistributed INTEGER NOT NULL CHECK (undistributed BETWEEN 0 AND amount),
        added INTEGER NOT NULL CHECK (added >= 0),
        PRIMARY KEY (entry, line)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE shuPart (
        entry INTEGER NOT NULL REFERENCES shuPosting (entry),
        member INTEGER NOT NULL REFERENCES member (id),
        capitalBase INTEGER NOT NULL CHECK (capitalBase >= 0),
        activityBase INTEGER NOT NULL CHECK (activityBase >= 0),
        capital INTEGER NOT NULL CHECK (capital >= 0),
        activity INTEGER NOT NULL CHECK (activity >= 0),
        PRIMARY KEY (entry, member)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE shuPayment (
        entry INTEGER NOT NULL REFERENCES entry (id),
        posting INTEGER NOT NULL,
        member INTEGER NOT NULL,
        usedFor TEXT NOT NULL CHECK (usedFor IN
          ('savings', 'dues', 'installments', 'cash', 'fund')),
        amount INTEGER NOT NULL CHECK (amount > 0),
        PRIMARY KEY (entry, member, usedFor),
        FOREIGN KEY (posting, member) REFERENCES shuPart (entry, member)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX shuPaymentPart ON shuPayment (posting, member);

      CREATE TABLE shuReward (
        entry INTEGER PRIMARY KEY REFERENCES entry (id),
        posting INTEGER NOT NULL,
        line INTEGER NOT NULL CHECK (line > 2),
        party TEXT NOT NULL CHECK (length(party) > 0),
        gross INTEGER NOT NULL CHECK (gross > 0),
        rateBillionths INTEGER NOT NULL CHECK (rateBillionths BETWEEN 0 AND 999999999),
        tax INTEGER NOT NULL CHECK (tax >= 0 AND tax < gross),
        FOREIGN KEY (posting, line) REFERENCES shuPot (entry, line)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX shuRewardPot ON shuReward (posting, line);
      """,
    once: [
      ("shuDecision", "event = NEW.event"),
      ("shuFund", "event = NEW.event AND line = NEW.line"),
      ("shuProduct", "event = NEW.event AND product = NEW.product"),
      ("shuReward", "entry = NEW.entry"),
      ("shuPoint", "event = NEW.event AND line = NEW.line"),
      ("shuPosting", "entry = NEW.entry"),
      ("shuPot", "entry = NEW.entry AND line = NEW.line"),
      ("shuPart", "entry = NEW.entry AND member = NEW.member"),
      (
        "shuPayment",
        "entry = NEW.entry AND member = NEW.member AND usedFor = NEW.usedFor"
      ),
    ],
    projections: [
      Projection(
        table: "shuDecision", key: ["event"],
        meanings: [
          "decidedOn": .day, "capitalShare": .share, "activityShare": .share,
          "includesLeavers": .flag, "roundingStep": .amount,
        ]),
      Projection(
        table: "shuFund", key: ["event", "line"],
        meanings: ["share": .share, "account": .row(of: "account", as: "code")]),
      Projection(
        table: "shuProduct", key: ["event", "product"],
        meanings: ["product": .row(of: "savingsProduct", as: "code")]),
      Projection(
        table: "shuPoint", key: ["event", "line"], meanings: ["amount": .amount]),
      Projection(
        table: "shuPosting", key: ["entry"],
        meanings: [
          "entry": .entry, "source": .row(of: "account", as: "code"),
          "payable": .row(of: "account", as: "code"), "shu": .amount, "aside": .amount,
          "memberIncome": .amount, "otherIncome": .amount, "hasGivenBases": .flag,
        ]),
      Projection(
        table: "shuPot", key: ["entry", "line"],
        meanings: [
          "entry": .entry, "amount": .amount, "account": .row(of: "account", as: "code"),
          "undistributed": .amount, "added": .amount,
        ]),
      Projection(
        table: "shuPart", key: ["entry", "member"],
        meanings: [
          "entry": .entry, "member": .row(of: "member", as: "number"), "capitalBase": .amount,
          "activityBase": .amount, "capital": .amount, "activity": .amount,
        ]),
      Projection(
        table: "shuPayment", key: ["entry", "member", "usedFor"],
        meanings: [
          "entry": .entry, "posting": .entry, "member": .row(of: "member", as: "number"),
          "amount": .amount,
        ]),
      Projection(
        table: "shuReward", key: ["entry"],
        meanings: [
          "entry": .entry, "posting": .entry, "gross": .amount, "rateBillionths": .share,
          "tax": .amount,
        ]),
    ])
}
