import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Entering payments late, and taking one of them back, leaves what entering them by date would.
@Suite struct LoanOrderTests {
  private func book(_ edit: (inout LoanTerms) -> Void = { _ in }) throws -> LoanBook {
    let book = try LoanBook()
    try book.change("flat") { terms in
      terms.plan.rate = try Rate(parsing: "1.5%/month")
      terms.lateFee = LateFeeRule(
        base: .arrears, charge: .share(.percent("0.1")), period: .day)
      edit(&terms)
    }
    return book
  }

  @Test("K4.1: a slip that is found late takes the late fee away, and it serves the loan")
  func aLateFeeComesBackToTheLoan() throws {
    let book = try book()
    let number = try book.lend("flat", 12_000_000, count: 6, on: "2026-02-05")
    let first = try book.ledger.repay(2_223_600, loan: number, on: day("2026-03-25"))
    #expect(first.parts.first == .init(installment: 0, component: .lateFee, amount: 43_600))
    #expect(try book.balance("4-1100") == 43_600)
    let slip = try book.ledger.repay(2_180_000, loan: number, on: day("2026-03-05"))
    #expect(slip.parts.map(\.installment) == [1, 1])
    let status = try book.ledger.loan(number, asOf: day("2026-03-31"))
    #expect(status.position.lateFeeCharged == .zero)
    #expect(status.payments.map(\.lateFee) == [.zero, .zero])
    #expect(status.payments.map(\.principal) == [2_000_000, 2_000_000])
    #expect(status.payments.map(\.interest) == [180_000, 223_600])
    #expect(status.position.open.first?.interest == 136_400)
    #expect(try book.balance("4-1100") == .zero)
    #expect(try book.balance("4-1000") == 403_600)
    // The correcting entry is visible, linked, and on the card.
    let change = try #require(slip.reallocations.first)
    #expect(change.payment == first.receipt.entry)
    #expect(try change.date == day("2026-03-25"))
    #expect(change.change.lateFee == -43_600)
    #expect(status.reallocations == slip.reallocations)
    #expect(try book.ledger.entry(change.entry).kind == .reallocation)
    #expect(try book.ledger.verify().checks.filter { $0.count > 0 } == [])
    try book.monthEnd("2026-01")
    try book.monthEnd("2026-02")
    try book.monthEnd("2026-03")
    let explained = try book.ledger.explainLoan(number, month("2026-03"))
    #expect(explained.agrees)
    #expect(try book.ledger.verify().isOK)
  }

  @Test("K4.1: no part of a late fee belongs to nobody")
  func aPartOfALateFeeComesBack() throws {
    let book = try book { terms in
      terms.plan.rate = .zero
      terms.lateFee = LateFeeRule(
        base: .arrears, charge: .share(.percent("1")), period: .day)
    }
    // 118,000 a month; due on 10 February.
    let number = try book.lend("flat", 1_180_000, count: 10, on: "2026-01-10")
    _ = try book.ledger.repay(129_800, loan: number, on: day("2026-02-20"))
    #expect(try book.balance("4-1100") == 11_800)
    _ = try book.ledger.repay(118_000, loan: number, on: day("2026-02-11"))
    // One day late is 1,180, and comes first: nine days more on the 1,180 that it leaves are 106.
    let status = try book.ledger.loan(number, asOf: day("2026-02-28"))
    #expect(status.position.lateFeeCharged == 1_286)
    #expect(status.payments.reduce(Int64(0)) { $0 + $1.lateFee.sen } == 128_600)
    #expect(try book.balance("4-1100") == 1_286)
    #expect(status.position.outstanding.sen == 118_000_000 - 24_780_000 + 128_600)
    #expect(try book.ledger.verify().isOK)
  }

