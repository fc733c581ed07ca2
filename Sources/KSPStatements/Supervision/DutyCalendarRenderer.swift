/// Writes what is owed to the tax office, the Dinas and the members by which day (kalender).
public struct DutyCalendarRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each duty.
  public func report(of calendar: DutyCalendar) -> Report {
    let words = style.words
    let table = table(calendar.entries)
    return Report(
      "ksp.calendar/1", title: words.calendarTitle(calendar.year), subject: "\(calendar.year)",
      data: ["year": .count(calendar.year), "duties": .rows(table)], rows: ReportRows(table),
      blocks: [.table(table), .note(words.calendarNote)])
  }

  private func table(_ entries: [DutyCalendar.Entry]) -> ReportTable {
    let words = style.words
    return ReportTable(
      entries,
      [
        .left("due", words.calendarDue, 10) { .date($0.due) },
        .left("duty", words.calendarDuty, 27) {
          .coded($0.duty.rawValue, shown: words($0.duty.name))
        },
        .left("period", words.calendarPeriod, 22) {
          .coded("\($0.period.first)/\($0.period.last)", shown: words.of($0))
        },
        .right("left", words.calendarLeft, 17) { .optional($0.left) },
        .data("rule") { .text($0.duty.rule) },
      ])
  }
}

extension Wording {
  fileprivate func calendarTitle(_ year: Int) -> String {
    self("KALENDER KEWAJIBAN \(year)", "CALENDAR OF DUTIES \(year)")
  }
  fileprivate var calendarDue: String { self("Paling lambat", "By") }
  fileprivate var calendarDuty: String { self("Kewajiban", "Duty") }
  fileprivate var calendarPeriod: String { self("Untuk", "For") }
  fileprivate var calendarLeft: String { self("Belum disetor", "Unpaid") }
  fileprivate var calendarNote: String {
    self(
      "Hari setor dan lapor pajak bergeser ke hari kerja berikutnya.",
      "Days of the tax office move to the next working day.")
  }

  /// A month, a quarter or a year by its name.
  fileprivate func of(_ entry: DutyCalendar.Entry) -> String {
    let (first, last) = (entry.period.first.month, entry.period.last.month)
    let year =
      entry.bookYear?.description
      ?? (first.year == last.year ? "\(last.year)" : "\(first.year)/\(last.year)")
    // Quarters are those of the year of the book.
    let quarter = entry.bookYear.map { Int(last.ordinal - $0.firstMonth.ordinal + 1) / 3 } ?? 0
    return switch entry.duty {
    case .taxPayment, .taxReport: self(first.name)
    case .corporateTaxPayment:
      first == last ? self(first.name) : self("tahun \(year)", "year \(year)")
    case .quarterlyReport:
      self("triwulan \(quarter) \(year)", "quarter \(quarter) \(year)")
    case .halfYearReport: self("semester 1 \(year)", "first half of \(year)")
    case .yearlyReport, .membersMeeting: self("tahun \(year)", "year \(year)")
    }
  }
}
