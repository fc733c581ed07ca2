import GRDB
import KSPCore

/// Whether cash and banks stood where they may at the end of every day of a month.
enum CashQuestion: MonthEndQuestion {
  static func findings(_ month: EndingMonth) throws -> [MonthFinding] {
    let first = month.catalog.firstDay(of: month.month)
    var lowest: Rupiah?
    var places: [String] = []
    for (id, terms) in month.catalog.cash.sorted(by: { $0.value.code < $1.value.code }) {
      guard let found = try worst(of: id, month, from: first), found.balance < terms.lowest
      else { continue }
      lowest = min(lowest ?? found.balance, found.balance)
      places.append("\(terms.code) \(found.day): \(found.balance.formatted)")
    }
    guard !places.isEmpty else { return [] }
    return [MonthFinding(.cashBelowZero, count: places.count, amount: lowest, places: places)]
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
