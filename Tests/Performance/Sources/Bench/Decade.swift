import Foundation
import KSPLedger

/// The book of a large cooperative, over years: pokok at once, wajib every month, something for
/// sukarela every quarter, and every month closed. It starts in January 2016.
func writeYears(_ task: Task) throws {
  let members = task.number("members", otherwise: 1_000)
  let ledger = try Ledger.create(
    at: try task.text("db"),
    settings: BookSettings(name: "Koperasi Besar", firstMonth: try BookMonth(year: 2016, month: 1)),
    clock: Task.clock)
  var register = "number,name,joined\n"
  for index in 1...members {
    register += "\(memberNumber(index)),Anggota \(memberNumber(index)),2016-01-01\n"
  }
  _ = try ledger.importMembers(csv: register, file: "anggota.csv")
  let start = now()
  var month = try BookMonth(year: 2016, month: 1)
  for index in 0..<(12 * task.number("years", otherwise: 1)) {
    try postMonth(month, isFirst: index == 0, isQuarter: index % 3 == 0, members, ledger)
    _ = try ledger.runMonthEnd(month)
    if index % 12 == 11 {
      FileHandle.standardError.write(Data("\(month): \(decimal(now() - start, 0)) s\n".utf8))
    }
    month = try month.next()
  }
  try report(now() - start, check: lastHash(ledger), ledger)
}

private func memberNumber(_ index: Int) -> String { String(format: "%06d", index) }

/// The deposits of a month, ten thousand members to a transaction.
private func postMonth(
  _ month: BookMonth, isFirst: Bool, isQuarter: Bool, _ members: Int, _ ledger: Ledger
) throws {
  for first in stride(from: 1, through: members, by: 10_000) {
    var events: [SavingsEvent] = []
    for index in first...min(first + 9_999, members) {
      let day = try month.firstDay.advanced(by: index % 28)
      let number = memberNumber(index)
      func add(_ amount: Rupiah, _ product: String) {
        events.append(
          SavingsEvent(
            .deposit, amount, member: number, product: product, on: day, note: EntryNote()))
      }
      if isFirst { add(100_000, "pokok") }
      add(25_000, "wajib")
      if isQuarter { add(150_000, "sukarela") }
    }
    _ = try ledger.post(events)
  }
}

/// Verifies a book once: wholly, or quickly.
func verifyBook(_ task: Task) throws {
  let ledger = try Ledger.open(at: try task.text("db"), access: .readOnly, clock: Task.clock)
  let start = now()
  let verification = try ledger.verify(isQuick: task.number("quick", otherwise: 0) == 1)
  let seconds = now() - start
  guard verification.isOK else { throw TaskError.unknown("a check failed") }
  let events = verification.checks.first { $0.name == "chain.hash" }?.examined ?? 0
  try report(seconds, check: "\(verification.checks.count)", extra: "events=\(events) ", ledger)
}
