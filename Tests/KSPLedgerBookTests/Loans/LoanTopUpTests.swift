import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// A new loan that pays off an old one (kompensasi): one voucher, two cards.
@Suite struct LoanTopUpTests {
  private func book(_ recognition: LoanTerms.Recognition = .onReceipt) throws -> LoanBook {
    let book = try LoanBook()
    try book.change("flat") { terms in
      terms.recognition = recognition
      terms.settlement = SettlementRule(interest: .installments(1), penalty: .percent("1"))
      terms.fees = [
        LoanFee(
          code: "provisi", charge: .share(.percent("1")),
          target: .account(AccountCode("4-1110")))
      ]
    }
    _ = try book.lend("flat", 1_200_000, count: 12, on: "2026-01-15")
    _ = try book.ledger.repay(118_000, loan: "PJ-0001", on: day("2026-02-15"))
    return book
  }

  private func application(_ amount: Rupiah = 3_000_000) throws -> LoanApplication {
    LoanApplication(
      member: "0001", product: "flat", amount: amount, count: 12, date: try day("2026-02-20"))
  }

  @Test(
    "K4: a new loan pays off the old one at its settlement sum, and the member takes the rest",
    arguments: LoanTerms.Recognition.allCases)
  func oneVoucher(_ recognition: LoanTerms.Recognition) throws {
    let book = try book(recognition)
    let ledger = book.ledger
    if recognition != .onReceipt { try book.monthEnd("2026-01") }
    let quote = try ledger.settlementQuote(of: "PJ-0001", on: day("2026-02-20"))
    // 1,100,000 of principal, one installment's interest, 1 % for settling early.
    #expect(quote.total == 1_129_000)
    let cash = try book.balance("1-1000")
    let paid = try ledger.disburse(
      application(), payingOff: ["PJ-0001"], reference: "T1")
    let (loan, receipt) = (paid.loan, paid.receipt)
    #expect(receipt.amount == 1_841_000)
    #expect(receipt.deductions.map(\.amount) == [30_000, 1_129_000])
    #expect(receipt.deductions.last?.name.english == "settling PJ-0001")
    #expect(try book.balance("1-1000") == cash - receipt.amount)
    let old = try ledger.loan("PJ-0001", asOf: day("2026-02-20"))
    #expect(old.loan.status == .settled && old.steps.last?.entry == receipt.entry)
    #expect(old.history.last?.entry == receipt.entry && old.history.last?.principal == 1_100_000)
    #expect(old.reconciliation?.agrees == true)
    let new = try ledger.loan(loan.number, asOf: day("2026-02-20"))
    #expect(new.loan.status == .running && new.position.outstanding == 3_000_000)
    // The same again is answered, another loan under the reference is not.
    let again = try ledger.disburse(
      application(), payingOff: ["PJ-0001"], reference: "T1")
    #expect(again.receipt.isReplay && again.receipt.amount == receipt.amount)
    #expect(
      refusal { try ledger.disburse(application(), reference: "T1") }
        == .referenceReused)
    try book.monthEnd(recognition == .onReceipt ? "2026-01" : "2026-02")
    #expect(try ledger.explainLoan("PJ-0001", month("2026-02")).agrees)
    #expect(try ledger.verify().isOK)
  }

  @Test func takingItBackLeavesBothAsTheyWere() throws {
    let (mistaken, right) = (try book(), try book())
    let receipt = try mistaken.ledger.disburse(application(), payingOff: ["PJ-0001"]).receipt
    let back = try mistaken.ledger.reverse(receipt.entry)
    #expect(back.amount == receipt.amount && back.deductions == receipt.deductions)
    #expect(back.parts.map(\.amount) == [3_000_000] && back.reversed?.loan == "PJ-0002")
    let old = try mistaken.ledger.loan("PJ-0001", asOf: day("2026-03-31"))
    let wanted = try right.ledger.loan("PJ-0001", asOf: day("2026-03-31"))
    #expect(old.position == wanted.position && old.history == wanted.history)
    #expect(old.loan.status == .running)
    #expect(try mistaken.ledger.loan("PJ-0002", asOf: day("2026-02-21")).loan.status == .applied)
    for code in ["1-1000", "4-1000", "4-1100", "4-1110", "PJ-0001"] {
      #expect(try mistaken.balance(code) == right.balance(code), "\(code)")
    }
    #expect(try mistaken.ledger.verify().isOK)
  }

  @Test func whatStandsOnItKeepsIt() throws {
    let book = try book()
    let receipt = try book.ledger.disburse(application(), payingOff: ["PJ-0001"]).receipt
    _ = try book.ledger.repay(loan: "PJ-0002", on: day("2026-03-20"))
    #expect(refusal { try book.ledger.reverse(receipt.entry) } == .loanLaterEvents)
    // The payment on the old loan from before stands under the settlement.
    #expect(refusal { try book.ledger.reverse(EntryNumber(3)) } == .loanLaterEvents)
  }

  @Test func whatCannotBe() throws {
    let book = try book()
    let ledger = book.ledger
    #expect(
      refusal { try ledger.disburse(application(1_100_000), payingOff: ["PJ-0001"]) }
        == .loanTopUpTooSmall)
    let other = try book.lend("flat", 1_200_000, to: "0002", count: 12, on: "2026-02-15")
    #expect(
      refusal { try ledger.disburse(application(), payingOff: [other]) } == .loanOfAnotherMember)
    #expect(
      refusal { try ledger.disburse(application(), payingOff: ["PJ-0009"]) } == .loanUnknown)
    _ = try ledger.settleLoan(loan: "PJ-0001", on: day("2026-02-19"))
    #expect(
      refusal { try ledger.disburse(application(), payingOff: ["PJ-0001"]) } == .loanNotAtStep)
  }
}
