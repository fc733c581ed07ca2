/// Every rupiah of a term deposit in one month, recomputed and compared with the book: what fell
/// due on its value dates, what its end brought, and what the end of the month sets aside.
///
/// ```swift
/// let explanation = try ledger.explainTermDeposit("BJK-0001", BookMonth(parsing: "2026-02"))
/// for payment in explanation.payments {
///   print(payment.day, payment.earning?.days ?? 0, payment.interest)
/// }
/// ```
public struct TermDepositExplanation: Hashable, Sendable, Codable {
  /// Interest of days that lie between two value dates, or before the day on which it was broken.
  public struct Earning: Hashable, Sendable, Codable {
    /// The first day that earns.
    public let from: BookDate
    /// The day that does not earn any more: the value date, or the day of the end.
    public let to: BookDate
    /// The days between them.
    public let days: Int
    /// What earned.
    public let base: Rupiah
    /// The rate that was agreed.
    public let rate: Rate
    /// The interest, recomputed and rounded as was agreed.
    public let interest: Rupiah

    /// Works the days out.
    package init(from: BookDate, to: BookDate, base: Rupiah, rate: Rate, interest: Rupiah) {
      self.from = from
      self.to = to
      days = from.days(until: to)
      self.base = base
      self.rate = rate
      self.interest = interest
    }
  }

  /// What a value date brought.
  public struct Payment: Hashable, Sendable, Codable {
    /// The day on which it falls due.
    public let day: BookDate
    /// What it is the interest of; nil at the end of a tenor that was paid in advance.
    public let earning: Earning?
    /// Whether it stays on the deposit.
    public let isAdded: Bool
    /// What was posted; nil while nobody did, and where nothing fell due.
    public let posted: InterestExplanation.Posted?
    /// Whether it was done, be it with nothing to post.
    public let isDone: Bool

    /// Gathers a payment.
    package init(
      day: BookDate, earning: Earning?, isAdded: Bool, posted: InterestExplanation.Posted?,
      isDone: Bool
    ) {
      self.day = day
      self.earning = earning
      self.isAdded = isAdded
      self.posted = posted
      self.isDone = isDone
    }

    /// What falls due, recomputed.
    public var interest: Rupiah { earning?.interest ?? .zero }

    /// Whether what was posted is that.
    public var agrees: Bool { !isDone || (posted?.gross ?? .zero) == interest }
  }

  /// What its end brought (pencairan).
  public struct Ending: Hashable, Sendable, Codable {
    /// What a deposit brings beside its balance.
    public struct Amounts: Hashable, Sendable, Codable {
      /// Interest of the days since the last value date.
      public let interest: Rupiah
      /// What breaking it costs.
      public let penalty: Rupiah
      /// What is taken back of interest that was paid in advance.
      public let takenBack: Rupiah

      /// Gathers what a deposit brings.
      package init(interest: Rupiah, penalty: Rupiah, takenBack: Rupiah) {
        self.interest = interest
        self.penalty = penalty
        self.takenBack = takenBack
      }
    }

    /// The day.
    public let day: BookDate
    /// The voucher.
    public let entry: EntryNumber
    /// The days since the last value date; nil where they bring nothing.
    public let earning: Earning?
    /// Recomputed by the rule that was agreed.
    public let right: Amounts
    /// As the book has it.
    public let posted: Amounts
    /// The tax that was withheld from the interest.
    public let tax: Rupiah
    /// Why there was no penalty; nil where the rule held.
    public let waived: String?

    /// Gathers an end.
    package init(
      day: BookDate, entry: EntryNumber, earning: Earning?, right: Amounts, posted: Amounts,
      tax: Rupiah, waived: String?
    ) {
      self.day = day
      self.entry = entry
      self.earning = earning
      self.right = right
      self.posted = posted
      self.tax = tax
      self.waived = waived
    }
  }

  /// What is set aside at the end of the month (akrual).
  public struct Accrual: Hashable, Sendable, Codable {
    /// The days that are earned and not due, and what they earned; nil where nothing is.
    public let earning: Earning?
    /// What is owed by then; below zero what was paid in advance and is not earned yet.
    public let accrued: Rupiah
    /// What stood set aside of earlier months and was not used.
    public let before: Rupiah
    /// What the month end kept as `accrued`; nil while the month is open, or when it kept nothing.
    public let kept: Rupiah?

    /// Gathers an accrual.
    package init(earning: Earning?, accrued: Rupiah, before: Rupiah, kept: Rupiah?) {
      self.earning = earning
      self.accrued = accrued
      self.before = before
      self.kept = kept
    }

    /// What the month adds to what stood.
    ///
    /// - Throws: `amount.overflow`.
    public func change() throws(LedgerError) -> Rupiah { try accrued - before }
  }

  /// The deposit on the last day of the month.
  public let deposit: TermDeposit
  /// Whose it is, the month, the tax of the member's month, and whether the month is closed.
  public let interest: InterestExplanation
  /// What fell due in the month, the earliest first.
  public let payments: [Payment]
  /// How it ended in the month; nil where it did not.
  public let ending: Ending?
  /// What is set aside; nil for a product that sets nothing aside.
  public let accrual: Accrual?

  /// Gathers an explanation.
  package init(
    deposit: TermDeposit, interest: InterestExplanation, payments: [Payment], ending: Ending?,
    accrual: Accrual?
  ) {
    self.deposit = deposit
    self.interest = interest
    self.payments = payments
    self.ending = ending
    self.accrual = accrual
  }

  /// Whether the book has what was agreed; true as well of what is not posted yet.
  public var agrees: Bool {
    payments.allSatisfy { $0.agrees && ($0.isDone || !interest.isMonthClosed) }
      && (ending.map { $0.right == $0.posted } ?? true)
      && (accrual.map { !interest.isMonthClosed || ($0.kept ?? .zero) == $0.accrued } ?? true)
  }
}
