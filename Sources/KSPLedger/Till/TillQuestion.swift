import GRDB
import KSPCore

/// Which tills nobody has counted since money went through them. What differs is booked when it is
/// counted.
enum TillQuestion: MonthEndQuestion {
  static func findings(_ month: EndingMonth) throws -> [MonthFinding] {
    var held = Rupiah.zero
    var places: [String] = []
    for till in month.catalog.tills.all {
      let row = try Row.fetchOne(
        month.book,
        sql: """
          SELECT count(DISTINCT p.entry) FILTER (WHERE p.entry > ifnull((SELECT \(TillReader.seen)
            FROM tillCount WHERE account = ?1 ORDER BY number DESC LIMIT 1), 0)), sum(p.amount)
          FROM posting p WHERE p.account = ?1 AND p.bookDate <= ?2
          """, arguments: [till.id.value, month.month.lastDay.dayNumber])
      guard let row, try row.value(0) as Int > 0 else { continue }
      let balance = Rupiah(sen: (try row.optional(1) as Int64?) ?? 0)
      held = try held + balance
      places.append("\(till.name): \(balance.formatted)")
    }
    guard !places.isEmpty else { return [] }
    return [MonthFinding(.tillUncounted, count: places.count, amount: held, places: places)]
  }
}
