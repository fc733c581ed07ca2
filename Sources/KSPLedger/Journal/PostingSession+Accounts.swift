import GRDB
import KSPCore

/// An account as an entry written by hand meets it.
struct AccountState {
  let id: AccountID
  let code: AccountCode
  let type: AccountType
  let isPostable: Bool
  let closedOn: BookDate?
  /// Debit-positive.
  let balance: Rupiah
  /// The member and product behind it, for a member's account.
  let savings: (memberName: String, product: Int64)?
}

extension PostingSession {
  func account(_ code: AccountCode) throws -> AccountState {
    let find = try statement("SELECT id FROM account WHERE code = ?")
    find.bind(code.text, at: 1)
    defer { find.reset() }
    guard try find.step() else { throw try MemberTable.unknownAccount(db, code.text) }
    return try account(AccountID(find.int64(0)))
  }

  func account(_ id: AccountID) throws -> AccountState {
    let query = try statement(
      """
      SELECT a.id, a.code, a.type, a.isPostable, a.closedOn, b.balance, m.name, s.product
      FROM account a
      LEFT JOIN accountBalance b ON b.account = a.id
      LEFT JOIN savingsAccount s ON s.account = a.id
      LEFT JOIN member m ON m.id = s.member
      WHERE a.id = ?
      """)
    query.bind(id.value, at: 1)
    defer { query.reset() }
    guard try query.step(), let type = AccountType(rawValue: query.text(2) ?? "") else {
      throw LedgerError.accountUnknown("#\(id.value)")
    }
    return AccountState(
      id: AccountID(query.int64(0)), code: AccountCode(stored: query.text(1) ?? ""), type: type,
      isPostable: query.int64(3) == 1,
      closedOn: try query.optionalInt64(4).map { try BookDate(stored: $0) },
      balance: Rupiah(sen: query.int64(5)),
      savings: query.text(6).map { ($0, query.int64(7)) })
  }

  /// The number that the next row of a table gets; `sql` asks for the highest there is.
  func nextID(of sql: StaticString) throws -> Int64 {
    let query = try statement(sql)
    defer { query.reset() }
    return try query.step() ? query.int64(0) + 1 : 1
  }

  /// Sets what the file holds an account's balance to; it follows from terms, not from events.
  func setLimits(of account: AccountID, lowest: Rupiah?, highest: Rupiah?) throws {
    let update = try statement(
      "UPDATE accountBalance SET lowest = ?, highest = ? WHERE account = ?")
    update.bind(lowest?.sen, at: 1)
    update.bind(highest?.sen, at: 2)
    update.bind(account.value, at: 3)
    try update.run()
  }

  /// Refuses legs on headers, on closed accounts, and below what a member's account may hold.
  func requireAcceptable(_ postings: [Posting], on date: BookDate) throws {
    var totals: [AccountID: Rupiah] = [:]
    for posting in postings {
      totals[posting.account] = try totals[posting.account, default: .zero] + posting.amount
    }
    for (id, total) in totals.sorted(by: { $0.key < $1.key }) {
      let account = try account(id)
      guard account.isPostable else { throw LedgerError.accountNotPostable(account.code) }
      if let closed = account.closedOn {
        throw LedgerError.accountClosed(account.code, on: closed)
      }
      guard let savings = account.savings, total.isPositive,
        let product = catalog.products.first(where: { $0.id == savings.product })
      else { continue }
      try requireFunds(
        total,
        in: SavingsAccountState(
          id: id, code: account.code, product: product.id,
          balance: try account.balance.negated(), closedOn: nil),
        on: date, keeping: .zero, overdraft: product.terms(in: date.month).overdraftLimit)
    }
  }
}
