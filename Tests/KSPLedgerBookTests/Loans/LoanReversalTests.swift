import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// A reversed entry of a loan has never been, on every day that is open.
@Suite struct LoanReversalTests {
  /// A payment that went into savings is taken back; the settlement after it stays as it is.
  @Test func aSettlementIsNotDividedAgain() throws {
    let book = try LoanBook()
    try book.change("flat") { $0.prepayment = .savings(product: "sukarela") }
    let ledger = book.ledger
    let number = try book.lend("flat", 5_000_000, count: 5, on: "2026-01-05")
    let wrong = try ledger.repay(
      300_000, loan: number, on: day("2026-01-10"), choices: RepaymentChoices(settles: false))
    #expect(wrong.intoSavings == 300_000)
    _ = try ledger.settleLoan(loan: number, on: day("2026-01-15"))
    let income = try book.balance("4-1000")
    _ = try ledger.reverse(wrong.receipt.entry)
    #expect(try book.balance("SUK-0001") == 0)
    #expect(try book.balance("\(number)") == 0)
    #expect(try book.balance("4-1000") == income && income.isPositive)
    #expect(try ledger.loan(number).loan.status == .settled)
    #expect(try ledger.verify().isOK)
  }

  /// Books the same events with and without a mistake in between, and compares every day.
  private func compare(
    _ first: LoanBook, _ second: LoanBook, from start: String, through end: String
  ) throws {
    var date = try day(start)
    while date <= (try day(end)) {
      let (left, right) = (
        try first.ledger.loanRegister(asOf: date), try second.ledger.loanRegister(asOf: date)
      )
      #expect(left == right && left.agrees, "\(date)")
      date = try date.adding(days: 1)
    }
  }

  private func book() throws -> LoanBook {
    let book = try LoanBook()
    try book.change("flat") { terms in
      terms.lateFee = LateFeeRule(
        base: .arrears, charge: .share(.percent("0.1")), period: .day)
    }
    _ = try book.lend("flat", 12_000_000)
    return book
  }

  @Test func aPaymentEnteredAgainCountsAlone() throws {
    let (mistaken, right) = (try book(), try book())
    let wrong = try mistaken.ledger.repay(1_810_000, loan: "PJ-0001", on: day("2026-02-20"))
    _ = try mistaken.ledger.reverse(wrong.receipt.entry)
    for book in [mistaken, right] {
      _ = try book.ledger.repay(1_180_000, loan: "PJ-0001", on: day("2026-02-22"))
    }
    try compare(mistaken, right, from: "2026-02-01", through: "2026-03-31")
    #expect(try mistaken.ledger.verify().isOK)
  }

  @Test func aLoanPaidOutAgainMayBeDatedEarlier() throws {
    let (mistaken, right) = (try LoanBook(), try LoanBook())
    for book in [mistaken, right] {
      _ = try book.ledger.applyForLoan(
        LoanApplication(
          member: "0001", product: "flat", amount: 12_000_000, date: day("2026-01-10")))
    }
    let wrong = try mistaken.ledger.disburse("PJ-0001", on: day("2026-01-20")).receipt.entry
    _ = try mistaken.ledger.reverse(wrong)
    for book in [mistaken, right] {
      _ = try book.ledger.disburse("PJ-0001", on: day("2026-01-15"))
      _ = try book.ledger.repay(loan: "PJ-0001", on: day("2026-02-15"))
    }
    try compare(mistaken, right, from: "2026-01-11", through: "2026-03-31")
    #expect(try mistaken.ledger.verify().isOK)
  }

  /// What a closed month said stays; the open month begins as if the payment had never been.
  @Test func aPaymentOfAClosedMonthEndsWithIt() throws {
    let book = try book()
    let wrong = try book.ledger.repay(1_180_000, loan: "PJ-0001", on: day("2026-02-15"))
    try book.monthEnd("2026-01")
    try book.monthEnd("2026-02")
    let before = try book.ledger.loanRegister(asOf: day("2026-02-28"))
    #expect(
      refusal { try book.ledger.reverse(wrong.receipt.entry, on: day("2026-03-02")) }
        == .loanReversalDate)
    let reversal = try book.ledger.reverse(wrong.receipt.entry)
    #expect(reversal.bookDate == (try day("2026-03-01")))
    #expect(try book.ledger.loanRegister(asOf: day("2026-02-28")) == before)
    let owed = try book.ledger.loan("PJ-0001", asOf: day("2026-03-01")).position
    #expect(owed.outstanding == 12_000_000)
    // 1,180 for each of the 14 days since the 15th.
    #expect(owed.lateFee == 16_520)
    #expect(try book.ledger.loanRegister(asOf: day("2026-03-01")).agrees)
    #expect(try book.ledger.verify().isOK)
  }

  @Test func aReversalIsRepeatedUnderItsReference() throws {
    let book = try book()
    let wrong = try book.ledger.repay(1_180_000, loan: "PJ-0001", on: day("2026-02-15"))
    let note = EntryNote(reference: "B-1")
    let first = try book.ledger.reverse(wrong.receipt.entry, note: note)
    try book.monthEnd("2026-01")
    try book.monthEnd("2026-02")
    let again = try book.ledger.reverse(wrong.receipt.entry, note: note)
    #expect(again.isReplay && again.entry == first.entry && again.bookDate == first.bookDate)
    #expect(refusal { try book.ledger.reverse(wrong.receipt.entry) } == .entryAlreadyReversed)
  }
}
