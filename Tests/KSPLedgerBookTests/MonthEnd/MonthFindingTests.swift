import KSPActs
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// What a month end comes upon: it stands in nobody's way and stays in the report.
@Suite struct MonthFindingTests {
  /// A book with a bank statement, and dues.
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
    return ledger
  }

  @Test func whatIsFoundIsKeptWithTheClosing() throws {
    let ledger = try book()
    let outlook = try ledger.monthEndOutlook()
    #expect(outlook.month == (try month("2026-01")) && outlook.isReady)
    #expect(outlook.nextStep == .month(.preview(try month("2026-01"))))
    let kinds = outlook.findings.map(\.kind)
    #expect(kinds == [.bankOpen, .duesUnpaid])
    #expect(outlook.findings.map(\.count) == [3, 1])
    #expect(outlook.findings[0].places.map(\.english) == ["1-1100: 3"])
    #expect(outlook.findings[1].amount == 20_000)
    let preview = try ledger.previewMonthEnd(month("2026-01"))
    let done = try ledger.runMonthEnd(month("2026-01"))
    #expect(preview.findings == outlook.findings && done.findings == outlook.findings)
    // Afterwards the dues are paid and the bank is ticked; the report says what was so then.
    _ = try ledger.deposit(20_000, member: "0001", product: "wajib", on: day("2026-02-02"))
    try ledger.setBankRule("admin", to: AccountCode("5-2100"))
    try ledger.matchBank()
    let later = try #require(try ledger.monthEnd(month("2026-01")))
    #expect(later.findings.map(\.kind) == kinds && later.findings.map(\.count) == [3, 1])
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
    #expect(outlook.obstacles.map(\.code) == [.openingIncomplete])
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
    #expect(found.count == 1 && found.places.map(\.english) == ["2026-01: \(tax.formatted)"])
    try ledger.payTax(of: month("2026-01"), on: day("2026-02-02"))
    #expect(try ledger.monthEndOutlook().findings.allSatisfy { $0.kind != .taxUnpaid })
  }

  /// Months that owe nothing are not among those whose tax was not paid.
  @Test func onlyMonthsThatOweTaxAreCounted() throws {
    let ledger = try makeBook(TestFolder())
    try ledger.join("0001")
    _ = try ledger.payInterest(500_000, member: "0001", on: day("2026-01-08"))
    for text in ["2026-01", "2026-02", "2026-03"] { _ = try ledger.runMonthEnd(month(text)) }
    let found = try #require(
      try ledger.monthEndOutlook().findings.first { $0.kind == .taxUnpaid })
    #expect(found.count == 1 && found.places.count == 1)
  }

  /// Nobody can owe coins: cash below zero on a day is found also where it is allowed.
  @Test func cashBelowZeroIsFoundWhereItIsAllowed() throws {
    let ledger = try makeBook(TestFolder())
    try ledger.join("0001")
    _ = try ledger.pay(50_000, to: "PLN", for: AccountCode("5-2100"), on: day("2026-01-05"))
    _ = try ledger.deposit(70_000, member: "0001", on: day("2026-01-10"))
    let found = try #require(
      try ledger.monthEndOutlook().findings.first { $0.kind == .cashBelowZero })
    #expect(found.count == 1 && found.amount == -50_000)
    #expect(found.places.map(\.english) == ["1-1000 2026-01-05: -Rp50.000"])
    _ = try ledger.runMonthEnd(month("2026-01"))
    #expect(try !ledger.monthEndOutlook().findings.map(\.kind).contains(.cashBelowZero))
  }

  /// A bank without a statement agrees with nothing, and cash that is no till is never counted.
  @Test func aBankWithoutAStatementAndCashWithoutATill() throws {
    let ledger = try makeBook(TestFolder())
    try ledger.join("0001")
    #expect(try ledger.monthEndOutlook().findings.isEmpty)
    _ = try ledger.deposit(
      70_000, member: "0001", from: AccountCode("1-1100"), on: day("2026-01-05"))
    _ = try ledger.deposit(30_000, member: "0001", on: day("2026-01-05"))
    let findings = try ledger.monthEndOutlook().findings
    #expect(findings.map(\.kind) == [.tillUncounted, .bankOpen])
    #expect(findings.map { $0.places.map(\.english) } == [["1-1000: Rp30.000"], ["1-1100: 1"]])
    #expect(findings[1].amount == nil)
    _ = try ledger.runMonthEnd(month("2026-01"))
    // A month in which nothing moved on them has nothing to count or to reconcile.
    #expect(try ledger.monthEndOutlook().findings.isEmpty)
  }

  // MARK: - What stands in the way

  /// A list that the ledger does not agree with refuses preview and run alike, also an empty one.
  @Test(arguments: [
    ("5-1000", "2-1300", "accruals"), ("1-1420", "5-1000", "accruals"),
    ("1-2000", "1-1000", "assets"), ("5-2200", "1-2090", "assets"),
  ])
  func anEmptyListStandsInTheWay(_ debit: String, _ credit: String, _ list: String) throws {
    let ledger = try makeBook(TestFolder())
    let wrong = try ledger.post(
      ManualEntry(
        on: day("2026-01-05"),
        legs: [
          .init(account: AccountCode(debit), amount: 5_000),
          .init(account: AccountCode(credit), amount: -5_000),
        ]))
    let january = try month("2026-01")
    let run = try #require(refused { _ = try ledger.runMonthEnd(january) })
    #expect(run.code == .listsDiffer)
    #expect(refused { _ = try ledger.previewMonthEnd(january) } == run)
    let outlook = try ledger.monthEndOutlook()
    #expect(outlook.obstacles == [run] && !outlook.isReady)
    #expect(outlook.nextStep == run.remedies.first)
    for text in [run.message.indonesian, run.message.english] {
      #expect(text.contains("Rp5.000") && text.contains("Rp0"))
      #expect([debit, credit].contains { text.contains($0) })
    }
    #expect(run.remedies.contains(.journal(.seeAssets)) == (list == "assets"))
    _ = try ledger.reverse(wrong.entry)
    _ = try ledger.runMonthEnd(january)
  }

  /// Cost and depreciation are two accounts with a difference each, not one sum of both.
  @Test func anAssetThatTheLedgerLacksIsNamedByAccount() throws {
    let ledger = try makeBook(TestFolder())
    try ledger.takeOverAsset(
      NewAsset(
        "Meja", cost: 6_000_000, months: 10, acquiredOn: day("2025-12-01"),
        takeover: .init(asOf: day("2025-12-31"), accumulated: 1_700_000)))
    let error = try #require(refused { _ = try ledger.runMonthEnd(month("2026-01")) })
    for text in ["1-2000", "-Rp6.000.000", "1-2090", "-Rp1.700.000"] {
      #expect(error.message.english.contains(text), "\(text)")
    }
    #expect(!error.message.english.contains("7.700.000"))
    try ledger.bringIn(cost: 6_000_000, accumulated: 1_700_000, on: day("2026-01-02"))
    _ = try ledger.runMonthEnd(month("2026-01"))
    #expect(try ledger.verify().isOK)
  }

  /// Interest that is paid in cash by itself and is not there: the outlook says what the run does,
  /// and whose interest it is.
  @Test func theOutlookRehearsesTheMonthEnd() throws {
    let folder = try TestFolder()
    let ledger = try createBook(folder, chart: .standard())
    try ledger.join("0001")
    try ledger.addTermProduct(
      .sampleDeposits,
      offer: TermDepositOffer(
        product: "berjangka", effectiveFrom: day("2026-01-01"),
        tiers: [.init(tenor: 3, rate: Rate(parsing: "6%/year"))], payout: .cash))
    _ = try ledger.openTermDeposit(
      TermDepositOpening(
        member: "0001", product: "berjangka", principal: 10_000_000, tenor: 3,
        opened: day("2026-01-05")))
    _ = try ledger.runMonthEnd(month("2026-01"))
    _ = try ledger.moveCash(
      10_000_000, from: AccountCode("1-1000"), to: AccountCode("1-1100"), on: day("2026-02-01"))
    let february = try month("2026-02")
    let run = try #require(refused { _ = try ledger.runMonthEnd(february) })
    #expect(run.code == .cashBelowZero && run.message.english.contains("BJK-0001"))
    let outlook = try ledger.monthEndOutlook()
    #expect(outlook.obstacles == [run] && !outlook.isReady)
    _ = try ledger.moveCash(
      100_000, from: AccountCode("1-1100"), to: AccountCode("1-1000"), on: day("2026-02-01"))
    let ready = try ledger.monthEndOutlook()
    let preview = try ledger.previewMonthEnd(february)
    #expect(ready.isReady && ready.findings == preview.findings)
    _ = try ledger.runMonthEnd(february)
    #expect(try ledger.verify().isOK)
  }

  /// A deposit that runs again at a rate for which the tax takes more than it earns stays in the
  /// report; so does one of somebody who died.
  @Test func rollOversThatNeedAWord() throws {
    let ledger = try makeBook(TestFolder())
    try ledger.join("0001")
    try ledger.addTermProduct(
      .sampleDeposits,
      offer: TermDepositOffer(
        product: "berjangka", effectiveFrom: day("2026-01-01"),
        tiers: [.init(tenor: 1, rate: Rate(parsing: "9%/year"))], rollOver: .principal))
    _ = try ledger.openTermDeposit(
      TermDepositOpening(
        member: "0001", product: "berjangka", principal: 36_000_000, tenor: 1,
        opened: day("2026-01-05")))
    #expect(try ledger.runMonthEnd(month("2026-01")).findings.map(\.kind) == [.tillUncounted])
    try ledger.recordDeath(of: "0001", on: day("2026-02-20"))
    let preview = try ledger.previewMonthEnd(month("2026-02"))
    let found = preview.findings.filter { $0.kind != .taxUnpaid }
    #expect(found.map(\.kind) == [.depositWarned, .depositOfDead])
    #expect(found.allSatisfy { $0.count == 1 && $0.amount == 36_000_000 })
    #expect(found.allSatisfy { $0.places.count == 1 && $0.places[0].english.hasPrefix("BJK-0001") })
    let warned = try #require(found.first?.places.first)
    #expect(warned.indonesian.hasSuffix(": pajak memakan jasa"), "\(warned)")
    #expect(warned.english.hasSuffix(": tax eats the interest"), "\(warned)")
    let run = try ledger.runMonthEnd(month("2026-02"))
    #expect(run.findings == preview.findings)
    #expect(try ledger.monthEnd(month("2026-02"))?.findings.map(\.kind) == run.findings.map(\.kind))
  }
}
