import Foundation
import KSPLedger

/// A book of term deposits, two a member, opened from September to November 2025; month ends
/// through November.
///
/// A third of them pays every month into savings, a third onto itself, a third once at maturity.
/// Half run a month, the others three or six; what matures ends, or runs again without or with its
/// interest. All of it is set aside until it falls due. One member in five has a second deposit
/// that is large enough to be taxed, sometimes after interest that was not.
func openDeposits(_ task: Task) throws {
  let count = task.number("deposits", otherwise: 1_000)
  let first = try BookMonth(year: 2025, month: 9)
  let ledger = try Ledger.create(
    at: try task.text("db"),
    settings: BookSettings(name: "Koperasi Ukur", firstMonth: first),
    chart: .withOpenCash(), clock: Task.clock)
  try addSavers((count + 1) / 2, from: first.firstDay, ledger)
  try addDepositProduct(from: first.firstDay, ledger)
  var draw = Draw(state: 31)
  let draws = (0..<count).map { _ in draw.next() }
  for month in 9...11 {
    try ledger.transact { book in
      for index in stride(from: month - 9, to: count, by: 3) {
        _ = try book.openTermDeposit(opening(index, draws[index], month: month))
      }
    }
    _ = try ledger.runMonthEnd(BookMonth(year: 2025, month: month))
  }
  try ledger.close()
}

/// Members with a little on their savings, where interest is paid to.
private func addSavers(_ count: Int, from day: BookDate, _ ledger: Ledger) throws {
  let rows = (1...count).map { index in
    let number = memberNumber(index)
    return "\(number),Anggota \(number),\(day)"
  }
  let csv = (["number,name,joined"] + rows).joined(separator: "\n")
  _ = try ledger.importMembers(SheetText(csv, file: "members.csv"))
  _ = try ledger.post(
    try (1...count).map { index in
      try SavingsEvent(
        .deposit, Rupiah(rupiah: 100_000), member: memberNumber(index), product: "sukarela",
        on: day)
    })
}

private func addDepositProduct(from day: BookDate, _ ledger: Ledger) throws {
  try ledger.addTermProduct(
    SavingsProduct(
      code: "berjangka", name: Phrase(id: "Simpanan berjangka", en: "Term deposits"),
      kind: .berjangka, accountPrefix: "BJK", controlAccount: AccountCode("2-1100"),
      interestExpenseAccount: AccountCode("5-1000")),
    offer: TermDepositOffer(
      product: "berjangka", effectiveFrom: day,
      tiers: try [1, 3, 6].map { .init(tenor: $0, rate: try Rate(parsing: "6%/year")) },
      isAccrued: true))
}

/// Of a small deposit no interest is taxed by itself, of a large one every payment is: what a
/// member saves besides never has to bear the tax of a deposit.
private func opening(
  _ index: Int, _ draw: UInt64, month: Int
) throws -> TermDepositOpening {
  let payouts: [TermPayout] = [.savings, .capitalise, .maturity]
  let rollOvers: [TermRollOver] = [.none, .principal, .withInterest]
  let isLarge = index % 10 == 9
  let millions = isLarge ? 60 + (draw >> 8) % 40 : 1 + (draw >> 8) % 4
  return TermDepositOpening(
    member: memberNumber(index / 2 + 1), product: "berjangka",
    principal: try Rupiah(rupiah: Int64(millions) * 1_000_000),
    tenor: [1, 1, 3, 6][Int((draw >> 16) % 4)],
    opened: try BookDate(year: 2025, month: month, day: 1 + Int((draw >> 24) % 28)),
    payout: payouts[Int((draw >> 32) % 3)], rollOver: rollOvers[Int((draw >> 40) % 3)])
}
