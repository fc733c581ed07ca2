import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// What a loan goes beyond, as programs that embed the book hear of it.
@Suite struct GrantingRulesTests {
  private typealias Code = LedgerWarning.Code

  /// Own capital is 500 million: one borrower may owe 75 million.
  private func ask(
    _ book: LoanBook, _ amount: Rupiah, rate: String? = nil, dryRun: Bool = false
  ) throws -> Loan {
    try book.ledger.applyForLoan(
      LoanApplication(
        member: "0001", product: "flat", amount: amount,
        rate: rate.map { try Rate(parsing: $0) }, date: day("2026-01-15")), dryRun: dryRun)
  }

  @Test("K3.7: an application hears of the lending limit and the rate cap, a rehearsal too")
  func applications() throws {
    let book = try LoanBook()
    #expect(try ask(book, 75_000_000, dryRun: true).warnings.isEmpty)
    #expect(try ask(book, 75_000_001, dryRun: true).warnings.map(\.code) == [.loanAboveLimit])
    let loan = try ask(book, 80_000_000, rate: "3%/month")
    #expect(loan.warnings.map(\.code) == [.rateAboveCap, .loanAboveLimit])
    #expect(try book.ledger.loan(loan.number, asOf: day("2026-01-15")).loan.warnings.isEmpty)
    let granted = try book.ledger.approveLoan(
      loan.number, offer: LoanOffer(amount: 70_000_000), on: day("2026-01-16"))
    #expect(granted.warnings.map(\.code) == [.rateAboveCap])
  }

  @Test("K3.7: what the borrower owes already counts, the loan that is paid off does not")
  func disbursements() throws {
    let book = try LoanBook()
    let first = try book.lend("flat", 60_000_000)
    let second = try ask(book, 30_000_000)
    #expect(second.warnings.map(\.code) == [.loanAboveLimit])
    let beside = try book.ledger.disburse(second.number, on: day("2026-01-20"), dryRun: true)
    #expect(beside.receipt.warnings.map(\.code).contains(.loanAboveLimit))
    let third = try ask(book, 70_000_000)
    let topUp = try book.ledger.disburse(
      third.number, on: day("2026-01-20"), payingOff: [first])
    #expect(topUp.receipt.warnings.isEmpty)
    #expect(try book.ledger.verify().isOK)
  }

  @Test("K3.8: rounding that raises the effective rate is pointed out where money is promised")
  func rounding() throws {
    let book = try LoanBook()
    try book.change("flat") { $0.plan.interestRounding = try Rounding(.up, to: 1_000) }
    let loan = try ask(book, 100_000)
    #expect(loan.warnings.map(\.code) == [.roundingRaisesRate])
    let paid = try book.ledger.disburse(loan.number, on: day("2026-01-20"))
    #expect(paid.receipt.warnings.map(\.code) == [.roundingRaisesRate])
  }

  @Test("K2: a rehearsal says that a date is ahead, or in another month")
  func dates() throws {
    let ledger = try makeBook(try TestFolder())
    try ledger.join("0001")
    func codes(_ date: String, dryRun: Bool = true) throws -> [Code] {
      try ledger.deposit(
        5_000, member: "0001", on: day(date),
        note: EntryNote(exceptions: .futureDate), dryRun: dryRun
      ).warnings.map(\.code)
    }
    let today = try ledger.today()
    #expect(try codes(today.description) == [])
    #expect(try codes("2026-02-10") == [.dateOtherMonth])
    #expect(try codes(today.adding(days: 1).description) == [.dateAhead])
    #expect(try codes("2026-02-10", dryRun: false) == [])
  }

  @Test("The next sensible step of a book is a rule of the library")
  func nextSteps() throws {
    let ledger = try makeBook(try TestFolder())
    func next() throws -> Remedy? { try ledger.status().nextStep }
    #expect(try next() == .member(.add))
    try ledger.join("0001")
    #expect(try next() == .savings(.deposit(nil)))
    _ = try ledger.deposit(5_000, member: "0001", on: day("2026-01-05"))
    #expect(try next() == .book(.backUp))
    _ = try ledger.deposit(5_000, member: "0001", on: day("2026-02-05"))
    #expect(try next() == .month(.preview(try month("2026-01"))))
  }
}
