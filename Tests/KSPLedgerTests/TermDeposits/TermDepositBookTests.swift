import KSPActs
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Term deposits in a book: opened, paid, rolled over, broken, pledged, taxed.
@Suite struct TermDepositBookTests {
  let folder: TestFolder
  let ledger: Ledger

  init() throws {
    folder = try TestFolder()
    ledger = try makeBook(folder)
    for number in ["0001", "0002"] as [MemberNumber] { try ledger.join(number) }
    try ledger.addTermProduct(
      .sampleDeposits,
      offer: offer(from: "2026-01-01", rate: "9%/year"))
  }

  private func offer(from date: String, rate: String) throws -> TermDepositOffer {
    TermDepositOffer(
      product: "berjangka", effectiveFrom: try day(date),
      tiers: [
        .init(tenor: 1, rate: try Rate(parsing: rate)),
        .init(tenor: 3, from: 1_000_000, rate: try Rate(parsing: rate)),
        .init(tenor: 3, from: 100_000_000, rate: try Rate(parsing: "10%/year")),
      ], rounding: .downToRupiah, penalty: try BreakPenalty(parsing: "0.5%:principal"))
  }

  private func open(
    _ principal: Rupiah, _ opened: String, _ tenor: Int = 3, payout: TermPayout? = nil,
    rollOver: TermRollOver? = nil, member: MemberNumber = "0001", reference: String? = nil
  ) throws -> Receipt {
    try ledger.openTermDeposit(
      TermDepositOpening(
        member: member, product: "berjangka", principal: principal, tenor: tenor,
        opened: day(opened), payout: payout, rollOver: rollOver), reference: reference)
  }

  private func balance(_ code: AccountCode) throws -> Rupiah {
    try ledger.statement(of: code, period: period("2026-01-01", "2026-12-31")).closing
  }

  private let first = AccountCode("BJK-0001")
  private let savings = AccountCode("SUK-0001")

  private func ahead(_ date: String) throws -> BookStatus.Terms? {
    try Ledger.open(at: folder.file(), access: .readOnly, clock: clock(on: date))
      .termDepositsAhead()
  }

  @Test("The status says what runs, and what matures in 30 days or waits")
  func status() throws {
    #expect(try ahead("2026-01-10") == nil)
    _ = try open(5_000_000, "2026-01-10", rollOver: TermRollOver.none)
    _ = try open(7_000_000, "2026-02-10", member: "0002")
    let before = try #require(try ahead("2026-03-10"))
    #expect(before.running == 2 && before.maturing == 0 && before.amount == .zero)
    let after = try #require(try ahead("2026-03-11"))
    #expect(after.until == (try day("2026-04-10")))
    #expect(after.running == 2 && after.maturing == 1 && after.amount == 5_000_000)
    #expect(after.behind == 0 && after.owed == .zero)
    for text in ["2026-01", "2026-02", "2026-03"] { _ = try ledger.runMonthEnd(month(text)) }
    let late = try #require(try ahead("2026-05-01"))
    #expect(late.running == 2 && late.maturing == 2 && late.amount == 12_000_000)
    _ = try ledger.endTermDeposit(first, on: day("2026-04-10"))
    #expect(try ahead("2026-05-01")?.running == 1)
  }

