import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Papers name the account that stood for cash: “Setoran, Bank”.
@Suite struct CounterSideTests {
  private let book: LoanBook
  private var ledger: Ledger { book.ledger }
  private let bank: AccountCode
  private let january: BookPeriod

  init() throws {
    book = try LoanBook()
    bank = AccountCode("1-1100")
    january = try BookPeriod(month("2026-01"))
  }

  private func lines(_ known: KnowledgePoint? = nil) throws -> [String] {
    try ledger.statement(
      of: AccountCode("SUK-0001"), period: january, asRecordedThrough: known
    ).lines.map(\.text.indonesian)
  }

  @Test func savingsNameTheBank() throws {
    let name = try ledger.account(bank).name
    let date = try day("2026-01-10")
    _ = try ledger.deposit(100_000, member: "0001", on: date)
    let receipt = try ledger.deposit(50_000, member: "0001", from: bank, on: date)
    #expect(receipt.title.indonesian == "Setoran, \(name.indonesian)")
    #expect(receipt.title.english == "Deposit, \(name.english)")
    let memo = EntryNote(memo: "gaji Januari")
    _ = try ledger.deposit(
      25_000, member: "0001", from: AccountCode("5-2000"), on: date, note: memo)
    _ = try ledger.withdraw(10_000, member: "0001", to: bank, on: date)
    _ = try ledger.withdraw(5_000, member: "0001", on: date)
    // The usual cash is the usual cash, also by its code.
    let named = try ledger.deposit(1_000, member: "0001", from: AccountCode("1-1000"), on: date)
    #expect(named.counterpart == nil && named.title.indonesian == "Setoran")
    let said = [
      "Setoran", "Setoran, \(name.indonesian)", "Setoran, Beban gaji – gaji Januari",
      "Penarikan, \(name.indonesian)", "Penarikan", "Setoran",
    ]
    #expect(try lines() == said)
    // The accounts of the chart keep their own lines.
    let cash = try ledger.statement(of: AccountCode("1-1000"), period: january)
    #expect(cash.lines.allSatisfy { $0.counterpart == nil })
  }

  /// What was printed before comes out again, whatever the bank is called or serves as since.
  @Test func anEarlierStatementStays() throws {
    let name = try ledger.account(bank).name
    let date = try day("2026-01-10")
    _ = try ledger.deposit(50_000, member: "0001", from: bank, on: date)
    let known = KnowledgePoint.event(try ledger.knowledge().event)
    let before = try ledger.statement(
      of: AccountCode("SUK-0001"), period: january, asRecordedThrough: known)
    #expect(before.lines.map(\.text.indonesian) == ["Setoran, \(name.indonesian)"])
    try ledger.renameAccount(bank, to: Phrase(id: "Bank BRI", en: "Bank BRI"))
    #expect(try lines() == ["Setoran, Bank BRI"])
    try ledger.assignRole(.cash, to: bank)
    #expect(
      try ledger.statement(
        of: AccountCode("SUK-0001"), period: january, asRecordedThrough: known) == before)
    // Who serves as cash now is the usual one, and so is who did before.
    #expect(try lines() == ["Setoran"])
  }

  @Test func paymentsOnALoanNameWhoPaid() throws {
    let loan = try book.lend()
    let name = try ledger.account(bank).name.indonesian
    let byBank = try ledger.repay(
      500_000, loan: loan, on: day("2026-02-15"), from: bank)
    #expect(byBank.receipt.title.indonesian == "Angsuran pinjaman, \(name)")
    #expect(try ledger.repay(400_000, loan: loan, on: day("2026-03-15")).receipt.counterpart == nil)
    _ = try ledger.deposit(2_000_000, member: "0001", on: day("2026-03-16"))
    let own = AccountCode("SUK-0001")
    let bySavings = try ledger.repay(300_000, loan: loan, on: day("2026-04-15"), from: own)
    #expect(bySavings.receipt.counterpart?.code == own)
    let card = try ledger.loan(loan, asOf: day("2026-04-30"))
    #expect(
      card.history.map(\.title.indonesian) == [
        "Angsuran pinjaman, \(name)", "Angsuran pinjaman", "Angsuran pinjaman, simpanan SUK-0001",
      ])
  }

  /// The query of lines has a parameter for each of these kinds.
  @Test func twoKindsOfSavingsPassTheCounter() {
    #expect(EntryKind.all([.movesSavings, .atCounter]) == [.deposit, .withdrawal])
  }
}
