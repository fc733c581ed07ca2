import GRDB
import KSPCore

/// Finds out from the journal what the end of a month means for a loan.
///
/// The month end and the explanation both stand on it, so that what is explained is what was run.
struct LoanMonthReader {
  private let db: Database
  private let month: BookMonth
  private let firstDay: BookDate
  private let reader: LoanReader
  private let balance: SQLStatement
  private let before: SQLStatement
  private let advance: SQLStatement

  init(_ db: Database, month: BookMonth, catalog: Catalog) throws {
    self.db = db
    self.month = month
    firstDay = catalog.firstDay(of: month)
    reader = try LoanReader(db, catalog)
    // What is dated after the month is taken off the balance that triggers maintain, and so is what
    // the month's own run booked.
    balance = try SQLStatement(
      db,
      """
      SELECT balance
        - ifnull((SELECT sum(amount) FROM posting WHERE account = ?1 AND bookDate > ?2), 0)
        - ifnull((SELECT sum(p.amount) FROM posting p JOIN entry e ON e.id = p.entry
          WHERE p.account = ?1 AND p.bookDate = ?2 AND e.kind = \(EntryKind.loanInterest.sql)), 0)
      FROM accountBalance WHERE account = ?1
      """)
    before = try SQLStatement(
      db, "SELECT unearned, prepaid FROM loanMonth WHERE month = ? AND loan = ?")
    advance = try SQLStatement(
      db,
      """
      SELECT CASE e.kind WHEN \(EntryKind.disbursement.sql) THEN n.advance ELSE
          (SELECT ifnull(-sum(amount), 0) FROM posting
            WHERE entry = e.id AND account = o.unearnedInterest) END, e.bookDate, e.reversedOn
      FROM loanPlan n JOIN loan l ON l.id = n.loan JOIN loanProduct o ON o.id = l.product
      JOIN entryStanding e ON e.id = n.entry
        AND e.kind IN \(EntryKind.sqlList([.disbursement, .opening]))
      WHERE n.loan = ?
      """)
  }

  /// The loan with a number, at the end of the month.
  ///
  /// - Throws: `loan.unknown`.
  func loan(_ number: String) throws -> LoanRecord {
    try reader.loan(number, asOf: month.lastDay)
  }

  /// The loan with a row number, at the end of the month.
  func loan(id: Int64) throws -> LoanRecord { try reader.loan(id: id, asOf: month.lastDay) }

  /// What the month end finds out about a loan; nil before it was paid out.
  func finding(_ record: LoanRecord) throws -> LoanFinding? {
    guard let accounts = record.state.accounts else { return nil }
    let unearned = try unearnedHeld(record)
    return try LoanFinding(
      record.state, in: month,
      held: LoanFinding.Held(
        interest: balance(of: accounts.interest), prepaid: unearned.prepaid,
        lateFee: balance(of: accounts.lateFee), advance: unearned.advance),
      collaterals: LoanReader.collaterals(db, record.id))
  }

  /// Interest cut in advance: what was not earned a month before, and was cut since; and interest
  /// paid ahead that was not earned a month before, or when the loan was taken over.
  private func unearnedHeld(
    _ record: LoanRecord
  ) throws -> (advance: Rupiah, prepaid: Rupiah) {
    before.bind(Int64(month.ordinal) - 1, at: 1)
    before.bind(record.id, at: 2)
    let kept =
      try before.step()
      ? (advance: Rupiah(sen: before.int64(0)), prepaid: Rupiah(sen: before.int64(1)))
      : (.zero, .zero)
    before.reset()
    guard record.state.agreed.interestDue != .inAdvance else {
      return (try advanceCut(record, kept.advance), kept.prepaid)
    }
    guard !record.state.terms.earnsOnReceipt else { return (.zero, .zero) }
    return (.zero, try advanceCut(record, kept.prepaid))
  }

  /// What is held, with what disbursements and takeovers of the month put among unearned income.
  private func advanceCut(_ record: LoanRecord, _ before: Rupiah) throws -> Rupiah {
    var held = before
    let days = Int64(firstDay.dayNumber)...Int64(month.lastDay.dayNumber)
    advance.bind(record.id, at: 1)
    defer { advance.reset() }
    while try advance.step() {
      let cut = Rupiah(sen: advance.int64(0))
      if days.contains(advance.int64(1)) { held = try held + cut }
      if let day = advance.optionalInt64(2), days.contains(day) { held = try held - cut }
    }
    return held
  }

  private func balance(of account: AccountID) throws -> Rupiah {
    balance.bind(account.value, at: 1)
    balance.bind(Int64(month.lastDay.dayNumber), at: 2)
    defer { balance.reset() }
    return try balance.step() ? Rupiah(sen: balance.int64(0)) : .zero
  }
}
