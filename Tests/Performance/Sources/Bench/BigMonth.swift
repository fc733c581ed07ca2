import Foundation
import KSPLedger

/// The month end of a very large cooperative: every member with pokok and sukarela, each twelfth
/// with wajib, all in one month. Prints how many accounts there are and how large the book is.
func endBigMonth(_ task: Task) throws {
  let members = task.number("members", otherwise: 1_000)
  let path = try task.text("db")
  let ledger = try startDecade(members, at: path)
  let month = try BookMonth(year: 2016, month: 1)
  try postMonth(month, 0, members, saver: 1, ledger)
  let accounts = try ledger.status().savingsAccounts
  let start = now()
  let done = try ledger.runMonthEnd(month)
  let seconds = now() - start
  let sizes = ["", "-wal"].map { suffix in
    (try? FileManager.default.attributesOfItem(atPath: path + suffix))?[.size] as? Int ?? 0
  }
  let paid = done.products.reduce(0) { $0 + $1.accountsPaid }
  let extra = "accounts=\(accounts) paid=\(paid) bytes=\(sizes[0]) log=\(sizes[1]) "
  try report(seconds, check: lastHash(ledger, task), extra: extra, ledger)
}
