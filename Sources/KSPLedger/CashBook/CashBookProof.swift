import GRDB
import KSPCore

/// Puts what cash holds at the end of each day beside what the sheets say.
struct CashBookProof {
  let db: Database
  let account: (id: AccountID, code: AccountCode)
  let sheets: CashSheets

  /// How many days agree, and which do not because the book has cash from elsewhere.
  ///
  /// - Throws: `cashBook.differs` where the book has none.
  func run() throws -> (days: Int, differences: [CashImportReport.Difference]) {
    guard let first = sheets.sheets.first, let last = sheets.sheets.last else { return (0, []) }
    let (start, end) = (first.month.firstDay, last.month.lastDay)
    var moved = try self.moved(through: max(end, sheets.lastDay ?? end))
    var book = Rupiah.zero
    for (day, amount) in moved where day < start {
      try book += amount
      moved[day] = nil
    }
    var sheet = first.opening.balance
    guard book == sheet else {
      throw LedgerError.cashBookDiffers(
        on: try start.adding(days: -1), account: account.code, sheet: sheet, book: book)
    }
    let said = try sheets.moved
    var differences: [CashImportReport.Difference] = []
    let days = Set(moved.keys).union(said.keys).sorted()
    for day in days {
      try book += moved[day] ?? .zero
      try sheet += said[day] ?? .zero
      guard book != sheet else { continue }
      guard try hasOthers(start, day) else {
        throw LedgerError.cashBookDiffers(
          on: day, account: account.code, sheet: sheet, book: book)
      }
      differences.append(CashImportReport.Difference(date: day, sheet: sheet, book: book))
    }
    return (days.count - differences.count, differences)
  }

  private func moved(through end: BookDate) throws -> [BookDate: Rupiah] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT bookDate, sum(amount) FROM posting WHERE account = ? AND bookDate <= ?
        GROUP BY bookDate
        """, arguments: [account.id.value, end.dayNumber])
    return try rows.reduce(into: [:]) { moved, row in
      moved[try BookDate(stored: row.value(0))] = Rupiah(sen: try row.value(1) as Int64)
    }
  }

  /// Whether cash of some days came from anything but a cash book.
  private func hasOthers(_ start: BookDate, _ end: BookDate) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM posting p JOIN entry e ON e.id = p.entry
          WHERE p.account = ?1 AND p.bookDate BETWEEN ?2 AND ?3
            AND (e.reference IS NULL OR e.reference NOT LIKE ?4 || '%'))
        """,
      arguments: [account.id.value, start.dayNumber, end.dayNumber, CashReferences.prefix]) ?? false
  }
}

extension CashSheets {
  /// What moves on each day, over all sheets.
  fileprivate var moved: [BookDate: Rupiah] {
    get throws {
      var moved: [BookDate: Rupiah] = [:]
      for row in sheets.flatMap(\.rows) {
        moved[row.date] = try moved[row.date, default: .zero] + row.received - row.paid
      }
      return moved
    }
  }

  /// The last day of any row.
  fileprivate var lastDay: BookDate? { sheets.flatMap(\.rows).map(\.date).max() }
}
