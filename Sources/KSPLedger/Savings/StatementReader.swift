import GRDB
import KSPCore

/// Builds statements from range scans: the stored closing balance before the period, then the
/// postings since. What it closes with is compared with the stored closing balance after the
/// period. Cost follows the period, not the years that the book holds before or after it.
struct StatementReader {
  private let heading: SQLStatement
  private let snapshot: SQLStatement
  private let before: SQLStatement
  private let lines: SQLStatement
  private let after: SQLStatement
  private let state: KnownState
  private let names: KnownNames?
  private let counter: CounterSide
  /// The kinds of lines that name it; the query of lines has a parameter for each.
  private static let counterKinds = EntryKind.all([.movesSavings, .atCounter])
  private typealias Month = (month: Int64, lastDay: Int64)
  /// The last closed month whose closing balances precede the period.
  private let base: Month?
  /// The first closed month that the period does not go beyond.
  private let bound: Month?
  private let period: BookPeriod

  /// A reader whose statements are kept in `memory`; without one they are its own, for a reader
  /// whose rows are handed to a caller who may ask for another statement meanwhile.
  init(
    _ db: Database, memory: BookMemory?, period: BookPeriod, state: KnownState
  ) throws {
    self.period = period
    self.state = state
    names = try KnownNames(db, state)
    func prepare(_ sql: StaticString) throws -> SQLStatement {
      try memory?.statement(db, sql) ?? SQLStatement(db, sql.description, isShared: false)
    }
    heading = try prepare(
      """
      SELECT a.code, a.nameIndonesian, a.nameEnglish, a.type, b.balance, m.number, m.name,
        p.nameIndonesian, p.nameEnglish, a.isPostable, m.id
      FROM account a
      LEFT JOIN accountBalance b ON b.account = a.id
      LEFT JOIN savingsAccount s ON s.account = a.id
      LEFT JOIN member m ON m.id = s.member
      LEFT JOIN savingsProduct p ON p.id = s.product
      WHERE a.id = ?
      """)
    counter = try CounterSide(db, state, names: names, prepare: prepare)
    snapshot = try prepare("SELECT balance FROM closingBalance WHERE month = ? AND account = ?")
    before = try prepare(
      """
      SELECT ifnull(sum(amount), 0) FROM posting
      WHERE account = ? AND bookDate > ? AND bookDate < ? AND entry <= ?
      """)
    lines = try prepare(
      """
      SELECT p.bookDate, p.entry, p.amount, e.kind, e.memo, CASE WHEN e.kind IN (?5, ?6) THEN
        (SELECT o.account FROM posting o WHERE o.entry = p.entry AND o.account <> p.account LIMIT 1)
        END
      FROM posting p JOIN entry e ON e.id = p.entry
      WHERE p.account = ?1 AND p.bookDate BETWEEN ?2 AND ?3 AND p.entry <= ?4
      ORDER BY p.bookDate, p.entry, p.line
      """)
    after = try prepare(
      """
      SELECT ifnull(sum(amount), 0) FROM posting
      WHERE account = ? AND bookDate > ? AND bookDate <= ? AND (bookDate > ? OR entry > ?)
      """)
    // Closing balances may only be used by a reader who knows the entries they were made of.
    let earlier = try prepare(
      """
      SELECT month, lastDay FROM closedMonth WHERE month < ? AND lastEntry <= ?
      ORDER BY month DESC LIMIT 1
      """)
    earlier.bind(Int64(period.first.month.ordinal), at: 1)
    earlier.bind(state.entry, at: 2)
    base = try StatementReader.month(earlier)
    let later = try prepare("SELECT month, lastDay FROM closedMonth WHERE month = ?")
    later.bind(Int64(period.last.month.ordinal), at: 1)
    bound = try StatementReader.month(later)
  }

  private static func month(_ query: SQLStatement) throws -> Month? {
    defer { query.reset() }
    return try query.step() ? (query.int64(0), query.int64(1)) : nil
  }

  /// Whether an account was there.
  func has(_ account: AccountID) throws -> Bool { try names?.has(account: account) ?? true }

