/// What a cooperative owes to the tax office, the Dinas and its members by which day of a year
/// (kalender kewajiban).
public struct DutyCalendar: Hashable, Sendable, Codable {
  /// Something that is to be done by a day.
  public enum Duty: String, CaseIterable, Sendable, Codable {
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
  public struct Entry: Hashable, Sendable, Codable {
    /// The last day.
    public let due: BookDate
    /// What is to be done.
    public let duty: Duty
    /// Of which days.
    public let period: BookPeriod
    /// The year of the book that it is about, or that its period is a part of; nil for taxes, which
    /// go by months.
    public let bookYear: BookYear?
    /// What is left to pay, of a closed month's tax; nil where the book does not know.
    public var left: Rupiah?

    /// A duty with its last day.
    package init(
      due: BookDate, duty: Duty, period: BookPeriod, of bookYear: BookYear? = nil,
      left: Rupiah? = nil
    ) {
      self.due = due
      self.duty = duty
      self.period = period
      self.bookYear = bookYear
      self.left = left
    }
  }

  /// The year.
  public let year: Int
  /// The duties, by day.
  public let entries: [Entry]

  /// The duties whose last day lies in a calendar year.
  ///
  /// Reports and the meeting count from the quarters and the end of the book's own years. Days of
  /// the tax office move to the next working day; the others are as printed.
  ///
  /// - Parameters:
  ///   - year: The calendar year.
  ///   - start: The month in which a year of the book begins.
  ///   - holidays: Days without business besides Saturdays and Sundays.
  ///   - corporate: When the cooperative's own tax is paid, by the rules of the book.
  ///   - left: What is left to pay of the tax of a month; nil where that is not known.
  /// - Throws: `month.unreadable` for a year that there is not; what `left` throws.
  package init(
    year: Int, startingIn start: YearStart = .january, holidays: Set<BookDate>,
    corporate: [Entry] = [], left: (BookMonth) throws(LedgerError) -> Rupiah?
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
    // What is due in a year is about the one that runs, or one of the two before it.
    for number in (year - 2)...year {
      entries += try Self.duties(of: BookYear(number, startingIn: start)).filter {
        whole.first <= $0.due && $0.due <= whole.last
      }
    }
    self.year = year
    self.entries = entries.enumerated().sorted {
      ($0.element.due, $0.offset) < ($1.element.due, $1.offset)
    }.map(\.element)
  }

  /// What is due about a year of the book and its parts.
  private static func duties(of year: BookYear) throws(LedgerError) -> [Entry] {
    let months = year.months
    func report(
      _ duty: Duty, through last: BookMonth, from first: BookMonth
    ) throws(LedgerError) -> Entry {
      Entry(
        due: try last.next().firstDay.adding(days: 19), duty: duty,
        period: BookPeriod(first, through: last), of: year)
    }
    // The last quarter is part of the year's report.
    var entries: [Entry] = []
    for quarter in 0..<3 {
      entries.append(
        try report(
          .quarterlyReport, through: months[quarter * 3 + 2], from: months[quarter * 3]))
    }
    entries.append(try report(.halfYearReport, through: months[5], from: months[0]))
    for (duty, later) in [(Duty.yearlyReport, 4), (.membersMeeting, 6)] as [(Duty, Int32)] {
      entries.append(
        Entry(
          due: try BookMonth(ordinal: year.lastMonth.ordinal + later).lastDay, duty: duty,
          period: year.period, of: year))
    }
    return entries
  }
}
