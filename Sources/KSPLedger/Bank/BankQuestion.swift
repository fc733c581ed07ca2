import GRDB
import KSPCore

/// Whether the banks that have a statement agree with the book at the end of a month.
enum BankQuestion: MonthEndQuestion {
  static func findings(_ month: EndingMonth) throws -> [MonthFinding] {
    var open = 0
    var difference = Rupiah.zero
    var places: [String] = []
    for bank in try BankReader.banks(month.book) {
      let state = try BankReader.reconciliation(month.book, bank, month.month.lastDay)
      guard let stated = state.bank else { continue }
      let count = state.lines.count + state.entries.count
      guard count > 0 else { continue }
      open += count
      difference = try difference + stated - state.book
      places.append("\(bank.code): \(count)")
    }
    guard open > 0 else { return [] }
    return [MonthFinding(.bankOpen, count: open, amount: difference, places: places)]
  }
}
