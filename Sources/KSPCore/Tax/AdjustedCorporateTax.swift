/// The cooperative's own tax once its closing period is counted, beside what is booked of it (PPh
/// badan sesudah penyesuaian).
///
/// The end of the last month booked the tax on what was known then; an audit may change the result
/// afterwards.
public struct AdjustedCorporateTax: Hashable, Sendable, Codable {
  /// The tax by the rule with its working, all adjustments of the closing period counted.
  public let tax: CorporateTax
  /// What is booked: by the end of the month, and by adjustments of the expense since.
  public let booked: Rupiah
  /// What is still to be booked; below zero for too much.
  public let difference: Rupiah
  /// The account of the expense.
  public let expense: AccountCode
  /// The account that owes it to the state.
  public let payable: AccountCode
  /// What of it is not paid yet.
  public let unpaid: Rupiah
  /// The account of what the state got too much; nil where the chart has none.
  public let overpaid: AccountCode?

  /// Sets the tax by the rule beside what is booked.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    _ tax: CorporateTax, booked: Rupiah, expense: AccountCode, payable: AccountCode,
    unpaid: Rupiah, overpaid: AccountCode?
  ) throws(LedgerError) {
    self.tax = tax
    self.booked = booked
    difference = try tax.tax - booked
    self.expense = expense
    self.payable = payable
    self.unpaid = unpaid
    self.overpaid = overpaid
  }

  /// What is pointed out where something is still to be booked; nil otherwise.
  ///
  /// It is a warning: an accountant may know of corrections that no rule of the book says.
  public var warning: LedgerWarning? {
    guard !difference.isZero else { return nil }
    let (right, booked) = (tax.tax.formatted, booked.formatted)
    return LedgerWarning(
      .corporateTaxDiffers,
      message: Phrase(
        id: "PPh badan sesudah penyesuaian \(right), dibukukan \(booked): "
          + "selisih \(difference.formatted).",
        en: "Corporate tax after the adjustments is \(right), booked \(booked): "
          + "a difference of \(difference.formatted)."))
  }

  /// The adjustment that books the difference, or its next part; nil where there is none.
  ///
  /// Too much lowers what is not paid yet; the rest is a claim on the state, which gives it back or
  /// sets it off (restitusi, kompensasi).
  package func remedy(of year: BookYear) throws(LedgerError) -> Remedy? {
    guard !difference.isZero else { return nil }
    guard difference.isNegative else {
      return .month(.adjustYear(year.number, debit: expense, credit: payable, difference))
    }
    let back = try difference.negated()
    guard !unpaid.isPositive, let overpaid else {
      let lowered = unpaid.isPositive ? min(back, unpaid) : back
      return .month(.adjustYear(year.number, debit: payable, credit: expense, lowered))
    }
    return .month(.adjustYear(year.number, debit: overpaid, credit: expense, back))
  }
}
