import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// What a month end does with loans.
@Suite struct LoanMonthEndTests {
  @Test func interestIsIncomeWhenItFallsDue() throws {
    let book = try LoanBook()
    try book.change("flat") { $0.recognition = .onDueDate }
    let number = try book.lend("flat", 12_000_000)
    #expect(try book.monthEnd("2026-01").loanProducts.map(\.recognised) == [.zero])
    #expect(try book.monthEnd("2026-02").loanProducts.map(\.recognised) == [180_000])
    #expect(try book.balance("\(number).J") == 180_000)
    _ = try book.ledger.repay(1_180_000, loan: number, on: day("2026-03-02"))
    #expect(try book.balance("\(number).J") == .zero)
    #expect(try book.balance("4-1000") == 180_000)
    _ = try book.ledger.settleLoan(loan: number, on: day("2026-03-20"))
    #expect(try book.balance("\(number).J") == .zero)
    try book.monthEnd("2026-03")
    // The settlement pays March, which was due, and the whole running period.
    #expect(try book.balance("4-1000") == 540_000)
    #expect(try book.ledger.verify().isOK)
  }

  @Test func interestIsEarnedDayByDay() throws {
    let book = try LoanBook()
    try book.change("menurun") { $0.recognition = .daily }
    let number = try book.lend("menurun", 12_000_000)
    // 180,000 for 15 January to 15 February, 31 days; 17 of them are in January.
    #expect(try book.monthEnd("2026-01").loanProducts.map(\.recognised) == [98_710])
    // February: the rest of it, and 14 of the 28 days of 165,000.
    #expect(try book.monthEnd("2026-02").loanProducts.map(\.recognised) == [163_790])
    #expect(try book.balance("\(number).J") == 262_500)
    #expect(try book.ledger.verify().isOK)
  }

  @Test func lateFeesOfAnAccrualProductAreReceivable() throws {
    let book = try LoanBook()
    try book.change("flat") { terms in
      terms.recognition = .onDueDate
      terms.lateFee = LateFeeRule(base: .installment, charge: .fixed(1_000), period: .day)
    }
    let number = try book.lend("flat", 12_000_000)
    try book.monthEnd("2026-01")
    try book.monthEnd("2026-02")
    #expect(try book.balance("\(number).D") == 13_000)
    #expect(try book.balance("4-1100") == 13_000)
    let paid = try book.ledger.repay(loan: number, on: day("2026-03-02"))
    // Two more days were owed, which no month end has booked: income with the payment.
    #expect(try book.balance("\(number).D") == 0)
    #expect(try book.balance("4-1100") == 15_000)
    _ = try book.ledger.repay(loan: number, on: day("2026-03-20"))
    #expect(try book.balance("\(number).D") == 0)
    #expect(try book.balance("4-1100") == 20_000)
    // Without the first payment 33 and 5 days were late on 20 March, and the second pays them.
    _ = try book.ledger.reverse(paid.receipt.entry)
    #expect(try book.balance("\(number).D") == 0)
    #expect(try book.balance("4-1100") == 38_000)
    // The rest of the first installment is late on until the month ends: 11 days.
    try book.monthEnd("2026-03")
    #expect(try book.balance("\(number).D") == 11_000 * 2)
    #expect(try book.balance("4-1100") == 60_000)
    #expect(try book.ledger.verify().isOK)
  }

