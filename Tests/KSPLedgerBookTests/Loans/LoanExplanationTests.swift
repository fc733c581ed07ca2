import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// What is explained of a loan: recomputed by hand, beside what was posted, and after tampering.
@Suite struct LoanExplanationTests {
  /// A late loan whose interest and late fees are earned, with collateral, and its first three
  /// months closed.
  private static func late() throws -> (LoanBook, LoanNumber) {
    let book = try LoanBook()
    try book.change("flat") { terms in
      terms.recognition = .daily
      terms.collectibility = CollectibilityProfile.fiveClasses.code
      terms.provision = ProvisionTable.microfinance.code
      terms.lateFee = LateFeeRule(
        base: .installment, charge: .share(.percent("0.1")), period: .day, graceDays: 3,
        cap: .percent("2"))
    }
    let number = try book.lend(
      "flat", 12_000_000,
      collaterals: [Collateral(kind: .vehicle, description: "BPKB", value: 4_000_000)])
    for month in 1...3 { try book.monthEnd("2026-0\(month)") }
    return (book, number)
  }

  @Test func everyFigureOfALateLoanIsExplained() throws {
    let (book, number) = try Self.late()
    let found = try book.ledger.explainLoan(number, month("2026-03"))
    #expect(found.agrees && found.isMonthClosed)
    // 12,000,000 × 18 % × 30/360, flat.
    #expect(found.installments.map(\.installment.number) == [2, 3])
    let working = found.installments[0].working
    #expect(working.basis == .balance(12_000_000) && working.shares.map(\.days) == [30])
    #expect(working.exact.decimalText == "180000" && working.interest == 180_000)
    // Two installments are due; 17 of the 31 days of the third have passed.
    let income = try #require(found.income)
    #expect(income.running?.days == 17 && income.running?.of == 31)
    #expect(income.running?.earned == 98_710)
    #expect(income.interest.before == 270_000 && income.interest.after == 458_710)
    // 41 and 13 days of 1,180,000 at 0.1 %, at most 2 % of it.
    let fees = try #require(found.lateFees)
    #expect(fees.workings.map { $0.runs.map(\.periods) } == [[41], [13]])
    #expect(fees.workings.map(\.uncapped) == [48_380, 15_340])
    #expect(fees.workings.map(\.fee) == [23_600, 15_340] && fees.owed == 38_940)
    #expect(income.lateFee.before == 11_800 && income.lateFee.amount == 27_140)
    #expect(found.posted?.interest == 188_710 && found.posted?.lateFee == 27_140)
    // 44 days past due; half of the vehicle counts, 5 % of the rest is set aside.
    let grade = try #require(found.grade)
    #expect(found.position.daysPastDue == 44 && found.position.monthsPastDue == 1)
    #expect(grade.step?.principalOver == 30 && grade.loanClass == .dalamPerhatianKhusus)
    #expect(grade.counted == 2_000_000 && grade.exposed == 10_000_000)
    #expect(grade.allowance == 500_000 && found.allowanceBefore == .zero)
    #expect(found.provision?.posted == 500_000 && found.provision?.entry != nil)
    #expect(found.kept == found.recomputed && found.kept?.recognised == 215_850)
  }

  /// Changes behind the library's back; the explanation of March must differ.
  static let tampering: [String] = [
    "UPDATE posting SET amount = amount + 100 WHERE account = (SELECT id FROM account WHERE code = 'PJ-0001.J') AND bookDate = 20543",
    "UPDATE posting SET amount = amount + 100 WHERE account = (SELECT id FROM account WHERE code = 'PJ-0001.D') AND bookDate = 20543; UPDATE accountBalance SET balance = balance + 100 WHERE account = (SELECT id FROM account WHERE code = 'PJ-0001.D')",
    "UPDATE posting SET amount = amount - 100 WHERE account = (SELECT id FROM account WHERE code = '1-1290') AND bookDate = 20543",
    "DELETE FROM posting WHERE account = (SELECT id FROM account WHERE code = 'PJ-0001.J') AND bookDate = 20543; UPDATE accountBalance SET balance = 0 WHERE account = (SELECT id FROM account WHERE code = 'PJ-0001.J')",
    "UPDATE loanInstallment SET interest = interest + 100 WHERE number = 3",
    "DELETE FROM loanMonth WHERE month = 24314",
    "UPDATE loanMonth SET class = 1 WHERE month = 24314",
    "UPDATE loanMonth SET principal = principal - 1 WHERE month = 24314",
    "UPDATE loanMonth SET principalDue = principalDue - 1 WHERE month = 24314",
    "UPDATE loanMonth SET interestDue = interestDue + 1 WHERE month = 24314",
    "UPDATE loanMonth SET lateFeeCharged = 0 WHERE month = 24314",
    "UPDATE loanMonth SET recognised = recognised + 1 WHERE month = 24314",
    "UPDATE loanMonth SET unearned = 1 WHERE month = 24314",
    "UPDATE loanMonth SET oldestDue = oldestDue + 1 WHERE month = 24314",
    "UPDATE loanMonth SET collateral = 0 WHERE month = 24314",
    "UPDATE loanMonth SET allowance = allowance + 1 WHERE month = 24314",
    "UPDATE loanMonth SET isOwed = 0 WHERE month = 24314",
    "UPDATE loanCollateral SET value = 0",
  ]

