import GRDB
public import KSPCore

extension Ledger {
  /// What a month end pays on each savings account: before it, as it would be posted now; after it,
  /// as it was posted.
  ///
  /// Interest of term deposits that was posted on days of its own is named one by one, with the tax
  /// that savings bear for it. What the end of an open month posts first, such as value dates that
  /// are still to come, is in ``previewMonthInterest(_:)``.
  ///
  /// - Parameter month: The open month, or one that is closed.
  /// - Returns: The accounts that earn interest, by member and then by product, and those items.
  /// - Throws: `month.earlierOpen` for a month after the open one, `period.beforeBook` for one
  ///   before the book, `amount.overflow`.
  public func monthInterest(_ month: BookMonth) throws(LedgerError) -> MonthInterest {
    try store.read { db in
      let catalog = try catalog(db)
      let open = try catalog.openMonth()
      guard month <= open else { throw LedgerError.monthEarlierOpen(month, open: open) }
      guard month >= catalog.settings.firstMonth else {
        throw LedgerError.dateBeforeBook(month.firstDay, first: catalog.settings.firstMonth)
      }
      return try MonthInterestReader(db, month, catalog).list(isPosted: month < open)
    }
  }

  /// The same of the open month, with what its end posts on days of its own first: interest that
  /// falls due until then, deposits that run again, orders, fees. Nothing is stored.
  ///
  /// - Parameter month: The month; any but the open one is as in ``monthInterest(_:)``.
  /// - Returns: The list, without the numbers that the vouchers of such postings would get.
  /// - Throws: What ``monthInterest(_:)`` throws, what those postings can throw, such as
  ///   `cash.belowZero`, and `book.readOnly`.
  public func previewMonthInterest(_ month: BookMonth) throws(LedgerError) -> MonthInterest {
    let isPending = try store.read { db in
      try month == catalog(db).openMonth() && MonthEndPasses.arePending(month, db)
    }
    guard isPending else { return try monthInterest(month) }
    return try changeCatalog(dryRun: true) { session in
      let last = EntryNumber(session.journal.next.value - 1)
      // A look is allowed at any time.
      try MonthEndPasses.prepare(month, session, note: EntryNote(exceptions: .beforeEnd))
      return try MonthInterestReader(session.db, month, session.catalog)
        .list(isPosted: false, through: last)
    }
  }
}

/// Reads the interest of a month by account.
struct MonthInterestReader {
  private let db: Database
  private let month: BookMonth
  private let catalog: Catalog
  private let working: InterestReader
  private let heading: SQLStatement

  init(_ db: Database, _ month: BookMonth, _ catalog: Catalog) throws {
    self.db = db
    self.month = month
    self.catalog = catalog
    working = try InterestReader(db, known: db, month: month, catalog: catalog)
    heading = try SQLStatement(
      db,
      """
      SELECT a.code, m.number, m.name, s.product, m.id FROM savingsAccount s
      JOIN account a ON a.id = s.account JOIN member m ON m.id = s.member WHERE s.account = ?
      """)
  }

  /// The list; vouchers after `last` are those of a rehearsal, which will not be there.
  func list(isPosted: Bool, through last: EntryNumber? = nil) throws -> MonthInterest {
    let found = try isPosted ? (posted(), taken()) : expected()
    var list = try MonthInterest(month: month, isPosted: isPosted, rows: found.0)
    list.furtherTax = found.1
    list.valueDates = try valueDates(through: last)
    return list
  }