  @Test("td-february-catch-up: a later posting that crosses the limit withholds for the month")
  func februaryCatchUp() throws {
    try ledger.setSavingsTerms(
      of: "sukarela",
      SavingsTerms(
        effectiveFrom: month("2026-01"),
        interest: InterestTerms(
          method: .lowest, dayCount: .twelfth,
          tiers: [.init(from: .zero, rate: Rate(parsing: "1%/month"))],
          rounding: Rounding(.down, to: 1_000))))
    _ = try open(30_000_000, "2026-01-30", payout: .cash)
    _ = try ledger.runMonthEnd(month("2026-01"))
    _ = try ledger.deposit(2_000_000, member: "0001", on: day("2026-02-01"))
    _ = try ledger.runMonthEnd(month("2026-02"))
    let paid = try ledger.payTermInterest(through: day("2026-03-30"))
    #expect(paid.map(\.amount) == [221_917])
    #expect(paid[0].deductions.isEmpty)
    // The money in cash touches no account of hers, and is hers all the same.
    #expect(try ledger.voucher(paid[0].entry).member == "0001")
    let line = try ledger.cashBook(in: period("2026-03-30", "2026-03-30")).lines.last
    #expect(line?.entry == paid[0].entry && line?.member == "0001")
    #expect(try ledger.payTermInterest(through: day("2026-03-30")).isEmpty)
    let preview = try ledger.previewMonthEnd(month("2026-03"))
    let march = try ledger.runMonthEnd(month("2026-03"))
    #expect(preview.products.map(\.tax) == march.products.map(\.tax))
    #expect(march.products.map(\.tax).max() == 20_000)
    _ = try ledger.withdraw(1_000_000, member: "0001", on: day("2026-04-01"))
    let ahead = try ledger.previewMonthEnd(month("2026-04"))
    let april = try ledger.runMonthEnd(month("2026-04"))
    #expect(ahead.sections.map(\.code) == april.sections.map(\.code))
    #expect(april.sections.map(\.code).contains("term-deposits"))
    for (text, gross, tax) in [
      ("2026-02", 234_520, 0), ("2026-03", 241_917, 24_191), ("2026-04", 239_315, 0),
    ] as [(String, Rupiah, Rupiah)] {
      let slips = try ledger.withholdingSlips(month(text))
      #expect(slips.map(\.gross) == [gross], "\(text)")
      #expect(slips.map(\.tax) == [tax], "\(text)")
    }
    #expect(try balance(savings) == 2_015_809 - 1_000_000 + 10_000)
    let deposit = try ledger.termDeposit(first)
    #expect(deposit.paid == 3 && deposit.interest == 665_752)
    #expect(try ledger.verify().isOK)
  }

  @Test func interestThatCrossesTheLimitItselfIsTaxedWhenItIsPaid() throws {
    _ = try open(100_000_000, "2026-01-05", payout: .savings)
    let paid = try ledger.payTermInterest(through: day("2026-02-05"))
    #expect(paid.map(\.amount) == [764_384])
    #expect(paid[0].deductions.map(\.amount) == [84_931])
    #expect(try balance(savings) == 764_384)
    _ = try ledger.runMonthEnd(month("2026-01"))
    _ = try ledger.runMonthEnd(month("2026-02"))
    let slip = try #require(try ledger.withholdingSlips(month("2026-02")).first)
    // The savings that took it earned a little more.
    #expect(slip.gross > 849_315 && slip.claimed == 0)
    #expect(try slip.tax == Share.percent("10").of(slip.gross, rounded: .downToRupiah))
    #expect(try ledger.verify().isOK)
  }

