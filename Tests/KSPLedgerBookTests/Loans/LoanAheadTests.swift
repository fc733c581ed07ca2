import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Money paid ahead forgives no interest that was earned, and does not go around settling.
@Suite struct LoanAheadTests {
  /// A declining loan of 12,000,000 at 2 % a month, paid out on 10 January.
  private func book(
    _ prepayment: Prepayment, _ edit: (inout LoanTerms) -> Void = { _ in }
  ) throws -> (LoanBook, LoanNumber) {
    let book = try LoanBook()
    try book.change("menurun") { terms in
      terms.plan.rate = try Rate(parsing: "2%/month")
      terms.settlement = SettlementRule(
        interest: .installments(1), penalty: .percent("1"))
      terms.prepayment = prepayment
      edit(&terms)
    }
    return (book, try book.lend("menurun", 12_000_000, count: 12, on: "2026-01-10"))
  }

  @Test(
    "K4.3: paying ahead forgives no interest that was earned",
    arguments: [Prepayment.fewerInstallments, .smallerInstallments, .interestFirst])
  func earnedInterestIsPaid(_ rule: Prepayment) throws {
    let (book, number) = try book(rule)
    #expect(try book.ledger.settlementQuote(of: number, on: day("2026-02-09")).total == 12_360_000)
    _ = try book.ledger.repay(11_999_999, loan: number, on: day("2026-02-09"))
    // 30 of 31 days of 240,000 were earned; one rupiah more does not end the loan.
    _ = try book.ledger.repay(1, loan: number, on: day("2026-02-10"))
    #expect(try book.ledger.loan(number, asOf: day("2026-02-10")).loan.status == .running)
    _ = try book.ledger.repay(
      loan: number, on: day("2026-02-10"), choices: RepaymentChoices(settles: false))
    while try book.ledger.loan(number, asOf: day("2027-02-10")).loan.status == .running {
      _ = try book.ledger.repay(loan: number, on: day("2027-02-10"))
    }
    #expect(try book.balance("4-1000") >= 232_258)
    #expect(try book.ledger.verify().isOK)
  }

  @Test("K4.3: interest of the days passed is carried, the lower balance bears the rest")
  func daysPassedAreCarried() throws {
    let (book, number) = try book(.smallerInstallments)
    _ = try book.ledger.repay(6_000_000, loan: number, on: day("2026-01-25"))
    let plan = try book.ledger.loan(number, asOf: day("2026-01-25")).installments
    // 15 of 31 days on 12,000,000 and 16 on 6,000,000: 116,129 + 61,935.
    #expect(plan.count == 12)
    #expect(plan[0].interest == 178_064)
    #expect(plan[1].interest == 110_000)
    #expect(try book.ledger.verify().isOK)
  }

  @Test("K4.3: with daily recognition no month loses interest")
  func noMonthIsNegative() throws {
    let (book, number) = try book(.smallerInstallments) { $0.recognition = .daily }
    try book.monthEnd("2026-01")
    #expect(try book.balance("4-1000") == 170_323)
    _ = try book.ledger.repay(11_000_000, loan: number, on: day("2026-02-09"))
    try book.monthEnd("2026-02")
    // 30 days of 240,000 over 31, one day of 20,000 over 31, 19 days of 18,333 over 28.
    #expect(try book.balance("4-1000").sen / 100 > 232_258)
    #expect(try book.ledger.verify().isOK)
  }

