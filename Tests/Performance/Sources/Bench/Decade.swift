import Foundation
import KSPLedger

/// The book of a large cooperative, over years: pokok at once, wajib once a year, each twelfth of
/// the members in another month; every `saver`-th member keeps sukarela and adds to it once a
/// quarter; every month is closed. It starts in January 2016.
func writeYears(_ task: Task) throws {
  let members = task.number("members", otherwise: 1_000)
  let ledger = try startDecade(members, at: task.text("db"))
  let start = now()
  var month = try BookMonth(year: 2016, month: 1)
  for index in 0..<(12 * task.number("years", otherwise: 1)) {
    try postMonth(month, index, members, saver: task.number("saver", otherwise: 10), ledger)
    _ = try ledger.runMonthEnd(month)
    if index % 12 == 11 {
      FileHandle.standardError.write(Data("\(month): \(decimal(now() - start, 0)) s\n".utf8))
    }
    month = try month.next()
  }
  try report(now() - start, check: lastHash(ledger, task), ledger)
}

/// A book that begins in January 2016, with its members.
func startDecade(_ members: Int, at path: String) throws -> Ledger {
  let ledger = try Ledger.create(
    at: path,
    settings: BookSettings(name: "Koperasi Besar", firstMonth: try BookMonth(year: 2016, month: 1)),
    chart: .withOpenCash(), clock: Task.clock)
  var register = "number,name,joined\n"
  for index in 1...members {
    register += "\(memberNumber(index)),Anggota \(memberNumber(index)),2016-01-01\n"
  }
  _ = try ledger.importMembers(SheetText(register, file: "anggota.csv"))
  return ledger
}

/// The deposits of a month, ten thousand members to a transaction.
func postMonth(
  _ month: BookMonth, _ index: Int, _ members: Int, saver: Int, _ ledger: Ledger
) throws {
  for first in stride(from: 1, through: members, by: 10_000) {
    var events: [SavingsEvent] = []
    for member in first...min(first + 9_999, members) {
      let day = try month.firstDay.adding(days: member % 28)
      func add(_ amount: Rupiah, _ product: ProductCode) {
        events.append(
          SavingsEvent(
            .deposit, amount, member: memberNumber(member), product: product, on: day,
            note: EntryNote()))
      }
      if index == 0 { add(100_000, "pokok") }
      if (index - member) % 12 == 0 { add(240_000, "wajib") }
      if member % saver == 0, index % 3 == 0 { add(150_000, "sukarela") }
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
