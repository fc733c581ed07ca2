import GRDB
import KSPCore

/// Whether the banks agree with the book at the end of a month. One without a statement agrees with
/// nothing once something moved on it.
enum BankQuestion: MonthEndQuestion {
  static func findings(_ month: EndingMonth) throws -> [MonthFinding] {
    let last = month.month.lastDay
    var open = 0
    var difference: Rupiah?
    var places: [String] = []
    for bank in try BankReader.banks(month.book) {
      let state = try BankReader.reconciliation(month.book, bank, last)
      var count = state.lines.count + state.entries.count
      if let stated = state.bank {
        guard count > 0 || state.unexplained?.isZero == false else { continue }
        difference = try (difference ?? .zero) + stated - state.book
      } else {
        count = try BankReader(db: month.book, account: bank.id)
          .entries(month.month.firstDay...last, without: []).count
        guard count > 0 else { continue }
      }
      open += count
      places.append("\(state.account): \(count)")
    }
    guard !places.isEmpty else { return [] }
    return [MonthFinding(.bankOpen, count: open, amount: difference, places: places)]
  }
}
