/// A charge that is cut from the money when a loan is paid out: provisi, administration, insurance,
/// simpanan wajib pinjam.
///
/// ```swift
/// let fee = try LoanFee(parsing: "provisi=1%,min=10000,max=500000:4-1110")
/// ```
public struct LoanFee: Hashable, Sendable {
  /// How much it is.
  public enum Charge: Hashable, Sendable {
    /// A share of the principal, kept within bounds where given.
    case share(Share, minimum: Rupiah? = nil, maximum: Rupiah? = nil)
    /// The same for every loan.
    case fixed(Rupiah)
  }

  /// Where it goes.
  public enum Target: Hashable, Sendable {
    /// An account of the chart: income, or a pass-through account such as insurance premiums.
    case account(AccountCode)
    /// The member's own savings in a product (simpanan wajib pinjam).
    case savings(product: ProductCode)
  }

  /// The code people type, such as `provisi`.
  public let code: String
  /// How much it is.
  public let charge: Charge
  /// Where it goes.
  public let target: Target
  /// When it becomes income; over the life of the loan only where it goes to an account of income.
  public let earning: Earning

  /// Describes a charge.
  public init(
    code: String, charge: Charge, target: Target, earning: Earning = .atOnce
  ) {
    self.code = code
    self.charge = charge
    self.target = target
    self.earning = earning
  }

  /// The charge on a loan, rounded half up to the rupiah.
  ///
  /// - Throws: `amount.overflow`.
  public func amount(on principal: Rupiah) throws(LedgerError) -> Rupiah {
    switch charge {
    case .fixed(let amount): return amount
    case .share(let share, let minimum, let maximum):
      let amount = try share.of(principal, rounded: .rupiah)
      return min(max(amount, minimum ?? amount), maximum ?? max(amount, minimum ?? amount))
    }
  }
}
