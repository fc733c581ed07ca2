import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Interest that reached the member before the month end, and what it does to the month's tax.
@Suite struct MonthEndTaxTests {
  /// Two products whose interest is rounded to the sen.
  private func book(_ folder: TestFolder, rate: UInt16 = 12) throws -> Ledger {
    let ledger = try makeBook(folder)
    let interest = InterestTerms(
      dayCount: .twelfth,
      tiers: [.init(from: .zero, rate: try Rate(billionths: Int64(rate) * 10_000_000, per: .year))],
      rounding: .sen)
    let terms = SavingsTerms(effectiveFrom: try month("2026-01"), interest: interest)
    try ledger.setSavingsTerms(of: "sukarela", terms)
    try ledger.addSavingsProduct(.sample("qurban", prefix: "QUR"), terms: terms)
    try ledger.join("0001")
    return ledger
  }

  private func bring(_ ledger: Ledger, _ amount: String, _ reference: String = "J-1") throws {
    let row = "2026-01-15,0001,sukarela,interest,\(amount),\(reference)\n"
    let report = try ledger.importTransactions(
      csv: "date,member,product,type,amount,reference\n" + row, file: "j.csv")
    #expect(report.stored == 1)
  }

  /// Interest of Rp1,50 on each of two accounts, and Rp239.999 that was free until now: the tax
  /// takes the whole rupiah of it, what the accounts hold, and is claimed for the rest.
  @Test("K3.6: no sen is withheld") func aTaxThatTakesAllIsInWholeRupiah() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    _ = try ledger.deposit(150, member: "0001", product: "qurban", on: day("2026-01-01"))
    _ = try ledger.deposit(150, member: "0001", on: day("2026-01-01"))
    try bring(ledger, "239999")
    _ = try ledger.withdraw(239_999, member: "0001", on: day("2026-01-15"))
    let preview = try ledger.previewMonthEnd(month("2026-01"))
    let run = try ledger.runMonthEnd(month("2026-01"))
    #expect(run.products.map(\.tax) == [1, 1])
    #expect(preview.products.map(\.tax) == [1, 1])
    #expect(preview.sections.map(\.lines.count) == run.sections.map(\.lines.count))
    #expect(try ledger.monthEnd(month("2026-01"))?.sections == run.sections)
    for code in ["SUK-0001", "QUR-0001"] {
      let explanation = try ledger.explain(AccountCode(code), month("2026-01"))
      #expect(explanation.agrees)
      #expect(explanation.posted?.tax == 1)
      #expect(explanation.tax?.fundTax == 150)
      // Rp150 and Rp1,50 of interest, less Rp151.
      #expect(try ledger.account(AccountCode(code)).balance == Rupiah(sen: 50))
    }
    let slip = try #require(try ledger.withholdingSlips(month("2026-01")).first)
    #expect(slip.gross == 240_002)
    #expect(slip.tax == 24_000)
    #expect(slip.claimed == 23_698)
    #expect(slip.code == "28-417-02")
    #expect(try ledger.account(AccountCode("1-1330")).balance == 23_698)
    #expect(try ledger.account(AccountCode("2-1400")).balance == 24_000)
    #expect(try ledger.verify().isOK)
  }

  /// Rp200.000 by import and Rp50.000 at month end are Rp250.000: a tenth of all of it.
  @Test func importedInterestCountsTowardsTheMonth() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    _ = try ledger.deposit(
      5_000_000, member: "0001", product: "qurban", on: day("2026-01-01"))
    try bring(ledger, "200000")
    _ = try ledger.withdraw(200_000, member: "0001", on: day("2026-01-15"))
    _ = try ledger.runMonthEnd(month("2026-01"))
    let explanation = try ledger.explain(AccountCode("QUR-0001"), month("2026-01"))
    #expect(explanation.tax?.monthlyGross == 250_000)
    #expect(explanation.posted?.gross == 50_000)
    #expect(explanation.posted?.tax == 25_000)
    #expect(explanation.agrees)
    #expect(try ledger.account(AccountCode("2-1400")).balance == 25_000)
  }

  /// Imported interest that was reversed before the month end is no income of the month.
  @Test func reversedInterestDoesNotCount() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    _ = try ledger.deposit(
      5_000_000, member: "0001", product: "qurban", on: day("2026-01-01"))
    try bring(ledger, "200000")
    _ = try ledger.reverse(EntryNumber(2), on: day("2026-01-15"))
    _ = try ledger.runMonthEnd(month("2026-01"))
    let explanation = try ledger.explain(AccountCode("QUR-0001"), month("2026-01"))
    #expect(explanation.posted?.tax == .zero)
    #expect(explanation.agrees)
  }

  /// A reversal after the month was closed changes nothing of what was withheld in it.
  @Test func aLaterReversalDoesNotChangeAClosedMonth() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    _ = try ledger.deposit(
      5_000_000, member: "0001", product: "qurban", on: day("2026-01-01"))
    try bring(ledger, "200000")
    _ = try ledger.runMonthEnd(month("2026-01"))
    let before = try ledger.explain(AccountCode("QUR-0001"), month("2026-01"))
    #expect(before.agrees && before.tax?.monthlyTax == 25_109)
    _ = try ledger.reverse(EntryNumber(2), on: day("2026-02-01"))
    let after = try ledger.explain(AccountCode("QUR-0001"), month("2026-01"))
    #expect(after.agrees)
    #expect(after == before)
  }
}