  /// The later payment took what was receivable; found afterwards, the earlier one takes it.
  @Test("what is receivable goes to the earlier payment, on every day and beside every month end")
  func receivablesByDay() throws {
    let (mistaken, right) = (try earning(.daily), try earning(.daily))
    let payments: [(Rupiah, String)] = [(700_000, "2026-02-28"), (300_000, "2026-03-05")]
    for (amount, date) in payments {
      _ = try right.ledger.repay(amount, loan: "PJ-0001", on: day(date))
    }
    for (amount, date) in payments.reversed() {
      _ = try mistaken.ledger.repay(amount, loan: "PJ-0001", on: day(date))
    }
    try compare(mistaken, right, ["2026-02-27", "2026-02-28", "2026-03-04", "2026-03-05"])
    for book in [mistaken, right] { try book.monthEnd("2026-02") }
    let receivable = try mistaken.ledger.trialBalance(asOf: day("2026-03-05")).rows
      .first { $0.code.text == "1-1310" }
    // 180,000 of 31 days, of which one has run.
    #expect(receivable?.debit == 5_806)
    try compare(mistaken, right, ["2026-02-28", "2026-03-04", "2026-03-05"])
    for book in [mistaken, right] { try book.monthEnd("2026-03") }
    try compare(mistaken, right, ["2026-02-28", "2026-03-05", "2026-03-31"])
  }

  /// As above, of a payment that was taken back, and where the later payment settles as much as
  /// before: only another installment.
  @Test("what is receivable is right on every day after a payment that was taken back")
  func receivablesAfterReversal() throws {
    for recognition in [LoanTerms.Recognition.daily, .onDueDate] {
      let (mistaken, right) = (try earning(recognition), try earning(recognition))
      let wrong = try mistaken.ledger.repay(1_180_000, loan: "PJ-0001", on: day("2026-02-10"))
      for book in [mistaken, right] {
        _ = try book.ledger.repay(1_180_000, loan: "PJ-0001", on: day("2026-02-28"))
      }
      _ = try mistaken.ledger.reverse(wrong.receipt.entry, on: day("2026-02-10"))
      try compare(mistaken, right, ["2026-02-09", "2026-02-10", "2026-02-27", "2026-02-28"])
      let late = [mistaken, right]
      for book in late {
        _ = try book.ledger.repay(500_000, loan: "PJ-0001", on: day("2026-02-20"))
      }
      try compare(mistaken, right, ["2026-02-20", "2026-02-28"])
      for book in late { try book.monthEnd("2026-02") }
      try compare(mistaken, right, ["2026-02-20", "2026-02-28"])
    }
  }

  /// A loan whose interest a month end makes income, after its first month.
  private func earning(_ recognition: LoanTerms.Recognition) throws -> LoanBook {
    let book = try book { $0.recognition = recognition }
    _ = try book.lend("flat", 12_000_000, on: "2026-01-31")
    try book.monthEnd("2026-01")
    return book
  }

  private func compare(
    _ mistaken: LoanBook, _ right: LoanBook, _ days: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for date in days {
      let (one, other) = (
        try mistaken.ledger.trialBalance(asOf: day(date)),
        try right.ledger.trialBalance(asOf: day(date))
      )
      #expect(one.rows == other.rows, "\(date)", sourceLocation: sourceLocation)
    }
    #expect(try mistaken.ledger.verify().isOK, sourceLocation: sourceLocation)
  }

