/// What a savings product charges its accounts every month, and when an account is dormant
/// (biaya bulanan dan rekening pasif), from a month on.
public struct SavingsFeeRule: Hashable, Sendable, Codable {
  /// When accounts sleep, and what follows.
  public struct Dormancy: Hashable, Sendable, Codable {
    /// After how many whole months without a movement of the member's own, at least one.
    public var months: Int
    /// What is charged each month instead; zero for nothing.
    public var fee: Rupiah
    /// Whether dormant accounts earn interest.
    public var earnsInterest: Bool

    /// A rule of dormancy.
    public init(months: Int, fee: Rupiah = .zero, earnsInterest: Bool = true) {
      self.months = months
      self.fee = fee
      self.earnsInterest = earnsInterest
    }
  }

  /// The product.
  public var product: ProductCode
  /// The first month.
  public var effectiveFrom: BookMonth
  /// What is charged each month; zero for nothing.
  public var fee: Rupiah
  /// The balance at the month's end from which nothing is charged; nil where all are charged.
  public var freeFrom: Rupiah?
  /// Whether an account that holds less than the fee is charged what it holds; otherwise nothing.
  public var takesRest: Bool
  /// When accounts are dormant; nil for never.
  public var dormancy: Dormancy?

  /// A rule.
  public init(
    of product: ProductCode, from month: BookMonth, fee: Rupiah, freeFrom: Rupiah? = nil,
    takesRest: Bool = false, dormancy: Dormancy? = nil
  ) {
    self.product = product
    effectiveFrom = month
    self.fee = fee
    self.freeFrom = freeFrom
    self.takesRest = takesRest
    self.dormancy = dormancy
  }

  /// What a month charges an account: `balance` is that of the month's end, `free` what of it can
  /// be taken. Never more than that, never below zero; nothing is rounded.
  package func charge(balance: Rupiah, free: Rupiah, isDormant: Bool) -> Rupiah {
    let asked: Rupiah
    if isDormant, let dormancy {
      asked = dormancy.fee
    } else if let freeFrom, balance >= freeFrom {
      asked = .zero
    } else {
      asked = fee
    }
    guard free < asked else { return asked }
    return takesRest ? max(.zero, free) : .zero
  }

  /// Whether an account is dormant at the end of a month: the member moved nothing in the last
  /// months, the one itself included.
  package func isDormant(lastMoved: BookDate?, in month: BookMonth) -> Bool {
    guard let dormancy, let lastMoved else { return false }
    return Int(lastMoved.month.ordinal) + dormancy.months <= Int(month.ordinal)
  }
}
