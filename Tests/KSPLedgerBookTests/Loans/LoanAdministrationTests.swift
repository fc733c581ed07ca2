import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// The third part of an installment in a book: owed, paid, shown and proved like the other two.
@Suite struct LoanAdministrationTests {
  /// 1,200,000 flat in 12 at 1.5 %: 118,000 an installment, lifted to 120,000.
  private func book(
    _ recognition: LoanTerms.Recognition = .onReceipt,
    _ edit: (inout LoanTerms) throws -> Void = { _ in }
  ) throws -> LoanBook {
    let book = try LoanBook()
    try book.change("flat") { terms in
      terms.plan.administration = .roundingUp(to: 10_000)
      terms.administrationIncome = AccountCode("4-1200")
      terms.recognition = recognition
      terms.settlement = SettlementRule(interest: .installments(1))
      try edit(&terms)
    }
    _ = try book.lend("flat", 1_200_000, count: 12, on: "2026-01-15")
    return book
  }

  private func parts(_ receipt: LoanReceipt) -> [LoanComponent: Rupiah] {
    Dictionary(receipt.parts.map { ($0.component, $0.amount) }) { (try? $0 + $1) ?? $0 }
  }

  @Test(
    "K1.8: it is owed with the installment and income when it is received",
    arguments: LoanTerms.Recognition.allCases)
  func anInstallment(_ recognition: LoanTerms.Recognition) throws {
    let book = try book(recognition)
    let ledger = book.ledger
    let status = try ledger.loan("PJ-0001", asOf: day("2026-02-15"))
    #expect(status.installments.map(\.total).allSatisfy { $0 == 120_000 })
    #expect(status.position.totalDue == 120_000)
    try book.monthEnd("2026-01")
    let receipt = try ledger.repay(loan: "PJ-0001", on: day("2026-02-15"))
    #expect(receipt.receipt.amount == 120_000)
    #expect(
      parts(receipt) == [.interest: 18_000, .administration: 2_000, .principal: 100_000])
    #expect(try book.balance("4-1200") == 2_000 && book.balance("PJ-0001.A") == .zero)
    #expect(receipt.next?.total == 120_000)
    try book.monthEnd("2026-02")
    let explained = try ledger.explainLoan("PJ-0001", month("2026-02"))
    #expect(explained.agrees && explained.receipts.first?.administration == 2_000)
    let card = try ledger.loan("PJ-0001", asOf: day("2026-02-28"))
    #expect(card.history.first?.administration == 2_000 && card.reconciliation?.agrees == true)
    #expect(card.reconciliation?.administration.owed == 22_000)
    let list = try ledger.dueInstallments(in: BookPeriod(month("2026-03")))
    #expect(list.rows.map { $0.open.administration } == [2_000])
    #expect(try ledger.verify().checks.filter { $0.count > 0 } == [])
  }

  @Test("K1.8: the order names it, and keeps its place")
  func order() throws {
    let book = try book { $0.allocation = [.administration, .principal, .interest, .lateFee] }
    let receipt = try book.ledger.repay(50_000, loan: "PJ-0001", on: day("2026-02-15"))
    #expect(parts(receipt) == [.administration: 2_000, .principal: 48_000])
    let first = try self.book { $0.allocation = [.lateFee, .interest, .principal] }
    let other = try first.ledger.repay(19_000, loan: "PJ-0001", on: day("2026-02-15"))
    #expect(parts(other) == [.interest: 18_000, .administration: 1_000])
  }

  @Test("K1.8: parts that are said are kept, within what is owed")
  func saidParts() throws {
    let book = try book()
    let receipt = try book.ledger.repay(
      loan: "PJ-0001", on: day("2026-02-15"),
      saying: LoanParts(administration: 2_000, principal: 5_000))
    #expect(parts(receipt) == [.administration: 2_000, .principal: 5_000])
    #expect(
      refusal {
        try book.ledger.repay(
          loan: "PJ-0001", on: day("2026-02-16"), saying: LoanParts(administration: 22_001))
      } == .loanPartTooLarge)
    #expect(try book.ledger.verify().isOK)
  }

  @Test("K1.8, K4.1: entered late or taken back, it goes where the days put it")
  func lateEntries() throws {
    let (mixed, ordered) = (try book(), try book())
    _ = try mixed.ledger.repay(19_500, loan: "PJ-0001", on: day("2026-03-20"))
    let early = try mixed.ledger.repay(119_500, loan: "PJ-0001", on: day("2026-02-15"))
    // 18,000 and 1,500 of it before; then 500 of principal, 18,000 and 1,000.
    #expect(
      early.reallocations.map(\.change) == [LoanParts(administration: -500, principal: 500)])
    let wrong = try mixed.ledger.repay(7_000, loan: "PJ-0001", on: day("2026-02-20"))
    _ = try mixed.ledger.reverse(wrong.receipt.entry)
    _ = try ordered.ledger.repay(119_500, loan: "PJ-0001", on: day("2026-02-15"))
    _ = try ordered.ledger.repay(19_500, loan: "PJ-0001", on: day("2026-03-20"))
    for date in try [day("2026-02-20"), day("2026-03-31")] {
      let (left, right) = (
        try mixed.ledger.loan("PJ-0001", asOf: date), try ordered.ledger.loan("PJ-0001", asOf: date)
      )
      #expect(left.position == right.position && left.payments == right.payments)
    }
    #expect(try mixed.balance("4-1200") == ordered.balance("4-1200"))
    #expect(try mixed.ledger.verify().checks.filter { $0.count > 0 } == [])
  }

  @Test("K1.8: settling asks only for what is due of it; a new plan carries it")
  func settlingAndRescheduling() throws {
    let book = try book()
    let quote = try book.ledger.settlementQuote(of: "PJ-0001", on: day("2026-02-20"))
    // The whole principal, the interest due and that of the running period, one administration.
    #expect(quote.administration == 2_000 && quote.total == 1_238_000)
    let moved = try book.ledger.rescheduleLoan("PJ-0001", on: day("2026-02-20"), count: 10)
    let first = moved.installments[0]
    // 120,000 principal, its own interest and what was unpaid, lifted to the step, and 2,000.
    #expect(
      try (first.principal + first.interest + first.administration).sen % 1_000_000 == 200_000)
    let again = try book.ledger.settlementQuote(of: "PJ-0001", on: day("2026-02-21"))
    #expect(again.administration == 2_000)
    let receipt = try book.ledger.settleLoan(loan: "PJ-0001", on: day("2026-02-21"))
    #expect(parts(receipt)[.administration] == 2_000)
    #expect(try book.balance("4-1200") == 2_000)
    #expect(try book.ledger.verify().checks.filter { $0.count > 0 } == [])
  }

  @Test("K1.8: a loan has its own, and what was not agreed on is the product's")
  func overridden() throws {
    let book = try book()
    let asked = LoanApplication(
      member: "0002", product: "flat", amount: 1_200_000, count: 12, date: try day("2026-01-20"),
      administration: .fixed(500))
    let loan = try book.ledger.applyForLoan(asked)
    #expect(loan.terms.plan.administration == .fixed(500))
    let granted = try book.ledger.approveLoan(
      loan.number, offer: LoanOffer(administration: .nothing),
      on: day("2026-01-20"))
    #expect(granted.terms.plan.administration == .nothing)
    _ = try book.ledger.disburse(loan.number, on: day("2026-01-21"))
    let card = try book.ledger.loan(loan.number, asOf: day("2026-01-31"))
    #expect(card.installments.allSatisfy { $0.administration.isZero })
    #expect(try book.ledger.verify().isOK)
  }

  @Test("K1.8: a takeover brings it along, and a payroll list with those totals comes out even")
  func takeover() throws {
    let (folder, ledger) = try LoanOpeningTests.book()
    defer { withExtendedLifetime(folder) {} }
    _ = try ledger.importLoans(
      csv: """
        No. Pinjaman;No. Anggota;Produk;Plafon;Tgl Cair;Jangka Waktu;Suku Jasa;Administrasi;Sisa Pokok;Lunas Sampai
        P-1;0001;flat;1.200.000;15/10/2025;12;1,5%/bulan;888;1.000.000;15/12/2025

        """, file: "pinjaman.csv", on: day("2025-12-31"))
    let card = try ledger.loan("P-1", asOf: day("2026-01-15"))
    #expect(card.installments.allSatisfy { $0.administration == 888 })
    #expect(card.position.dueAmounts.total == 118_888)
    let report = try ledger.importRepayments(
      csv: "loan,amount\nP-1,118888\n", file: "gaji.csv", on: day("2026-01-15"),
      from: AccountCode("1-1400"))
    #expect(parts(report.rows[0])[.administration] == 888)
    #expect(report.rows[0].next?.total == 118_888)
    #expect(try ledger.verify().checks.filter { $0.count > 0 } == [])
  }
}
