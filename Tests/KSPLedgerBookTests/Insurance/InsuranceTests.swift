import GRDB
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// An insurer pays for the loan of a member who died; what it does not pay stays open by name.
@Suite struct InsuranceTests {
  let book: LoanBook
  var ledger: Ledger { book.ledger }

  init() throws { book = try LoanBook(TestFolder()) }

  /// A loan of 0001 of which an insurer is to pay an amount.
  static func claim(_ amount: Rupiah, in book: LoanBook) throws -> EntryNumber {
    _ = try book.lend("flat", 12_000_000, to: "0001")
    return try book.ledger.repay(
      amount, loan: "PJ-0001", on: day("2026-01-20"), from: AccountCode("1-1360"),
      note: EntryNote(memo: "Klaim meninggal")
    ).receipt.entry
  }

  private func balance() throws -> Rupiah { try ledger.account(AccountCode("1-1360")).balance }

  @Test("A claim is the voucher of the payment, and money sets it off") func claimed() throws {
    let entry = try Self.claim(4_000_000, in: book)
    #expect(try balance() == 4_000_000)
    let claim = try #require(try ledger.insuranceClaims().claims.first)
    #expect(claim.entry == entry && claim.member == "0001" && claim.open == 4_000_000)
    #expect(claim.memo == "Klaim meninggal")
    let first = try ledger.receiveFromInsurer(
      3_500_000, for: entry, on: day("2026-01-25"), reference: "A-1")
    #expect(first.party == "Piutang asuransi")
    #expect(
      try ledger.receiveFromInsurer(3_500_000, for: entry, on: day("2026-01-25"), reference: "A-1")
        .isReplay)
    #expect(try ledger.insuranceClaims().open == 500_000 && balance() == 500_000)
    #expect(
      refusal { try ledger.receiveFromInsurer(500_001, for: entry, on: day("2026-01-26")) }
        == .insuranceTooMuch)
    let rest = try ledger.receiveFromInsurer(for: entry, on: day("2026-01-26"))
    #expect(rest.amount == 500_000)
    #expect(try ledger.insuranceClaims().claims.isEmpty && balance().isZero)
    #expect(try ledger.insuranceClaims(includingPaid: true).claims.map(\.received) == [4_000_000])
    // What was received by mistake is open again.
    _ = try ledger.reverse(rest.entry, on: day("2026-01-27"))
    #expect(try ledger.insuranceClaims().open == 500_000)
    #expect(try ledger.verify().isOK)
  }

  @Test("Only a payment on a loan is a claim, and what else stands there is told apart")
  func other() throws {
    let entry = try Self.claim(1_000_000, in: book)
    let receipt = try ledger.receive(
      10_000, from: "X", for: AccountCode("1-1360"), on: day("2026-01-20"))
    #expect(
      refusal { try ledger.receiveFromInsurer(for: receipt.entry, on: day("2026-01-21")) }
        == .insuranceClaimUnknown)
    let list = try ledger.insuranceClaims()
    #expect(list.claims.map(\.entry) == [entry] && list.open == 1_000_000)
    #expect(list.other == -10_000)
    #expect(
      refusal {
        try ledger.receiveFromInsurer(5_000, for: entry, on: day("2026-01-21"), reference: "A")
        _ = try ledger.receiveFromInsurer(6_000, for: entry, on: day("2026-01-21"), reference: "A")
      } == .referenceReused)
    #expect(try ledger.verify().isOK)
  }

  @Test("The month end names what insurers owe, by borrower and age, until it is paid")
  func monthEnd() throws {
    let entry = try Self.claim(1_000_000, in: book)
    func found() throws -> MonthFinding? {
      try ledger.monthEndOutlook().findings.first { $0.kind == .insuranceOpen }
    }
    let open = try #require(try found())
    #expect(open.count == 1 && open.amount == 1_000_000)
    let place = try #require(open.places.first)
    #expect(place.english.hasSuffix("2026-01-20: Rp1.000.000"), "\(place)")
    try ledger.receiveFromInsurer(400_000, for: entry, on: day("2026-01-21"))
    #expect(try found()?.amount == 600_000)
    let report = try ledger.runMonthEnd(month("2026-01"))
    #expect(report.findings.first { $0.kind == .insuranceOpen }?.amount == 600_000)
    try ledger.receiveFromInsurer(for: entry, on: day("2026-02-02"))
    #expect(try found() == nil)
    // What stands there without a claim is told as well.
    _ = try ledger.receive(10_000, from: "X", for: AccountCode("1-1360"), on: day("2026-02-03"))
    #expect(try found()?.amount == -10_000)
    #expect(try ledger.verify().isOK)
  }

  static let tampering = [
    "UPDATE insurancePayment SET amount = amount + 1",
    "UPDATE insurancePayment SET claim = entry",
  ]

  @Test(arguments: tampering) func verifyFinds(_ sql: String) throws {
    let entry = try Self.claim(1_000_000, in: book)
    try ledger.receiveFromInsurer(400_000, for: entry, on: day("2026-01-21"))
    try ledger.close()
    try RichBook.change(try DatabaseQueue(path: book.folder.file()), sql)
    #expect(try RichBook.failures(book.folder).map(\.name).contains("insurance.payments"))
  }
}
