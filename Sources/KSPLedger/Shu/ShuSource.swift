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
      throw LedgerError.yearNotRatified(year)
    }
    guard ratification.shu.isPositive else {
      throw LedgerError.shuNothingToDivide(ratification.shu)
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
}
