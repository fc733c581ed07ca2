import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// The loans in the book that `Examples/run` makes: of every method, and in every state that a
/// reader of the walkthrough meets.
@Suite struct LoanSampleTests {
  let folder: TestFolder
  let ledger: Ledger
  let statuses: [LoanCard]
  let end: BookDate

  init() throws {
    folder = try TestFolder()
    ledger = try Ledger.open(at: try SampleTests.book(folder), clock: standingClock)
    end = try BookDate(year: 2026, month: 3, day: 31)
    statuses = try ledger.loans(asOf: end, includingEnded: true)
  }

  private func loan(_ number: LoanNumber) throws -> LoanCard {
    try #require(statuses.first { $0.loan.number == number })
  }

  @Test func everyMethodIsThere() {
    let terms = statuses.map(\.loan.terms)
    #expect(Set(terms.map(\.plan.method)) == Set(LoanMethod.allCases))
    #expect(Set(terms.map(\.plan.interestDue)) == [.eachInstallment, .atEnd, .inAdvance])
    #expect(Set(terms.map(\.plan.interval.unit)).isSuperset(of: [.month, .week]))
    #expect(Set(terms.map(\.collectibility)).count >= 3)
    #expect(Set(terms.map(\.recognition)).isSuperset(of: [.onReceipt, .daily]))
  }

  @Test func everyStateIsThere() {
    let states = Set(statuses.map(\.loan.status))
    #expect(states == [.approved, .rejected, .running, .settled, .writtenOff])
    let steps = Set(statuses.flatMap(\.steps).map(\.kind))
    #expect(
      steps.isSuperset(of: [
        .applied, .approved, .rejected, .disbursed, .rescheduled, .writtenOff, .recovered,
      ]))
    #expect(statuses.contains { !$0.guarantors.isEmpty && !$0.collaterals.isEmpty })
  }

  @Test func onePaysLate() throws {
    let late = try loan("PJ-0009")
    #expect(late.loanClass == .dalamPerhatianKhusus && late.position.lateFee.isPositive)
    #expect(late.payments.count == 1 && late.payments.allSatisfy { $0.lateFee.isPositive })
    let weekly = try loan("PJ-0008")
    #expect(weekly.loanClass == .kurangLancar && weekly.payments.contains { $0.lateFee.isPositive })
    let report = try ledger.loanRegister(asOf: end)
    let allowance = report.owed.filter { $0.loanClass > .lancar }.map(\.allowance)
    // The one that was rescheduled keeps the class it had.
    #expect(allowance.count == 3 && allowance.allSatisfy(\.isPositive))
  }

  @Test func onePaysEarly() throws {
    let early = try loan("PJ-0010")
    let last = try #require(early.installments.last?.due)
    let paid = try #require(early.payments.last)
    #expect(early.loan.status == .settled && paid.date < last)
    // All the interest of the plan was not to be paid.
    let planned = try early.installments.reduce(Rupiah.zero) { sum, row in try sum + row.interest }
    let interest = try early.payments.reduce(Rupiah.zero) { sum, item in try sum + item.interest }
    #expect(interest < planned)
  }

  @Test func oneIsRescheduledAndOneIsGivenUp() throws {
    let rescheduled = try loan("PJ-0011")
    let step = try #require(rescheduled.steps.first { $0.kind == .rescheduled })
    #expect(step.loanClass == .dalamPerhatianKhusus && rescheduled.installments.count == 18)
    let lost = try loan("PJ-0007")
    let given = try #require(lost.steps.first { $0.kind == .writtenOff })
    #expect(given.loanClass == .macet && lost.payments.isEmpty)
    let voucher = try #require(lost.steps.first { $0.kind == .recovered }?.entry)
    let recovered = try ledger.entry(voucher)
    #expect(recovered.kind == .recovery)
  }

  /// Money comes from the till, from savings, from wages, and from what a leaving member had saved.
  @Test func paymentsComeByEveryWay() throws {
    var fromSavings = 0
    var ofMany = 0
    try ledger.entries { entry in
      guard entry.kind == .repayment else { return }
      let accounts = entry.legs.map(\.account.text)
      if accounts.contains(where: { $0.hasPrefix("SUK-") }) { fromSavings += 1 }
      if Set(accounts.filter { $0.hasPrefix("PJ-") }.map { $0.prefix(7) }).count > 2 { ofMany += 1 }
    }
    #expect(fromSavings >= 5 && ofMany == 3)
    let settled = try loan("PJ-0013")
    let leaver = try #require(
      try ledger.members(includingLeft: true).first { $0.member.leftOn != nil })
    #expect(settled.loan.memberNumber == leaver.member.number && settled.loan.status == .settled)
  }

  /// What was cut at disbursement went to income, to the insurer and to the borrowers' own savings.
  @Test func theLoansAreTheLedger() throws {
    let register = try ledger.loanRegister(asOf: end)
    #expect(register.agrees && register.owed.count == 9)
    let balance = try ledger.trialBalance(asOf: end)
    for code in ["1-1310", "2-1600", "2-1700", "4-1110", "4-1310"] {
      #expect(balance.rows.contains { $0.code.text == code }, "\(code)")
    }
    let wajib = try ledger.statement(
      of: AccountCode("WAJ-0003"),
      period: BookPeriod(from: BookDate(year: 2026, month: 1, day: 5), through: end))
    #expect(wajib.lines.contains { $0.kind == .disbursement && $0.credit == 60_000 })
    #expect(try ledger.verify().isOK)
  }
}
