import KSPCore
import KSPLedger
import KSPTestSupport

extension WireAnswers {
  /// Acts of every room, most of them only tried.
  func rehearse(on date: BookDate) throws {
    let (first, march) = (try month("2026-01"), try month("2026-03"))
    let own = AccountCode("SUK-0002")
    add(try book.deposit(75_000, member: "0002", on: date, dryRun: true))
    add(try book.withdraw(1_000, member: "0002", on: date, dryRun: true))
    add(all: try book.post([SavingsEvent(.deposit, 5_000, member: "0002", on: date)], dryRun: true))
    add(all: try book.perform(try acts(on: date), dryRun: true))
    add(try book.repay(100_000, loan: "PJ-0001", on: date, dryRun: true))
    add(try book.settleLoan(loan: "PJ-0001", on: date, dryRun: true))
    add(try book.rescheduleLoan("PJ-0001", on: date, count: 6, dryRun: true))
    add(try book.applyForLoan(application(on: date), dryRun: true))
    add(try book.disburse(application(on: date), dryRun: true))
    add(
      try book.addCollateral(
        [Collateral(kind: .vehicle, description: "BPKB", value: 5_000_000)], to: "PJ-0001",
        on: date, dryRun: true))
    add(try book.addMember(joining(on: date), dryRun: true))
    add(try book.previewMonthEnd(march))
    add(try book.previewMonthInterest(march))
    add(try book.previewAccruals(of: march))
    let moved = try book.entries(reference: "Q-0002").first?.number ?? EntryNumber(1)
    add(
      try book.correctInterest(
        of: "QUR-0002", in: first, valued: [moved: day("2026-01-04")], on: date, dryRun: true))
    add(
      try book.buyAsset(
        NewAsset("Lemari", cost: 900_000, months: 12, acquiredOn: date), dryRun: true))
    add(try book.hold(NewHold(on: own, 1_000, reason: "Sengketa", from: date), dryRun: true))
    add(
      try book.addStandingOrder(
        NewStandingOrder(from: own, to: .dues("wajib"), day: 5, since: date), dryRun: true))
    add(try book.runStandingOrders(on: date, dryRun: true))
    add(try book.openTill("kas-1", on: date, dryRun: true))
    add(try book.matchBank(dryRun: true))
    add(try book.payShu(2025, to: ["0003"], into: .cash(nil), on: date, dryRun: true))
    add(try book.simulateShu(2025))
    add(try book.forfeitShu(2025, to: "3-2000", on: day("2027-04-20"), dryRun: true))
    let claim = try book.sendClaim(for: march, on: date)
    add(claim)
    add(try book.deduct(.all, ofClaim: claim.number, on: date, dryRun: true))
    add(
      try book.exemptFromDues("0002", product: "wajib", from: march, reason: "Sakit", dryRun: true))
    add(try book.recordDeath(of: "0002", on: date, dryRun: true))
    var settings = try book.settings
    settings.npwp = "01.234.567.8-901.234"
    add(try book.updateSettings(settings))
    add(try book.coretaxFile(first, temporaryNumbers: true))
    let sheet = SheetText("nomor;nama;masuk;catatan\n0099;Ani;20/04/2026;x\n", file: "a.csv")
    add(try book.importMembers(sheet, ImportWay(dryRun: true)))
    let pay = SheetText("anggota,jumlah\n0001,100000\n", file: "gaji.csv")
    add(try book.importPayroll(pay, on: date, PayrollTerms(), ImportWay(dryRun: true)))
    let cash = SheetText(
      "tanggal,uraian,masuk,keluar\n20/04/2026,Listrik,,75000\n20/04/2026,Galon,5000,\n",
      file: "kas.csv")
    add(try book.cashBookProposals([cash]))
    add(try book.sheetKind(.members))
  }

  private func acts(on date: BookDate) throws -> [BookAct] {
    let acts: [BookAct] = [
      .savings(SavingsEvent(.deposit, 5_000, member: "0002", on: date)),
      .transfer(1_000, from: "SUK-0002", to: "SUK-0003", on: date),
      .repay(nil, loan: "PJ-0001", on: date), .join(try joining(on: date)),
      .entry(
        ManualEntry(
          on: date,
          legs: [
            ManualEntry.Leg(account: "5-2100", amount: 1_000),
            ManualEntry.Leg(account: "1-1010", amount: -1_000),
          ])),
    ]
    add(all: acts)
    add(BookAct.reverse(EntryNumber(7)))
    add(BookAct.settle(5_000, loan: "PJ-0001", on: date))
    return acts
  }

  private func joining(on date: BookDate) throws -> NewMember {
    NewMember(
      number: "0077", profile: MemberProfile(name: "Ani"), joinedOn: date,
      attributes: ["baju": "L"], pokok: 100_000)
  }

  private func application(on date: BookDate) throws -> LoanApplication {
    LoanApplication(member: "0003", product: "flat", amount: 1_000_000, date: date)
  }
}
