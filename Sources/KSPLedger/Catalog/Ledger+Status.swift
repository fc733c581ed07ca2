import GRDB
public import KSPCore

extension Ledger {
  /// Where the book stands: what a program shows when it is opened.
  ///
  /// - Throws: What reading the file can throw.
  public func status() throws(LedgerError) -> BookStatus {
    let today = try today()
    return try store.read { db in
      let catalog = try catalog(db)
      let later = try later(db, after: today)
      func number(_ sql: String) throws -> Int64? { try Int64.fetchOne(db, sql: sql) }
      func balance(_ role: AccountRole) throws -> Rupiah {
        Rupiah(
          sen: try number(
            """
            SELECT balance FROM accountBalance
            WHERE account = \(try catalog.account(role).value)
            """) ?? 0)
      }
      let cash = try number(
        """
        SELECT sum(balance) FROM accountBalance WHERE account IN (\(CashTerms.cashAccounts))
        """)
      let savings = try number(
        """
        SELECT sum(balance) FROM accountBalance
        WHERE account IN (SELECT account FROM savingsAccount)
        """)
      var status = BookStatus(
        name: catalog.settings.name,
        members: Int(try number("SELECT count(*) FROM member WHERE leftOn IS NULL") ?? 0),
        savingsAccounts: Int(
          try number(
            """
            SELECT count(*) FROM savingsAccount s JOIN account a ON a.id = s.account
            WHERE a.closedOn IS NULL
            """) ?? 0),
        entries: Int(try number("SELECT max(id) FROM entry") ?? 0),
        lastBookDate: try number("SELECT bookDate FROM entry ORDER BY id DESC LIMIT 1")
          .map { try BookDate(stored: $0) },
        latestBookDate: try number("SELECT max(bookDate) FROM entry")
          .map { try BookDate(stored: $0) },
        openMonth: try catalog.openMonth(),
        savings: try Rupiah(sen: savings ?? 0).negated() - (later?.savings ?? .zero),
        cash: try Rupiah(sen: cash ?? 0) - (later?.cash ?? .zero), later: later,
        openingDifference: try balance(.openingClearing),
        lastBackupAt: try number("SELECT max(madeAt) FROM backupLog")
          .map { Timestamp(seconds: $0) })
      status.needsBackup = try needsBackup(db, status)
      status.nextStep = status.step(on: today)
      return status
    }
  }

  /// What no backup holds may be lost, once the first of it is old; making the book is part of it.
  ///
  /// What comes first after the last backup is looked for from the end, not among all there is.
  private func needsBackup(_ db: Database, _ status: BookStatus) throws -> Bool {
    guard status.entries > 0 else { return false }
    let oldest = try Int64.fetchOne(
      db,
      sql: status.lastBackupAt == nil
        ? "SELECT recordedAt FROM event ORDER BY number LIMIT 1"
        : """
        SELECT min(recordedAt) FROM (
          SELECT recordedAt FROM entry WHERE id = 1 + (SELECT max(entries) FROM backupLog)
          UNION ALL
          SELECT * FROM (SELECT recordedAt FROM event WHERE number > (SELECT number FROM event
              WHERE kind = \(EventKind.backupMade.sql) ORDER BY number DESC LIMIT 1)
            ORDER BY number LIMIT 1))
        """)
    guard let oldest else { return false }
    // A clock may say anything, and have said anything when it was recorded.
    let (old, isNever) = oldest.addingReportingOverflow(
      Int64(BackupSettings.longestAge) * 86_400)
    return !isNever && clock().seconds > old
  }

  /// What is dated after a day; nil for nothing.
  private func later(
    _ db: Database, after date: BookDate
  ) throws -> BookStatus.Later? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT count(DISTINCT e.id),
          sum(p.amount) FILTER (WHERE p.account IN (SELECT account FROM savingsAccount)),
          sum(p.amount) FILTER (WHERE p.account IN (\(CashTerms.cashAccounts)))
        FROM entry e CROSS JOIN posting p ON p.entry = e.id WHERE e.bookDate > ?
        """, arguments: [date.dayNumber])
    guard let row, let entries: Int = try row.value(0), entries > 0 else { return nil }
    return try BookStatus.Later(
      entries: entries, savings: Rupiah(sen: row.optional(1) ?? 0).negated(),
      cash: Rupiah(sen: row.optional(2) ?? 0))
  }
}