  @Test(arguments: tampering) func aTamperedBookDiffers(_ sql: String) throws {
    let (book, number) = try Self.late()
    try book.ledger.close()
    try tamper(with: book.folder, "book.ksp", sql)
    let ledger = try Ledger.open(
      at: book.folder.file(), access: .readOnly, clock: standingClock)
    #expect(try !ledger.explainLoan(number, month("2026-03")).agrees)
    try ledger.close()
  }

  @Test func anOpenMonthIsForetold() throws {
    let (book, number) = try Self.late()
    let foretold = try book.ledger.explainLoan(number, month("2026-04"))
    #expect(foretold.agrees && !foretold.isMonthClosed)
    #expect(foretold.kept == nil && foretold.posted == nil && foretold.provision == nil)
    let line = try #require(book.monthEnd("2026-04").loans.first)
    #expect(line.allowance == foretold.recomputed?.allowance)
    #expect(line.interest == foretold.income?.interest.amount)
    #expect(line.lateFee == foretold.income?.lateFee.amount)
    #expect(line.loanClass == foretold.grade?.loanClass)
  }

  @Test func interestOnReceiptNamesItsVouchersAndTheirReversal() throws {
    let book = try LoanBook()
    let number = try book.lend("flat", 12_000_000)
    try book.monthEnd("2026-01")
    let paid = try book.ledger.repay(1_180_000, loan: number, on: day("2026-02-15")).receipt.entry
    try book.monthEnd("2026-02")
    let february = try book.ledger.explainLoan(number, month("2026-02"))
    #expect(february.receipts.map(\.entry) == [paid])
    #expect(february.receipts.map(\.interest) == [180_000])
    #expect(february.posted == nil && february.agrees)
    _ = try book.ledger.reverse(paid)
    let march = try book.ledger.explainLoan(number, month("2026-03"))
    #expect(march.receipts.map(\.interest) == [-180_000])
    #expect(march.position.daysPastDue == 44)
    #expect(try book.ledger.explainLoan(number, month("2026-02")) == february)
  }

  @Test func interestInAdvanceIsReleasedAsInstallmentsFallDue() throws {
    let book = try LoanBook()
    try book.change("flat") { $0.plan.interestDue = .inAdvance }
    let number = try book.lend("flat", 12_000_000)
    try book.monthEnd("2026-01")
    try book.monthEnd("2026-02")
    let found = try book.ledger.explainLoan(number, month("2026-02"))
    #expect(found.income?.advance.before == 2_160_000)
    #expect(found.income?.advance.amount == -180_000)
    #expect(found.kept?.recognised == 180_000 && found.kept?.unearned == 1_980_000)
    #expect(found.installments.first?.working.basis == .nothing && found.agrees)
  }

  @Test func aNewPlanIsExplainedWithWhatItTookOver() throws {
    let (book, number) = try Self.late()
    _ = try book.ledger.rescheduleLoan(number, on: day("2026-04-01"), count: 24)
    let found = try book.ledger.explainLoan(number, month("2026-04"))
    // Two installments, and 17 of the 31 days of the third.
    #expect(found.installments.map(\.carried) == [458_710] && found.agrees)
    #expect(found.installments[0].working.interest == 180_000)
    #expect(found.lateFees?.carried == 40_120)
  }

  @Test func whatEndedOrIsNoLoanHasNothingToExplain() throws {
    let book = try LoanBook()
    let number = try book.lend("flat", 1_200_000)
    try book.monthEnd("2026-01")
    _ = try book.ledger.settleLoan(loan: number, on: day("2026-02-10"))
    try book.monthEnd("2026-02")
    try book.monthEnd("2026-03")
    let february = try book.ledger.explainLoan(number, month("2026-02"))
    #expect(february.receipts.map(\.interest) == [18_000] && february.agrees)
    let march = try book.ledger.explainLoan(number, month("2026-03"))
    #expect(march.installments.isEmpty && march.recomputed == nil && march.kept == nil)
    #expect(march.agrees && march.grade == nil && march.income == nil)
    #expect(refusal { try book.ledger.explainLoan("PJ-0009", month("2026-03")) } == .loanUnknown)
    #expect(try book.ledger.hasLoan(number) && !book.ledger.hasLoan("PJ-0009"))
  }
}
