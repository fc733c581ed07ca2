import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Letting borrowers off late fees and interest: what is owed, the accounts, the card, the reversal.
@Suite struct LoanWaiverTests {
  private let why = EntryNote(memo: "keputusan pengurus 12", recordedBy: "Rina")

  private func book(_ recognition: LoanTerms.Recognition = .onReceipt) throws -> LoanBook {
    let book = try LoanBook()
    try book.change("flat") { terms in
      terms.recognition = recognition
      terms.lateFee = LateFeeRule(
        base: .arrears, charge: .share(.percent("0.1")), period: .day)
    }
    _ = try book.lend("flat", 1_200_000, count: 12, on: "2026-01-15")
    return book
  }

  @Test("K8: a late fee is waived first, then interest, and the card says so")
  func whatIsOwed() throws {
    let book = try book()
    let ledger = book.ledger
    // 118,000 due on 15 February, ten days late at 0.1 % a day: 1,180.
    let slip = try ledger.waiveLoan(11_180, loan: "PJ-0001", on: day("2026-02-25"), note: why)
    #expect(slip.amount == 11_180 && slip.balance == 1_200_000)
    #expect(slip.parts.map(\.amount) == [1_180, 10_000])
    let card = try ledger.loan("PJ-0001", asOf: day("2026-02-25"))
    #expect(card.position.lateFee == 0 && card.position.dueAmounts.interest == 8_000)
    #expect(card.history.map(\.kind) == [.waiver] && card.history.map(\.entry) == [slip.entry])
    #expect(card.steps.last?.kind == .waived && card.steps.last?.note == "keputusan pengurus 12")
    #expect(card.reconciliation?.interest.waived == 10_000)
    #expect(card.reconciliation?.agrees == true && card.loan.status == .running)
    // On receipt nothing had been booked: no balance changes.
    for code in ["4-1000", "4-1100", "PJ-0001.J", "PJ-0001.D", "5-2900"] {
      #expect(try book.balance(code) == 0, "\(code)")
    }
    let paid = try ledger.repay(loan: "PJ-0001", on: day("2026-02-25"))
    #expect(paid.receipt.amount == 108_000)
    let explained = try ledger.explainLoan("PJ-0001", month("2026-02"))
    #expect(explained.agrees && explained.waivers.map(\.interest) == [10_000])
    #expect(explained.waivers.map(\.lateFee) == [1_180])
    #expect(try ledger.verify().isOK)
  }