  /// The statement of one account.
  func statement(of account: AccountID) throws -> AccountStatement {
    heading.bind(account.value, at: 1)
    defer { heading.reset() }
    guard try heading.step(), let type = AccountType(rawValue: heading.text(3) ?? "") else {
      throw LedgerError.accountUnknown("#\(account.value)")
    }
    let code = AccountCode(stored: heading.text(0) ?? "")
    if let names, try !names.has(account: account) {
      throw LedgerError.accountUnknownThen(code, at: state.known)
    }
    guard heading.int64(9) == 1 else { throw LedgerError.accountNotPostable(code) }
    let title =
      heading.isNull(7)
      ? try names?.account(code) ?? Phrase(id: heading.text(1) ?? "", en: heading.text(2) ?? "")
      : Phrase(id: heading.text(7) ?? "", en: heading.text(8) ?? "")
    let memberName =
      try heading.optionalInt64(10).flatMap { try names?.member($0) } ?? heading.text(6)
    let side = type.normalSide
    let opening = try side.balance(debitPositive: openingBalance(of: account))
    var running = opening
    let movements = try movements(
      of: account, from: &running, side: side, namesCounter: !heading.isNull(5))
    let closing = try closingBalance(of: account, now: Rupiah(sen: heading.int64(4)))
    return try AccountStatement(
      heading: AccountStatement.Heading(
        account: code, title: title, normalSide: side, memberNumber: heading.number(5),
        memberName: memberName),
      period: period, known: state.known, opening: opening, lines: movements,
      closing: side.balance(debitPositive: closing))
  }

  private func openingBalance(of account: AccountID) throws -> Rupiah {
    var balance = try base.map { try storedBalance(of: account, $0) } ?? .zero
    before.bind(account.value, at: 1)
    before.bind(base?.lastDay ?? .min, at: 2)
    before.bind(Int64(period.first.dayNumber), at: 3)
    before.bind(state.entry, at: 4)
    defer { before.reset() }
    if try before.step() { try balance += Rupiah(sen: before.int64(0)) }
    return balance
  }

  private func movements(
    of account: AccountID, from running: inout Rupiah, side: Side, namesCounter: Bool
  ) throws -> [AccountStatement.Line] {
    lines.bind(account.value, at: 1)
    lines.bind(Int64(period.first.dayNumber), at: 2)
    lines.bind(Int64(period.last.dayNumber), at: 3)
    lines.bind(state.entry, at: 4)
    // Of a member's savings the other leg of what came over the counter is told: one step in the
    // index of legs, and only for the kinds that have such a leg.
    for (place, kind) in Self.counterKinds.enumerated() {
      lines.bind(namesCounter ? kind.rawValue : "", at: Int32(5 + place))
    }
    defer { lines.reset() }
    var movements: [AccountStatement.Line] = []
    while try lines.step() {
      let amount = Rupiah(sen: lines.int64(2))
      try running += side.balance(debitPositive: amount)
      guard let kind = lines.word(3, in: .entryKinds) else {
        throw LedgerError.invariantBroken("entry \(lines.int64(1)): kind")
      }
      movements.append(
        AccountStatement.Line(
          bookDate: try BookDate(stored: lines.int64(0)), entry: EntryNumber(lines.int64(1)),
          kind: kind, memo: lines.text(4), amount: amount, balance: running,
          counterpart: try lines.optionalInt64(5).flatMap { try counter.named($0) }))
    }
    return movements
  }

  /// The closing balance by another way than the lines: from the balance that is stored for the end
  /// of the month, or that triggers maintain while it is open, without what moved between the
  /// period and then, and without what was not known.
  private func closingBalance(of account: AccountID, now: Rupiah) throws -> Rupiah {
    let end = try bound.map { try storedBalance(of: account, $0) } ?? now
    after.bind(account.value, at: 1)
    after.bind((state.isAll ? Int64(period.last.dayNumber) : base?.lastDay) ?? .min, at: 2)
    after.bind(bound?.lastDay ?? .max, at: 3)
    after.bind(Int64(period.last.dayNumber), at: 4)
    after.bind(state.entry, at: 5)
    defer { after.reset() }
    guard try after.step() else { return end }
    return try end - Rupiah(sen: after.int64(0))
  }

  /// The balance at the end of a closed month; accounts at zero are not stored.
  private func storedBalance(of account: AccountID, _ month: Month) throws -> Rupiah {
    snapshot.bind(month.month, at: 1)
    snapshot.bind(account.value, at: 2)
    defer { snapshot.reset() }
    return try snapshot.step() ? Rupiah(sen: snapshot.int64(0)) : .zero
  }
}
