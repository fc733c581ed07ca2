import KSPCore

/// The columns that say where a member stands with their dues, and how a row of them is read.
struct DuesColumns {
  let paidUntil, arrears: CSVColumn

  init(_ sheet: Sheet) {
    paidUntil = sheet.column("dues_paid_until")
    arrears = sheet.column("dues_arrears")
  }

  /// Whether the sheet has one of them.
  var isThere: Bool { paidUntil.isThere || arrears.isThere }

  /// Whether a row says anything of dues.
  func saysDues(_ cells: RowReader) -> Bool {
    cells.hasText(paidUntil) || cells.hasText(arrears)
  }

  /// What a row says; nil for nothing. A day stands for its month.
  func read(_ cells: inout RowReader) -> DuesTakeover.Standing? {
    let month = cells.optionalValue(paidUntil) { text throws(LedgerError) in
      if let month = try? BookMonth(parsing: text) { return month }
      guard let day = try? BookDate(parsing: text) else { throw .monthUnreadable(text) }
      return day.month
    }
    let amount = cells.optionalAmount(arrears)
    guard let month else { return amount.map { .arrears($0) } }
    if let amount, !amount.isZero {
      cells.refuse(.duesTakeoverTwice(month, amount), at: arrears)
      return nil
    }
    return .paidUntil(month)
  }
}
