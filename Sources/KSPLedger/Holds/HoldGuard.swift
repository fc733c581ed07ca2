import GRDB
import KSPCore

/// Refuses what would take savings that are held.
struct HoldGuard {
  let session: PostingSession

  /// Refuses taking more from an account than its holds leave free, on the day and on every day
  /// after it. `balance` is what it holds now, over all days; `least` is what must stay beside what
  /// is held.
  ///
  /// - Throws: `account.held`.
  func require(
    _ amount: Rupiah, of account: AccountID, _ code: AccountCode, holding balance: Rupiah,
    on date: BookDate, keeping least: Rupiah
  ) throws {
    guard try isHeld(account) else { return }
    let funds = FundsUnderHolds(
      code, balances: try balances(of: account, balance, from: date),
      holds: try HoldReader(db: session.db).holds(of: account))
    guard let found = try funds.least(keeping: least), amount > found.free else { return }
    throw LedgerError.accountHeld(
      code, needed: amount, on: date, free: found.free, day: found.day, by: found.holds)
  }

  /// What an account holds at the end of a day, and what of it can be taken: no more than it holds
  /// on any day from then on, nor than its holds leave. `balance` is what it holds now.
  func funds(
    of account: AccountID, _ code: AccountCode, _ balance: Rupiah, from date: BookDate
  ) throws -> (balance: Rupiah, free: Rupiah) {
    let balances = try balances(of: account, balance, from: date)
    var free = balances.map(\.balance).reduce(balances[0].balance) { min($0, $1) }
    if try isHeld(account) {
      let funds = FundsUnderHolds(
        code, balances: balances, holds: try HoldReader(db: session.db).holds(of: account))
      if let held = try funds.least(keeping: .zero)?.free { free = min(free, held) }
    }
    return (balances[0].balance, max(.zero, free))
  }

  /// Whether anything of an account was ever held: nearly always not, which every withdrawal asks.
  private func isHeld(_ account: AccountID) throws -> Bool {
    let query = try session.statement("SELECT 1 FROM hold WHERE account = ? LIMIT 1")
    query.bind(account.value, at: 1)
    defer { query.reset() }
    return try query.step()
  }

  private func balances(
    of account: AccountID, _ now: Rupiah, from date: BookDate
  ) throws -> [(day: BookDate, balance: Rupiah)] {
    let later = try Row.fetchAll(
      session.db.cachedStatement(
        sql: """
          SELECT bookDate, sum(amount) FROM posting WHERE account = ? AND bookDate > ?
          GROUP BY bookDate ORDER BY bookDate
          """), arguments: [account.value, date.dayNumber]
    ).map { (day: try BookDate(stored: $0.value(0)), moved: Rupiah(sen: try $0.value(1) as Int64)) }
    var running = try now + later.map(\.moved).sum()
    var balances = [(day: date, balance: running)]
    for (day, moved) in later {
      running = try running - moved
      balances.append((day, running))
    }
    return balances
  }

  /// Refuses to end the accounts of a member while something of them is held.
  ///
  /// - Throws: `account.held`.
  func requireNone(of member: MemberNumber, on date: BookDate) throws {
    let holds = try HoldReader(db: session.db).holds(of: member)
      .filter { $0.endsOn.map { date < $0 } ?? true }
    guard let account = holds.first?.account else { return }
    throw LedgerError.accountHeld(
      account, needed: nil, on: date, free: .zero, day: date,
      by: holds.filter { $0.account == account })
  }
}
