import KSPActs
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

  /// Value dates are named one by one, rehearsed before the month end as they are posted by it, with
  /// the tax that savings bear because of them.
  @Test func valueDatesAreNamed() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    for number in ["0001", "0002", "0003"] as [MemberNumber] { try ledger.join(number) }
    try ledger.addTermProduct(
      .sampleDeposits,
      offer: TermDepositOffer(
        product: "berjangka", effectiveFrom: day("2025-12-01"),
        tiers: [.init(tenor: 3, rate: Rate(parsing: "6%/year"))]))
    let principals: [(MemberNumber, Rupiah)] = [("0001", 70_000_000), ("0002", 10_000_000)]
    for (number, principal) in principals {
      _ = try ledger.deposit(1_000_000, member: number, on: day("2026-01-02"))
      _ = try ledger.openTermDeposit(
        TermDepositOpening(
          member: number, product: "berjangka", principal: principal, tenor: 3,
          opened: day("2026-01-05")))
    }
    _ = try ledger.runMonthEnd(month("2026-01"))
    // Interest that bears no tax when it is paid; the month end takes it from the savings.
    _ = try ledger.payInterest(500_000, member: "0003", on: day("2026-02-03"))
    let february = try month("2026-02")
    let head = try ledger.headHash()
    #expect(try ledger.monthInterest(february).valueDates.isEmpty)
    let before = try ledger.previewMonthInterest(february)
    #expect(try ledger.headHash() == head)
    #expect(before.valueDates.map(\.account.text) == ["BJK-0001", "BJK-0002"])
    #expect(before.valueDates.map(\.date) == [try day("2026-02-05"), try day("2026-02-05")])
    #expect(before.valueDates.allSatisfy { $0.entry == nil })
    #expect(before.furtherTax.map(\.member) == ["0003"])
    // 10 % of 500,000 and of what the savings earn, less what that bears itself.
    #expect(before.furtherTax.map(\.tax) == [49_038])
    let preview = try ledger.previewMonthEnd(february)
    let report = try ledger.runMonthEnd(february)
    let after = try ledger.previewMonthInterest(february)
    #expect(try after == ledger.monthInterest(february))
    for (items, later) in [
      (before.valueDates, after.valueDates), (before.furtherTax, after.furtherTax),
    ] {
      #expect(items.map(\.account) == later.map(\.account))
      #expect(items.map(\.gross) == later.map(\.gross) && items.map(\.tax) == later.map(\.tax))
      #expect(later.allSatisfy { $0.entry != nil })
    }
    func line(_ report: MonthEndReport) throws -> MonthEndReport.Section.Line {
      try #require(report.sections.first { $0.code == "term-deposits" }?.lines.first)
    }
    #expect(try line(preview).entry == nil && line(preview).lastEntry == nil)
    #expect(try line(report).entry == after.valueDates.first?.entry)
    #expect(try line(report).lastEntry == after.valueDates.last?.entry)
    #expect(try line(report).amount == after.valueDates.map(\.gross).sum())
  }

  /// What earlier months of a quarter earned is told apart: base and rate are those of its last.
  @Test func aQuarterSaysWhatItBrings() throws {
    let ledger = try makeBook(TestFolder())
    var terms = SavingsTerms(effectiveFrom: try month("2026-01"))
    terms.interest = try InterestTerms(
      tiers: [.init(from: .zero, rate: Rate(parsing: "4%/year"))],
      crediting: InterestCrediting(.quarterly))
    try ledger.addSavingsProduct(.sample("triwulan", prefix: "TRI"), terms: terms)
    try ledger.join("0001")
    _ = try ledger.deposit(
      3_000_000, member: "0001", product: "triwulan", on: day("2026-01-01"))
    for text in ["2026-01", "2026-02"] { _ = try ledger.runMonthEnd(month(text)) }
    let row = try #require(
      try ledger.monthInterest(month("2026-03")).rows.first { $0.product == "triwulan" })
    // 4 % of 3,000,000: 10,192 and 9,205 of the months before, 10,192 of March.
    #expect(row.brought == 19_397 && row.gross == 29_589)
    _ = try ledger.runMonthEnd(month("2026-03"))
    let posted = try #require(
      try ledger.monthInterest(month("2026-03")).rows.first { $0.product == "triwulan" })
    #expect(posted.brought == row.brought && posted.gross == row.gross)
  }
}
