import Foundation
import KSPLedger

/// A book with its members and no money in it: where every measured run starts.
func createBook(_ task: Task) throws {
  let ledger = try Ledger.create(
    at: try task.text("db"),
    settings: BookSettings(
      name: "Koperasi Ukur", firstMonth: try BookMonth(year: 2025, month: 1)),
    clock: Task.clock)
  let joined = try BookDate(year: 2025, month: 1, day: 1)
  for index in 1...task.number("members", otherwise: 1_000) {
    let number = String(format: "%06d", index)
    _ = try ledger.addMember(
      NewMember(
        number: number, profile: MemberProfile(name: "Anggota \(number)"), joinedOn: joined))
  }
  try ledger.close()
}

#if KSP_IMPORT
  /// The whole file in one transaction.
  func importTransactions(_ task: Task) throws {
    let path = try task.text("csv")
    let ledger = try task.openBook()
    let start = now()
    let text = try String(contentsOfFile: path, encoding: .utf8)
    _ = try ledger.importTransactions(csv: text, file: "workload.csv")
    let seconds = now() - start
    let hash = try lastHash(ledger)
    try ledger.close()
    report(seconds, check: hash)
  }
#endif

/// One transaction, and one sync of the disk, for each row.
func postDurably(_ task: Task) throws {
  let ledger = try task.openBook()
  let rows = try String(contentsOfFile: try task.text("csv"), encoding: .utf8)
    .split(separator: "\n")
    .dropFirst(1 + task.number("skip", otherwise: 0))
    .prefix(task.number("limit", otherwise: 2_000))
    .map { $0.split(separator: ",").map(String.init) }
  let start = now()
  for row in rows {
    guard let amount = Int64(row[4]) else { throw TaskError.unknown(row[4]) }
    let rupiah = Rupiah(sen: amount * 100)
    let date = try BookDate(parsing: row[0])
    let note = EntryNote(reference: row[5])
    if row[3] == "deposit" {
      _ = try ledger.deposit(rupiah, member: row[1], product: row[2], on: date, note: note)
    } else {
      _ = try ledger.withdraw(rupiah, member: row[1], product: row[2], on: date, note: note)
    }
  }
  let seconds = now() - start
  let hash = try lastHash(ledger)
  try ledger.close()
  report(seconds, check: hash)
}

/// The first digits of the hash of the last entry, which depends on every entry before it.
private func lastHash(_ ledger: Ledger) throws -> String {
  let count = try ledger.status().entries
  let entry = try ledger.entry(EntryNumber(Int64(count)))
  return String(entry.hash.prefix(16))
}

/// Month ends from one month through another; the last of them is timed.
func runMonthEnds(_ task: Task) throws {
  let ledger = try task.openBook()
  let last = try BookMonth(parsing: try task.text("month"))
  var month = try (try? task.text("first")).map { try BookMonth(parsing: $0) } ?? last
  while month < last {
    _ = try ledger.runMonthEnd(month)
    month = try month.next()
  }
  let start = now()
  let done = try ledger.runMonthEnd(last)
  let seconds = now() - start
  var gross = Rupiah.zero
  var tax = Rupiah.zero
  for product in done.products {
    try gross += product.gross
    try tax += product.tax
  }
  try ledger.close()
  report(seconds, check: "\(gross.sen)/\(tax.sen)")
}
