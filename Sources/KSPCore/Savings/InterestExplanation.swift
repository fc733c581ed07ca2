/// The working behind the interest of one account for one period.
public struct InterestWorking: Hashable, Sendable, Codable {
  /// Days with the same balance and rate.
  public struct Run: Hashable, Sendable, Codable {
    /// The first day.
    public let from: BookDate
    /// The last day.
    public let through: BookDate
    /// The days that earned, as the day count counts them.
    public let days: Int
    /// The balance that earned.
    public let balance: Rupiah
    /// The rate it earned.
    public let rate: Rate
    /// This run's share of the interest, to the sen.
    public let interest: Rupiah

    /// Gathers a run.
    package init(
      from: BookDate, through: BookDate, days: Int, balance: Rupiah, rate: Rate, interest: Rupiah
    ) {
      self.from = from
      self.through = through
      self.days = days
      self.balance = balance
      self.rate = rate
      self.interest = interest
    }
  }

  /// The terms that were applied.
  public let terms: InterestTerms
  /// The days that were looked at.
  public let period: BookPeriod
  /// The runs in order of time. For the lowest and the mean balance it is one run.
  public let runs: [Run]
  /// The interest after rounding.
  public let gross: Rupiah

  /// The runs added up.
  public let sum: Rupiah
  /// What rounding added to, or took from, the sum of the runs.
  public let roundingDifference: Rupiah

  /// Gathers a working.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    terms: InterestTerms, period: BookPeriod, runs: [Run], gross: Rupiah
  ) throws(LedgerError) {
    var sum = Rupiah.zero
    for run in runs { try sum += run.interest }
    self.terms = terms
    self.period = period
    self.runs = runs
    self.gross = gross
    self.sum = sum
    roundingDifference = try gross - sum
  }
}

/// Every rupiah of one account's interest for one month, recomputed and compared with the book.
public struct InterestExplanation: Hashable, Sendable, Codable {
  /// What a month end posted for the account.
  public struct Posted: Hashable, Sendable, Codable {
    /// The voucher.
    public let entry: EntryNumber
    /// The interest before tax.
    public let gross: Rupiah
    /// The tax withheld.
    public let tax: Rupiah

    /// Gathers what was posted.
    package init(entry: EntryNumber, gross: Rupiah, tax: Rupiah) {
      self.entry = entry
      self.gross = gross
      self.tax = tax
    }
  }

  /// How the tax of the member's month came about, over all the member's accounts.
  public struct MemberTax: Hashable, Sendable, Codable {
    /// The rule that was in force.
    public let rule: InterestTaxRule
    /// The member's gross interest of the month over all accounts.
    public let monthlyGross: Rupiah
    /// The tax on it.
    public let monthlyTax: Rupiah
    /// What had been settled before in the same month.
    public let withheldBefore: Rupiah
    /// What is taken from the interest that the month end pays on this account.
    public let accountTax: Rupiah
    /// What is taken from this account beside that, for interest of other accounts or days.
    public let fundTax: Rupiah
    /// The part of the member's tax that nothing could be taken for.
    public let claimed: Rupiah
    /// What is taken for claims of earlier months.
    public let recovered: Rupiah

    /// Gathers the working of the tax.
    package init(
      rule: InterestTaxRule, monthlyGross: Rupiah, monthlyTax: Rupiah, withheldBefore: Rupiah,
      accountTax: Rupiah, fundTax: Rupiah = .zero, claimed: Rupiah = .zero,
      recovered: Rupiah = .zero
    ) {
      self.rule = rule
      self.monthlyGross = monthlyGross
      self.monthlyTax = monthlyTax
      self.withheldBefore = withheldBefore
      self.accountTax = accountTax
      self.fundTax = fundTax
      self.claimed = claimed
      self.recovered = recovered
    }
  }

  /// Interest of the account that no month end computed, such as an import's.
  public struct Received: Hashable, Sendable, Codable {
    /// The voucher.
    public let entry: EntryNumber
    /// The month in which it was earned.
    public let earnedIn: BookMonth
    /// The interest before tax; below zero where a correction took some back.
    public let gross: Rupiah

