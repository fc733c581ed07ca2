import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// What happens between asking for a loan and its end besides money: decisions, collateral,
/// guarantors.
@Suite struct LoanApplicationTests {
  private func applied(_ book: LoanBook, guarantors: [Guarantor] = []) throws -> LoanNumber {
    try book.ledger.applyForLoan(
      LoanApplication(
        member: "0001", product: "flat", amount: 12_000_000, count: 12, date: day("2026-01-10"),
        guarantors: guarantors)
    ).number
  }

  @Test("K8: less is granted than was asked for, for another term and rate")
  func approvingLess() throws {
    let book = try LoanBook()
    let ledger = book.ledger
    let number = try applied(book)
    let offer = LoanOffer(
      amount: 8_000_000, count: 10, rate: try Rate(billionths: 12_000_000, per: .month))
    #expect(
      refusal {
        try ledger.approveLoan(number, offer: LoanOffer(amount: 12_000_001), on: day("2026-01-12"))
      } == .loanGrantTooLarge)
    let granted = try ledger.approveLoan(
      number, offer: offer, on: day("2026-01-12"),
      reference: "K1", note: EntryNote(recordedBy: "Ketua"))
    #expect(granted.principal == 8_000_000 && granted.terms.plan.count == 10)
    let again = try ledger.approveLoan(
      number, offer: offer, on: day("2026-01-12"),
      reference: "K1")
    #expect(again == granted)
    // The day before it stood as it had been asked for.
    #expect(try ledger.loan(number, asOf: day("2026-01-11")).loan.principal == 12_000_000)
    let paid = try ledger.disburse(number, on: day("2026-01-15"))
    #expect(paid.receipt.amount == 8_000_000 && paid.receipt.balance == 8_000_000)
    let card = try ledger.loan(number, asOf: day("2026-01-15"))
    #expect(card.installments.count == 10 && card.installments[0].interest == 96_000)
    try book.monthEnd("2026-01")
    #expect(try ledger.verify().isOK)
  }

  @Test("K8: an application is changed and taken back")
  func changingAndWithdrawing() throws {
    let book = try LoanBook()
    let ledger = book.ledger
    let number = try applied(book)
    #expect(
      refusal {
        try ledger.changeLoanApplication(
          number, LoanOffer(amount: 12_000_000), on: day("2026-01-11"))
      } == .loanChangeEmpty)
    let changed = try ledger.changeLoanApplication(
      number, LoanOffer(amount: 15_000_000, purpose: "modal"), on: day("2026-01-11"))
    #expect(changed.principal == 15_000_000 && changed.status == .applied)
    _ = try ledger.approveLoan(number, on: day("2026-01-12"))
    #expect(
      refusal {
        try ledger.changeLoanApplication(number, LoanOffer(amount: 1), on: day("2026-01-12"))
      } == .loanNotAtStep)
    let gone = try ledger.withdrawLoanApplication(
      number, on: day("2026-01-13"), note: EntryNote(memo: "tidak jadi"))
    #expect(gone.status == .withdrawn)
    #expect(refusal { try ledger.disburse(number, on: day("2026-01-14")) } == .loanNotAtStep)
    #expect(try ledger.loans(asOf: day("2026-01-14")).isEmpty)
    #expect(try ledger.loan(number, asOf: day("2026-01-12")).loan.status == .approved)
    #expect(try ledger.verify().isOK)
  }

  @Test("K4: later collateral counts from its day, and is given back with a slip")
  func collateral() throws {
    let book = try LoanBook()
    let ledger = book.ledger
    try book.change("flat") { $0.collectibility = "lima-kelas" }
    let number = try book.lend("flat", 12_000_000, count: 12, on: "2026-01-15")
    for month in 1...5 { try book.monthEnd("2026-0\(month)") }
    // Kurang lancar: 10 % of all of it.
    let before = try ledger.loanRegister(asOf: day("2026-06-01")).rows.first
    #expect(before?.loanClass == .kurangLancar && before?.allowance == 1_200_000)
    let vehicle = Collateral(kind: .vehicle, description: "BPKB H-1", value: 10_000_000)
    let land = Collateral(kind: .land, description: "SHM 12", value: 5_000_000)
    #expect(
      refusal { try ledger.addCollateral([vehicle], to: number, on: day("2026-05-31")) }
        == .periodClosed)
    let slip = try ledger.addCollateral([vehicle, land], to: number, on: day("2026-06-02"))
    #expect(slip.items.map(\.line) == [1, 2] && !slip.isReleased)
    func allowance(_ date: String) throws -> Rupiah? {
      try ledger.loanRegister(asOf: day(date)).rows.first?.allowance
    }
    #expect(try allowance("2026-06-01") == 1_200_000)
    // Half of the vehicle and 60 % of the land are taken off first.
    #expect(try allowance("2026-06-02") == 400_000)
    #expect(
      refusal { try ledger.releaseCollateral(of: number, lines: [1], on: day("2026-06-03")) }
        == .loanCollateralNeeded)
    #expect(
      refusal {
        try ledger.releaseCollateral(
          of: number, lines: [1], on: day("2026-06-03"), whileOwed: true)
      } == .loanReasonMissing)
    #expect(
      refusal { try ledger.releaseCollateral(of: number, lines: [3], on: day("2026-06-03")) }
        == .loanCollateralUnknown)
    let note = EntryNote(reference: "A1", memo: "diganti")
    let back = try ledger.releaseCollateral(
      of: number, lines: [1], on: day("2026-06-03"), whileOwed: true, note: note)
    #expect(back.items.map(\.collateral) == [vehicle] && back.left.map(\.line) == [2])
    let again = try ledger.releaseCollateral(
      of: number, lines: [1], on: day("2026-06-03"), whileOwed: true, note: note)
    #expect(again.items == back.items)
    #expect(try allowance("2026-06-03") == 900_000 && allowance("2026-06-02") == 400_000)
    try book.monthEnd("2026-06")
    let card = try ledger.loan(number, asOf: day("2026-06-30"))
    #expect(card.collaterals == [land] && card.collateralLines == [2])
    #expect(card.steps.map(\.kind).suffix(2) == [.secured, .released])
    // Paid back, it goes home without more ado.
    _ = try ledger.settleLoan(loan: number, on: day("2026-07-01"))
    let home = try ledger.releaseCollateral(of: number, on: day("2026-07-02"))
    #expect(home.items.map(\.line) == [2] && home.left.isEmpty)
    #expect(try ledger.verify().isOK)
  }

  @Test("K4: guarantors are members, with what they vouch for, or others with name, NIK, relation")
  func guarantors() throws {
    let book = try LoanBook()
    let ledger = book.ledger
    _ = try book.lend("flat", 2_000_000, to: "0002", count: 10, on: "2026-01-05")
    let number = try applied(
      book, guarantors: ["0002", "Wati Lestari:3201014101900001:istri"])
    _ = try ledger.disburse(number, on: day("2026-01-15"))
    let card = try ledger.loan(number, asOf: day("2026-01-15"))
    #expect(card.guarantors.map(\.text) == ["Anggota 0002 (0002)", "Wati Lestari (istri)"])
    #expect(card.guarantors[1].nik == "3201014101900001")
    #expect(
      card.exposures == [
        GuarantorExposure(
          member: "0002", loans: [number], guaranteed: 12_000_000, owed: 2_000_000)
      ])
    #expect(refusal { try applied(book, guarantors: ["0099"]) } == .memberUnknown)
    #expect(refusal { try applied(book, guarantors: ["Budi:12"]) } == .nikUnreadable)
    #expect(try ledger.verify().isOK)
  }
}
