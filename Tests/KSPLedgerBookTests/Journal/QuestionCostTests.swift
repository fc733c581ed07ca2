import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// What is asked at the counter and of a year costs the same after five years as after three,
/// counted in steps of SQLite and not by a clock.
@Suite struct QuestionCostTests {
  private struct Question {
    let name: String
    /// What of the history the answer is made of, where it is; nothing else may be looked through.
    let reads: History?
    let ask: (Ledger) throws -> Void

    init(_ name: String, reads: History? = nil, _ ask: @escaping (Ledger) throws -> Void) {
      (self.name, self.reads, self.ask) = (name, reads, ask)
    }
  }

  /// What an answer looks through from the first day on, with the steps that two more years of the
  /// book may take for it.
  private enum History: Int {
    /// Every payment of wajib, to know which months it was for.
    case dues = 2_800
    /// The loans that a member ever had.
    case ownLoans = 3_600
    /// The days of every loan and deposit of the years that are compared.
    case days = 4_500
    /// What a month end reads, which the question rehearses: of every account that there is, also
    /// those that ended, and every payment of wajib.
    case monthEnd = 8_800
    /// The vouchers of all years, four each, for each of twelve months.
    case years = 2_000
    /// The amounts and the memos of all vouchers.
    case vouchers = 9_000
  }

  private static func questions() throws -> [Question] {
    let (today, month) = (try day(LongBook.today), try month(LongBook.openMonth))
    let (december, closed) = (BookPeriod(month), try month.previous())
    let year = try period("2028-01-01", "2028-12-31")
    return try counter(today, december) + [
      Question("monthEndOutlook", reads: .monthEnd) { _ = try $0.monthEndOutlook() },
      Question("monthEnd") { _ = try $0.monthEnd(closed) },
      Question("monthInterest") { _ = try $0.monthInterest(month) },
      Question("explain") { _ = try $0.explain("SUK-1001", closed) },
      Question("accruals") { _ = try $0.accruals(of: closed) },
      Question("taxCheck") { _ = try $0.taxCheck(closed) },
      Question("withholdingSlips") { _ = try $0.withholdingSlips(closed) },
      Question("taxDeadline") { _ = try $0.taxDeadline() },
      Question("corporateTax") { _ = try $0.corporateTax(closed) },
      Question("unusualCash") { _ = try $0.unusualCash(in: december) },
      Question("trialBalance") { _ = try $0.trialBalance() },
      Question("trialBalance of a day") { _ = try $0.trialBalance(asOf: day("2028-06-10")) },
      Question("balanceSheet") { _ = try $0.balanceSheet() },
      Question("incomeStatement") { _ = try $0.incomeStatement(year) },
      Question("equityChanges") { _ = try $0.equityChanges(year) },
      Question("cashFlow") { _ = try $0.cashFlow(year) },
      Question("explainLine") { _ = try $0.explainLine("5-2100", december) },
      Question("financialNotes") { _ = try $0.financialNotes(year) },
      Question("memberBenefit", reads: .days) { _ = try $0.memberBenefit(2028) },
      Question("healthSheet") { _ = try $0.healthSheet(year: 2028) },
      Question("supervisionLimits") { _ = try $0.supervisionLimits() },
      Question("periodFigures") { _ = try $0.periodFigures(december) },
      Question("budgetReport") { _ = try $0.budgetReport(Budget([:]), 2028) },
      Question("yearEnd") { _ = try $0.yearEnd(2028) },
      Question("previewYearEnd") { _ = try $0.previewYearEnd(2027) },
      Question("shu") { _ = try $0.shu(2027) },
      Question("dutyCalendar", reads: .years) { _ = try $0.dutyCalendar(year: 2028) },
    ]
  }