  /// A loan that is never paid falls from class to class; what is set aside follows, less what its
  /// collateral covers, and comes back when it is paid.
  @Test func classAndAllowanceFollowTheArrears() throws {
    let book = try LoanBook()
    try book.change("flat") { terms in
      terms.collectibility = CollectibilityProfile.fiveClasses.code
      terms.provision = ProvisionTable.microfinance.code
    }
    let number = try book.lend(
      "flat", 12_000_000,
      collaterals: [Collateral(kind: .vehicle, description: "BPKB", value: 4_000_000)])
    var classes: [LoanClass] = []
    var allowances: [Rupiah] = []
    var date = try month("2026-01")
    for _ in 1...8 {
      let report = try book.monthEnd(date.description)
      classes.append(report.loanProducts[0].loans.keys.first ?? .lancar)
      allowances.append(report.loanProducts[0].allowance)
      #expect(try book.balance("1-1290") == report.loanProducts[0].allowance.negated())
      #expect(try book.ledger.monthEnd(date)?.loanProducts == report.loanProducts)
      #expect(try book.ledger.monthEnd(date)?.loans == report.loans)
      date = try date.next()
    }
    // Due on 15 February: 13, 44, 74, 105, 135 and 166 days late at the ends of the months.
    #expect(
      classes == [
        .lancar, .lancar, .dalamPerhatianKhusus, .dalamPerhatianKhusus, .kurangLancar, .diragukan,
        .diragukan, .macet,
      ])
    // 10,000,000 is exposed: 12,000,000 less half of the vehicle's value.
    #expect(
      allowances == [0, 0, 500_000, 500_000, 1_500_000, 5_000_000, 5_000_000, 10_000_000])
    _ = try book.ledger.settleLoan(loan: number, on: day("2026-09-01"))
    let report = try book.monthEnd("2026-09")
    #expect(report.provisions.map(\.change) == [-10_000_000])
    #expect(try book.balance("1-1290") == .zero && book.balance("5-2900") == .zero)
    #expect(try book.ledger.verify().isOK)
  }

  @Test func aWriteOffUsesTheAllowance() throws {
    let book = try LoanBook()
    try book.change("flat") { $0.provision = ProvisionTable.healthRating.code }
    let number = try book.lend("flat", 12_000_000)
    for month in ["01", "02", "03", "04", "05", "06"] { try book.monthEnd("2026-\(month)") }
    // More than three months late by the end of June: half is set aside.
    #expect(try book.balance("1-1290") == -6_000_000)
    _ = try book.ledger.writeOffLoan(number, on: day("2026-07-10"))
    #expect(try book.balance("1-1290") == .zero)
    #expect(try book.balance("5-2900") == 12_000_000)
    #expect(try book.monthEnd("2026-07").provisions.isEmpty)
    #expect(try book.ledger.verify().isOK)
  }

  @Test func anAllowanceBookedByHandIsLeftAlone() throws {
    let book = try LoanBook()
    _ = try book.ledger.post(
      ManualEntry(
        on: day("2026-01-05"),
        legs: [
          .init(account: AccountCode("5-2900"), amount: 750_000),
          .init(account: AccountCode("1-1290"), amount: -750_000),
        ]))
    _ = try book.lend("flat", 12_000_000)
    // Before the month end nothing is booked for the loan; the list says what the book holds.
    func listed(_ date: String) throws -> [LoanRegister.Allowance] {
      try book.ledger.loanRegister(asOf: day(date)).allowances
    }
    #expect(try listed("2026-01-30").map(\.needed) == [60_000])
    #expect(try listed("2026-01-30").map(\.difference) == [690_000])
    #expect(try listed("2026-01-04").map(\.booked) == [0])
    #expect(try book.monthEnd("2026-01").provisions.map(\.change) == [60_000])
    #expect(try book.balance("1-1290") == -810_000)
    #expect(try listed("2026-01-31").map(\.booked) == [810_000])
    #expect(try listed("2026-01-31").map(\.difference) == [750_000])
    let part = try book.ledger.loanRegister(asOf: day("2026-01-31"), of: "0001")
    #expect(part.allowances.isEmpty)
  }

  @Test func aNewPlanCarriesWhatWasOwed() throws {
    let book = try LoanBook()
    try book.change("flat") { terms in
      terms.recognition = .onDueDate
      terms.lateFee = LateFeeRule(base: .installment, charge: .fixed(10_000), period: .month)
    }
    let number = try book.lend("flat", 12_000_000)
    try book.monthEnd("2026-01")
    try book.monthEnd("2026-02")
    _ = try book.ledger.rescheduleLoan(
      number, on: day("2026-03-10"), count: 24,
      note: EntryNote(memo: "panen gagal", recordedBy: "pengurus"))
    let status = try book.ledger.loan(number, asOf: day("2026-03-10"))
    #expect(status.installments.count == 24)
    // January's 180,000, 23 of the 28 days of February's, and the new plan's own.
    #expect(status.installments[0].interest == 507_857)
    #expect(status.position.lateFee == 10_000)
    #expect(status.position.daysPastDue == 0)
    #expect(status.steps.last?.loanClass == .lancar)
    // January's interest and the late fee were income in February; March makes the running
    // period's income, and nothing again.
    #expect(try book.monthEnd("2026-03").loanProducts.map(\.recognised) == [147_857])
    #expect(try book.balance("\(number).D") == 10_000)
    #expect(try book.balance("\(number).J") == 327_857)
    try book.monthEnd("2026-04")
    #expect(try book.balance("\(number).J") == 507_857)
    #expect(try book.ledger.verify().isOK)
  }

  @Test func aLeavingMemberSettlesFromSavings() throws {
    let book = try LoanBook()
    let number = try book.lend("flat", 1_200_000, count: 12)
    _ = try book.ledger.deposit(1_000_000, member: "0001", on: day("2026-01-16"))
    _ = try book.ledger.deposit(500_000, member: "0001", product: "wajib", on: day("2026-01-16"))
    #expect(
      refusal { try book.ledger.endMembership(of: "0001", on: day("2026-01-20")) } == .memberHasLoan
    )
    let receipt = try book.ledger.endMembership(
      of: "0001", on: day("2026-01-20"), setsOffLoans: true
    ).receipt
    // 1,200,000 and the running month's 18,000 are taken from 1,500,000.
    #expect(receipt?.amount == 282_000)
    #expect(try book.ledger.loan(number, asOf: day("2026-01-20")).loan.status == .settled)
    #expect(try book.ledger.verify().isOK)
  }
}
