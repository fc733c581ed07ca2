import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

@Suite struct MonthEndTests {
  private func january(_ ledger: Ledger) throws {
    try ledger.join("0001")
    _ = try ledger.deposit(1_500_000, member: "0001", on: day("2026-01-06"))
    _ = try ledger.withdraw(500_000, member: "0001", on: day("2026-01-20"))
  }

  /// 14 days of 1,500,000 and 12 days of 1,000,000 at 3 % over 365 are 2,712.33, so Rp2.712.
  @Test func dailyInterestByHand() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try january(ledger)
    let preview = try ledger.previewMonthEnd(month("2026-01"))
    #expect(preview.products.map(\.gross) == [2_712])
    #expect(try ledger.status().entries == 2)
    let run = try ledger.runMonthEnd(month("2026-01"))
    #expect(run.outcome == .done)
    #expect(run.products.map(\.gross) == preview.products.map(\.gross))
    #expect(try ledger.account(AccountCode("SUK-0001")).balance == 1_002_712)
    let explanation = try ledger.explain(AccountCode("SUK-0001"), month("2026-01"))
    #expect(explanation.agrees)
    #expect(explanation.posted?.gross == 2_712)
    #expect(try ledger.verify().isOK)
  }

  @Test func aSecondRunChangesNothing() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try january(ledger)
    _ = try ledger.runMonthEnd(month("2026-01"))
    let head = try ledger.verify().headHash
    let again = try ledger.runMonthEnd(month("2026-01"))
    #expect(again.outcome == .alreadyDone)
    #expect(again.products.map(\.gross) == [2_712])
    #expect(try ledger.verify().headHash == head)
  }

  @Test func monthsRunInOrderAndClose() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try january(ledger)
    #expect(throws: LedgerError.monthEarlierOpen(try month("2026-02"), open: try month("2026-01")))
    {
      _ = try ledger.runMonthEnd(month("2026-02"))
    }
    _ = try ledger.runMonthEnd(month("2026-01"))
    do {
      _ = try ledger.deposit(1_000, member: "0001", on: day("2026-01-31"))
      Issue.record("a closed month took a deposit")
    } catch let error as LedgerError {
      #expect(error.code == .periodClosed)
    }
    _ = try ledger.deposit(1_000, member: "0001", on: day("2026-02-01"))
    #expect(try ledger.runMonthEnd(month("2026-02")).outcome == .done)
    #expect(try ledger.verify().isOK)
  }

  /// Rp240.000 exactly is free; a little more is taxed on everything, shared by interest.
  @Test(arguments: [
    (24_000_000 as Rupiah, 0 as Rupiah, Rupiah.zero), (24_100_000, 0, 24_100),
    (15_000_000, 10_000_000, 25_000),
  ])
  func theTaxIsACliffPerMember(first: Rupiah, second: Rupiah, tax: Rupiah) throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    let interest = InterestTerms(
      dayCount: .twelfth, tiers: [.init(from: .zero, rate: .percent("12", per: .year))])
    try ledger.setSavingsTerms(
      of: "sukarela", SavingsTerms(effectiveFrom: month("2026-01"), interest: interest))
    try ledger.addSavingsProduct(
      SavingsProduct(
        code: "qurban", name: Phrase(id: "Simpanan qurban", en: "Qurban savings"), kind: .sukarela,
        accountPrefix: "QUR", controlAccount: AccountCode("2-1200"),
        interestExpenseAccount: AccountCode("5-1000")),
      terms: SavingsTerms(effectiveFrom: month("2026-01"), interest: interest))
    try ledger.join("0001")
    _ = try ledger.deposit(first, member: "0001", on: day("2026-01-01"))
    if second.isPositive {
      _ = try ledger.deposit(second, member: "0001", product: "qurban", on: day("2026-01-01"))
    }
    _ = try ledger.runMonthEnd(month("2026-01"))
    let slips = try ledger.withholdingSlips(month("2026-01"))
    #expect(slips.map(\.tax) == [tax])
    if second.isPositive {
      let own = try ledger.explain(AccountCode("SUK-0001"), month("2026-01"))
      #expect(own.posted?.tax == 15_000)
      #expect(own.agrees)
    }
    #expect(try ledger.account(AccountCode("2-1400")).balance == tax)
    #expect(try ledger.verify().isOK)
  }

  @Test func organisationsPayFifteenPercentFromTheFirstRupiah() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    var profile = MemberProfile(name: "Koperasi", kind: .organization)
    profile.npwp = "0012345678901000"
    _ = try ledger.addMember(
      NewMember(number: "0001", profile: profile, joinedOn: day("2026-01-01")))
    _ = try ledger.deposit(36_500_000, member: "0001", on: day("2026-01-01"))
    _ = try ledger.runMonthEnd(month("2026-01"))
    #expect(try ledger.account(AccountCode("2-1410")).balance == 13_950)
    #expect(try ledger.account(AccountCode("SUK-0001")).balance == 36_579_050)
  }

  @Test func aStatementIsReprintedAsItWasKnown() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try january(ledger)
    let period = BookPeriod(try month("2026-01"))
    let code = AccountCode("SUK-0001")
    let before = try ledger.statement(
      of: code, period: period, asRecordedThrough: .entry(EntryNumber(2)))
    _ = try ledger.deposit(10_000, member: "0001", on: day("2026-01-10"))
    _ = try ledger.runMonthEnd(month("2026-01"))
    #expect(
      try ledger.statement(of: code, period: period, asRecordedThrough: .entry(EntryNumber(2)))
        == before)
    #expect(try ledger.statement(of: code, period: period).lines.count == 4)
  }

  @Test func anOpeningThatDoesNotAddUpStopsTheMonthEnd() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    let rows = "member,product,account,debit,credit,amount\n0001,sukarela,,,,100000\n"
    let report = try ledger.importOpeningBalances(
      csv: rows, file: "o.csv", on: day("2025-12-31"))
    #expect(report.openingDifference == 100_000)
    do {
      _ = try ledger.runMonthEnd(month("2026-01"))
      Issue.record("the month end ran")
    } catch let error as LedgerError {
      #expect(error.code == .openingIncomplete)
    }
    let complete = rows + ",,1-1000,100000,,\n"
    let second = try ledger.importOpeningBalances(
      csv: complete, file: "o.csv", on: day("2025-12-31"))
    #expect((second.stored, second.alreadyStored) == (1, 1))
    #expect(second.openingDifference == .zero)
    #expect(try ledger.runMonthEnd(month("2026-01")).outcome == .done)
  }
}
