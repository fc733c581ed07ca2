/// The corporate tax of a month with its working (perhitungan PPh badan).
public struct CorporateTax: Hashable, Sendable, Codable {
  /// What one account brings to what is taxed.
  public struct Part: Hashable, Sendable, Codable {
    /// The account.
    public let account: AccountCode
    /// Its name.
    public let name: Phrase
    /// What it adds; below zero what takes away, such as an expense or income that was taken back.
    public let amount: Rupiah

    /// The part of an account.
    package init(account: AccountCode, name: Phrase, amount: Rupiah) {
      self.account = account
      self.name = name
      self.amount = amount
    }
  }

  /// The month at whose end it is posted.
  public let month: BookMonth
  /// From which day what is taxed counts, through the end of the month.
  public let first: BookDate
  /// The rule in force.
  public let rule: CorporateTaxRule
  /// The accounts that count and moved, by their codes.
  public let parts: [Part]
  /// Their sum: turnover, or the result before tax.
  public let amount: Rupiah
  /// What earlier months left below zero; not above zero, and nothing by result.
  public let brought: Rupiah
  /// What the rate is taken of: never below zero; a result is rounded down to Rp1,000.
  public let base: Rupiah
  /// The tax, rounded down to the rupiah.
  public let tax: Rupiah
  /// What is left below zero for the next month; nothing by result.
  public let carried: Rupiah
  /// The voucher; nil where there is no tax, and before the month is closed.
  public var entry: EntryNumber?
  /// The days by which it is paid and reported.
  public let calendar: TaxCalendar

  /// Works the tax of a month out.
  ///
  /// Property: income that is taken back in a later month lowers the tax of that month, and what
  /// is more than it earned lowers the tax of the months after.
  ///
  /// - Throws: `amount.overflow`; `date.unreadable` beyond the calendar.
  package init(
    month: BookMonth, first: BookDate, rule: CorporateTaxRule, parts: [Part], brought: Rupiah,
    holidays: Set<BookDate> = []
  ) throws(LedgerError) {
    self.month = month
    self.first = first
    self.rule = rule
    self.parts = parts
    amount = try parts.map(\.amount).sum()
    switch rule.basis {
    case .turnover, .off:
      self.brought = brought
      let sum = try amount + brought
      base = sum.orZero
      carried = min(sum, .zero)
      calendar = try TaxCalendar(month, holidays: holidays)
    case .result:
      self.brought = .zero
      // Penghasilan kena pajak is rounded down to whole thousands (UU PPh pasal 17 ayat 4).
      base = try Rounding(.down, to: 1_000).round(Int128(amount.orZero.sen), over: 1)
      carried = .zero
      calendar = try TaxCalendar(year: month)
    }
    tax = try rule.rate.of(base, rounded: .downToRupiah)
  }
}
