import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// A loan's life, step by step.
@Suite struct LoanLifeTests {
  @Test func paidAsAgreedItEndsSettled() throws {
    let book = try LoanBook()
    let ledger = book.ledger
    let number = try book.lend()
    #expect(number == "PJ-0001")
    #expect(try book.balance("1-1000") == 488_000_000)
    var date = try month("2026-02")
    for installment in 1...12 {
      let receipt = try ledger.repay(loan: number, on: date.firstDay.adding(days: 14))
      #expect(receipt.parts.map(\.installment) == [installment, installment])
      #expect(receipt.parts.map(\.component) == [.interest, .principal])
      date = try date.next()
    }
    #expect(try ledger.loan(number, asOf: day("2027-01-14")).loan.status == .running)
    #expect(try ledger.loan(number, asOf: day("2027-01-15")).loan.status == .settled)
    #expect(try book.balance("4-1000") == 1_170_000)
    #expect(try book.balance("1-1000") == 501_170_000)
    #expect(try book.balance(number.text) == .zero)
    #expect(throws: LedgerError.self) {
      try ledger.repay(1_000, loan: number, on: day("2027-03-01"))
    }
    #expect(try ledger.verify().isOK)
  }

  @Test func aReversedPaymentLeavesNoTrace() throws {
    let book = try LoanBook()
    let ledger = book.ledger
    let number = try book.lend()
    _ = try ledger.repay(loan: number, on: day("2026-02-15"))
    let before = try ledger.loan(number, asOf: day("2026-06-01")).withoutKnown
    let paid = try ledger.repay(3_333_333, loan: number, on: day("2026-03-20"))
    #expect(try ledger.loan(number, asOf: day("2026-06-01")).withoutKnown != before)
    _ = try ledger.reverse(paid.receipt.entry)
    #expect(try ledger.loan(number, asOf: day("2026-06-01")).withoutKnown == before)
  }

  @Test func aSettlementFollowsItsQuote() throws {
    let book = try LoanBook()
    let ledger = book.ledger
    let number = try book.lend("anuitas")
    _ = try ledger.repay(loan: number, on: day("2026-02-15"))
    let quote = try ledger.settlementQuote(of: number, on: day("2026-03-01"))
    let owed = try book.balance(number.text)
    #expect(quote.principal == owed)
    #expect(quote.total == (try quote.principal + quote.interest))
    let receipt = try ledger.settleLoan(loan: number, on: day("2026-03-01"))
    #expect(receipt.receipt.amount == quote.total)
    #expect(try ledger.loan(number).loan.status == .settled)
    _ = try ledger.reverse(receipt.receipt.entry, on: day("2026-03-01"))
    #expect(try ledger.loan(number).loan.status == .running)
    #expect(try book.balance(number.text) == owed)
  }

  @Test func aLoanIsGivenUpAndSomethingComesBack() throws {
    let book = try LoanBook()
    let ledger = book.ledger
    let number = try book.lend()
    _ = try ledger.writeOffLoan(number, on: day("2026-05-01"))
    #expect(try ledger.loan(number).loan.status == .writtenOff)
    #expect(try book.balance("5-2900") == 12_000_000)
    _ = try ledger.recoverLoan(500_000, loan: number, on: day("2026-06-01"))
    #expect(try book.balance("4-1310") == 500_000)
    // The claim stays in memory: three installments of interest were due.
    let due = try ledger.loan(number, asOf: day("2026-04-30")).position.dueAmounts
    let claim = try #require(try ledger.loan(number).claim)
    #expect(claim.principal == 12_000_000 && claim.interest == due.interest)
    #expect(due.interest > 0 && claim.lateFee == 0 && claim.recovered == 500_000)
    #expect(try claim.left == 11_500_000 + due.interest)
    // No more than is claimed comes back as such.
    #expect(
      refusal { try ledger.recoverLoan(claim.left + 1, loan: number, on: day("2026-06-01")) }
        == .loanOverpaid)
    #expect(try ledger.loan(number, asOf: day("2026-05-31")).claim?.recovered == 0)
    #expect(try ledger.loan(number, asOf: day("2026-04-30")).claim == nil)
    #expect(throws: LedgerError.self) { try ledger.repay(loan: number, on: day("2026-06-02")) }
  }

  /// What is in no account, because it would be income on receipt, can be given up all the same.
  @Test func aLateFeeAloneIsGivenUp() throws {
    let book = try LoanBook()
    try book.change("flat") { terms in
      terms.allocation = [.principal, .interest, .lateFee]
      terms.lateFee = LateFeeRule(base: .installment, charge: .fixed(5_000), period: .month)
    }
    let ledger = book.ledger
    let number = try book.lend("flat", 1_200_000, count: 1)
    _ = try ledger.repay(1_218_000, loan: number, on: day("2026-02-20"))
    #expect(try ledger.loan(number, asOf: day("2026-02-20")).position.lateFee == 5_000)
    let before = try ledger.trialBalance()
    let receipt = try ledger.writeOffLoan(number, on: day("2026-02-25"))
    #expect(receipt.amount == 5_000)
    #expect(try ledger.loan(number).loan.status == .writtenOff)
    let after = try ledger.trialBalance()
    #expect(after.rows.map(\.debit) == before.rows.map(\.debit))
    #expect(after.rows.map(\.credit) == before.rows.map(\.credit))
    #expect(try ledger.entry(receipt.entry).legs.count == 2)
    try book.monthEnd("2026-01")
    try book.monthEnd("2026-02")
    _ = try ledger.recoverLoan(5_000, loan: number, on: day("2026-03-01"))
    #expect(try book.balance("4-1310") == 5_000)
    let claim = try #require(try ledger.loan(number).claim)
    #expect(claim.lateFee == 5_000)
    #expect(claim.left == 0)
    #expect(try ledger.verify().isOK)
  }

  @Test func ownCapitalLeavesOutParticipation() throws {
    let book = try LoanBook()
    let before = try book.ledger.ownCapital()
    func post(_ code: String) throws {
      _ = try book.ledger.post(
        ManualEntry(
          on: day("2026-01-05"),
          legs: [
            .init(account: AccountCode("1-1000"), amount: 9_000_000),
            .init(account: AccountCode(code), amount: -9_000_000),
          ]))
    }
    try post("3-1200")
    #expect(try book.ledger.ownCapital() == before)
    try post("3-2000")
    #expect(try book.ledger.ownCapital() == before + 9_000_000)
  }

  @Test func approvalComesFirstWhereTheProductAsksForIt() throws {
    let book = try LoanBook()
    try book.change("flat") { $0.needsApproval = true }
    let ledger = book.ledger
    let application = LoanApplication(
      member: "0001", product: "flat", amount: 6_000_000, count: 6, date: try day("2026-01-10"),
      purpose: "modal warung",
      collaterals: [Collateral(kind: .vehicle, description: "BPKB motor", value: 9_000_000)],
      guarantors: ["Ketua RT"], note: EntryNote(recordedBy: "ani"))
    #expect(refusal { try ledger.disburse(application) } == .loanNotAtStep)
    let number = try ledger.applyForLoan(application).number
    #expect(refusal { try ledger.disburse(number, on: day("2026-01-11")) } == .loanNotAtStep)
    #expect(
      refusal { try ledger.approveLoan(number, on: day("2026-01-09")) }
        == .loanDateTooEarly)
    _ = try ledger.approveLoan(number, on: day("2026-01-12"), note: EntryNote(recordedBy: "budi"))
    _ = try ledger.disburse(number, on: day("2026-01-13"), firstDue: day("2026-02-25"))
    let status = try ledger.loan(number, asOf: day("2026-01-13"))
    #expect(status.steps.map(\.kind) == [.applied, .approved, .disbursed])
    #expect(status.steps.map(\.recordedBy) == ["ani", "budi", nil])
    #expect(status.guarantors == ["Ketua RT"] && status.collaterals.count == 1)
    #expect(status.installments.map(\.due.description).prefix(2) == ["2026-02-25", "2026-03-25"])
    #expect(refusal { try ledger.disburse(number, on: day("2026-01-14")) } == .loanNotAtStep)
  }

  @Test func deductionsGoWhereTheyBelong() throws {
    let book = try LoanBook()
    try book.change("flat") { terms in
      terms.fees = [
        LoanFee(
          code: "provisi", charge: .share(.percent("1"), minimum: 25_000, maximum: nil),
          target: .account(AccountCode("4-1110"))),
        LoanFee(
          code: "asuransi", charge: .fixed(50_000), target: .account(AccountCode("2-1600"))),
        LoanFee(
          code: "swp", charge: .share(.percent("2")),
          target: .savings(product: "wajib")),
      ]
      terms.plan.interestDue = .inAdvance
      terms.plan.rate = try Rate(parsing: "1%/month")
    }
    let number = try book.lend("flat", 10_000_000, count: 10)
    #expect(try book.balance("4-1110") == 100_000)
    #expect(try book.balance("2-1600") == 50_000)
    #expect(try book.balance("WAJ-0001") == 200_000)
    #expect(try book.balance("2-1700") == 1_000_000)
    #expect(try book.balance("1-1000") == 491_350_000)
    #expect(try book.balance(number.text) == 10_000_000)
    try book.monthEnd("2026-01")
    #expect(try book.balance("2-1700") == 1_000_000)
    _ = try book.ledger.repay(loan: number, on: day("2026-02-15"))
    let report = try book.monthEnd("2026-02")
    #expect(report.loanProducts.map(\.recognised) == [100_000])
    #expect(try book.balance("2-1700") == 900_000)
    _ = try book.ledger.settleLoan(loan: number, on: day("2026-03-03"))
    try book.monthEnd("2026-03")
    #expect(try book.balance("2-1700") == .zero && book.balance("4-1000") == 1_000_000)
    #expect(try book.ledger.verify().isOK)
  }
}
