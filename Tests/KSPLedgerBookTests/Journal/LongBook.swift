import KSPActs
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// A book with the same business in every month up to November 2028, whichever year it began in:
/// savings, dues, loans and term deposits that end within their year, expenses, and years that are
/// closed, ratified and divided.
enum LongBook {
  /// The month that is open.
  static let openMonth = "2028-12"
  /// The day it is.
  static let today = "2028-12-20"

  /// 1001 borrows, 1002 has deposits, all save.
  static func make(years: Int, members: Int = 3, _ folder: TestFolder) throws -> Ledger {
    let members = (1...members).map { MemberNumber("\(1000 + $0)") }
    let first = try BookMonth(year: 2029 - years, month: 1)
    let ledger = try Ledger.create(
      at: folder.file(), settings: BookSettings(name: "KSP Uji", firstMonth: first),
      chart: .withoutCashLimit(), clock: clock(on: today))
    try ledger.setDues(20_000, from: first)
    try ledger.setCorporateTax(CorporateTaxRule(.turnover, .percent("0.5"), from: first))
    try addDeposits(to: ledger, from: first.firstDay)
    for number in members {
      _ = try ledger.addMember(
        NewMember(
          number: number, profile: MemberProfile(name: "Anggota \(number)"),
          joinedOn: first.firstDay))
    }
    var month = first
    while try month <= KSPTestSupport.month(openMonth) {
      try business(of: month, members, ledger)
      if month.month == 3, month.year > first.year { try endYear(month.year - 1, ledger) }
      if try month < KSPTestSupport.month(openMonth) { _ = try ledger.runMonthEnd(month) }
      month = try month.next()
    }
    return ledger
  }

  private static func addDeposits(to ledger: Ledger, from day: BookDate) throws {
    try ledger.addTermProduct(
      .sampleDeposits,
      offer: TermDepositOffer(
        product: "berjangka", effectiveFrom: day,
        tiers: [.init(tenor: 6, rate: Rate(parsing: "6%/year"))]))
  }

  private static func business(
    of month: BookMonth, _ members: [MemberNumber], _ ledger: Ledger
  ) throws {
    func day(_ number: Int) throws -> BookDate {
      try BookDate(year: month.year, month: month.month, day: number)
    }
    for number in members {
      _ = try ledger.deposit(20_000, member: number, product: "wajib", on: day(3))
      for date in try [day(5), day(12)] {
        _ = try ledger.deposit(50_000, member: number, on: date)
      }
    }
    _ = try ledger.receive(160_000, from: "Kantin", for: "4-1200", on: day(7))
    _ = try ledger.pay(15_000, to: "PLN", for: "5-2100", on: day(8))
    if [1, 8].contains(month.month) {
      _ = try ledger.disburse(
        LoanApplication(
          member: "1001", product: "flat", amount: 600_000, count: 6, date: day(10)))
    }
    if [2, 9].contains(month.month) {
      _ = try ledger.openTermDeposit(
        TermDepositOpening(
          member: "1002", product: "berjangka", principal: 1_000_000, tenor: 6, opened: day(4)))
    }
    for row in try ledger.dueInstallments(in: BookPeriod(month)).rows where month.month != 8 {
      _ = try ledger.repay(
        row.open.principal + row.open.interest, loan: row.loan.number, on: day(11))
    }
    for deposit in try ledger.termDeposits(maturingBefore: day(10), asOf: day(9)) {
      _ = try ledger.endTermDeposit(deposit.account, on: day(9), to: "SUK-1002")
    }
  }

  private static func endYear(_ year: Int, _ ledger: Ledger) throws {
    try ledger.runYearEnd(year)
    let meeting = try BookDate(year: year + 1, month: 3, day: 14)
    try ledger.ratifyYear(year, on: meeting, decision: "RAT \(year)")
    try ledger.decideShu(
      ShuDecision(
        year: year, on: meeting, number: "RAT \(year)",
        plan: ShuPlan(
          ShuShares(
            capital: .percent("60"), activity: .percent("10"),
            funds: [.init("cadangan", .percent("30"))])),
        accounts: ["cadangan": "3-2000"]))
    _ = try ledger.postShu(year, on: meeting)
    _ = try ledger.payShu(year, into: .savings("sukarela"), on: meeting)
  }
}
