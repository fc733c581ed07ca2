import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// A copy says what the first print said: the sum, whose it was, and who took it.
@Suite struct VoucherCopyTests {
  private let book: LoanBook
  private var ledger: Ledger { book.ledger }

  init() throws {
    book = try LoanBook(TestFolder())
    // Interest becomes income with the payment, so a payment has legs that cancel each other.
    try book.change("menurun") { terms in
      terms.fees = [
        LoanFee(
          code: "provisi", charge: .fixed(25_000), target: .account(AccountCode("4-1110")))
      ]
    }
    _ = try ledger.deposit(20_000_000, member: "0001", on: day("2026-01-05"))
  }

  private func expectSame(_ first: Receipt, _ place: String) throws {
    let copy = try ledger.voucher(first.entry)
    #expect(copy.amount == first.amount, "\(place)")
    #expect(first.memberName.map { $0.hasPrefix(copy.name ?? "–") } ?? true, "\(place)")
    if first.kind.is(.leavesOutstanding) {
      #expect(copy.balance == first.balance, "\(place)")
    }
    if let party = first.party { #expect([copy.name, copy.receiver].contains(party), "\(place)") }
  }

  private let savings = AccountCode("SUK-0001")

  @Test("Loans paid out to savings and paid from them, and their reversals")
  func loans() throws {
    let given = try ledger.disburse(
      LoanApplication(
        member: "0001", product: "menurun", amount: 3_000_000, date: day("2026-01-06")),
      to: savings)
    #expect(given.receipt.amount == 2_975_000)
    try expectSame(given.receipt, "into savings")
    #expect(try ledger.voucher(given.receipt.entry).balance == 3_000_000)
    let paid = try ledger.repay(
      300_000, loan: given.loan.number, on: day("2026-02-10"), from: savings)
    #expect(paid.receipt.amount == 300_000)
    try expectSame(paid.receipt, "from savings")
    try expectSame(ledger.reverse(paid.receipt.entry), "reversed payment")
    try expectSame(ledger.reverse(given.receipt.entry), "reversed payout")
  }

  @Test("A claim on an insurer, and what it pays")
  func insurers() throws {
    let loan = try book.lend("menurun", 3_000_000, to: "0001")
    let claim = try ledger.settleLoan(
      loan: loan, on: day("2026-02-10"), from: AccountCode("1-1360"))
    try expectSame(claim.receipt, "claim")
    try expectSame(
      ledger.receiveFromInsurer(1_000_000, for: claim.receipt.entry, on: day("2026-02-11")), "paid")
  }

  @Test("The savings of a former member: the heir with the relation and identity")
  func heirs() throws {
    _ = try ledger.endMembership(of: "0001", on: day("2026-01-20"), paysLater: true)
    let heir = LeaverPayee("Rina", relation: "anak", identity: "KTP 3201014101900001")
    let paid = try ledger.payLeaver(5_000, member: "0001", to: heir, on: day("2026-01-21"))
    try expectSame(paid, "pay-out")
    let copy = try ledger.voucher(paid.entry)
    #expect(copy.receiver == "Rina, anak, KTP 3201014101900001" && copy.member == "0001")
    let back = try ledger.reverse(paid.entry, on: day("2026-01-22"))
    #expect(try ledger.voucher(back.entry).receiver == copy.receiver)
  }

  @Test("A merger: from whom, and to whom")
  func mergers() throws {
    _ = try ledger.deposit(70_000, member: "0002", product: "wajib", on: day("2026-01-06"))
    let merged = try ledger.mergeMember("0002", into: "0001", on: day("2026-01-07"))
    let receipt = try #require(merged.receipt)
    try expectSame(receipt, "merger")
    let copy = try ledger.voucher(receipt.entry)
    #expect(copy.member == "0002" && copy.receiver?.hasSuffix("(WAJ-0001)") == true)
  }

  @Test("What comes in of a loan that was given up is still the borrower's")
  func recovered() throws {
    let loan = try book.lend("menurun", 3_000_000, to: "0001")
    let lost = try ledger.writeOffLoan(
      loan, on: day("2026-01-20"), note: EntryNote(memo: "keputusan"))
    try expectSame(lost, "written off")
    let recovered = try ledger.recoverLoan(100_000, loan: loan, on: day("2026-01-21"))
    try expectSame(recovered, "recovered")
    #expect(try ledger.voucher(recovered.entry).member == "0001")
  }
}
