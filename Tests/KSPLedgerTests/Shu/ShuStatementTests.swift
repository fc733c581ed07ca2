import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// What a member's statement of a year says beside its accounts: the SHU, and how savings grew.
@Suite struct ShuStatementTests {
  @Test("The SHU of a year stands on its statement, as it was known")
  func received() throws {
    let book = try ShuBook.opened()
    defer { withExtendedLifetime(book) {} }
    let ledger = book.ledger
    let year = try BookPeriod(year: 2025)
    #expect(try ledger.shuReceived(by: "A", ofYearsEndingIn: year).isEmpty)
    _ = try ledger.decideShu(ShuBook.decision())
    _ = try ledger.postShu(2025, on: day("2026-03-20"))
    let posted = KnowledgePoint.event(try ledger.knowledge().event)
    let before = try ledger.shuReceived(by: "A", ofYearsEndingIn: year)
    let part = try #require(before.first)
    #expect(before.count == 1 && part.year == 2025 && part.left == part.total)
    _ = try ledger.payShu(2025, to: ["A"], into: .cash(nil), on: day("2026-03-21"))
    let paid = try ledger.shuReceived(by: "A", ofYearsEndingIn: year)
    #expect(paid.map(\.left) == [.zero] && paid.map(\.paid) == [part.total])
    #expect(
      try ledger.shuReceived(by: "A", ofYearsEndingIn: year, asRecordedThrough: posted) == before)
    #expect(
      try ledger.shuReceived(by: "A", asRecordedThrough: .event(ledger.knowledge().event)) == paid)
    #expect(try ledger.shuReceived(by: "A", ofYearsEndingIn: BookPeriod(year: 2026)).isEmpty)
  }

  /// The closing balances of single months come from another place than the lines of a year.
  @Test("Growth is what the statements of the months close with")
  func growth() throws {
    let book = try ShuBook.opened()
    defer { withExtendedLifetime(book) {} }
    let ledger = book.ledger
    for number in ["A", "D"] as [MemberNumber] {
      let year = try ledger.statement(ofMember: number, period: BookPeriod(year: 2025))
      #expect(year.growth.count == 13 && year.growth[0].amount.isZero)
      for month in 1...12 {
        let period = BookPeriod(try BookMonth(year: 2025, month: month))
        let own = try ledger.statement(ofMember: number, period: period)
        #expect(year.growth[month].day == period.last)
        #expect(try year.growth[month].amount == own.accounts.map(\.closing).sum())
      }
      #expect(try #require(year.growth.last).amount.isPositive)
    }
    let part = try ledger.statement(
      ofMember: "A", period: period("2025-02-10", "2025-03-15"))
    #expect(try part.growth.map(\.day) == ["2025-02-10", "2025-02-28", "2025-03-15"].map(day))
  }
}
