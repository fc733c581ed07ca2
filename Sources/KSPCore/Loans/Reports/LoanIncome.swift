/// How a month end makes the interest and late fees of one loan income (pengakuan jasa pinjaman).
public struct LoanIncome: Hashable, Sendable, Codable {
  /// An account of the loan before and after the month end.
  public struct Change: Hashable, Sendable, Codable {
    /// What it held at the end of the month, before the month's own voucher.
    public let before: Rupiah
    /// What it should hold.
    public let after: Rupiah
    /// What the voucher adds.
    public let amount: Rupiah

    /// From what is held to what should be.
    ///
    /// - Throws: `amount.overflow`.
    package init(before: Rupiah, after: Rupiah) throws(LedgerError) {
      self.before = before
      self.after = after
      amount = try after - before
    }

    private init() { (before, after, amount) = (.zero, .zero, .zero) }

    /// From nothing to nothing.
    public static let none = Change()
  }

  /// What the running installment has earned of its interest, where it is earned day by day.
  public struct Running: Hashable, Sendable, Codable {
    /// The installment, by its number.
    public let number: Int
    /// The days of its period that have passed.
    public let days: Int
    /// All days of its period.
    public let of: Int
    /// Its interest, without what was carried over from a plan before.
    public let interest: Rupiah
    /// What has been earned of it, rounded to the rupiah, half up.
    public let earned: Rupiah

    /// Gathers a part of an installment.
    package init(number: Int, days: Int, of whole: Int, interest: Rupiah, earned: Rupiah) {
      self.number = number
      self.days = days
      self.of = whole
      self.interest = interest
      self.earned = earned
    }
  }

  /// The interest receivable; less than zero where more was paid than is earned.
  public let interest: Change
  /// The account of the interest receivable, which is never below zero when a month ends.
  public let receivable: Change
  /// What is paid and not earned of it: unearned income of the cooperative, so that nobody's
  /// receivable is less than zero when a month ends.
  public let prepaid: Change
  /// The late fees receivable.
  public let lateFee: Change
  /// Interest cut in advance that is not earned yet; what leaves it becomes income.
  public let advance: Change
  /// The running installment; nil unless interest is earned day by day.
  public let running: Running?
  /// Whether the loan's class is so bad that nothing is income before it is received: what had
  /// become income is set aside.
  public let isStopped: Bool
  /// What is set aside of interest that became income before the year, and is an expense of it.
  public let expensedInterest: Rupiah
  /// The same of late fees.
  public let expensedLateFee: Rupiah

  /// Gathers how income comes about.
  package init(
    interest: Change, receivable: Change? = nil, prepaid: Change = .none, lateFee: Change,
    advance: Change, running: Running?, isStopped: Bool = false,
    expensedInterest: Rupiah = .zero, expensedLateFee: Rupiah = .zero
  ) {
    self.isStopped = isStopped
    self.expensedInterest = expensedInterest
    self.expensedLateFee = expensedLateFee
    self.interest = interest
    self.receivable = receivable ?? interest
    self.prepaid = prepaid
    self.lateFee = lateFee
    self.advance = advance
    self.running = running
  }

  /// What becomes income with the month end; less than zero where income of the year is set aside.
  ///
  /// - Throws: `amount.overflow`.
  public func recognised() throws(LedgerError) -> Rupiah {
    try interestIncome() + lateFeeIncome()
  }

  /// The interest among it.
  ///
  /// - Throws: `amount.overflow`.
  package func interestIncome() throws(LedgerError) -> Rupiah {
    try interest.amount - advance.amount + expensedInterest
  }

  /// The late fees among it.
  ///
  /// - Throws: `amount.overflow`.
  package func lateFeeIncome() throws(LedgerError) -> Rupiah {
    try lateFee.amount + expensedLateFee
  }
}
