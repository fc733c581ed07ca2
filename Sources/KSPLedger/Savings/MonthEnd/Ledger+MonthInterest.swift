import GRDB
public import KSPCore

extension Ledger {
  /// What a month end pays on each savings account: before it, as it would be posted now; after it,
  /// as it was posted.
  ///
  /// - Parameter month: The open month, or one that is closed.
  /// - Returns: The accounts that earn interest, by member and then by product.
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

  func list(isPosted: Bool) throws -> MonthInterest {
    try MonthInterest(month: month, isPosted: isPosted, rows: isPosted ? posted() : expected())
  }

  /// What the passes of the month end find.
  private func expected() throws -> [MonthInterest.Row] {
    let ending = EndingMonth(db, month, catalog, MonthEndDesk(db, month, .proof))
    var rows: [MonthInterest.Row] = []
    try MonthEndRun(ending).walk { member in
      for paid in member.interest where paid.source == SavingsInterestPass.table {
        rows.append(try row(paid.earnedOn, gross: paid.gross, tax: paid.tax, entry: nil))
      }
    }
    return rows
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
      gross: gross, tax: tax, entry: entry)
  }
}
