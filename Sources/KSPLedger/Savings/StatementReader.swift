import GRDB
import KSPCore

/// Builds statements from range scans: the stored closing balance before the period, then the
/// postings since. What it closes with is compared with the stored closing balance after the
/// period. Cost follows the period, not the years that the book holds before or after it.
struct StatementReader {
  private let db: Database
  private let queries: StatementQueries
  private let state: KnownState
  private let names: KnownNames?
  private let counter: CounterSide
  private let catalog: Catalog
  private typealias Month = (month: Int64, lastDay: Int64, lastEntry: Int64)
  /// The last closed month whose closing balances precede the period.
  private let base: Month?
  /// The first closed month that the period does not go beyond.
  private let bound: Month?
  private let period: BookPeriod

  /// A reader whose statements are kept in `memory`; without one they are its own, for a reader
  /// whose rows are handed to a caller who may ask for another statement meanwhile.
  init(
    _ db: Database, _ catalog: Catalog, memory: BookMemory?, period: BookPeriod, state: KnownState
  ) throws {
    self.catalog = catalog
    self.db = db
    self.period = period
    self.state = state
    let names = try KnownNames(db, state)
    let queries =
      if let memory { try StatementQueries.kept(db, memory) } else {
        try StatementQueries(db, isShared: false)
      }
    self.names = names
    self.queries = queries
    counter = try CounterSide(db, cash: catalog.cashAccounts, queries.counter, state, names: names)
    let earlier = queries.earlier
    earlier.bind(Int64(period.first.month.ordinal), at: 1)
    earlier.bind(state.entry, at: 2)
    base = try StatementReader.month(earlier)
    bound =
      try catalog.hasClosed(period.last.month)
      ? StatementReader.month(bound: period.last.month, queries.later) : nil
  }

  private static func month(bound month: BookMonth, _ later: SQLStatement) throws -> Month? {
    later.bind(Int64(month.ordinal), at: 1)
    return try StatementReader.month(later)
  }

  private static func month(_ query: SQLStatement) throws -> Month? {
    defer { query.reset() }
    return try query.step() ? (query.int64(0), query.int64(1), query.int64(2)) : nil
  }

  /// Whether an account was there.
  func has(_ account: AccountID) throws -> Bool { try names?.has(account: account) ?? true }

  /// The statement of one account.
  func statement(of account: AccountID) throws -> AccountStatement {
    let heading = queries.heading
    heading.bind(account.value, at: 1)
    defer { heading.reset() }
    guard try heading.step(), let type = heading.word(3, in: .accountTypes) else {
      throw LedgerError.accountUnknown("#\(account.value)")
    }
    let code = AccountCode(stored: heading.text(0) ?? "")
    if let names, try !names.has(account: account) {
      throw LedgerError.accountUnknownThen(code, at: state.known)
    }
    guard heading.int64(8) == 1 else { throw LedgerError.accountNotPostable(code) }
    let title =
      try heading.optionalInt64(7).flatMap { catalog.savingsProduct(id: $0)?.product.name }
      ?? names?.account(code) ?? Phrase(id: heading.text(1) ?? "", en: heading.text(2) ?? "")
    let memberName =
      try heading.optionalInt64(9).flatMap { try names?.member($0) } ?? heading.text(6)
    let side = type.normalSide
    // Nothing of a member is adjusted at the end of a year.
    let isOfChart = heading.isNull(5)
    let opening = try side.balance(
      debitPositive: openingBalance(of: account) + (isOfChart ? lateOpening(of: account) : .zero))
    var running = opening
    let movements = try movements(
      of: account, from: &running, side: side, namesCounter: !heading.isNull(5))
    let closing =
      try closingBalance(of: account, now: Rupiah(sen: heading.int64(4)))
      + (isOfChart ? lateClosing(of: account) : .zero)
    var statement = try AccountStatement(
      heading: AccountStatement.Heading(
        account: code, title: title, normalSide: side, memberNumber: heading.number(5),
        memberName: memberName),
      period: period, known: state.known, opening: opening, lines: movements,
      closing: side.balance(debitPositive: closing))
    if !isOfChart { statement.held = try held(of: account, code, statement.closing) }
    return statement
  }

  /// What was held of an account on the last day, as far as it was known.
  private func held(
    of account: AccountID, _ code: AccountCode, _ balance: Rupiah
  ) throws -> HeldSavings? {
    let held = queries.held
    held.bind(account.value, at: 1)
    defer { held.reset() }
    guard try held.step() else { return nil }
    let holds = try HoldReader(db: db, known: (state.event, state.entry)).holds(of: account)
    return try HeldSavings(code, balance, holds, on: period.last)
  }

