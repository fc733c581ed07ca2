import KSPCore
import KSPTestBooks
import KSPTestSupport
import Testing

@testable import KSPLedger

/// What members have of the cooperative, beside an oracle that walks the days.
@Suite struct MemberBenefitTests {
  private static let market = MarketRates(
    loans: .percent("24", per: .year), savings: .percent("1", per: .year),
    deposits: .percent("5", per: .year))

  private func benefit(
    _ ledger: Ledger, _ year: Int = 2025, _ rates: MarketRates = market, _ plan: ShuPlan? = nil
  ) throws -> [MemberBenefit.Section: Rupiah] {
    try ledger.memberBenefit(year, against: rates, plan: plan).lines
      .reduce(into: [:]) { $0[$1.section] = try ($0[$1.section] ?? .zero) + $1.amount }
  }

  /// Sen times the difference of yearly rates in billionths, as rupiah half up.
  private func rupiah(_ exact: Int128) -> Rupiah {
    let divisor: Int128 = 365 * 1_000_000_000 * 100
    let (twice, sign): (Int128, Int128) = (abs(exact) * 2 + divisor, exact < 0 ? -1 : 1)
    return Rupiah(sen: Int64(sign * (twice / (2 * divisor))) * 100)
  }

  private func member(_ ledger: Ledger, _ number: MemberNumber, _ standing: Member.Standing) throws
  {
    _ = try ledger.addMember(
      NewMember(
        number: number, profile: MemberProfile(name: "Anggota \(number)"),
        joinedOn: day("2025-01-01"), as: standing))
  }

  /// A loan whose payout is taken back in a later year was there in the year before.
  @Test func aPayoutTakenBackLater() throws {
    let ledger = try createBook(TestFolder(), first: "2025-01")
    try member(ledger, "0001", .member)
    _ = try ledger.post(
      ManualEntry(
        on: day("2025-01-02"),
        legs: [
          .init(account: "1-1000", amount: 100_000_000),
          .init(account: "3-1300", amount: -100_000_000),
        ]))
    let loan = try ledger.disburse(
      LoanApplication(
        member: "0001", product: "menurun", amount: 10_000_000, date: day("2025-07-22")))
    let before = try #require(try benefit(ledger)[.loans])
    #expect(before.isPositive)
    for number in 1...12 { _ = try ledger.runMonthEnd(BookMonth(year: 2025, month: number)) }
    _ = try ledger.runMonthEnd(month("2026-01"))
    _ = try ledger.reverse(loan.receipt.entry)
    #expect(try benefit(ledger)[.loans] == before)
    // In its own year it stood until the end of January: 31 days of what it earned before.
    let after = try #require(try benefit(ledger, 2026)[.loans])
    #expect(after.isPositive && after < before)
  }

  /// Random savings under two rates and tiers, and a loan that is paid back, day by day.
  @Test(arguments: 1...4 as ClosedRange<UInt64>) func everyDayCounts(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let folder = try TestFolder()
    let ledger = try createBook(folder, first: "2025-01")
    let isFlat = seed.isMultiple(of: 2)
    func terms(_ month: Int, _ low: Rate, _ high: Rate) throws -> SavingsTerms {
      try SavingsTerms(
        effectiveFrom: BookMonth(year: 2025, month: month),
        interest: InterestTerms(
          tiers: [.init(from: 0, rate: low), .init(from: 1_000_000, rate: high)]))
    }
    try ledger.setSavingsTerms(
      of: "sukarela", terms(1, .percent("3", per: .year), .percent("4", per: .year)))
    try ledger.setSavingsTerms(
      of: "sukarela", terms(7, .percent("0.5", per: .month), .percent("7", per: .year)))
    try member(ledger, "0001", .member)
    try member(ledger, "0002", .prospective)
    var held: [BookDate: Int64] = [:]
    for _ in 0..<12 {
      let date = try day("2025-01-01").adding(days: Int.random(in: 0...364, using: &random))
      let amount = Rupiah(sen: Int64.random(in: 1...400_000, using: &random) * 100)
      _ = try ledger.deposit(amount, member: "0001", on: date)
      _ = try ledger.deposit(amount, member: "0002", on: date)
      held[date, default: 0] += amount.sen
    }
    let lent = try day("2025-02-10")
    let loan = try ledger.disburse(
      LoanApplication(
        member: "0001", product: isFlat ? "flat" : "menurun", amount: 12_000_000, count: 6,
        date: lent)
    ).loan
    var owed = [lent: Int64(1_200_000_000)]
    for month in 3...8 {
      let date = try BookMonth(year: 2025, month: month).firstDay.adding(days: 14)
      let receipt = try ledger.repay(loan: loan.number, on: date)
      for part in receipt.parts where part.component == .principal {
        owed[date, default: 0] -= part.amount.sen
      }
    }
    let own = Int128(loan.terms.plan.rate.billionthsPerYear)
    let (last, change) = (try day("2025-08-10"), try day("2025-07-01"))
    var (savings, loans, balance, principal): (Int128, Int128, Int128, Int128) = (0, 0, 0, 0)
    var date = try day("2025-01-01")
    while try date <= day("2025-12-31") {
      balance += Int128(held[date] ?? 0)
      principal += Int128(owed[date] ?? 0)
      let isHigh = balance >= 100_000_000
      let rate: Int128 = date < change ? (isHigh ? 40 : 30) : (isHigh ? 70 : 60)
      savings += balance * (rate - 10) * 1_000_000
      loans += principal * 240_000_000
      if principal > 0, !isFlat || date < last {
        loans -= (isFlat ? 1_200_000_000 : principal) * own
      }
      date = try date.adding(days: 1)
    }
    let found = try benefit(ledger)
    #expect(found[.savings] == rupiah(savings))
    #expect(found[.loans] == rupiah(loans))
    // The year after compares with the same.
    let next = try ledger.memberBenefit(2026, against: Self.market)
    #expect(next.lines.first { $0.section == .savings }?.previous == rupiah(savings))
  }