  private static func counter(_ today: BookDate, _ december: BookPeriod) throws -> [Question] {
    [
      Question("status") { _ = try $0.status() },
      Question("chart") { _ = try $0.chart() },
      Question("members") { _ = try $0.members() },
      Question("members by a part of the name") {
        _ = try $0.members(matching: "1001", includingLeft: false)
      },
      Question("member") { _ = try $0.member("1001") },
      Question("find a member", reads: .vouchers) { _ = try $0.find("1001") },
      Question("find an account", reads: .vouchers) { _ = try $0.find("SUK-1001") },
      Question("find a voucher", reads: .vouchers) { _ = try $0.find("JU-12") },
      Question("statement") { _ = try $0.statement(of: "SUK-1001", period: december) },
      Question("member's statement", reads: .dues) {
        _ = try $0.statement(ofMember: "1001", period: december)
      },
      Question("balances") { try $0.balances(of: "sukarela", on: today) { _ in } },
      Question("savingsByPeriod", reads: .dues) { try $0.savingsByPeriod(asOf: today) { _ in } },
      Question("debts", reads: .ownLoans) { _ = try $0.debts(of: "1001", asOf: today) },
      Question("dueInstallments") { _ = try $0.dueInstallments(in: december) },
      Question("loans") { _ = try $0.loans() },
      Question("loans of a member", reads: .ownLoans) { _ = try $0.loans(of: "1001") },
      Question("loanRegister") { _ = try $0.loanRegister(asOf: today) },
      Question("termDeposits") { _ = try $0.termDeposits() },
      Question("termDepositsAhead") { _ = try $0.termDepositsAhead() },
      Question("plannedSavings") { _ = try $0.plannedSavings(on: today) },
      Question("standingOrders") { _ = try $0.standingOrders() },
      Question("holds") { _ = try $0.holds() },
      Question("heldSavings") { _ = try $0.heldSavings(of: "1001", on: today) },
      Question("duesOwed", reads: .dues) { _ = try $0.duesOwed() },
      Question("cashBook") { _ = try $0.cashBook(in: december) },
      Question("cashTotals") { _ = try $0.cashTotals(in: december) },
      Question("tillList") { _ = try $0.tillList() },
      Question("transit") { _ = try $0.transit() },
      Question("entries of a month") { try $0.entries(EntryQuery(in: december)) { _ in } },
      Question("voucher") { _ = try $0.voucher(EntryNumber(12)) },
      Question("leavers") { _ = try $0.leavers() },
      Question("assets") { _ = try $0.assets() },
      Question("dormantAccounts") { _ = try $0.dormantAccounts(on: today) },
      Question("insuranceClaims") { _ = try $0.insuranceClaims() },
      Question("taxClaims") { _ = try $0.taxClaims() },
      Question("ownCapital") { _ = try $0.ownCapital() },
      Question("bankReconciliation") { _ = try $0.bankReconciliation() },
      Question("balanceConfirmations", reads: .ownLoans) {
        _ = try $0.balanceConfirmations(2, asOf: today, seed: 1)
      },
    ]
  }

  private func works(
    of questions: [Question], years: Int, members: Int = 3
  ) throws -> [String: Work] {
    let folder = try TestFolder()
    let ledger = try LongBook.make(years: years, members: members, folder)
    var works: [String: Work] = [:]
    for question in questions {
      // Once before, so that everything is prepared.
      try question.ask(ledger)
      works[question.name] = try ledger.work { try question.ask(ledger) }
    }
    try ledger.close()
    return works
  }

  /// Questions about one member, one account or one voucher.
  private static let ofOne = [
    "member", "statement", "member's statement", "loans of a member", "debts", "heldSavings",
    "voucher",
  ]

  @Test func whatIsAskedOfOneMemberDoesNotGrowWithTheOthers() throws {
    let questions = try Self.questions().filter { Self.ofOne.contains($0.name) }
    #expect(questions.count == Self.ofOne.count)
    let few = try works(of: questions, years: 1, members: 3)
    let many = try works(of: questions, years: 1, members: 30)
    for name in Self.ofOne {
      let (before, after) = (try #require(few[name]), try #require(many[name]))
      #expect(after.steps - before.steps <= 30, "\(name): \(before), \(after)")
    }
  }

  @Test func whatIsAskedDoesNotGrowWithTheYears() throws {
    let questions = try Self.questions()
    let three = try works(of: questions, years: 3)
    let five = try works(of: questions, years: 5)
    for question in questions {
      let (before, after) = try (
        #require(three[question.name]), #require(five[question.name])
      )
      let (steps, rows) = (after.steps - before.steps, after.scannedRows - before.scannedRows)
      // Two years leave eight accounts of deposits and eight of loans that ended in the chart, and
      // 280 vouchers with 700 legs in the journal.
      #expect(
        before.steps > 0 && steps <= question.reads?.rawValue ?? 16 * 70,
        "\(question.name): \(steps) steps more than \(before.steps)")
      #expect(
        rows <= (question.reads == nil ? 16 * 4 : 16 * 70),
        "\(question.name): \(rows) rows more than \(before.scannedRows)")
    }
  }
}
