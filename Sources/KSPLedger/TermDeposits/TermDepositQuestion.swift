import GRDB
import KSPCore

/// Which term deposits have matured and are neither paid out nor run again by themselves.
enum TermDepositQuestion: MonthEndQuestion {
  static func findings(_ month: EndingMonth) throws -> [MonthFinding] {
    let matured = try TermDepositReader(db: month.book).waiting(on: month.month.lastDay)
    guard !matured.isEmpty else { return [] }
    return [
      MonthFinding(
        .depositMatured, count: matured.count, amount: try matured.map(\.balance).sum(),
        places: matured.map { "\($0.account) \($0.maturity): \($0.balance.formatted)" })
    ]
  }
}