  @Test("K4.3: interest to date, then principal, and the same installment")
  func interestToDateComesFirst() throws {
    let (book, number) = try book(.interestFirst)
    let receipt = try book.ledger.repay(3_116_129, loan: number, on: day("2026-01-25"))
    #expect(
      receipt.parts == [
        .init(installment: 1, component: .interest, amount: 116_129),
        .init(installment: 0, component: .principal, amount: 3_000_000),
      ])
    let status = try book.ledger.loan(number, asOf: day("2026-01-25"))
    #expect(status.installments.map(\.principal) == Array(repeating: 1_000_000, count: 9))
    // 16 of 31 days of 180,000 are still to come.
    #expect(status.position.open.first?.interest == 92_903)
    #expect(try book.ledger.verify().isOK)
  }

  @Test("K4: fewer keeps the agreed installment, and the last one is smaller")
  func fewerKeepsTheInstallment() throws {
    let (book, number) = try book(.fewerInstallments) { $0.plan.method = .annuity }
    let agreed = try book.ledger.loan(number, asOf: day("2026-01-10")).installments[0].total
    _ = try book.ledger.repay(try agreed + 2_000_000, loan: number, on: day("2026-02-10"))
    var plan = try book.ledger.loan(number, asOf: day("2026-02-10")).installments
    #expect(plan.count < 11)
    #expect(plan.dropLast().allSatisfy { $0.total == agreed })
    #expect(try #require(plan.last).total < agreed)
    _ = try book.ledger.repay(try agreed + 1_000_000, loan: number, on: day("2026-03-10"))
    plan = try book.ledger.loan(number, asOf: day("2026-03-10")).installments
    #expect(plan.dropLast().allSatisfy { $0.total == agreed })
    #expect(try book.ledger.verify().isOK)
  }

  @Test("K4.4: what reaches the settlement sum asks with both figures")
  func reachingTheSettlementSumAsks() throws {
    let (book, number) = try book(.nextInstallments)
    func pay(_ amount: Rupiah?, _ choices: RepaymentChoices = RepaymentChoices()) throws {
      _ = try book.ledger.repay(amount, loan: number, on: day("2026-02-09"), choices: choices)
    }
    do {
      try pay(12_360_000)
      Issue.record("it should have asked")
    } catch let error as LedgerError {
      #expect(error.code == .loanWouldSettle)
      #expect("\(error)".contains("12.360.000") && "\(error)".contains("13.560.000"))
    }
    _ = try book.ledger.repay(12_359_999, loan: number, on: day("2026-02-09"), dryRun: true)
    #expect(refusal { try pay(99_000_000) } == .loanWouldSettle)
    #expect(refusal { try pay(99_000_000, .init(settles: false)) } == .loanOverpaid)
    #expect(refusal { try pay(99_000_000, .init(settles: true)) } == .loanOverpaid)
    #expect(refusal { try pay(12_000_000, .init(settles: true)) } == .loanSettlementAmount)
    let receipt = try book.ledger.repay(
      12_400_000, loan: number, on: day("2026-02-09"),
      choices: RepaymentChoices(settles: true, overpayment: .savings))
    #expect(receipt.penalty == 120_000 && receipt.intoSavings == 40_000)
    #expect(try book.balance("4-1000") == 240_000)
    #expect(try book.balance("SUK-0001") == 40_000)
    #expect(try book.ledger.loan(number, asOf: day("2026-02-09")).loan.status == .settled)
    #expect(try book.ledger.verify().isOK)
  }

  @Test("K4.4: more than all that is owed asks with the sum left over")
  func tooMuchAsks() throws {
    let (book, number) = try book(.nextInstallments)
    let end = try day("2027-01-10")
    let owed = try book.ledger.loan(number, asOf: end).position.totalDue
    #expect(refusal { try book.ledger.repay(owed + 1, loan: number, on: end) } == .loanOverpaid)
    let receipt = try book.ledger.repay(
      owed + 5_000, loan: number, on: end, choices: RepaymentChoices(overpayment: .savings))
    #expect(receipt.intoSavings == 5_000)
  }

  @Test("K4.4: the last regular installment asks nothing")
  func theLastInstallmentAsksNothing() throws {
    let (book, number) = try book(.nextInstallments) { $0.settlement.interest = .elapsedDays }
    while try book.ledger.loan(number, asOf: day("2026-12-20")).position.totalDue.isPositive {
      _ = try book.ledger.repay(loan: number, on: day("2026-12-20"))
    }
    let receipt = try book.ledger.repay(loan: number, on: day("2027-01-02"))
    #expect(receipt.outstanding == .zero)
    #expect(try book.ledger.loan(number, asOf: day("2027-01-02")).loan.status == .settled)
  }

  @Test("K4.4: a payroll row that reaches the settlement sum is refused by name")
  func payrollRowsAreRefusedByName() throws {
    let (book, number) = try book(.nextInstallments)
    let csv = "pinjaman;jumlah\n\(number);12.500.000\n"
    func take(_ terms: PayrollTerms) throws -> RepaymentListReport {
      try book.ledger.importRepayments(
        csv: csv, file: "gaji.csv", on: day("2026-02-09"), terms: terms)
    }
    do {
      _ = try take(PayrollTerms())
      Issue.record("the row should have been refused")
    } catch let error as LedgerError {
      #expect(error.details.map(\.code) == [.loanWouldSettle])
      #expect(error.details.map { $0.place?.line } == [2])
    }
    #expect(try take(PayrollTerms(paysAhead: true)).rows.count == 1)
  }

  @Test("K4.7: interest paid ahead is unearned income, nobody's receivable, on every day")
  func interestPaidAheadIsUnearned() throws {
    let (book, number) = try book(.nextInstallments) { $0.recognition = .onDueDate }
    let other = try book.lend("menurun", 12_000_000, to: "0002", count: 12, on: "2026-01-10")
    try book.monthEnd("2026-01")
    // February's installment and March's are paid; 220,000 of it are for March.
    _ = try book.ledger.repay(2_460_000, loan: number, on: day("2026-02-10"))
    #expect(try book.balance("\(number).J") == .zero)
    #expect(try book.balance("2-1700") == 460_000)
    #expect(try book.ledger.explainLoan(number, month("2026-02")).agrees)
    try book.monthEnd("2026-02")
    #expect(try book.balance("\(number).J") == .zero)
    #expect(try book.balance("\(other).J") == 240_000)
    #expect(try book.balance("2-1700") == 220_000)
    #expect(try book.balance("4-1000") == 480_000)
    #expect(try book.ledger.explainLoan(number, month("2026-02")).agrees)
    try book.monthEnd("2026-03")
    #expect(try book.balance("2-1700") == .zero)
    #expect(try book.balance("\(number).J") == .zero)
    #expect(try book.balance("4-1000") == 920_000)
    #expect(try book.ledger.verify().isOK)
  }

  @Test("K4.7: a payment takes what is receivable first; taken back, a later one takes it instead")
  func whatIsReceivableIsTakenFirst() throws {
    let (book, number) = try book(.nextInstallments) { $0.recognition = .onDueDate }
    try book.monthEnd("2026-01")
    try book.monthEnd("2026-02")
    #expect(try book.balance("\(number).J") == 240_000)
    let first = try book.ledger.repay(240_000, loan: number, on: day("2026-03-02"))
    #expect(try book.balance("\(number).J") == .zero)
    #expect(try book.balance("2-1700") == .zero)
    // February's principal, March, whose interest is not booked yet, and 20,000 of April's interest.
    let second = try book.ledger.repay(2_240_000, loan: number, on: day("2026-03-10"))
    #expect(try book.balance("2-1700") == 240_000)
    #expect(try book.balance("\(number).J") == .zero)
    _ = try book.ledger.reverse(first.receipt.entry)
    #expect(try book.balance("\(number).J") == .zero)
    #expect(try book.balance("2-1700") == 220_000)
    #expect(try book.ledger.verify().isOK)
    _ = try book.ledger.reverse(second.receipt.entry)
    #expect(try book.balance("\(number).J") == 240_000)
    #expect(try book.balance("2-1700") == .zero)
    #expect(try book.ledger.explainLoan(number, month("2026-03")).agrees)
    #expect(try book.ledger.verify().isOK)
  }
}
