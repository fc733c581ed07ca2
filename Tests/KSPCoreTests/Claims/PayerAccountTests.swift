import Testing

@testable import KSPCore

/// Money of a payer settles what was deducted, the oldest first.
@Suite struct PayerAccountTests {
  private func claim(_ number: Int) throws -> PayrollClaim {
    try PayrollClaim(
      number: number, payer: "1-1350", payerName: Phrase(id: "Dinas", en: "Office"),
      month: BookMonth(year: 2026, month: number), sentOn: BookDate(parsing: "2026-01-01"),
      closing: nil,
      lines: [.init(number: 1, member: "0001", name: "Ani", item: .savings("wajib"), asked: 10)])
  }

  private func account(_ movements: [(Rupiah, Int?)]) throws -> PayerAccount {
    try PayerAccount(
      account: "1-1350", name: Phrase(id: "Dinas", en: "Office"), claims: [claim(1), claim(2)],
      movements: movements.map { .init($0.0, claim: $0.1) })
  }

  @Test func theOldestFirst() throws {
    let account = try account([(100, nil), (50, 1), (-120, nil), (70, 2)])
    #expect(account.balance == 100)
    #expect(account.other.isZero && account.ahead.isZero)
    #expect(account.claims.map(\.held) == [30, 70])
  }

  @Test func whatComesFirstWaits() throws {
    let early = try account([(-120, nil)])
    #expect(early.ahead == 120 && early.balance == -120)
    let later = try account([(-120, nil), (70, 1), (60, 2)])
    #expect(later.ahead.isZero && later.claims.map(\.held) == [0, 10])
  }

  /// Lines that stand first are settled first, each as far as it is open.
  @Test func aSumIsDividedInTheOrderOfTheLines() throws {
    var paid = PayrollClaim.Line(
      number: 1, member: "0001", name: "Ani", item: .savings("wajib"), asked: 40)
    paid.deducted = 15
    let loan = PayrollClaim.Line(
      number: 2, member: "0001", name: "Ani", item: .loan("PJ-0001"), asked: 100)
    let debtor = try PayrollClaim.Debtor(paid, [paid, loan], phone: nil)
    let parts = try ClaimDivision.parts(of: 60, for: debtor, of: 1)
    #expect(parts.map(\.line.number) == [1, 2] && parts.map(\.amount) == [25, 35])
    #expect(try ClaimDivision.parts(of: 20, for: debtor, of: 1).map(\.amount) == [20])
    #expect(throws: LedgerError.self) { try ClaimDivision.parts(of: 126, for: debtor, of: 1) }
  }
}
