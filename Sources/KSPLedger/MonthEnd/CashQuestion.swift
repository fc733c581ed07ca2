import GRDB
import KSPCore

/// Whether cash and banks stood where they may at the end of every day of a month. Notes and coins
/// cannot be owed, so cash that may be negative is found below zero all the same.
enum CashQuestion: MonthEndQuestion {
  static func findings(_ month: EndingMonth) throws -> [MonthFinding] {
    let first = month.catalog.firstDay(of: month.month)
    var lowest: Rupiah?
    var places: [String] = []
    for account in try accounts(month) {
      guard let found = try worst(of: account.id, month, from: first),
        found.balance < account.lowest
      else { continue }
      lowest = min(lowest ?? found.balance, found.balance)
      places.append("\(account.code) \(found.day): \(found.balance.formatted)")
    }
    guard !places.isEmpty else { return [] }
    return [MonthFinding(.cashBelowZero, count: places.count, amount: lowest, places: places)]
  }

  /// The accounts with a limit, and all cash; by code.
  private static func accounts(
    _ month: EndingMonth
  ) throws -> [(id: AccountID, code: AccountCode, lowest: Rupiah)] {
    var accounts = month.catalog.cash.map { id, terms in
      (id: id, code: terms.code, lowest: terms.lowest)
    }
    let rows = try Row.fetchAll(
      month.book, sql: "SELECT id, code FROM account WHERE id IN (\(CashTerms.cashAccounts))")
    for row in rows {
      let id = AccountID(try row.value(0))
      guard month.catalog.cash[id] == nil else { continue }
      accounts.append((id, AccountCode(stored: try row.value(1)), .zero))
    }
    return accounts.sorted { $0.code < $1.code }
  }

  /// The lowest balance at the end of a day of the month, with the first such day; nil where
  /// nothing moved.
  private static func worst(
    of account: AccountID, _ month: EndingMonth, from first: BookDate
  ) throws -> (balance: Rupiah, day: BookDate)? {
    let book = month.book
    var balance = Rupiah(
      sen: try Int64.fetchOne(
        book, sql: "SELECT balance FROM closingBalance WHERE account = ? AND month = ?",
        arguments: [account.value, month.month.ordinal - 1]) ?? 0)
    let days = try SQLStatement(
      book,
      """
      SELECT bookDate, sum(amount) FROM posting WHERE account = ? AND bookDate BETWEEN ? AND ?
      GROUP BY bookDate ORDER BY bookDate
      """)
    days.bind(account.value, at: 1)
    days.bind(Int64(first.dayNumber), at: 2)
    days.bind(Int64(month.month.lastDay.dayNumber), at: 3)
    defer { days.reset() }
    var worst: (balance: Rupiah, day: BookDate)?
    while try days.step() {
      balance = try balance + Rupiah(sen: days.int64(1))
      if worst.map({ balance < $0.balance }) ?? true {
        worst = (balance, try BookDate(stored: days.int64(0)))
      }
    }
    return worst
  }
}
