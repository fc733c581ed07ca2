import Foundation
import KSPLedger

/// A book with its members and no money in it: where every measured run starts.
func createBook(_ task: Task) throws {
  let ledger = try Ledger.create(
    at: try task.text("db"),
    settings: BookSettings(
      name: "Koperasi Ukur", firstMonth: try BookMonth(year: 2025, month: 1)),
    chart: .withOpenCash(), clock: Task.clock)
  let joined = try BookDate(year: 2025, month: 1, day: 1)
  for index in 1...task.number("members", otherwise: 1_000) {
    let number = memberNumber(index)
    _ = try ledger.addMember(
      NewMember(
        number: number, profile: MemberProfile(name: "Anggota \(number)"), joinedOn: joined))
  }
  try ledger.close()
}

/// The whole file in one transaction, from its text on the disk to the commit.
func importTransactions(_ task: Task) throws {
  let path = try task.text("csv")
  let ledger = try task.openBook()
  let start = now()
  let text = try String(contentsOfFile: path, encoding: .utf8)
  _ = try ledger.importTransactions(SheetText(text, file: "workload.csv"))
  let seconds = now() - start
  try report(seconds, check: lastHash(ledger, task), ledger)
}

/// All events in one transaction, as values in memory.
func postInBulk(_ task: Task) throws {
  let events = try readEvents(task).prefix(task.number("limit", otherwise: .max))
  let ledger = try task.openBook()
  let start = now()
  let receipts = try ledger.post(events)
  let seconds = now() - start
  guard receipts.count == events.count else { throw TaskError.unknown("receipts") }
  try report(seconds, check: lastHash(ledger, task), ledger)
}

/// One transaction, and one sync of the disk, for each event.
func postDurably(_ task: Task) throws {
  let events = try readEvents(task).dropFirst(task.number("skip", otherwise: 0))
    .prefix(task.number("limit", otherwise: .max))
  let ledger = try task.openBook()
  let start = now()
  for event in events {
    let (amount, date, note) = (event.amount, event.date, event.note)
    if event.kind == .deposit {
      _ = try ledger.deposit(
        amount, member: event.member, product: event.product, on: date, note: note)
    } else {
      _ = try ledger.withdraw(
        amount, member: event.member, product: event.product, on: date, note: note)
    }
  }
  let seconds = now() - start
  try report(seconds, check: lastHash(ledger, task), ledger)
}

/// All rows of the file as events, so that making them costs the same however many are posted.
private func readEvents(_ task: Task) throws -> [SavingsEvent] {
  try String(contentsOfFile: try task.text("csv"), encoding: .utf8)
    .split(separator: "\n")
    .dropFirst()
    .map { row in
      let cells = row.split(separator: ",").map(String.init)
      guard let kind = SavingsEvent.Kind(rawValue: cells[3]) else {
        throw TaskError.unknown(cells[3])
      }
      return try SavingsEvent(
        kind, Rupiah(parsing: cells[4]), member: MemberNumber(cells[1]),
        product: ProductCode(cells[2]),
        on: BookDate(parsing: cells[0]), reference: cells[5])
    }
}

/// The first digits of the hash of the last entry, which depends on every entry before it; not
/// looked for where instructions are counted, as that would count the looking.
func lastHash(_ ledger: Ledger, _ task: Task) throws -> String {
  guard task.number("check", otherwise: 1) == 1 else { return "-" }
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
  var sums = (gross: Rupiah.zero, tax: Rupiah.zero, loans: 0, allowance: Rupiah.zero)
  for product in done.products {
    try sums.gross += product.gross
    try sums.tax += product.tax
  }
  for product in done.loanProducts {
    sums.loans += product.loans.values.reduce(0, +)
    try sums.allowance += product.allowance
  }
  let check = "\(sums.gross.sen)/\(sums.tax.sen)/\(sums.loans)/\(sums.allowance.sen)/"
  try report(seconds, check: check + lastHash(ledger, task), ledger)
}
