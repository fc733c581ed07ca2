import GRDB
import KSPCore

/// Finds out from the journal what the end of a month means for a loan.
///
/// The month end and the explanation both stand on it, so that what is explained is what was run.
struct LoanMonthReader {
  private let db: Database
  private let month: BookMonth
  private let firstDay: BookDate
  private let yearStart: YearStart
  private let reader: LoanReader
  private let balance: SQLStatement
  private let before: SQLStatement
  private let advance: SQLStatement
  private let ahead: ReceivedAhead
  /// The loans of which the month moved what is cut in advance; nil where each is asked.
  private let movedAdvances: Set<Int64>?

  /// `ofAll` says that many loans will be read, so that what only few have is looked up once for
  /// all of them.
  init(_ db: Database, month: BookMonth, catalog: Catalog, ofAll: Bool = false) throws {
    self.db = db
    self.month = month
    firstDay = catalog.firstDay(of: month)
    yearStart = catalog.settings.yearStart
    reader = try LoanReader(db, catalog)
    // What is dated after the month is taken off the balance that triggers maintain, and so is what
    // the month's own run booked.
    balance = try SQLStatement(
      db,
      """
      SELECT balance - ifnull((SELECT sum(amount) FROM posting p
        WHERE account = ?1 AND bookDate >= ?2 AND (bookDate > ?2
          OR (SELECT kind FROM entry WHERE id = p.entry) = \(EntryKind.loanInterest.sql))), 0)
      FROM accountBalance WHERE account = ?1
      """)
    before = try SQLStatement(
      db, "SELECT unearned, prepaid, keptClass FROM loanMonth WHERE month = ? AND loan = ?")
    ahead = try ReceivedAhead(db, .interest)
    movedAdvances =
      ofAll ? try Self.movedAdvances(db, from: firstDay, through: month.lastDay) : nil
    advance = try SQLStatement(
      db,
      """
      SELECT CASE e.kind WHEN \(EntryKind.disbursement.sql) THEN n.advance
          WHEN \(EntryKind.opening.sql) THEN
            (SELECT ifnull(-sum(amount), 0) FROM posting WHERE entry = e.id
              AND account = (SELECT o.unearnedInterest FROM loan l
                JOIN loanProduct o ON o.id = l.product WHERE l.id = n.loan))
          ELSE 0 END - n.returned, e.bookDate, e.reversedOn
      FROM loanPlan n JOIN entryStanding e ON e.id = n.entry WHERE n.loan = ?1
      UNION ALL
      SELECT -s.returned, e.bookDate, e.reversedOn FROM loanStep s
      JOIN entryStanding e ON e.id = s.entry WHERE s.loan = ?1 AND s.returned IS NOT NULL
      """)
  }

  /// The loan with a number, at the end of the month.
  ///
  /// - Throws: `loan.unknown`.
  func loan(_ number: LoanNumber) throws -> LoanRecord {
    try reader.loan(number, asOf: month.lastDay)
  }

  /// The loan with a row number, at the end of the month, with what it has behind it.
  func loan(id: Int64) throws -> LoanRecord {
    try reader.loan(id: id, asOf: month.lastDay, reading: .dues(through: month.lastDay))
  }

  /// Everything that settled a part of a loan by the end of the month.
  func history(of record: LoanRecord) throws -> [LoanCardPayment] {
    try reader.history(of: record, asOf: month.lastDay, .all)
  }

  /// What the month end finds out about a loan; nil before it was paid out.
  func finding(_ record: LoanRecord) throws -> LoanFinding? {
    guard let accounts = record.state.accounts else { return nil }
    let before = try monthBefore(record)
    let unearned = try unearnedHeld(record, accounts.interest, before, through: month.lastDay)
    var held = LoanFinding.Held(
      interest: try balance(of: accounts.interest), prepaid: unearned.prepaid,
      lateFee: try balance(of: accounts.lateFee), advance: unearned.advance,
      keptClass: before.keptClass)
    let collaterals = try reader.collaterals(of: record.id, asOf: month.lastDay)
    let found = try LoanFinding(record.state, in: month, held: held, collaterals: collaterals)
    // How old the income is matters only where it is set aside.
    guard found.income.isStopped, held.interest.isPositive || held.lateFee.isPositive else {
      return found
    }
    held.ofEarlierYears = (
      try ofEarlierYears(held.interest, in: accounts.interest),
      try ofEarlierYears(held.lateFee, in: accounts.lateFee)
    )
    return try LoanFinding(record.state, in: month, held: held, collaterals: collaterals)
  }

  /// How much of what an account holds became income before the year of the month.
  private func ofEarlierYears(_ held: Rupiah, in account: AccountID) throws -> Rupiah {
    let split = try LoanFiles.yearSplit(
      db, account, from: BookYear(of: month.lastDay, startingIn: yearStart).firstDay,
      through: month.lastDay, without: .loanInterest)
    return try LoanReceivable(held: held, atYearStart: split.atStart, takenSince: split.taken)
      .ofEarlierYears
  }

