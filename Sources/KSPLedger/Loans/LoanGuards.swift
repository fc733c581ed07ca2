import GRDB
import KSPCore

/// What loans refuse to entries of other rooms: entries by hand on their accounts, and reversals of
/// what something later stands on.
struct LoanGuards: EntryGuard {
  let session: PostingSession

  init(_ session: PostingSession) { self.session = session }

  func answers(for entry: EntryNumber, _ kind: EntryKind) throws -> Bool {
    try kind.is(.ofLoan)
      || (kind == .opening && LoanFiles(session).number(ofEntry: entry) != nil)
  }

  /// The day on which an entry of a loan is reversed: its own, or the first that is open.
  ///
  /// From that day on the loan is derived as if the entry had never been, and so say the accounts;
  /// a day of the caller's choice would leave days between on which both count.
  func reversalDay(_ entry: BookDate) throws -> BookDate {
    try session.days.reversal(of: entry)
  }

  /// Refuses to reverse an entry of a loan while something later stands on it: a newer plan, or
  /// payments on the plan that the entry began; and on another day than its own.
  func requireReversible(
    _ number: EntryNumber, bookedOn day: BookDate, on date: BookDate
  ) throws {
    let later = try Row.fetchOne(
      session.db,
      sql: """
        WITH touched (loan) AS (
          SELECT loan FROM loanStep WHERE entry = :entry
          UNION SELECT c.loan FROM posting p JOIN loanAccount c ON c.account = p.account
            WHERE p.entry = :entry),
        later (loan, entry) AS (
          SELECT t.loan, s.entry FROM touched t JOIN loanStep s ON s.loan = t.loan
            WHERE s.entry > :entry AND s.kind <> \(Loan.Step.waived.sql)
          UNION ALL
          SELECT t.loan, n.entry FROM touched t JOIN loanPlan n ON n.loan = t.loan
            WHERE n.afterEntry >= :entry AND ifnull(n.entry, 0) <> :entry
          UNION ALL
          SELECT t.loan, p.entry FROM touched t
            JOIN loanPlan o ON o.loan = t.loan AND o.entry = :entry
            JOIN loanAccount c ON c.loan = t.loan
            JOIN posting p ON p.account = c.account AND p.entry > :entry
            JOIN entry e ON e.id = p.entry
              AND e.kind IN \(EntryKind.sqlList(.settlesLoan)))
        SELECT l.number, later.entry FROM later JOIN loan l ON l.id = later.loan
        WHERE later.entry IS NULL
          OR NOT EXISTS (SELECT 1 FROM entryStanding
            WHERE id = later.entry AND reversedBy IS NOT NULL)
        ORDER BY later.entry DESC LIMIT 1
        """, arguments: ["entry": number.value])
    if let later {
      throw LedgerError.loanLaterEvents(
        number, loan: try later.value(0),
        after: (try later.optional(1) as Int64?).map { EntryNumber($0) })
    }
    let due = try reversalDay(day)
    guard date == due else { throw LedgerError.loanReversalDate(number, date, must: due) }
  }

  /// Payments after one that was taken back are divided again.
  func follow(
    reversalOf entry: EntryNumber, bookedOn day: BookDate, on date: BookDate, _ note: EntryNote
  ) throws -> [EntryNumber] {
    try ReallocationDesk(session).follow(reversalOf: entry, bookedOn: day, note)
      .map(\.entry)
  }

  /// Refuses entries by hand on the accounts of loans: what is owed follows from plans and
  /// payments, and an entry beside them would make the two differ.
  func requireNone(of accounts: [AccountID]) throws {
    let query = try SQLStatement(
      session.db,
      """
      SELECT a.code, l.number FROM loanAccount c JOIN account a ON a.id = c.account
      JOIN loan l ON l.id = c.loan WHERE c.account = ?
      """)
    for account in accounts {
      query.bind(account.value, at: 1)
      defer { query.reset() }
      guard try !query.step() else {
        throw LedgerError.accountOfLoan(
          AccountCode(stored: query.text(0) ?? ""), loan: query.number(1) ?? "")
      }
    }
  }
}