  /// Interest of term deposits that has a voucher in the month.
  private func valueDates(through last: EntryNumber?) throws -> [MonthInterest.Item] {
    guard try db.hasRow("depositInterest") else { return [] }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT e.bookDate, i.account, i.gross, i.tax, e.id FROM depositInterest i
        JOIN entry e ON e.id = i.voucher WHERE e.bookDate BETWEEN ? AND ?
          AND NOT EXISTS (SELECT 1 FROM entryReversal r WHERE r.entry = e.id)
        ORDER BY e.bookDate, e.id
        """, arguments: [month.firstDay.dayNumber, month.lastDay.dayNumber]
    ).map { row in
      let entry = EntryNumber(try row.value(4))
      return try item(
        AccountID(row.value(1)), on: BookDate(stored: row.value(0)),
        gross: Rupiah(sen: row.value(2) as Int64), tax: Rupiah(sen: row.value(3) as Int64),
        last.map { entry > $0 } ?? false ? nil : entry)
    }
  }

  /// What the voucher of further tax took from savings.
  private func taken() throws -> [MonthInterest.Item] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT p.account, p.amount, e.id FROM entry e JOIN posting p ON p.entry = e.id
        JOIN savingsAccount s ON s.account = p.account
        WHERE e.reference = ? AND e.kind = \(EntryKind.interestTax.sql) AND p.amount > 0
        ORDER BY p.line
        """, arguments: [InterestTaxPass.reference(month)]
    ).map { row in
      try item(
        AccountID(row.value(0)), on: month.lastDay, gross: .zero,
        tax: Rupiah(sen: row.value(1) as Int64), EntryNumber(row.value(2)))
    }
  }

  private func item(
    _ account: AccountID, on day: BookDate, gross: Rupiah, tax: Rupiah, _ entry: EntryNumber?
  ) throws -> MonthInterest.Item {
    heading.bind(account.value, at: 1)
    defer { heading.reset() }
    guard try heading.step() else { throw LedgerError.invariantBroken("account #\(account.value)") }
    return try MonthInterest.Item(
      date: day, account: AccountCode(stored: heading.text(0) ?? ""),
      member: MemberNumber(heading.text(1) ?? ""), memberName: heading.text(2) ?? "", gross: gross,
      tax: tax, entry: entry)
  }

  /// What the passes of the month end find.
  private func expected() throws -> ([MonthInterest.Row], [MonthInterest.Item]) {
    let ending = EndingMonth(db, month, catalog, MonthEndDesk(db, month, .proof))
    var rows: [MonthInterest.Row] = []
    var taken: [MonthInterest.Item] = []
    try MonthEndRun(ending).walk { member in
      for paid in member.interest where paid.source == SavingsInterestPass.table {
        rows.append(try row(paid.earnedOn, gross: paid.gross, tax: paid.tax, entry: nil))
      }
      for fund in member.tax?.funds ?? [] where fund.taken.isPositive {
        taken.append(
          try item(fund.account, on: month.lastDay, gross: .zero, tax: fund.taken, nil))
      }
    }
    return (rows, taken)
  }

  /// What the month end kept as evidence.
  private func posted() throws -> [MonthInterest.Row] {
    let kept = try SQLStatement(
      db,
      """
      SELECT i.account, i.gross, i.tax, i.entry FROM savingsInterest i
      JOIN savingsAccount s ON s.account = i.account
      WHERE i.month = ? ORDER BY s.member, s.product, s.ordinal
      """)
    kept.bind(Int64(month.ordinal), at: 1)
    defer { kept.reset() }
    var rows: [MonthInterest.Row] = []
    while try kept.step() {
      rows.append(
        try row(
          AccountID(kept.int64(0)), gross: Rupiah(sen: kept.int64(1)),
          tax: Rupiah(sen: kept.int64(2)), entry: EntryNumber(kept.int64(3))))
    }
    return rows
  }

  private func row(
    _ account: AccountID, gross: Rupiah, tax: Rupiah, entry: EntryNumber?
  ) throws -> MonthInterest.Row {
    heading.bind(account.value, at: 1)
    defer { heading.reset() }
    guard try heading.step(), let product = working.payingProduct(heading.int64(3)),
      let interest = try working.interest(
        of: account, product: product,
        for: MemberMonth.member(heading.int64(4), in: month, db).standing),
      let run = interest.working.runs.last
    else { throw LedgerError.invariantBroken("interest #\(account.value) \(month)") }
    return try MonthInterest.Row(
      account: AccountCode(stored: heading.text(0) ?? ""),
      product: catalog.products[product].product.code, member: MemberNumber(heading.text(1) ?? ""),
      memberName: heading.text(2) ?? "", base: interest.working.meanBalance(), rate: run.rate,
      gross: gross, brought: interest.outcome.brought, tax: tax, entry: entry)
  }
}
