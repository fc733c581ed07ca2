/// What a member forfeits by breaking a savings contract early (denda pencairan awal).
///
/// ```swift
/// let penalty = try SavingsPenalty(on: .balance, rateBillionths: 30_000_000)   // 3 %
/// try penalty.amount(balance: 5_000_000, interestPaid: .zero, onDeath: false)  // Rp150.000
/// ```
public struct SavingsPenalty: Hashable, Sendable {
  /// What the rate is applied to.
  public enum Base: String, CaseIterable, Sendable {
    /// The balance that is withdrawn.
    case balance
    /// The interest that was paid on it so far.
    case interest
  }

  /// What the rate is applied to.
  public let base: Base
  /// The part of the base that is forfeited, in billionths: 3 % is 30,000,000.
  public let rateBillionths: Int64
  /// How the exact figure becomes an amount.
  public let rounding: Rounding
  /// Whether nothing is forfeited when the member has died.
  public let isWaivedOnDeath: Bool

  /// A penalty; most rules waive it on death.
  ///
  /// - Throws: `rate.unreadable` when the rate is negative or more than the whole base.
  public init(
    on base: Base, rateBillionths: Int64, rounding: Rounding = .rupiah,
    isWaivedOnDeath: Bool = true
  ) throws(LedgerError) {
    guard (0...1_000_000_000).contains(rateBillionths) else {
      throw .rateUnreadable("\(rateBillionths)/1000000000")
    }
    self.base = base
    self.rateBillionths = rateBillionths
    self.rounding = rounding
    self.isWaivedOnDeath = isWaivedOnDeath
  }

  /// The penalty for breaking the contract now.
  ///
  /// - Parameters:
  ///   - balance: What is withdrawn; zero or more.
  ///   - interestPaid: The interest paid on it so far; zero or more.
  ///   - onDeath: Whether the contract ends because the member has died.
  /// - Returns: The penalty, rounded once; never more than the balance it is taken from.
  /// - Throws: `amount.notPositive` for a negative balance or interest; `amount.overflow`.
  public func amount(
    balance: Rupiah, interestPaid: Rupiah, onDeath: Bool
  ) throws(LedgerError) -> Rupiah {
    guard !balance.isNegative else { throw .amountNotPositive(balance) }
    guard !interestPaid.isNegative else { throw .amountNotPositive(interestPaid) }
    if onDeath && isWaivedOnDeath { return .zero }
    let whole =
      switch base {
      case .balance: balance
      case .interest: interestPaid
      }
    let exact = Int128(whole.sen) * Int128(rateBillionths)
    return min(try rounding.round(exact, over: 1_000_000_000), balance)
  }
}
