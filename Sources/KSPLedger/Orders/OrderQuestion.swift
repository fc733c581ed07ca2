import GRDB
import KSPCore

/// Which standing orders of the month were not taken: their due day is not done with.
enum OrderQuestion: MonthEndQuestion {
  static func findings(_ month: EndingMonth) throws -> [MonthFinding] {
    let open = try OrderReader(db: month.book).open(in: month.month)
    guard !open.isEmpty else { return [] }
    return [
      MonthFinding(
        .orderNotTaken, count: open.count,
        amount: try open.compactMap(\.attempt.amount).sum(),
        named: open.map {
          let (place, outcome) = (
            "\($0.order.number) \($0.attempt.dueOn) \($0.order.account)", $0.attempt.outcome.name
          )
          return Phrase(
            id: "\(place): \(outcome.indonesian)", en: "\(place): \(outcome.english)")
        })
    ]
  }
}
