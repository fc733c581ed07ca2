import GRDB
import KSPCore

/// Whether the tax on interest of the months before was paid to the state.
enum TaxQuestion: MonthEndQuestion {
  static func findings(_ month: EndingMonth) throws -> [MonthFinding] {
    let reader = TaxDueReader(db: month.book, catalog: month.catalog)
    guard let due = try reader.deadline(), let last = month.catalog.lastClosedMonth else {
      return []
    }
    return [
      MonthFinding(
        .taxUnpaid, count: Int(last.ordinal - due.month.ordinal) + 1, amount: due.left,
        places: ["\(due.month)"])
    ]
  }
}
