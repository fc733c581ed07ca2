/// What a cooperative owes to the tax office, the Dinas and its members by which day of a year
/// (kalender kewajiban).
public struct DutyCalendar: Hashable, Sendable {
  /// Something that is to be done by a day.
  public enum Duty: String, CaseIterable, Sendable {
    /// The tax on interest of a month is paid.
    case taxPayment
    /// The tax on interest of a month is reported.
    case taxReport
    /// The cooperative's own tax is paid.
    case corporateTaxPayment
    /// The report of a quarter is handed in.
    case quarterlyReport
    /// The report of half a year is handed in.
    case halfYearReport
    /// The statements of a year are handed in.
    case yearlyReport
    /// The meeting of the members about a year is held.
    case membersMeeting

    /// What it is called.
    public var name: Phrase {
      switch self {
      case .taxPayment: Phrase(id: "Setor PPh atas jasa", en: "Pay the tax on interest")
      case .taxReport: Phrase(id: "Lapor PPh atas jasa", en: "Report the tax on interest")
      case .corporateTaxPayment: Phrase(id: "Setor PPh badan", en: "Pay the corporate tax")
      case .quarterlyReport: Phrase(id: "Laporan triwulan", en: "Report of the quarter")
      case .halfYearReport: Phrase(id: "Laporan semester", en: "Report of the half-year")
      case .yearlyReport: Phrase(id: "Laporan tahunan", en: "Report of the year")
      case .membersMeeting: Phrase(id: "Rapat anggota tahunan", en: "Meeting of the members")
      }
    }

    /// The regulation that says so.
    public var rule: String {
      switch self {
      case .taxPayment, .taxReport, .corporateTaxPayment: "PMK 81/2024"
      case .quarterlyReport, .halfYearReport, .yearlyReport: "Permenkop UKM 2/2024 pasal 11"
      case .membersMeeting: "UU 25/1992 pasal 26"
      }
    }
  }

  /// A duty with its last day.
  public struct Entry: Hashable, Sendable {
    /// The last day.
    public let due: BookDate
    /// What is to be done.
    public let duty: Duty
    /// Of which days.
    public let period: BookPeriod
    /// What is left to pay, of a closed month's tax; nil where the book does not know.
    public var left: Rupiah?

    /// A duty with its last day.
    package init(due: BookDate, duty: Duty, period: BookPeriod, left: Rupiah? = nil) {
      self.due = due
      self.duty = duty
      self.period = period
      self.left = left
    }
  }

  /// The year.
  public let year: Int
  /// The duties, by day.
  public let entries: [Entry]

  /// The duties whose last day lies in a year.
  ///
  /// Days of the tax office move to the next working day; the others are as printed.
  ///
  /// - Parameters:
  ///   - year: The year.
  ///   - holidays: Days without business besides Saturdays and Sundays.
  ///   - corporate: When the cooperative's own tax is paid, by the rules of the book.
  ///   - left: What is left to pay of the tax of a month; nil where that is not known.
  /// - Throws: `month.unreadable` for a year that there is not; what `left` throws.
  package init(
    year: Int, holidays: Set<BookDate>, corporate: [Entry] = [],
    left: (BookMonth) throws(LedgerError) -> Rupiah?
  ) throws(LedgerError) {
    let whole = try BookPeriod(year: year)
    let before = try BookPeriod(year: year - 1)
    var entries = corporate
    var month = before.last.month
    while month < whole.last.month {
      let days = try TaxCalendar(month, holidays: holidays)
      let period = BookPeriod(month)
      entries.append(
        Entry(due: days.payBy, duty: .taxPayment, period: period, left: try left(month)))
      entries.append(Entry(due: days.reportBy, duty: .taxReport, period: period))
      month = try month.next()
    }
    // The last quarter is part of the year's report.
    for quarter in 0..<3 {
      let first = try BookMonth(year: year, month: quarter * 3 + 1)
      let last = try BookMonth(year: year, month: quarter * 3 + 3)
      entries.append(
        Entry(
          due: try last.next().firstDay.adding(days: 19), duty: .quarterlyReport,
          period: try BookPeriod(from: first.firstDay, through: last.lastDay)))
    }
    let june = try BookMonth(year: year, month: 6)
    entries.append(
      Entry(
        due: try june.next().firstDay.adding(days: 19), duty: .halfYearReport,
        period: try BookPeriod(from: whole.first, through: june.lastDay)))
    entries.append(
      Entry(
        due: try BookMonth(year: year, month: 4).lastDay, duty: .yearlyReport, period: before))
    entries.append(Entry(due: june.lastDay, duty: .membersMeeting, period: before))
    self.year = year
    self.entries = entries.enumerated().sorted {
      ($0.element.due, $0.offset) < ($1.element.due, $1.offset)
    }.map(\.element)
  }
}
