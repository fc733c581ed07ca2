import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// The interest of each account before the month end, and as it was posted.
@Suite struct MonthInterestTests {
  @Test("K8: interest per account is shown before it is posted, and is what is posted")
  func theSameBeforeAndAfter() throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      let folder = try TestFolder()
      var book = try RandomBook(folder, seed: seed)
      try book.move(in: month("2026-01"), count: 30)
      let before = try book.ledger.monthInterest(month("2026-01"))
      #expect(!before.isPosted && before.rows.allSatisfy { $0.entry == nil })
      let report = try book.ledger.runMonthEnd(month("2026-01"))
      let after = try book.ledger.monthInterest(month("2026-01"))
      #expect(after.isPosted && after.rows.allSatisfy { $0.entry != nil })
      func figures(_ list: MonthInterest) -> [[String]] {
        list.rows.map { row in
          [
            row.account.text, row.member.text, row.base.description, row.rate.description,
            row.gross.description, row.tax.description, row.net.description,
          ]
        }.sorted { $0.lexicographicallyPrecedes($1) }
      }
      #expect(figures(before) == figures(after))
      #expect(try after.gross == report.products.map(\.gross).sum())
      #expect(try after.tax == report.products.map(\.tax).sum())
      #expect(after.rows.count == report.products.map(\.accountsPaid).reduce(0, +))
      // What each account got is what its statement says.
      for row in after.rows {
        let working = try book.ledger.explain(row.account, month("2026-01"))
        #expect(working.working?.gross == row.gross, "\(row.account)")
      }
    }
  }

  @Test func theBaseIsTheMeanByDays() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    _ = try ledger.deposit(1_000_000, member: "0001", on: day("2026-01-01"))
    _ = try ledger.deposit(2_000_000, member: "0001", on: day("2026-01-17"))
    let row = try #require(try ledger.monthInterest(month("2026-01")).rows.first)
    // 16 days of 1,000,000 and 15 of 3,000,000 in 31: 1,967,741.94.
    #expect(row.base == 1_967_742)
    #expect(try row.net == row.gross - row.tax)
    #expect(refusal { try ledger.monthInterest(month("2026-03")) } == .monthEarlierOpen)
    #expect(refusal { try ledger.monthInterest(month("2025-12")) } == .dateBeforeBook)
  }
}
