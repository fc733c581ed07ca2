/// The slips of one member in a year, with their total (rekap bukti potong).
public struct TaxYear: Hashable, Sendable, Codable {
  /// The year.
  public let year: Int
  /// The slips, by month; at least one.
  public let slips: [WithholdingSlip]
  /// The gross interest of the year.
  public let gross: Rupiah
  /// The tax on it.
  public let tax: Rupiah

  /// Adds the slips of a member up; nil without any.
  ///
  /// - Throws: `amount.overflow`.
  package init?(_ slips: [WithholdingSlip]) throws(LedgerError) {
    guard let first = slips.first else { return nil }
    year = first.month.year
    self.slips = slips
    var sums = (gross: Rupiah.zero, tax: Rupiah.zero)
    for slip in slips {
      try sums.gross += slip.gross
      try sums.tax += slip.tax
    }
    (gross, tax) = sums
  }
}
