import Foundation
import KSPLedger

/// A book in its twelfth month gets a surplus, its year is closed and ratified, and its SHU decided:
/// what the section on the year starts from.
func closeYear(_ task: Task) throws {
  let ledger = try task.openBook()
  let last = try BookDate(year: 2025, month: 12, day: 31)
  let surplus = try Rupiah(rupiah: Int64(try ledger.status().members) * 500_000)
  _ = try ledger.post(
    ManualEntry(
      on: last,
      legs: [
        .init(account: AccountCode("1-1000"), amount: surplus),
        .init(account: AccountCode("4-1200"), amount: surplus.negated()),
      ]))
  _ = try ledger.runMonthEnd(last.month)
  _ = try ledger.runYearEnd(2025)
  let meeting = try BookDate(year: 2026, month: 3, day: 20)
  _ = try ledger.ratifyYear(2025, on: meeting, decision: "03/RAT/2026")
  _ = try ledger.decideShu(
    ShuDecision(
      year: 2025, on: meeting, number: "04/RAT/2026",
      plan: ShuPlan(
        ShuShares(
          capital: .percent("50"), activity: .percent("5"),
          funds: [.init("cadangan", .percent("40")), .init("sosial", .percent("5"))])),
      accounts: ["cadangan": "3-2000", "sosial": "2-1520"]))
  try ledger.close()
}

/// The division of the year's SHU, tried or booked.
func divideShu(_ task: Task, posting: Bool) throws {
  let ledger = try task.openBook()
  let start = now()
  let year =
    try posting
    ? ledger.postShu(2025, on: BookDate(year: 2026, month: 3, day: 21), reference: "shu/2025")
    : ledger.simulateShu(2025)
  let seconds = now() - start
  var total = Rupiah.zero
  for recipient in year.recipients { try total += recipient.part.total }
  let check = "\(year.recipients.count)/\(total.sen)"
  try report(seconds, check: posting ? check + "/" + lastHash(ledger, task) : check, ledger)
}

/// One of the financial statements of the year; the check is one of its totals.
func readFinancialStatement(_ task: Task) throws {
  let ledger = try task.openBook()
  let year = try BookPeriod(
    from: BookDate(year: 2025, month: 1, day: 1),
    through: BookDate(year: 2025, month: 12, day: 31))
  let start = now()
  let total: Rupiah
  switch task.name {
  case "balance": total = try ledger.balanceSheet(asOf: year.last).sections[0].total
  case "income": total = try ledger.incomeStatement(year).shu
  case "equity":
    total = try ledger.equityChanges(year).lines.reduce(.zero) { try $0 + $1.now.received }
  case "cash-flow":
    let facts = try ledger.cashFlow(year).facts
    total = try facts.closing - facts.opening
  default: total = try ledger.healthSheet(year: 2025).cells.reduce(.zero) { try $0 + $1.amount }
  }
  let seconds = now() - start
  try report(seconds, check: "\(total.sen)", ledger)
}
