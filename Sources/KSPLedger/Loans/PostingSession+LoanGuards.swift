import GRDB
import KSPCore

extension PostingSession {
  /// The day on which an entry of a loan is reversed: its own, or the first that is open.
  ///
  /// From that day on the loan is derived as if the entry had never been, and so say the accounts;
  /// a day of the caller's choice would leave days between on which both count.
  func loanReversalDay(_ entry: BookDate) throws -> BookDate {
    try max(entry, catalog.openMonth().firstDay)
  }

  /// Refuses to reverse an entry of a loan while something later stands on it: a newer plan, or
  /// payments on the plan that the entry began; and on another day than its own.
  func requireLoansAllowReversal(
    _ number: EntryNumber, bookedOn day: BookDate, on date: BookDate
  ) throws {
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
        number, loan: try later.value(0),
        after: (try later.optional(1) as Int64?).map { EntryNumber($0) })
    }
    let due = try loanReversalDay(day)
    guard date == due else { throw LedgerError.loanReversalDate(number, date, must: due) }
  }

  /// Refuses entries by hand on the accounts of loans: what is owed follows from plans and
  /// payments, and an entry beside them would make the two differ.
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

  /// The loans that a member owes, or owed before a voucher.
  func runningLoans(of member: String, before entry: EntryNumber? = nil) throws -> [LoanRecord] {
    let ids = try Int64.fetchAll(
      db,
      sql:
        "SELECT l.id FROM loan l JOIN member m ON m.id = l.member WHERE m.number = ? ORDER BY l.id",
      arguments: [member])
    return try ids.map { try record($0, before: entry) }.filter { $0.loan.status == .running }
  }

  /// Before a member leaves: refuses while a loan is owed, or sets it off against the savings.
  ///
  /// Sukarela is used up first, then wajib, then pokok.
  func settleLoans(
    of member: String, on date: BookDate, setsOff: Bool, by recordedBy: String?
  ) throws {
    for record in try runningLoans(of: member) {
      let quote = try record.state.settlementQuote(asOf: date)
      guard setsOff else {
        throw LedgerError.memberHasLoan(record.loan.number, owed: quote.total)
      }
      var left = quote.total
      var payers: [(account: AccountID, amount: Rupiah)] = []
      for kind in [SavingsKind.sukarela, .wajib, .pokok] {
        for product in catalog.products where product.product.kind == kind {
          for account in try holder(member, in: product).open {
            let part = min(account.balance.orZero, left)
            guard part.isPositive else { continue }
            payers.append((account.id, part))
            left = try left - part
          }
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
