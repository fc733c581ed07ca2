import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// What is due on a day, in which order it is paid, and what ending early costs.
@Suite struct LoanDueRuleTests {
  @Test("K4.5: the penalty is for what still lies in the future")
  func noPenaltyFromTheLastDueDateOn() throws {
    let book = try LoanBook()
    try book.change("menurun") { $0.settlement.penalty = .percent("1") }
    let number = try book.lend("menurun", 12_000_000, count: 6, on: "2026-01-15")
    func penalty(_ date: String) throws -> Rupiah {
      try book.ledger.settlementQuote(of: number, on: day(date)).penalty
    }
    #expect(try penalty("2026-07-14") == 120_000)
    #expect(try penalty("2026-07-15") == .zero)
    #expect(try penalty("2026-09-01") == .zero)
  }

  @Test("K4.6: the order of allocation is kept exactly")
  func theLateFeeHasItsPlaceInTheOrder() throws {
    let book = try LoanBook()
    try book.change("flat") { terms in
      terms.allocation = [.interest, .lateFee, .principal]
      terms.lateFee = LateFeeRule(base: .installment, charge: .fixed(5_000), period: .month)
    }
    let number = try book.lend("flat", 12_000_000)
    let receipt = try book.ledger.repay(200_000, loan: number, on: day("2026-02-20"))
    #expect(
      receipt.parts == [
        .init(installment: 1, component: .interest, amount: 180_000),
        .init(installment: 0, component: .lateFee, amount: 5_000),
        .init(installment: 1, component: .principal, amount: 15_000),
      ])
  }

  @Test("K4.6: an order that does not name all three parts is refused")
  func theOrderNamesAllThree() throws {
    let book = try LoanBook()
    for order: [LoanComponent] in [
      [], [.interest], [.interest, .principal], [.interest, .interest, .principal],
      [.interest, .principal, .lateFee, .interest],
    ] {
      #expect(
        refusal { try book.change("flat") { $0.allocation = order } } == .loanAllocationIncomplete)
    }
  }

  @Test("K4.8: no day is lost where a shifted Sunday is the last of a month")
  func theDayAfterAShiftedDueDateIsEarned() throws {
    let book = try LoanBook()
    try book.change("flat") { terms in
      terms.plan.shift = DueDateShift(.nextWorkingDay)
      terms.recognition = .daily
    }
    // Due on 30 April and on Sunday 31 May, which is paid on 1 June.
    let number = try book.lend("flat", 12_000_000, on: "2026-03-31")
    for month in ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"] {
      try book.monthEnd(month)
    }
    // Two whole periods, and 31 May as the first of 30 days of the third.
    #expect(try book.balance("\(number).J") == 366_000)
    #expect(try book.balance("4-1000") == 366_000)
    // The day of 30 June is one of 31 of the fourth.
    try book.monthEnd("2026-06")
    #expect(try book.balance("\(number).J") == 545_806)
    #expect(try book.ledger.verify().isOK)
  }

  @Test("K4.12: on its due day an installment is due, not overdue")
  func dueIsNotOverdue() throws {
    let book = try LoanBook()
    let number = try book.lend("flat", 12_000_000)
    func arrears(_ date: String) throws -> Rupiah? {
      try book.ledger.loanRegister(asOf: day(date)).rows.first?.arrears
    }
    let position = try book.ledger.loan(number, asOf: day("2026-02-15")).position
    #expect(position.overdueAmounts.total == .zero)
    #expect(position.dueTodayAmounts.total == 1_180_000)
    #expect(position.totalDue == 1_180_000)
    #expect(try arrears("2026-02-15") == .zero)
    let later = try book.ledger.loan(number, asOf: day("2026-02-16")).position
    #expect(later.overdueAmounts.total == 1_180_000)
    #expect(later.dueTodayAmounts.total == .zero)
    #expect(try arrears("2026-02-16") == 1_180_000)
  }
}