  /// What the month before kept of a loan: what was not earned of its interest that was cut in
  /// advance, or paid ahead, and the class that it kept.
  private typealias MonthBefore = (advance: Rupiah, prepaid: Rupiah, keptClass: LoanClass?)

  private func monthBefore(_ record: LoanRecord) throws -> MonthBefore {
    before.bind(Int64(month.ordinal) - 1, at: 1)
    before.bind(record.id, at: 2)
    defer { before.reset() }
    guard try before.step() else { return (.zero, .zero, nil) }
    return (
      Rupiah(sen: before.int64(0)), Rupiah(sen: before.int64(1)),
      before.optionalInt64(2).flatMap { LoanClass(rawValue: Int($0)) }
    )
  }

  /// Interest cut in advance: what was not earned a month before, and was cut since; and interest
  /// paid ahead: what was not earned a month before, or when the loan was taken over, and what was
  /// paid since.
  func unearnedHeld(
    _ record: LoanRecord, _ interest: AccountID, through last: BookDate
  ) throws -> (advance: Rupiah, prepaid: Rupiah) {
    try unearnedHeld(record, interest, monthBefore(record), through: last)
  }

  private func unearnedHeld(
    _ record: LoanRecord, _ interest: AccountID, _ kept: MonthBefore, through last: BookDate
  ) throws -> (advance: Rupiah, prepaid: Rupiah) {
    let isCut = record.state.agreed.interestDue == .inAdvance
    guard !record.state.terms.earnsOnReceipt else {
      return (isCut ? try advanceCut(record, kept.advance, through: last) : .zero, .zero)
    }
    let since = try ahead.added(to: record.id, interest, from: firstDay, through: last)
    let prepaid = try kept.prepaid + since
    return isCut
      ? (try advanceCut(record, kept.advance, through: last), prepaid)
      : (.zero, try advanceCut(record, prepaid, through: last))
  }

  /// What is held, with what disbursements and takeovers since the month began put among unearned
  /// income.
  private func advanceCut(
    _ record: LoanRecord, _ before: Rupiah, through last: BookDate
  ) throws -> Rupiah {
    if let movedAdvances, last <= month.lastDay, !movedAdvances.contains(record.id) {
      return before
    }
    var held = before
    let days = Int64(firstDay.dayNumber)...Int64(last.dayNumber)
    advance.bind(record.id, at: 1)
    defer { advance.reset() }
    while try advance.step() {
      let cut = Rupiah(sen: advance.int64(0))
      if days.contains(advance.int64(1)) { held = try held + cut }
      if let day = advance.optionalInt64(2), days.contains(day) { held = try held - cut }
    }
    return held
  }

  /// The loans with a plan or a step whose voucher is of these days, or was taken back in them.
  private static func movedAdvances(
    _ db: Database, from first: BookDate, through last: BookDate
  ) throws -> Set<Int64> {
    let parts = ["loanPlan", "loanStep"].map { table in
      """
      SELECT n.loan FROM entry e CROSS JOIN \(table) n ON n.entry IN (e.id, e.reverses)
      WHERE e.bookDate BETWEEN ?1 AND ?2 AND e.kind IN \(EntryKind.sqlList(LoanIncomePass.moving))
      """
    }
    let query = try SQLStatement(db, parts.joined(separator: " UNION ALL "))
    query.bind(Int64(first.dayNumber), at: 1)
    query.bind(Int64(last.dayNumber), at: 2)
    defer { query.reset() }
    var loans: Set<Int64> = []
    while try query.step() { loans.insert(query.int64(0)) }
    return loans
  }

  /// Interest cut in advance that came back to the borrower in the month.
  func advanceReturned(_ loan: Int64) throws -> Rupiah {
    var sum = Rupiah.zero
    let days = Int64(firstDay.dayNumber)...Int64(month.lastDay.dayNumber)
    advance.bind(loan, at: 1)
    defer { advance.reset() }
    while try advance.step() {
      let back = try Rupiah(sen: advance.int64(0)).negated().orZero
      if days.contains(advance.int64(1)) { try sum += back }
      if let day = advance.optionalInt64(2), days.contains(day) { sum = try sum - back }
    }
    return sum
  }

  /// Late fees that became income with their payment since the month began, through a day: no month
  /// end had made them receivable before.
  func lateFeesAhead(
    _ record: LoanRecord, _ lateFee: AccountID, through last: BookDate
  ) throws -> Rupiah {
    try ReceivedAhead(db, .lateFee).added(to: record.id, lateFee, from: firstDay, through: last)
  }

  private func balance(of account: AccountID) throws -> Rupiah {
    balance.bind(account.value, at: 1)
    balance.bind(Int64(month.lastDay.dayNumber), at: 2)
    defer { balance.reset() }
    return try balance.step() ? Rupiah(sen: balance.int64(0)) : .zero
  }
}
