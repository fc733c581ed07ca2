import GRDB
import KSPCore

/// What the counter needs to know of a member's account.
struct SavingsAccountState {
  let id: AccountID
  let code: AccountCode
  let product: Int64
  /// The balance as the member sees it: a credit is positive.
  let balance: Rupiah
  let closedOn: BookDate?
}

extension PostingSession {
  /// Refuses taking more from an account than it holds, on the day and on every day after it.
  ///
  /// A withdrawal dated back lowers every later balance too, so the lowest of them decides.
  func requireFunds(
    _ amount: Rupiah, in account: SavingsAccountState, on date: BookDate, keeping minimum: Rupiah,
    overdraft: Rupiah
  ) throws {
    var lowest = account.balance
    var lowestOn: BookDate?
    var running = account.balance
    let later = try statement(
      """
      SELECT bookDate, amount FROM posting WHERE account = ? AND bookDate > ?
      ORDER BY bookDate DESC, entry DESC, line DESC
      """)
    later.bind(account.id.value, at: 1)
    later.bind(Int64(date.dayNumber), at: 2)
    defer { later.reset() }
    while try later.step() {
      // Undo the later movement: what the account held before it.
      try running += Rupiah(sen: later.int64(1))
      if running < lowest {
        lowest = running
        lowestOn = try BookDate(stored: later.int64(0))
      }
    }
    let bound = overdraft.isPositive ? try overdraft.negated() : minimum
    guard try lowest - amount >= bound else {
      throw LedgerError.overdraft(
        account.code, balance: lowest, needed: amount, keeping: minimum, lowestOn: lowestOn)
    }
  }
}