    /// Gathers what was received.
    package init(entry: EntryNumber, earnedIn: BookMonth, gross: Rupiah) {
      self.entry = entry
      self.earnedIn = earnedIn
      self.gross = gross
    }
  }

  /// Interest that waits to be credited, or did, month by month.
  public struct Waiting: Hashable, Sendable, Codable {
    /// A month before whose interest waited.
    public struct Month: Hashable, Sendable, Codable {
      /// The month.
      public let month: BookMonth
      /// What it earned.
      public let earned: Rupiah

      /// Pairs a month with its interest.
      package init(month: BookMonth, earned: Rupiah) {
        self.month = month
        self.earned = earned
      }
    }

    /// The months before whose interest waited when this one ended, oldest first.
    public let months: [Month]
    /// What this month makes of it, recomputed.
    public let interest: WaitingInterest
    /// What its month end kept; nil while it has not been run.
    public let kept: WaitingInterest?
    /// The rules of crediting.
    public let crediting: InterestCrediting
    /// The month whose end credits, as the terms are now.
    public let creditedIn: BookMonth

    /// Gathers what waits.
    package init(
      months: [Month], interest: WaitingInterest, kept: WaitingInterest?,
      crediting: InterestCrediting, creditedIn: BookMonth
    ) {
      self.months = months
      self.interest = interest
      self.kept = kept
      self.crediting = crediting
      self.creditedIn = creditedIn
    }
  }

  /// A correction that was made after the month had been closed.
  public struct Correction: Hashable, Sendable, Codable {
    /// The voucher.
    public let entry: EntryNumber
    /// What had been paid until then.
    public let paid: Rupiah
    /// What was right by value date.
    public let right: Rupiah

    /// Gathers a correction.
    package init(entry: EntryNumber, paid: Rupiah, right: Rupiah) {
      self.entry = entry
      self.paid = paid
      self.right = right
    }
  }

  /// Whose account it is.
  public let heading: AccountStatement.Heading
  /// The month.
  public let month: BookMonth
  /// The working, recomputed from the journal; nil when the product paid no interest that month.
  public let working: InterestWorking?
  /// What waits of the interest, where not simply the month's own is credited; nil otherwise.
  public let waiting: Waiting?
  /// The tax, recomputed; nil when there was no interest.
  public let tax: MemberTax?
  /// What the month end posted; nil while the month has not been run, or when it posted nothing.
  public let posted: Posted?
  /// What else the account received that is taxed in the month.
  public let received: [Received]
  /// The corrections since, in their order.
  public let corrections: [Correction]
  /// Whether the month end of the month was run.
  public let isMonthClosed: Bool
  /// What the month end charged the account before it looked at its interest; nil for nothing.
  public var fee: ChargedFee?
  /// How planned savings stood at the end of the month; nil for an account without.
  public var planned: PlannedSavingsCard?
  /// The day on which the member last moved something, of an account that earns nothing because it
  /// is dormant; nil of any other.
  public var dormantSince: BookDate?

  /// Gathers an explanation.
  package init(
    heading: AccountStatement.Heading, month: BookMonth, working: InterestWorking?,
    waiting: Waiting? = nil, tax: MemberTax?, posted: Posted?, received: [Received] = [],
    corrections: [Correction] = [], isMonthClosed: Bool
  ) {
    self.heading = heading
    self.month = month
    self.working = working
    self.waiting = waiting
    self.tax = tax
    self.posted = posted
    self.received = received
    self.corrections = corrections
    self.isMonthClosed = isMonthClosed
  }

  /// What the end of the month credits, recomputed: the month's interest, unless some waits.
  public var credited: Rupiah { waiting?.interest.credited ?? working?.gross ?? .zero }

  /// Whether what was posted is what the journal gives; true as well while nothing is posted yet.
  public var agrees: Bool {
    guard isMonthClosed else { return true }
    let gross = credited
    return waiting?.kept == waiting?.interest && (posted?.gross ?? .zero) == gross
      && (posted?.tax ?? .zero) == (tax?.accountTax ?? .zero)
  }
}
