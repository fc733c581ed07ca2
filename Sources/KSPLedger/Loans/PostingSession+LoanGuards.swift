import GRDB
import KSPCore

extension PostingSession {
  /// Refuses to reverse an entry of a loan while something later stands on it: a newer plan, or
  /// payments on the plan that the entry began; and on a day before the entry itself, or before the
  /// reversal of a plan.
  func requireLoansAllowReversal(
    _ number: EntryNumber, _ kind: EntryKind, on date: BookDate
  ) throws {
    guard [.disbursement, .repayment, .writeOff, .recovery].contains(kind) else { return }
    let later = try Row.fetchOne(
      db,
      sql: """
        WITH touched (loan) AS (
          SELECT loan FROM loanStep WHERE entry = :entry
          UNION SELECT c.loan FROM posting p JOIN loanAccount c ON c.account = p.account
            WHERE p.entry = :entry),
        later (loan, entry) AS (
          SELECT t.loan, s.entry FROM touched t JOIN loanStep s ON s.loan = t.loan
            WHERE s.entry > :entry
          UNION ALL
          SELECT t.loan, n.entry FROM touched t JOIN loanPlan n ON n.loan = t.loan
            WHERE n.afterEntry >= :entry AND ifnull(n.entry, 0) <> :entry
          UNION ALL
          SELECT t.loan, p.entry FROM touched t
            JOIN loanPlan o ON o.loan = t.loan AND o.entry = :entry
            JOIN loanAccount c ON c.loan = t.loan
            JOIN posting p ON p.account = c.account AND p.entry > :entry
            JOIN entry e ON e.id = p.entry AND e.kind = 'repayment')
        SELECT l.number, later.entry FROM later JOIN loan l ON l.id = later.loan
        WHERE later.entry IS NULL
          OR NOT EXISTS (SELECT 1 FROM entry WHERE reverses = later.entry)
        ORDER BY later.entry DESC LIMIT 1
        """, arguments: ["entry": number.value])
    if let later {
      throw LedgerError.loanLaterEvents(
        number, loan: later[0], after: (later[1] as Int64?).map { EntryNumber($0) })
    }
    try requireReversalInOrder(number, on: date)
  }

  /// Between a plan's beginning and its reversal the accounts hold what was booked under it, so
  /// what
  /// came before it is not undone on a day in between.
  private func requireReversalInOrder(_ number: EntryNumber, on date: BookDate) throws {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT l.number, max(e.bookDate, ifnull((SELECT max(r.bookDate) FROM loanPlan n
          JOIN entry r ON r.reverses = n.entry WHERE n.loan = l.id), e.bookDate)) AS since
        FROM entry e JOIN loan l ON l.id IN (SELECT loan FROM loanStep WHERE entry = e.id
          UNION SELECT c.loan FROM posting p JOIN loanAccount c ON c.account = p.account
            WHERE p.entry = e.id)
        WHERE e.id = ? ORDER BY since DESC LIMIT 1
        """, arguments: [number.value])
    guard let row else { return }
    let since = try BookDate(stored: row[1] as Int64)
    guard date >= since else {
      throw LedgerError.loanDateTooEarly(row[0], date, since: since)
    }
  }

  /// Refuses a day before anything that happened to a loan, payments and reversals included.
  func requireLast(_ record: LoanRecord, _ date: BookDate) throws {
    let query = try db.cachedStatement(
      sql: """
        SELECT max(r.bookDate) FROM loanAccount c JOIN posting p ON p.account = c.account
        JOIN entry r ON r.id = p.entry AND r.reverses IS NOT NULL WHERE c.loan = ?
        """)
    let reversed = try Int64.fetchOne(query, arguments: [record.id])
    let known = [
      record.lastDate, record.payments.last?.date, try reversed.map { try BookDate(stored: $0) },
    ]
    let last = known.compactMap(\.self).max() ?? record.lastDate
    guard date >= last else {
      throw LedgerError.loanDateTooEarly(record.loan.number, date, since: last)
    }
  }

  /// Refuses entries by hand on the accounts of loans: what is owed follows from plans and
  /// payments,
  /// and an entry beside them would make the two differ.
  func requireNoLoanAccount(_ accounts: [AccountID]) throws {
    let query = try SQLStatement(
      db,
      "SELECT a.code FROM loanAccount c JOIN account a ON a.id = c.account WHERE c.account = ?")
    for account in accounts {
      query.bind(account.value, at: 1)
      defer { query.reset() }
      guard try !query.step() else {
        throw LedgerError.accountNotPostable(AccountCode(stored: query.text(0) ?? ""))
      }
    }
  }

  /// The loans that a member owes.
  func runningLoans(of member: String) throws -> [LoanRecord] {
    let ids = try Int64.fetchAll(
      db,
      sql:
        "SELECT l.id FROM loan l JOIN member m ON m.id = l.member WHERE m.number = ? ORDER BY l.id",
      arguments: [member])
    let reader = try loanReader()
    return try ids.map { try reader.loan(id: $0) }.filter { $0.loan.status == .running }
  }

  /// Before a member leaves: refuses while a loan is owed, or sets it off against the savings.
  ///
  /// Sukarela is used up first, then wajib, then pokok.
  func settleLoans(
    of member: String, on date: BookDate, setsOff: Bool, by recordedBy: String?
  ) throws {
    for record in try runningLoans(of: member) {
      let quote = try record.settlementQuote(asOf: date)
      guard setsOff else {
        throw LedgerError.memberHasLoan(record.loan.number, owed: quote.total)
      }
      var left = quote.total
      var payers: [(account: AccountID, amount: Rupiah)] = []
      for kind in [SavingsKind.sukarela, .wajib, .pokok] {
        for product in catalog.products where product.product.kind == kind {
          guard let account = try holder(member, in: product).account, account.closedOn == nil
          else { continue }
          let part = min(account.balance.orZero, left)
          guard part.isPositive else { continue }
          payers.append((account.id, part))
          left = try left - part
        }
      }
      guard left.isZero else {
        throw LedgerError.memberHasLoan(record.loan.number, owed: left)
      }
      _ = try settle(
        record.loan.number, nil, payers: payers,
        RepaymentWay(date: date, payer: nil, note: EntryNote(recordedBy: recordedBy)))
    }
  }
}
