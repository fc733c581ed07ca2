import GRDB
import KSPCore

/// Whether the banks that have a statement agree with the book at the end of a month.
enum BankQuestion: MonthEndQuestion {
  static func findings(_ month: EndingMonth) throws -> [MonthFinding] {
    var open = 0
    var difference = Rupiah.zero
    var places: [String] = []
    for state in try BankReader.reconciliations(month.book, on: month.month.lastDay) {
      let count = state.lines.count + state.entries.count
      guard count > 0 else { continue }
      open += count
      difference = try difference + (state.bank ?? .zero) - state.book
      places.append("\(state.account): \(count)")
    }
    guard open > 0 else { return [] }
    return [MonthFinding(.bankOpen, count: open, amount: difference, places: places)]
  }
}
