/// Where the late fee on one installment, or on all that is owed, comes from (perhitungan denda).
public struct LateFeeWorking: Hashable, Sendable, Codable {
  /// Days with the same base.
  public struct Run: Hashable, Sendable, Codable {
    /// The first day that is charged.
    public let from: BookDate
    /// The last day.
    public let through: BookDate
    /// The days, or the months that began.
    public let periods: Int
    /// What the charge is counted on.
    public let base: Rupiah
    /// The charge before it is rounded.
    public let exact: ExactAmount
  }

  /// The installment; nil for a charge on all that is owed.
  public let installment: Installment?
  /// The runs in order of time.
  public let runs: [Run]
  /// What the runs come to, rounded half up to the rupiah.
  public let uncapped: Rupiah
  /// The most that the installment can be charged; nil for no limit.
  public let cap: Rupiah?
  /// The late fee: the smaller of the two.
  public let fee: Rupiah

  /// Rounds what the runs come to.
  ///
  /// - Throws: `amount.overflow`.
  init(_ installment: Installment?, runs: [Run], cap: Rupiah?) throws(LedgerError) {
    self.installment = installment
    self.runs = runs
    self.cap = cap
    var exact: Int128 = 0
    for run in runs { exact = try exact.adding(run.exact.numerator) }
    (uncapped, fee) = try LateFeeWorking.fee(exact, cap: cap)
  }

  /// The late fee of an exact charge, before the limit and after it.
  ///
  /// - Throws: `amount.overflow`.
  static func fee(
    _ exact: Int128, cap: Rupiah?
  ) throws(LedgerError) -> (uncapped: Rupiah, fee: Rupiah) {
    let uncapped = try Rounding.rupiah.round(exact, over: LateFeeWorking.unit)
    return (uncapped, min(uncapped, cap ?? uncapped))
  }

  /// The denominator of every exact charge: shares are billionths.
  static let unit: Int128 = 1_000_000_000
}
