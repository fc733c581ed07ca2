import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// A new plan forgives no rupiah and charges none twice.
@Suite struct RescheduleTests {
  @Test func theRunningPeriodIsChargedByDays() throws {
    let book = try LoanBook()
    let number = try book.lend("flat", 12_000_000)
    _ = try book.ledger.repay(loan: number, on: day("2026-02-15"))
    let status = try book.ledger.rescheduleLoan(number, on: day("2026-03-10"), count: 11)
    // 23 of 28 days of 180,000; then 1.5 % of the 11,000,000 that are owed.
    #expect(status.installments[0].interest == 312_857)
    #expect(status.installments[1].interest == 165_000)
    #expect(status.installments.map(\.due.description).first == "2026-04-10")
  }

  @Test func onADueDateNothingIsRunning() throws {
    let book = try LoanBook()
    let number = try book.lend("flat", 12_000_000)
    _ = try book.ledger.repay(loan: number, on: day("2026-02-15"))
    let status = try book.ledger.rescheduleLoan(number, on: day("2026-02-15"), count: 11)
    #expect(status.installments[0].interest == 165_000)
  }

  @Test func interestPaidAheadSettlesTheFirstInstallments() throws {
    let book = try LoanBook()
    try book.change("flat") { $0.recognition = .onDueDate }
    let number = try book.lend("flat", 12_000_000)
    _ = try book.ledger.repay(2_360_000, loan: number, on: day("2026-02-15"))
    let status = try book.ledger.rescheduleLoan(number, on: day("2026-02-15"), count: 10)
    // March's 180,000 was paid: all of the first 150,000, and 30,000 of the second.
    #expect(status.installments.map(\.interest) == Array(repeating: 150_000, count: 10))
    #expect(status.position.open.prefix(3).map(\.interest) == [0, 120_000, 150_000])
    #expect(status.payments.isEmpty)
    let incomes = try ["2026-01", "2026-02", "2026-03", "2026-04"].map { month in
      try book.monthEnd(month).loanProducts[0].recognised
    }
    #expect(incomes == [0, 180_000, 150_000, 150_000])
    #expect(try book.balance("\(number).J") == 120_000)
    #expect(try book.ledger.verify().isOK)
  }

  @Test func interestCutInAdvanceGoesOn() throws {
    let book = try LoanBook()
    try book.change("flat") { terms in
      terms.plan.interestDue = .inAdvance
      terms.plan.rate = try Rate(parsing: "1%/month")
    }
    let number = try book.lend("flat", 10_000_000, count: 10)
    _ = try book.ledger.repay(1_000_000, loan: number, on: day("2026-02-15"))
    try book.monthEnd("2026-01")
    #expect(try book.monthEnd("2026-02").loanProducts[0].recognised == 100_000)
    let status = try book.ledger.rescheduleLoan(number, on: day("2026-03-01"), count: 18)
    // 1,000,000 was cut, 100,000 and half of the running period's is earned: 850,000 settle nine
    // times 90,000 and 40,000 of the tenth.
    #expect(status.installments.allSatisfy { $0.interest == 90_000 })
    #expect(status.position.open.map(\.interest).prefix(9).allSatisfy { $0.isZero })
    #expect(status.position.open[9].interest == 50_000)
    #expect(try book.monthEnd("2026-03").loanProducts[0].recognised == 50_000)
    #expect(try book.monthEnd("2026-04").loanProducts[0].recognised == 90_000)
    #expect(try book.balance("2-1700") == 760_000)
    var date = try month("2026-05")
    while try book.ledger.loan(number, asOf: date.lastDay).loan.status == .running {
      _ = try book.ledger.repay(loan: number, on: date.lastDay)
      try book.monthEnd(date.description)
      date = try date.next()
    }
    // All that was cut, and what the new plan asked for beyond it.
    #expect(try book.balance("4-1000") == 1_770_000)
    #expect(try book.balance("2-1700") == .zero && book.balance("\(number).J") == .zero)
    #expect(try book.ledger.verify().isOK)
  }

  @Test func theNewTermsHoldWhenPrincipalIsPaidAhead() throws {
    let book = try LoanBook()
    try book.change("menurun") { $0.prepayment = .smallerInstallments }
    let number = try book.lend("menurun", 12_000_000)
    _ = try book.ledger.rescheduleLoan(
      number, on: day("2026-03-10"), count: 12, rate: Rate(parsing: "1%/month"), method: .flat)
    // January's 180,000 and 23 of the 28 days of February's 165,000 come first; then 10 of 31 days
    // of 120,000, and 21 of 60,000.
    _ = try book.ledger.repay(6_000_000, loan: number, on: day("2026-03-20"))
    let status = try book.ledger.loan(number, asOf: day("2026-03-20"))
    #expect(status.loan.terms.plan.method == .flat)
    #expect(status.installments[0].interest == 394_891)
    #expect(status.installments[1].interest == 60_000)
    #expect(try book.ledger.verify().isOK)
  }

  @Test func aSettlementAsksForWhatWasCarriedOver() throws {
    let book = try LoanBook()
    try book.change("flat") { $0.settlement = SettlementRule(interest: .none) }
    let number = try book.lend("flat", 12_000_000)
    _ = try book.ledger.rescheduleLoan(number, on: day("2026-03-10"), count: 12)
    let quote = try book.ledger.settlementQuote(of: number, on: day("2026-03-20"))
    #expect(quote.interest == 327_857)
  }

  /// A harvest loan that is put off stays one: all of it is due at the end.
  @Test func aBulletKeepsItsInterestAtTheEnd() throws {
    let book = try LoanBook()
    try book.change("flat") { terms in
      terms.plan.method = .bullet
      terms.plan.interestDue = .atEnd
      terms.plan.count = 6
    }
    let number = try book.lend("flat", 10_000_000, on: "2026-01-15")
    let status = try book.ledger.rescheduleLoan(number, on: day("2026-07-15"), count: 6)
    #expect(status.installments.map(\.due.description) == ["2027-01-15"])
    #expect(status.installments[0].interest == 1_800_000)
  }

  @Test func aRehearsalShowsTheWholePlan() throws {
    let book = try LoanBook()
    let number = try book.lend("flat", 12_000_000)
    func reschedule(_ dryRun: Bool) throws -> LoanCard {
      try book.ledger.rescheduleLoan(
        number, on: day("2026-03-10"), count: 20, note: EntryNote(memo: "panen gagal"),
        dryRun: dryRun)
    }
    let planned = try reschedule(true)
    #expect(try book.ledger.loan(number, asOf: day("2026-03-10")).installments.count == 12)
    #expect(try reschedule(false) == planned)
    #expect(try book.ledger.loan(number, asOf: day("2026-03-10")).withoutKnown == planned)
  }
}
