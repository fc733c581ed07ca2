import GRDB
public import KSPCore

extension Ledger {
  /// The health worksheet of a year (kertas kerja kesehatan), from the cells of the accounts and
  /// the classes of the loans, beside the end of the year before.
  ///
  /// - Parameters:
  ///   - year: The year; nil for that of today.
  ///   - day: The day within the year; nil for its last, or today in the running one.
  ///   - profile: How ratios are read where sources differ; nil for what the settings say.
  ///   - asRecordedThrough: Leaves out what was recorded after this point; nil for everything.
  /// - Returns: The cells of that day, and ratios.
  /// - Throws: `month.unreadable` for a year that there is not; `date.future` for one that has not
  ///   begun; `period.beforeBook` for one that ended before the opening balances;
  ///   `known.beyond`.
  public func healthSheet(
    year: Int? = nil, through day: BookDate? = nil, profile: HealthProfile? = nil,
    asRecordedThrough: KnowledgePoint? = nil
  ) throws(LedgerError) -> HealthSheet {
    let today = try today()
    let settings = try settings(asRecordedThrough: asRecordedThrough)
    let start = settings.yearStart
    let bookYear =
      if let year { try BookYear(year, startingIn: start) } else {
        try BookYear(of: today, startingIn: start)
      }
    let period = bookYear.period
    guard period.first <= today else { throw .dateFuture(period.first, today: today) }
    let asOf = min(period.last, max(day ?? today, period.first), today)
    let previous = try period.first.adding(days: -1)
    return try store.read { db in
      let reader = try financialReader(db, at: asRecordedThrough)
      func loans(_ day: BookDate) throws -> [Int: Rupiah] {
        try problemLoans(day, reader.state, db)
      }
      if year != nil { try reader.requireInBook(through: asOf, countingOpenings: true) }
      return try HealthSheet(
        asOf: asOf, previous: previous, known: reader.state.known, chart: reader.chart(),
        now: HealthSheet.Day(balances: reader.unclosedDay(asOf), loans: loans(asOf)),
        before: HealthSheet.Day(
          balances: reader.unclosedDay(previous), loans: loans(previous)),
        profile: profile ?? HealthProfile(settings: settings.health))
    }
  }

  /// Cells 111 to 116 on a day: what is owed of each class, and the collateral that counts for it.
  private func problemLoans(
    _ day: BookDate, _ state: KnownState, _ db: Database
  ) throws -> [Int: Rupiah] {
    var cells: [Int: Rupiah] = [:]
    try openLoans(asOf: day, at: state, db) { row in
      let owed: Int
      switch row.loanClass {
      case .lancar, .dalamPerhatianKhusus: return
      case .kurangLancar: owed = 111
      case .diragukan: owed = 112
      case .macet: owed = 113
      }
      cells[owed] = try (cells[owed] ?? .zero) + row.outstanding
      cells[owed + 3] = try (cells[owed + 3] ?? .zero) + row.secured
    }
    return cells
  }
}
