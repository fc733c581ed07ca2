import GRDB
import KSPCore

/// Builds statements from range scans: the stored closing balance before the period, then the
/// postings since. Cost follows the period, not the years the book holds.
struct StatementReader {
  private let heading: SQLStatement
  private let snapshot: SQLStatement
  private let before: SQLStatement
  private let lines: SQLStatement
  private let after: SQLStatement
  private let known: SQLStatement
  let knownAt: EntryNumber?
  /// The last closed month whose closing balances precede the period, and its last day.
  private let base: (month: Int64, lastDay: Int64)?
  private let period: BookPeriod

  init(_ db: Database, period: BookPeriod, knownAt: EntryNumber?, isShared: Bool = true) throws {
    self.period = period
    self.knownAt = knownAt
    func prepare(_ sql: String) throws -> SQLStatement {
      try SQLStatement(db, sql, isShared: isShared)
    }
    heading = try prepare(
      """
      SELECT a.code, a.nameIndonesian, a.nameEnglish, a.type, a.balance, m.number, m.name,
        p.nameIndonesian, p.nameEnglish, a.isPostable
      FROM account a
      LEFT JOIN savingsAccount s ON s.account = a.id
      LEFT JOIN member m ON m.id = s.member
      LEFT JOIN product p ON p.id = s.product
      WHERE a.id = ?
      """)
    snapshot = try prepare("SELECT balance FROM closingBalance WHERE month = ? AND account = ?")
    before = try prepare(
      """
      SELECT ifnull(sum(amount), 0) FROM posting
      WHERE account = ? AND bookDate > ? AND bookDate < ? AND entry <= ?
      """)
    lines = try prepare(
      """
      SELECT p.bookDate, p.entry, p.amount, e.kind, e.memo FROM posting p
      JOIN entry e ON e.id = p.entry
      WHERE p.account = ? AND p.bookDate BETWEEN ? AND ? AND p.entry <= ?
      ORDER BY p.bookDate, p.entry, p.line
      """)
    after = try prepare(
      "SELECT ifnull(sum(amount), 0) FROM posting WHERE account = ? AND bookDate > ?")
    known = try prepare(
      """
      SELECT ifnull(sum(amount), 0) FROM posting
      WHERE account = ? AND (bookDate > ? OR entry > ?)
      """)
    base = try StatementReader.base(db, before: period.first, knownAt: knownAt)
  }

  /// Closing balances may only be used by a reader who knows the entries they were made of.
  private static func base(
    _ db: Database, before date: BookDate, knownAt: EntryNumber?
  ) throws -> (month: Int64, lastDay: Int64)? {
    let query = try SQLStatement(
      db,
      """
      SELECT month, lastDay FROM closedMonth WHERE lastDay < ? AND lastEntry <= ?
      ORDER BY month DESC LIMIT 1
      """)
    query.bind(Int64(date.dayNumber), at: 1)
    query.bind(knownAt?.value ?? .max, at: 2)
    defer { query.reset() }
    return try query.step() ? (query.int64(0), query.int64(1)) : nil
  }

  /// The statement of one account.
  func statement(of account: AccountID) throws -> AccountStatement {
    heading.bind(account.value, at: 1)
    defer { heading.reset() }
    guard try heading.step(), let type = AccountType(rawValue: heading.text(3) ?? "") else {
      throw LedgerError.accountUnknown("#\(account.value)")
    }
    let code = AccountCode(stored: heading.text(0) ?? "")
    guard heading.int64(9) == 1 else { throw LedgerError.accountNotPostable(code) }
    let title =
      heading.isNull(7)
      ? Phrase(heading.text(1) ?? "", heading.text(2) ?? "")
      : Phrase(heading.text(7) ?? "", heading.text(8) ?? "")
    let side = type.normalSide
    let opening = try side.balance(debitPositive: openingBalance(of: account))
    var running = opening
    let movements = try movements(of: account, from: &running, side: side)
    let closing = try Rupiah(sen: heading.int64(4)) - movedSince(account)
    return try AccountStatement(
      heading: AccountStatement.Heading(
        account: code, title: title, normalSide: side, memberNumber: heading.text(5),
        memberName: heading.text(6)),
      period: period, knownAt: knownAt, opening: opening, lines: movements,
      closing: side.balance(debitPositive: closing))
  }

  private func openingBalance(of account: AccountID) throws -> Rupiah {
    var balance = Rupiah.zero
    if let base {
      snapshot.bind(base.month, at: 1)
      snapshot.bind(account.value, at: 2)
      if try snapshot.step() { balance = Rupiah(sen: snapshot.int64(0)) }
      snapshot.reset()
    }
    before.bind(account.value, at: 1)
    before.bind(base?.lastDay ?? .min, at: 2)
    before.bind(Int64(period.first.dayNumber), at: 3)
    before.bind(knownAt?.value ?? .max, at: 4)
    defer { before.reset() }
    if try before.step() { try balance += Rupiah(sen: before.int64(0)) }
    return balance
  }

  private func movements(
    of account: AccountID, from running: inout Rupiah, side: Side
  ) throws -> [AccountStatement.Line] {
    lines.bind(account.value, at: 1)
    lines.bind(Int64(period.first.dayNumber), at: 2)
    lines.bind(Int64(period.last.dayNumber), at: 3)
    lines.bind(knownAt?.value ?? .max, at: 4)
    defer { lines.reset() }
    var movements: [AccountStatement.Line] = []
    while try lines.step() {
      let amount = Rupiah(sen: lines.int64(2))
      try running += side.balance(debitPositive: amount)
      guard let kind = EntryKind(rawValue: lines.text(3) ?? "") else {
        throw LedgerError.invariantBroken("entry \(lines.int64(1)): kind")
      }
      movements.append(
        AccountStatement.Line(
          bookDate: try BookDate(stored: lines.int64(0)), entry: EntryNumber(lines.int64(1)),
          kind: kind, memo: lines.text(4), amount: amount, balance: running))
    }
    return movements
  }

  /// What moved after the period, or was not known: taken off the balance that triggers maintain,
  /// it gives the closing balance by another way than the lines do.
  private func movedSince(_ account: AccountID) throws -> Rupiah {
    let query = knownAt == nil ? after : known
    query.bind(account.value, at: 1)
    query.bind(Int64(period.last.dayNumber), at: 2)
    if let knownAt { query.bind(knownAt.value, at: 3) }
    defer { query.reset() }
    guard try query.step() else { return .zero }
    return Rupiah(sen: query.int64(0))
  }
}