  @Test func interestIsAddedRolledOverAndPaidOutAtTheEnd() throws {
    _ = try open(10_000_000, "2026-01-31", 1, payout: .maturity, rollOver: .withInterest)
    _ = try open(
      10_000_000, "2026-01-31", payout: .capitalise, rollOver: .principal, member: "0002")
    _ = try ledger.runMonthEnd(month("2026-01"))
    try ledger.setTermOffer(offer(from: "2026-02-01", rate: "6%/year"))
    _ = try ledger.runMonthEnd(month("2026-02"))
    let rolled = try ledger.termDeposit(first)
    #expect(rolled.period == 2)
    #expect(rolled.principal == 10_069_041)
    #expect(rolled.terms.rate == .percent("6", per: .year))
    #expect(try rolled.maturity == day("2026-03-31"))
    let other = try ledger.termDeposit(AccountCode("BJK-0002"))
    #expect(other.balance == 10_069_041 && other.terms.rate == .percent("9", per: .year))
    // Compared with what the simulation says of the same deposit.
    _ = try ledger.payTermInterest(through: day("2026-04-30"))
    let plan = try TermDepositPlan(
      other.terms, principal: 10_000_000, opened: day("2026-01-31"))
    #expect(try ledger.termDeposit(AccountCode("BJK-0002")).principal == plan.received)
    #expect(
      try ledger.termDeposits(maturingBefore: day("2026-06-01")).map(\.account) == [first])
    #expect(try ledger.verify().isOK)
  }

  @Test func breakingFollowsTheRuleAndCanBeWaived() throws {
    _ = try open(42_000_000, "2026-01-05", payout: .savings)
    _ = try open(42_000_000, "2026-01-05", payout: .capitalise, member: "0002")
    _ = try ledger.runMonthEnd(month("2026-01"))
    let broken = try ledger.endTermDeposit(first, on: day("2026-02-20"), reference: "C1")
    // Due on 5 February first, then 15 days, 0.5 % of the principal.
    let plan = try TermDepositPlan(
      ledger.termDeposit(first).terms, principal: 42_000_000, opened: day("2026-01-05"),
      brokenOn: day("2026-02-20"))
    #expect(broken.amount == plan.received)
    #expect(broken.deductions.map(\.amount).last == 210_000)
    let again = try ledger.endTermDeposit(first, on: day("2026-02-20"), reference: "C1")
    #expect(again.isReplay && again.amount == broken.amount && again.entry == broken.entry)
    #expect(
      refusal { try ledger.endTermDeposit(first, on: day("2026-02-21")) } == .accountClosed)
    let waived = try ledger.endTermDeposit(
      AccountCode("BJK-0002"), on: day("2026-02-20"), waiving: "meninggal")
    let whole = try TermDepositPlan(
      {
        var terms = try ledger.termDeposit(AccountCode("BJK-0002")).terms
        terms.penalty = .fixed(0)
        return terms
      }(), principal: 42_000_000, opened: day("2026-01-05"), brokenOn: day("2026-02-20"))
    #expect(waived.amount == whole.received)
    #expect(try ledger.termDeposits().isEmpty)
    #expect(try ledger.termDeposits(includingEnded: true).map(\.balance) == [0, 0])
    _ = try ledger.runMonthEnd(month("2026-02"))
    #expect(try ledger.verify().isOK)
  }

  @Test func aPledgedDepositIsNotPaidOutAndNobodyLeavesWithOne() throws {
    _ = try open(5_000_000, "2026-01-05")
    try ledger.pledgeTermDeposit(first, for: "PJ-0001")
    #expect(
      refusal { try ledger.endTermDeposit(first, on: day("2026-01-20")) } == .depositPledged)
    #expect(try ledger.termDeposit(first).pledge == "PJ-0001")
    try ledger.pledgeTermDeposit(first, for: nil)
    #expect(
      refusal { try ledger.endMembership(of: "0001", on: day("2026-01-20")) } == .depositRunning)
    for attempt in [
      { try ledger.deposit(5, member: "0001", product: "berjangka", on: day("2026-01-20")) },
      { try ledger.withdraw(5, member: "0001", product: "berjangka", on: day("2026-01-20")) },
    ] { #expect(refusal { try attempt() } == .depositOwnActs) }
    // On the day of opening a mistake is taken back without a cost.
    _ = try ledger.endTermDeposit(first, on: day("2026-01-20"), waiving: "salah ketik")
    #expect(try ledger.verify().isOK)
  }

  @Test func severalAreOpenedOnceFromSavingsOrAnEarlierBook() throws {
    _ = try ledger.deposit(3_000_000, member: "0001", on: day("2026-01-04"))
    let opening = TermDepositOpening(
      member: "0001", product: "berjangka", principal: 2_000_000, tenor: 3,
      opened: try day("2026-01-05"), certificate: "B-17", source: savings)
    let one = try ledger.openTermDeposit(opening, reference: "B1")
    let same = try ledger.openTermDeposit(opening, reference: "B1")
    #expect(same.isReplay && same.entry == one.entry && same.account == one.account)
    #expect(refusal { try ledger.openTermDeposit(opening) } != nil)
    #expect(try balance(savings) == 1_000_000)
    let taken = try ledger.openTermDeposit(
      TermDepositOpening(
        member: "0001", product: "berjangka", principal: 7_000_000, tenor: 12,
        opened: day("2025-10-15"),
        takeover: .init(asOf: day("2025-12-31"), interestPaid: 100_000),
        rate: Rate(parsing: "8%/year")))
    #expect(taken.account == AccountCode("BJK-0001-02"))
    let deposit = try ledger.termDeposit(AccountCode("BJK-0001-02"))
    #expect(deposit.paid == 2 && deposit.interest == 100_000)
    #expect(try ledger.payTermInterest(through: day("2026-01-15")).map(\.amount) == [47_562])
    #expect(try ledger.termDeposit(first).certificate == "B-17")
    #expect(try ledger.termDeposits(of: "0001").count == 2)
  }

  @Test func whatIsNotOfferedIsRefused() throws {
    #expect(refusal { try open(999_999, "2026-01-05") } == .depositRateMissing)
    #expect(refusal { try open(5_000_000, "2026-01-05", 6) } == .depositRateMissing)
    #expect(refusal { try open(5_000_000, "2025-12-31") } != nil)
    #expect(refusal { try ledger.termDeposit(savings) } == .depositUnknown)
    #expect(try ledger.verify().isOK)
  }

  /// Interest paid at maturity is taxed in the month of payment, or in the months that earned it,
  /// as the setting says: worked out here in whole rupiah, month by month.
  @Test(arguments: InterestTaxSettings.Month.allCases)
  func interestOfTheWholeTenorIsTaxedByTheSetting(_ rule: InterestTaxSettings.Month) throws {
    var settings = try ledger.settings
    settings.interestTax.severalMonths = rule
    try ledger.updateSettings(settings)
    // Savings that take the interest earn none themselves.
    try ledger.setSavingsTerms(of: "sukarela", SavingsTerms(effectiveFrom: month("2026-01")))
    var random = SplitMix64(seed: 13)
    var principals: [MemberNumber: Int] = [:]
    for index in 3...14 {
      let member = MemberNumber("00\(index < 10 ? "0" : "")\(index)")
      try ledger.join(member)
      let principal = Int.random(in: 9_000_000...45_000_000, using: &random)
      principals[member] = principal
      _ = try open(
        Rupiah(rupiah: Int64(principal)), "2026-01-12", payout: .maturity, member: member)
    }
    for name in ["2026-01", "2026-02", "2026-03"] { _ = try ledger.runMonthEnd(month(name)) }
    _ = try ledger.payTermInterest(through: day("2026-04-12"))
    _ = try ledger.runMonthEnd(month("2026-04"))
    for (member, principal) in principals {
      let gross = principal * 9 * 90 / 36_500
      // February to April earn a third each, the first of them what is left over.
      let months = rule == .payment ? [gross] : (0..<3).map { (gross + 2 - $0) / 3 }
      let tax = months.map { $0 > 240_000 ? $0 / 10 : 0 }.reduce(0, +)
      let slips = try ["2026-01", "2026-02", "2026-03", "2026-04"].flatMap {
        try ledger.withholdingSlips(month($0)).filter { $0.memberNumber == member }
      }
      #expect(try slips.map(\.gross).sum() == Rupiah(rupiah: Int64(gross)), "\(member)")
      #expect(try slips.map(\.tax).sum() == Rupiah(rupiah: Int64(tax)), "\(member)")
      #expect(slips.count == months.count)
    }
    #expect(try ledger.verify().isOK)
  }

  @Test func aMaturedDepositWaitsAndRunsAgainWhenItIsRenewed() throws {
    _ = try open(10_000_000, "2026-01-05", 1)
    _ = try ledger.runMonthEnd(month("2026-01"))
    #expect(
      refusal { try ledger.renewTermDeposit(first, on: day("2026-02-01")) }
        == .depositNotMatured)
    try ledger.renewTermDeposit(first, on: day("2026-02-10"), tenor: 3)
    let renewed = try ledger.termDeposit(first)
    #expect(renewed.period == 2 && renewed.principal == 10_000_000)
    #expect(try renewed.opened == day("2026-02-10") && renewed.maturity == day("2026-05-10"))
    #expect(try ledger.verify().isOK)
  }
}
