import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Interest that was cut in advance comes back by a rule of the product.
@Suite struct LoanAdvanceTests {
  /// 6,000,000 flat in 6 at 1.5 % a month, all interest cut: 540,000, 90,000 a month.
  private func book(
    returns: Bool, _ prepayment: Prepayment = .nextInstallments
  ) throws -> LoanBook {
    let book = try LoanBook()
    try book.change("flat") { terms in
      terms.plan.interestDue = .inAdvance
      terms.prepayment = prepayment
      terms.settlement = SettlementRule(interest: .none, returnsAdvance: returns)
    }
    _ = try book.lend("flat", 6_000_000, count: 6, on: "2026-01-15")
    return book
  }

  @Test("K4: settled early, whole months that have not begun come back, if the product says so")
  func settled() throws {
    let book = try book(returns: true)
    let ledger = book.ledger
    #expect(try book.balance("2-1700") == 540_000)
    try book.monthEnd("2026-01")
    // Two months have begun by 20 February; on 15 February only the first.
    #expect(try ledger.settlementQuote(of: "PJ-0001", on: day("2026-02-15")).returned == 450_000)
    let quote = try ledger.settlementQuote(of: "PJ-0001", on: day("2026-02-20"))
    #expect(quote.returned == 360_000 && quote.total == 5_640_000)
    let receipt = try ledger.settleLoan(loan: "PJ-0001", on: day("2026-02-20"))
    #expect(receipt.receipt.amount == 5_640_000 && receipt.returned == 360_000)
    try book.monthEnd("2026-02")
    // What did not come back is income.
    #expect(try book.balance("2-1700") == .zero && book.balance("4-1000") == 180_000)
    let explained = try ledger.explainLoan("PJ-0001", month("2026-02"))
    #expect(explained.agrees && explained.returned == 360_000)
    #expect(try ledger.loan("PJ-0001", asOf: day("2026-02-28")).reconciliation?.agrees == true)
    #expect(try ledger.verify().checks.filter { $0.count > 0 } == [])
    // Taken back in the next month it is unearned again.
    _ = try ledger.reverse(receipt.receipt.entry)
    try book.monthEnd("2026-03")
    let plain = try self.book(returns: true)
    for text in ["2026-01", "2026-02", "2026-03"] { try plain.monthEnd(text) }
    for code in ["2-1700", "4-1000", "PJ-0001"] {
      #expect(try book.balance(code) == plain.balance(code), "\(code)")
    }
    #expect(try ledger.verify().checks.filter { $0.count > 0 } == [])
  }

  @Test("Interest cut in advance with sen is earned whole with the last installment")
  func sen() throws {
    let book = try LoanBook()
    try book.change("flat") { terms in
      terms.plan.interestDue = .inAdvance
      terms.plan.interestRounding = try Rounding(.halfUp, to: Rupiah(sen: 1))
    }
    // 1.5 % of 1,000,050 is 15,000.75.
    _ = try book.lend("flat", 1_000_050, count: 1, on: "2026-01-21")
    #expect(try book.balance("2-1700") == Rupiah(sen: 1_500_075))
    for text in ["2026-01", "2026-02", "2026-03"] { try book.monthEnd(text) }
    #expect(try book.balance("2-1700") == .zero)
    #expect(try book.balance("4-1000") == Rupiah(sen: 1_500_075))
    #expect(try book.ledger.verify().isOK)
  }

  @Test("K4: nothing comes back unless the product says so")
  func kept() throws {
    let book = try book(returns: false)
    let quote = try book.ledger.settlementQuote(of: "PJ-0001", on: day("2026-02-20"))
    #expect(quote.returned == .zero && quote.total == 6_000_000)
    _ = try book.ledger.settleLoan(loan: "PJ-0001", on: day("2026-02-20"))
    try book.monthEnd("2026-01")
    try book.monthEnd("2026-02")
    #expect(try book.balance("4-1000") == 540_000)
  }

  @Test("K4: paid ahead, what the lower balance does not cost comes back into savings")
  func paidAhead() throws {
    let book = try book(returns: true, .smallerInstallments)
    let ledger = book.ledger
    _ = try ledger.repay(1_000_000, loan: "PJ-0001", on: day("2026-02-15"))
    // Five months of 90,000 have not begun; on 2,500,000 they cost 37,500 each.
    let receipt = try ledger.repay(
      2_500_000, loan: "PJ-0001", on: day("2026-02-15"), choices: RepaymentChoices(settles: false))
    #expect(receipt.returned == 262_500 && receipt.intoSavings == 262_500)
    #expect(receipt.receipt.amount == 2_500_000)
    #expect(try book.balance("SUK-0001") == 262_500)
    try book.monthEnd("2026-01")
    try book.monthEnd("2026-02")
    #expect(try ledger.explainLoan("PJ-0001", month("2026-02")).agrees)
    for text in ["2026-03", "2026-04", "2026-05", "2026-06", "2026-07"] {
      _ = try? ledger.repay(loan: "PJ-0001", on: day("\(text)-15"))
      try book.monthEnd(text)
    }
    #expect(try book.balance("2-1700") == .zero && book.balance("4-1000") == 277_500)
    #expect(try ledger.verify().checks.filter { $0.count > 0 } == [])
  }
}
