import GRDB
import KSPCore

/// The closing voucher of a year: one way for a preview and a run, also in what is refused.
struct YearRun {
  let reader: YearReader
  let year: BookYear

  /// What a closing voucher would move, and its legs; what was closed before is read from what it
  /// left.
  ///
  /// - Throws: `year.monthsOpen`, `opening.incomplete`, `year.earlierOpen`, `year.roleMissing`.
  func find() throws -> (closing: YearClosing, legs: [Posting]) {
    if let closedAt = try reader.closedAt(year) {
      return (
        try YearClosing(
          year: year, outcome: .alreadyDone, closedAt: closedAt, lines: reader.lines(of: year),
          entries: reader.entries(of: year, .yearClosing)), []
      )
    }
    if let first = try reader.missing(year).first { throw try error(first) }
    let lines = try reader.lines(of: year)
    let moved = try lines.map { line in
      Posting(
        account: try account(line.account),
        amount: line.type == .expense ? line.amount : try line.amount.negated())
    }
    return (
      try YearClosing(year: year, outcome: .preview, closedAt: nil, lines: lines, entries: []),
      try PostingRules.yearClosing(moved, shu: reader.catalog.account(.shuCurrent))
    )
  }

  private func account(_ code: AccountCode) throws -> AccountID {
    let id = try Int64.fetchOne(
      reader.db, sql: "SELECT id FROM account WHERE code = ?", arguments: [code.text])
    guard let id else { throw LedgerError.accountUnknown(code.text) }
    return AccountID(id)
  }

  private func error(_ missing: YearEnd.Requirement) throws -> LedgerError {
    switch missing {
    case .monthsClosed:
      .yearMonthsOpen(
        year, open: reader.openMonths(of: year).first ?? year.lastMonth,
        next: try reader.catalog.openMonth())
    case .openingComplete:
      .openingIncomplete(
        difference: try MonthEndRun.openingDifference(reader.db, reader.catalog))
    case .earlierYearClosed: .yearEarlierOpen(year, earlier: try year.previous())
    case .rolesHeld: .yearRoleMissing(reader.missingRole ?? .shuCurrent)
    case .balanced: .invariantBroken("book.sum")
    }
  }
}
