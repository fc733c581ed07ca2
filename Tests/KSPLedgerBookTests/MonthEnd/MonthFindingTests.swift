import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// What a month end comes upon: it stands in nobody's way and stays in the report.
@Suite struct MonthFindingTests {
  /// A book with an asset of before that the opening balances do not hold, a bank statement, dues.
  private func book() throws -> Ledger {
    let ledger = try makeBook(TestFolder())
    try ledger.setDues(20_000, from: month("2026-01"))
    try ledger.join("0001")
    _ = try ledger.deposit(
      500_000, member: "0001", from: AccountCode("1-1100"), on: day("2026-01-05"))
    _ = try ledger.importBankStatement(
      SheetText(
        """
        date,description,debit,credit,balance
        2026-01-05,TRANSFER,,500000,500000
        2026-01-30,ADMIN FEE,15000,,485000
        """, file: "bank.csv"))
    try ledger.takeOverAsset(
      NewAsset(
        "Meja", cost: 1_000_000, months: 10, acquiredOn: day("2025-12-01"),
        takeover: .init(asOf: day("2025-12-31"), accumulated: 100_000)))
    return ledger
  }

  @Test func whatIsFoundIsKeptWithTheClosing() throws {
    let ledger = try book()
    let outlook = try ledger.monthEndOutlook()
    #expect(outlook.month == (try month("2026-01")) && outlook.isReady)
    #expect(outlook.nextStep == .month(.preview(try month("2026-01"))))
    let kinds = outlook.findings.map(\.kind)
    #expect(kinds == [.bankOpen, .duesUnpaid, .assetsDiffer])
    #expect(outlook.findings.map(\.count) == [3, 1, 2])
    #expect(outlook.findings[0].places == ["1-1100: 3"])
    #expect(outlook.findings[1].amount == 20_000)
    let preview = try ledger.previewMonthEnd(month("2026-01"))
    let done = try ledger.runMonthEnd(month("2026-01"))
    #expect(preview.findings == outlook.findings && done.findings == outlook.findings)
    // Afterwards the dues are paid and the bank is ticked; the report says what was so then.
    _ = try ledger.deposit(20_000, member: "0001", product: "wajib", on: day("2026-02-02"))
    try ledger.setBankRule("admin", to: AccountCode("5-2100"))
    try ledger.matchBank()
    let later = try #require(try ledger.monthEnd(month("2026-01")))
    #expect(later.findings.map(\.kind) == kinds && later.findings.map(\.count) == [3, 1, 2])
    #expect(later.findings.allSatisfy { $0.places.isEmpty })
    #expect(try !ledger.monthEndOutlook().findings.map(\.kind).contains(.bankOpen))
    #expect(try ledger.verify().isOK)
  }

  @Test func openingBalancesStandInTheWay() throws {
    let ledger = try makeBook(TestFolder())
    _ = try ledger.importOpeningBalances(
      csv: "account,debit,credit\n1-1000,5,\n", file: "o", on: day("2025-12-31"))
    let outlook = try ledger.monthEndOutlook()
    #expect(!outlook.isReady && !outlook.openingDifference.isZero)
    #expect(outlook.nextStep == .journal(.seeTrialBalance))
  }

  /// The tax of a month that is closed is found until it is paid.
  @Test func taxThatWasNotPaid() throws {
    let ledger = try makeBook(TestFolder())
    try ledger.join("0001")
    _ = try ledger.payInterest(500_000, member: "0001", on: day("2026-01-08"))
    _ = try ledger.runMonthEnd(month("2026-01"))
    let found = try #require(
      try ledger.monthEndOutlook().findings.first { $0.kind == .taxUnpaid })
    let tax = try ledger.withholdingSlips(month("2026-01")).map(\.tax).sum()
    #expect(tax.isPositive && found.amount == tax)
    #expect(found.count == 1 && found.places == ["2026-01"])
    try ledger.payTax(of: month("2026-01"), on: day("2026-02-02"))
    #expect(try ledger.monthEndOutlook().findings.allSatisfy { $0.kind != .taxUnpaid })
  }
}