  @Test func aReversalLeavesWhatWouldBeWithoutIt() throws {
    let (mistaken, right) = (try book(), try book())
    let slip = try mistaken.ledger.waiveLoan(
      5_000, loan: "PJ-0001", on: day("2026-02-25"), note: why)
    let back = try mistaken.ledger.reverse(slip.entry)
    #expect(back.amount == 5_000 && back.parts.map(\.amount) == slip.parts.map(\.amount))
    #expect(back.reversed?.kind == .waiver)
    for date in try ["2026-02-24", "2026-02-25", "2026-03-31"].map({ try day($0) }) {
      #expect(
        try mistaken.ledger.loanRegister(asOf: date) == right.ledger.loanRegister(asOf: date))
    }
    #expect(try mistaken.ledger.loan("PJ-0001", asOf: day("2026-03-31")).history.isEmpty)
    #expect(try mistaken.ledger.verify().isOK)
  }

  @Test func incomeOfTheYearIsTakenBackAndThatOfEarlierYearsIsAnExpense() throws {
    let book = try book(.onDueDate)
    for text in ["2026-01", "2026-02"] { try book.monthEnd(text) }
    let first = try book.balance("4-1000")
    #expect(first == 18_000)
    _ = try book.ledger.waiveLoan(
      LoanParts(interest: 10_000), loan: "PJ-0001", on: day("2026-03-01"), note: why)
    let (income, receivable) = (try book.balance("4-1000"), try book.balance("PJ-0001.J"))
    #expect(income == 8_000 && receivable == 8_000)
    for number in 3...12 {
      try book.monthEnd("2026-" + (number < 10 ? "0\(number)" : "\(number)"))
    }
    // In the next year what is left of the old one is no income any more.
    let held = try book.balance("PJ-0001.J")
    let before = try book.balance("5-2900")
    let earned = try book.balance("4-1000")
    _ = try book.ledger.waiveLoan(
      LoanParts(interest: 30_000), loan: "PJ-0001", on: day("2027-01-05"), note: why)
    #expect(try book.balance("5-2900") == before + (held.isZero ? 0 : 30_000))
    #expect(try book.balance("4-1000") == earned)
    #expect(try book.ledger.verify().isOK)
  }

  /// The principal of a bullet loan is back, its interest is not due, and the product asks for none:
  /// nothing is owed and yet it ran on.
  @Test("K4.11: a loan that stands at Rp0 is settled without money, and keeps nobody from leaving")
  func standsAtNothing() throws {
    func book() throws -> LoanBook {
      let book = try LoanBook()
      try book.change("flat") { terms in
        terms.plan.method = .bullet
        terms.plan.interestDue = .atEnd
        terms.allocation = [.principal, .interest, .lateFee]
        terms.settlement = SettlementRule(interest: .none)
      }
      _ = try book.lend("flat", 1_200_000, count: 6, on: "2026-01-15")
      _ = try book.ledger.repay(
        1_200_000, loan: "PJ-0001", on: day("2026-01-20"), choices: RepaymentChoices(settles: false)
      )
      #expect(try book.ledger.loan("PJ-0001", asOf: day("2026-01-20")).loan.status == .running)
      return book
    }
    let counter = try book()
    let receipt = try counter.ledger.settleLoan(loan: "PJ-0001", on: day("2026-01-21"))
    #expect(receipt.receipt.amount == 0 && receipt.outstanding == 0)
    #expect(try counter.ledger.loan("PJ-0001", asOf: day("2026-01-21")).loan.status == .settled)
    #expect(try counter.ledger.verify().isOK)
    let leaving = try book()
    _ = try leaving.ledger.endMembership(of: "0001", on: day("2026-01-21"))
    #expect(try leaving.ledger.loan("PJ-0001", asOf: day("2026-01-21")).loan.status == .settled)
    #expect(try leaving.ledger.verify().isOK)
  }

  @Test("K4.12: the card shows every payment with its voucher, also under earlier plans")
  func cardUnderSeveralPlans() throws {
    let book = try LoanBook()
    try book.change("menurun") { $0.prepayment = .smallerInstallments }
    let number = try book.lend("menurun", 12_000_000, count: 12, on: "2026-01-15")
    let first = try book.ledger.repay(loan: number, on: day("2026-02-15")).receipt.entry
    let ahead = try book.ledger.repay(3_165_000, loan: number, on: day("2026-03-15")).receipt.entry
    let third = try book.ledger.repay(loan: number, on: day("2026-04-15")).receipt.entry
    let status = try book.ledger.loan(number, asOf: day("2026-04-20"))
    #expect(status.history.map(\.entry) == [first, ahead, third])
    #expect(status.history.map(\.plan) == [1, 1, 2])
    let sums = try #require(status.reconciliation)
    #expect(sums.agrees && sums.principal.planned == 12_000_000)
    #expect(sums.principal.owed == status.position.outstanding)
    #expect(sums.interest.owed == status.position.owed.interest)
    #expect(
      sums.interest.paid == status.history.reduce(.zero) { Rupiah(sen: $0.sen + $1.interest.sen) })
    // A new plan afterwards keeps all of them, and a settlement says what is no longer asked for.
    _ = try book.ledger.rescheduleLoan(number, on: day("2026-04-20"), count: 6)
    let settled = try book.ledger.settleLoan(loan: number, on: day("2026-05-01")).receipt.entry
    let end = try book.ledger.loan(number, asOf: day("2026-05-01"))
    #expect(end.history.map(\.entry) == [first, ahead, third, settled])
    #expect(end.history.map(\.plan) == [1, 1, 2, 3])
    #expect(end.reconciliation?.agrees == true && end.reconciliation?.principal.owed == 0)
    // What was known before the third payment shows two.
    let known = try book.ledger.loan(
      number, asOf: day("2026-04-20"), asRecordedThrough: .entry(ahead))
    #expect(known.history.map(\.entry) == [first, ahead])
  }
}