  /// A deposit earns what was agreed until it matures, and nothing while it waits after that.
  @Test func aTermDepositCountsUntilItMatures() throws {
    let ledger = try createBook(TestFolder(), first: "2025-01")
    try ledger.addTermProduct(
      SavingsProduct(
        code: "berjangka", name: Phrase(id: "Berjangka", en: "Term deposit"), kind: .berjangka,
        accountPrefix: "BJK", controlAccount: AccountCode("2-1100"),
        interestExpenseAccount: AccountCode("5-1000")),
      offer: TermDepositOffer(
        product: "berjangka", effectiveFrom: day("2025-01-01"),
        tiers: [.init(tenor: 3, rate: .percent("9", per: .year))], rounding: .downToRupiah))
    try member(ledger, "0001", .member)
    _ = try ledger.openTermDeposit(
      TermDepositOpening(
        member: "0001", product: "berjangka", principal: 36_500_000, tenor: 3,
        opened: day("2025-10-01"), rollOver: TermRollOver.none))
    // 92 days at 9 % less 5 %.
    #expect(try benefit(ledger)[.deposits] == 368_000)
    // 1 January is the day of maturity: from then on the market is better by all it pays.
    let waiting = try ledger.memberBenefit(2026, against: Self.market)
    let line = try #require(waiting.lines.first { $0.section == .deposits })
    #expect(line.amount == -1_825_000 && line.previous == 368_000)
    let figure = try #require(line.figure)
    #expect(figure.own == 0 && figure.market == 1_825_000)
    #expect(figure.averageBalance == 36_500_000)
  }

  /// The SHU is planned, then decided, then booked; its amount is what members get.
  @Test func theShuOfMembers() throws {
    let book = try ShuBook.opened()
    let ledger = book.ledger
    #expect(try benefit(ledger)[.shu] == nil)
    #expect(try ledger.memberBenefit(2025).shu == nil)
    let planned = try ledger.memberBenefit(2025, plan: ShuBook.plan())
    #expect(planned.shu == MemberBenefit.Shu(state: .planned, amount: 22_000_000))
    try ledger.decideShu(ShuBook.decision())
    #expect(try ledger.memberBenefit(2025).shu?.state == .decided)
    try ledger.postShu(2025, on: day("2026-03-20"))
    let posted = try ledger.memberBenefit(2025)
    #expect(posted.shu == MemberBenefit.Shu(state: .posted, amount: 22_000_000))
    #expect(posted.total == 22_000_000)
    // Without market rates the parts that have balances say so.
    #expect(posted.unrated == [.loans])
    #expect(try ledger.memberBenefit(2026).lines.first?.previous == 22_000_000)
  }

  @Test func ratesAreSettings() throws {
    let book = try ShuBook.opened()
    var settings = try book.ledger.settings
    settings.market.loans = .percent("2.5", per: .month)
    try book.ledger.updateSettings(settings)
    #expect(try book.ledger.settings.market.loans == .percent("2.5", per: .month))
    let benefit = try book.ledger.memberBenefit(2025)
    #expect(benefit.unrated == [] && benefit.rates.loans == .percent("2.5", per: .month))
    // The loans of the book cost 2.5 % a month on what was lent, as the market does.
    #expect(benefit.lines.first { $0.section == .loans }?.amount == 0)
    #expect(refusal { try book.ledger.memberBenefit(2031) } == .dateFuture)
  }
}
