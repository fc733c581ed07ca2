import GRDB
import KSPCore

/// Whether the tax of the months before was paid to the state: the months that owe
/// some, each with what is left.
enum TaxQuestion: MonthEndQuestion {
  static func findings(_ month: EndingMonth) throws -> [MonthFinding] {
    let open = try TaxDueReader(db: month.book, catalog: month.catalog).open()
    guard !open.isEmpty else { return [] }
    let left = try Dictionary(grouping: open, by: \.month)
      .mapValues { try $0.map(\.left).sum() }.sorted { $0.key < $1.key }
    return [
      MonthFinding(
        .taxUnpaid, count: left.count, amount: try open.map(\.left).sum(),
        places: left.map { "\($0.key): \($0.value.formatted)" })
    ]
  }
}
