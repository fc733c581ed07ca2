import KSPCore

/// The SHU of a book year that can be divided, and where it stands.
struct ShuSource {
  let year: BookYear
  let shu: Rupiah
  let ratifiedOn: BookDate
  let account: AccountID

  /// The SHU as the members' meeting ratified it.
  ///
  /// - Throws: `year.beforeBook`, `year.notRatified`, `shu.nothingToDivide` for a loss.
  init(ratified number: Int, _ reader: YearReader) throws {
    year = try reader.year(number)
    guard let ratification = try reader.ratification(of: year) else {
      throw LedgerError.yearNotRatified(year, isClosed: try reader.closedAt(year) != nil)
    }
    guard ratification.shu.isPositive else {
      throw LedgerError.shuNothingToDivide(ratification.shu, of: number)
    }
    shu = ratification.shu
    ratifiedOn = ratification.date
    account = try reader.catalog.account(.shuUndistributed)
  }

  /// The SHU that was ratified, or what the year has brought so far.
  ///
  /// - Throws: `year.beforeBook`.
  static func planned(
    _ number: Int, _ reader: YearReader
  ) throws -> (year: BookYear, shu: Rupiah) {
    let year = try reader.year(number)
    return (year, try reader.ratification(of: year)?.shu ?? reader.shu(of: year))
  }

  /// From whose business the SHU comes, by the income of the year.
  static func origin(of year: BookYear, _ reader: YearReader) throws -> ShuOrigin {
    let cells = Dictionary(
      try reader.financial.chart().accounts.map { ($0.code, $0.marks.healthCell ?? 0) },
      uniquingKeysWith: { first, _ in first })
    let income = try reader.lines(of: year).filter { $0.type == .income }
    func sum(_ range: ClosedRange<Int>) throws -> Rupiah {
      try income.filter { range.contains(cells[$0.account] ?? 0) }.map(\.amount).sum()
    }
    return ShuOrigin(
      members: try sum(ShuOrigin.cells.members), others: try sum(ShuOrigin.cells.others))
  }

  /// The same where the plan divides only what comes from business with members.
  static func origin(
    of year: BookYear, by plan: ShuPlan, _ reader: YearReader
  ) throws -> ShuOrigin? {
    try plan.othersFund == nil ? nil : origin(of: year, reader)
  }
}
