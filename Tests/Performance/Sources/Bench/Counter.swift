import Foundation
import KSPLedger

/// The cash book of a month, with everybody's name.
func readCashBook(_ task: Task) throws {
  let ledger = try task.openBook()
  let period = try BookPeriod(BookMonth(parsing: task.text("month")))
  let start = now()
  let book = try ledger.cashBook(in: period)
  let seconds = now() - start
  try report(
    seconds, check: "\(book.closing.sen)", extra: "lines=\(book.lines.count) ", ledger)
}

/// Who owes dues, of everybody: no amount is set in the benchmark's books, so that is done first.
func readDues(_ task: Task) throws {
  let ledger = try task.openBook()
  let date = try BookDate(parsing: task.text("date"))
  try ledger.setDues(60_000, from: date.month.previous().previous())
  let start = now()
  let list = try ledger.dues(asOf: date)
  let seconds = now() - start
  try report(
    seconds, check: "\(list.owed.sen)", extra: "lines=\(list.members.count) ", ledger)
}