  @Test("K4.2: taking payment 1 back divides payment 2 again")
  func aReversalDividesLaterPaymentsAgain() throws {
    let (mistaken, right) = (try book(), try book())
    for book in [mistaken, right] { _ = try book.lend("flat", 12_000_000) }
    let first = try mistaken.ledger.repay(1_180_000, loan: "PJ-0001", on: day("2026-02-15"))
    for book in [mistaken, right] {
      _ = try book.ledger.repay(1_180_000, loan: "PJ-0001", on: day("2026-03-15"))
    }
    let reversal = try mistaken.ledger.reverse(first.receipt.entry)
    #expect(reversal.following.count == 1)
    #expect(
      try mistaken.ledger.loan("PJ-0001", asOf: day("2026-03-15")).payments
        == right.ledger.loan("PJ-0001", asOf: day("2026-03-15")).payments)
    for code in ["1-1000", "4-1000", "4-1100", "PJ-0001", "PJ-0001.J", "PJ-0001.D"] {
      #expect(try mistaken.balance(code) == right.balance(code), "\(code)")
    }
    #expect(try mistaken.ledger.verify().isOK)
  }

  @Test("K4.2: of a closed month the difference is posted on the first open day")
  func aReversalOfAClosedMonthIsFollowedOnTheFirstOpenDay() throws {
    let book = try book()
    let number = try book.lend("flat", 12_000_000)
    let first = try book.ledger.repay(1_180_000, loan: number, on: day("2026-02-15"))
    let second = try book.ledger.repay(1_180_000, loan: number, on: day("2026-02-20"))
    for month in ["2026-01", "2026-02"] { try book.monthEnd(month) }
    let before = try book.ledger.loan(number, asOf: day("2026-02-28"))
    let reversal = try book.ledger.reverse(first.receipt.entry)
    let entry = try #require(reversal.following.first)
    #expect(try book.ledger.entry(entry).bookDate == day("2026-03-01"))
    #expect(try book.ledger.loan(number, asOf: day("2026-02-28")).payments == before.payments)
    let status = try book.ledger.loan(number, asOf: day("2026-03-01"))
    // Five days at 0.1 % of 1,180,000 on 20 February come first.
    #expect(status.payments.map(\.lateFee) == [5_900])
    #expect(status.reallocations.map(\.payment) == [second.receipt.entry])
    #expect(try book.ledger.verify().isOK)
    try book.monthEnd("2026-03")
    #expect(try book.ledger.explainLoan(number, month("2026-03")).agrees)
    #expect(try book.ledger.verify().isOK)
  }

  @Test("K4.2: what was changed about a payment goes with it")
  func reversingWhatWasReallocated() throws {
    let (mistaken, right) = (try book(), try book())
    for book in [mistaken, right] { _ = try book.lend("flat", 12_000_000) }
    let late = try mistaken.ledger.repay(1_300_000, loan: "PJ-0001", on: day("2026-03-25"))
    for book in [mistaken, right] {
      _ = try book.ledger.repay(1_180_000, loan: "PJ-0001", on: day("2026-02-15"))
    }
    _ = try mistaken.ledger.reverse(late.receipt.entry)
    for code in ["1-1000", "4-1000", "4-1100", "PJ-0001", "PJ-0001.J", "PJ-0001.D"] {
      #expect(try mistaken.balance(code) == right.balance(code), "\(code)")
    }
    #expect(
      try mistaken.ledger.loan("PJ-0001", asOf: day("2026-03-31")).position
        == right.ledger.loan("PJ-0001", asOf: day("2026-03-31")).position)
    #expect(try mistaken.ledger.verify().isOK)
  }

  @Test("K4.1: a printed receipt comes out as it was, with a note of the change")
  func aReceiptStaysAsItWas() throws {
    let book = try book()
    let number = try book.lend("flat", 12_000_000)
    let note = EntryNote(reference: "K-1")
    let first = try book.ledger.repay(1_300_000, loan: number, on: day("2026-03-10"), note: note)
    let slip = try book.ledger.repay(1_180_000, loan: number, on: day("2026-02-15"))
    let again = try book.ledger.repay(1_300_000, loan: number, on: day("2026-03-10"), note: note)
    #expect(again.receipt.isReplay)
    #expect(again.parts == first.parts && again.outstanding == first.outstanding)
    #expect(again.reallocations == slip.reallocations)
    #expect(again.reallocations.map(\.payment) == [first.receipt.entry])
  }

  @Test("K4.6: parts that the payer says stay as they were said")
  func partsThatWereSaidStay() throws {
    let book = try book()
    let number = try book.lend("flat", 12_000_000)
    let said = LoanParts(lateFee: 5_000, interest: 100_000, principal: 900_000)
    let first = try book.ledger.repay(loan: number, on: day("2026-02-25"), saying: said)
    #expect(first.receipt.amount == 1_005_000)
    #expect(
      first.parts == [
        .init(installment: 0, component: .lateFee, amount: 5_000),
        .init(installment: 1, component: .interest, amount: 100_000),
        .init(installment: 1, component: .principal, amount: 900_000),
      ])
    let slip = try book.ledger.repay(1_180_000, loan: number, on: day("2026-02-15"))
    #expect(slip.reallocations.isEmpty)
    let status = try book.ledger.loan(number, asOf: day("2026-02-28"))
    #expect(status.payments.map(\.lateFee) == [.zero, 5_000])
    #expect(try book.ledger.verify().isOK)
    for (parts, code) in [
      (LoanParts(lateFee: 50_000_000), LedgerError.Code.loanPartTooLarge),
      (LoanParts(interest: 50_000_000), .loanPartTooLarge),
      (LoanParts(principal: 12_000_000), .loanPartTooLarge),
      (LoanParts(interest: -1, principal: 2), .loanPartTooLarge), (LoanParts(), .amountNotPositive),
    ] {
      #expect(
        refusal { try book.ledger.repay(loan: number, on: day("2026-03-20"), saying: parts) }
          == code)
    }
    #expect(
      refusal {
        try book.ledger.repay(
          4, loan: number, on: day("2026-03-20"), saying: LoanParts(interest: 5))
      }
        == .loanPartsDiffer)
  }

  @Test("K4.1: what lies between is named")
  func whatLiesBetweenIsNamed() throws {
    let book = try book { $0.prepayment = .smallerInstallments }
    let number = try book.lend("flat", 12_000_000)
    let ahead = try book.ledger.repay(3_000_000, loan: number, on: day("2026-03-16"))
    do {
      _ = try book.ledger.repay(1_180_000, loan: number, on: day("2026-02-15"))
      Issue.record("the plan lies between")
    } catch let error as LedgerError {
      #expect(error.code == .loanDateTooEarly)
      #expect("\(error)".contains(ahead.receipt.entry.description))
    }
    // With the way that it names it works.
    _ = try book.ledger.reverse(ahead.receipt.entry)
    _ = try book.ledger.repay(1_180_000, loan: number, on: day("2026-02-15"))
    _ = try book.ledger.repay(3_000_000, loan: number, on: day("2026-03-16"))
    _ = try book.ledger.settleLoan(loan: number, on: day("2026-03-20"))
    #expect(
      refusal { try book.ledger.repay(1_000, loan: number, on: day("2026-03-19")) }
        == .loanLaterStep)
    #expect(try book.ledger.verify().isOK)
  }

  @Test("K4.1: a later payment that would begin a new plan is named")
  func aPlanThatWouldBeginIsNamed() throws {
    let book = try book { $0.prepayment = .fewerInstallments }
    let number = try book.lend("flat", 12_000_000)
    let later = try book.ledger.repay(loan: number, on: day("2026-03-16"))
    do {
      _ = try book.ledger.repay(1_180_000, loan: number, on: day("2026-02-15"))
      Issue.record("the later payment would be paid ahead")
    } catch let error as LedgerError {
      #expect(error.code == .loanLaterPlan)
      #expect("\(error)".contains(later.receipt.entry.description))
    }
    #expect(try book.ledger.verify().isOK)
  }

  @Test("K4.1: what was left over stays with the loan when money before it is taken back")
  func savingsGiveBack() throws {
    let (mistaken, right) = (try book(), try book())
    for book in [mistaken, right] {
      try book.change("flat") { $0.prepayment = .savings(product: "sukarela") }
      _ = try book.lend("flat", 12_000_000)
    }
    let first = try mistaken.ledger.repay(1_180_000, loan: "PJ-0001", on: day("2026-02-15"))
    for book in [mistaken, right] {
      _ = try book.ledger.repay(2_000_000, loan: "PJ-0001", on: day("2026-03-15"))
    }
    #expect(try mistaken.balance("SUK-0001") == 820_000)
    _ = try mistaken.ledger.reverse(first.receipt.entry)
    for code in ["1-1000", "4-1000", "4-1100", "PJ-0001", "PJ-0001.J", "PJ-0001.D"] {
      #expect(try mistaken.balance(code) == right.balance(code), "\(code)")
    }
    #expect(try mistaken.ledger.verify().isOK)
  }
}
