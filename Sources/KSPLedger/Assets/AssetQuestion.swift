import GRDB
import KSPCore

/// Whether the register of fixed assets says what the ledger says at the end of a month, before the
/// month is written off.
enum AssetQuestion: MonthEndQuestion {
  static func findings(_ month: EndingMonth) throws -> [MonthFinding] {
    let register = try AssetReader(month.book).register(on: month.month.lastDay, place: nil)
    let wrong = register.controls.filter { !$0.difference.isZero }
    guard !wrong.isEmpty else { return [] }
    return [
      MonthFinding(
        .assetsDiffer, count: wrong.count, amount: try wrong.map(\.difference).sum(),
        places: wrong.map { "\($0.account): \($0.difference.formatted)" })
    ]
  }
}
