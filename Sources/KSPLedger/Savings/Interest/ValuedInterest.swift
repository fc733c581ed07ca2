import GRDB
import KSPCore

/// Works out the interest of an account for a closed month by value date: what was found since
/// counts from the day on which it should have.
///
/// A reversal counts from the day of its entry, a voucher that came late from the day that was said
/// for it, a correction from the end of the month that it corrects.
struct ValuedInterest {
  private let db: Database
  private let catalog: Catalog
  /// The last voucher that counts.
  private let known: Int64

  init(_ db: Database, catalog: Catalog, through known: EntryNumber? = nil) {
    self.db = db
    self.catalog = catalog
    self.known = known?.value ?? .max
  }

  /// The working; nil where the product pays no interest in the month. `added` are value dates that
  /// are about to be recorded.
  func working(
    of account: AccountID, product: Catalog.Product, in month: BookMonth,
    adding added: [Int64: BookDate] = [:]
  ) throws -> InterestWorking? {
    guard
      let terms = try PlannedReader(db).interest(
        product.terms(in: month).interest, of: account, in: month)
    else { return nil }
    var opening = Rupiah.zero
    var moves: [SavingsInterest.Movement] = []
    for row in try rows(account) {
      let entry: Int64 = try row.value(0)
      let isOwn: Bool = try row.value(3)
      let day = try added[entry] ?? BookDate(stored: try row.value(1))
      let amount = try Rupiah(sen: row.value(2) as Int64).negated()
      // A month earns nothing on what its own end and its corrections pay.
      if isOwn, day == month.lastDay { continue }
      if day < month.firstDay {
        try opening += amount
      } else if day <= month.lastDay {
        moves.append(SavingsInterest.Movement(day, amount))
      }
    }
    moves.sort { $0.date < $1.date }
    return try SavingsInterest.working(
      terms: terms, period: BookPeriod(month), opening: opening, movements: moves,
      for: standing(account, in: month))
  }

  /// How the holder of an account belonged on the last day of a month.
  private func standing(_ account: AccountID, in month: BookMonth) throws -> Member.Standing {
    let member = try Int64.fetchOne(
      db, sql: "SELECT member FROM savingsAccount WHERE account = ?", arguments: [account.value])
    guard let member else { throw LedgerError.invariantBroken("account #\(account.value)") }
    return try MemberMonth.member(member, in: month, db).standing
  }

  /// The movements of an account with their value dates: voucher, day, amount, and whether it is of
  /// a month end or of a correction. A correction counts from the month end that credited the
  /// interest that it corrects.
  private func rows(_ account: AccountID) throws -> [Row] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT p.entry,
          CASE
            WHEN c.month IS NOT NULL THEN (SELECT lastDay FROM closedMonth WHERE month = CASE
              WHEN EXISTS (SELECT 1 FROM waitingInterest w
                WHERE w.account = c.account AND w.month = c.month)
              THEN (SELECT min(w.month) FROM waitingInterest w
                WHERE w.account = c.account AND w.month >= c.month AND w.credited > 0)
              ELSE c.month END)
            WHEN v.valueDate IS NOT NULL THEN v.valueDate
            WHEN e.reverses IS NOT NULL THEN ifnull(
              (SELECT w.valueDate FROM entryValue w
                WHERE w.account = p.account AND w.voucher = e.reverses),
              (SELECT o.bookDate FROM entry o WHERE o.id = e.reverses))
            ELSE p.bookDate END,
          p.amount, c.month IS NOT NULL OR e.kind IN \(EntryKind.sqlList(.byMonthEnd))
        FROM posting p JOIN entry e ON e.id = p.entry
        LEFT JOIN interestCorrection c ON c.entry = p.entry
        LEFT JOIN entryValue v ON v.account = p.account AND v.voucher = p.entry
        WHERE p.account = ?1 AND p.entry <= ?2
        ORDER BY p.bookDate, p.entry, p.line
        """, arguments: [account.value, known])
  }

  /// The month whose end credited the interest of a closed month: the same one, unless interest had
  /// to wait; nil while it waits, or where it lapsed.
  func credited(_ account: AccountID, in month: BookMonth) throws -> BookMonth? {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT month, credited, dropped FROM waitingInterest
        WHERE account = ? AND month >= ? ORDER BY month
        """, arguments: [account.value, month.ordinal])
    guard try rows.first.map({ try $0.value(0) as Int32 }) == month.ordinal else { return month }
    for row in rows {
      if try (row.value(1) as Int64) > 0 { return try BookMonth(ordinal: row.value(0)) }
      if try (row.value(2) as Int64) > 0 { return nil }
    }
    return nil
  }

  /// What was credited for a month so far, or waits to be: by its month end and by corrections; and
  /// the last of these.
  func paid(
    for account: AccountID, in month: BookMonth
  ) throws -> (amount: Rupiah, last: EntryNumber?) {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT right, entry FROM interestCorrection
        WHERE account = ? AND month = ? AND entry <= ? ORDER BY entry DESC LIMIT 1
        """, arguments: [account.value, month.ordinal, known])
    if let row {
      return (Rupiah(sen: try row.value(0) as Int64), EntryNumber(try row.value(1)))
    }
    let posted = try Int64.fetchOne(
      db,
      sql: """
        SELECT ifnull(
          (SELECT earned FROM waitingInterest WHERE month = ?1 AND account = ?2),
          (SELECT gross FROM savingsInterest WHERE month = ?1 AND account = ?2))
        """, arguments: [month.ordinal, account.value])
    return (Rupiah(sen: posted ?? 0), nil)
  }
}