  private func openingBalance(of account: AccountID) throws -> Rupiah {
    var balance = try base.map { try storedBalance(of: account, $0) } ?? .zero
    let (last, first) = (base?.lastDay ?? .min, Int64(period.first.dayNumber))
    // Nothing lies between a month's end and the day after it.
    guard last < first - 1 else { return balance }
    let before = queries.before
    before.bind(account.value, at: 1)
    before.bind(last, at: 2)
    before.bind(first, at: 3)
    before.bind(state.entry, at: 4)
    defer { before.reset() }
    if try before.step() { try balance += Rupiah(sen: before.int64(0)) }
    return balance
  }

  private func movements(
    of account: AccountID, from running: inout Rupiah, side: Side, namesCounter: Bool
  ) throws -> [AccountStatement.Line] {
    let lines = queries.lines
    lines.bind(account.value, at: 1)
    lines.bind(Int64(period.first.dayNumber), at: 2)
    lines.bind(Int64(period.last.dayNumber), at: 3)
    lines.bind(state.entry, at: 4)
    // Only a member's savings have a counter on the other side.
    lines.bind(namesCounter ? 1 : 0, at: 5)
    defer { lines.reset() }
    var movements: [AccountStatement.Line] = []
    // What half a year of most accounts has; those that have more grow.
    movements.reserveCapacity(32)
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
          counterpart: try lines.optionalInt64(5).flatMap {
            try counterpart(of: account, in: lines.int64(1), first: AccountID($0))
          }))
    }
    return movements
  }

  /// The account on the other side of a line: the first leg of its entry, or the second for a line
  /// that is the first, unless that is a leg of the same account.
  private func counterpart(
    of account: AccountID, in entry: Int64, first: AccountID
  ) throws -> Receipt.Counterpart? {
    guard first == account else { return try counter.named(first) }
    let other = queries.otherLeg
    other.bind(entry, at: 1)
    other.bind(account.value, at: 2)
    defer { other.reset() }
    return try other.step() ? counter.named(AccountID(other.int64(0))) : nil
  }

  /// The closing balance by another way than the lines: from the balance that is stored for the end
  /// of the month, or that triggers maintain while it is open, without what moved between the
  /// period and then, and without what was not known.
  private func closingBalance(of account: AccountID, now: Rupiah) throws -> Rupiah {
    let end = try bound.map { try storedBalance(of: account, $0) } ?? now
    let last = Int64(period.last.dayNumber)
    guard !state.isAll || last < bound?.lastDay ?? .max else { return end }
    let after = queries.after
    after.bind(account.value, at: 1)
    after.bind((state.isAll ? last : base?.lastDay) ?? .min, at: 2)
    after.bind(bound?.lastDay ?? .max, at: 3)
    after.bind(last, at: 4)
    after.bind(state.entry, at: 5)
    defer { after.reset() }
    guard try after.step() else { return end }
    return try end - Rupiah(sen: after.int64(0))
  }

  /// What the closing balances before the period do not hold yet: vouchers of a year's closing
  /// period, which were recorded after that month was closed.
  private func lateOpening(of account: AccountID) throws -> Rupiah {
    guard let base else { return .zero }
    let late = queries.lateBefore
    late.bind(account.value, at: 1)
    late.bind(base.lastEntry, at: 2)
    late.bind(state.entry, at: 3)
    late.bind(base.lastDay, at: 4)
    defer { late.reset() }
    return try late.step() ? Rupiah(sen: late.int64(0)) : .zero
  }

  /// The same for the closing balance, which comes from the month after: see ``closingBalance``.
  private func lateClosing(of account: AccountID) throws -> Rupiah {
    let last = Int64(period.last.dayNumber)
    let late = queries.lateAfter
    late.bind(account.value, at: 1)
    late.bind(last, at: 2)
    late.bind(state.entry, at: 3)
    late.bind(bound?.lastDay ?? .max, at: 4)
    late.bind(bound?.lastEntry ?? .max, at: 5)
    late.bind((state.isAll ? last : base?.lastDay) ?? .min, at: 6)
    defer { late.reset() }
    return try late.step() ? Rupiah(sen: late.int64(0)) : .zero
  }

  /// The balance at the end of a closed month; accounts at zero are not stored.
  private func storedBalance(of account: AccountID, _ month: Month) throws -> Rupiah {
    let snapshot = queries.snapshot
    snapshot.bind(month.month, at: 1)
    snapshot.bind(account.value, at: 2)
    defer { snapshot.reset() }
    return try snapshot.step() ? Rupiah(sen: snapshot.int64(0)) : .zero
  }
}
