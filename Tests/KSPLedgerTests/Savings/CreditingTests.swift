import GRDB
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Interest that is credited by period: what waits, what a period credits, what lapses.
@Suite struct CreditingTests {
  private static let account: AccountCode = "SUK-0001"

  /// A book whose sukarela savings pay a percent a month on the whole, credited as given.
  private static func book(
    _ crediting: InterestCrediting, leaving: SavingsTerms.LeavingInterest = .none,
    tiers: [InterestTerms.Tier]? = nil
  ) throws -> Ledger {
    let ledger = try makeBook(TestFolder())
    try set(ledger, crediting, leaving: leaving, tiers: tiers)
    try ledger.join("0001")
    return ledger
  }

  private static func set(
    _ ledger: Ledger, from first: String = "2026-01", _ crediting: InterestCrediting,
    leaving: SavingsTerms.LeavingInterest = .none, tiers: [InterestTerms.Tier]? = nil
  ) throws {
    try ledger.setSavingsTerms(
      of: "sukarela",
      SavingsTerms(
        effectiveFrom: month(first),
        interest: InterestTerms(
          dayCount: .twelfth,
          tiers: tiers ?? [.init(from: .zero, rate: .percent("1", per: .month))],
          crediting: crediting), leavingInterest: leaving))
  }

  private static func close(_ ledger: Ledger, _ months: String...) throws {
    for text in months { _ = try ledger.runMonthEnd(month(text)) }
  }

  private static func balance(_ code: AccountCode, _ ledger: Ledger) throws -> Rupiah {
    try ledger.account(code).balance
  }

  private static func failed(_ ledger: Ledger) throws -> [String] {
    try ledger.verify().checks.filter { $0.count > 0 }.map(\.name)
  }

  @Test func aQuarterCreditsThreeMonthsAndIsTaxedInTheMonthThatCredits() throws {
    let ledger = try Self.book(InterestCrediting(.quarterly, isAccrued: true))
    _ = try ledger.deposit(10_000_000, member: "0001", on: day("2026-01-01"))
    try Self.close(ledger, "2026-01", "2026-02")
    // Two months wait, set aside, and earn nothing themselves.
    #expect(try Self.balance(Self.account, ledger) == 10_000_000)
    #expect(try Self.balance("2-1300", ledger) == 200_000)
    #expect(try ledger.withholdingSlips(month("2026-02")).isEmpty)
    let february = try ledger.explain(Self.account, month("2026-02"))
    #expect(february.waiting?.months.map(\.month) == [try month("2026-01")])
    #expect(february.waiting?.interest.remaining == 200_000 && february.agrees)
    #expect(february.waiting?.creditedIn == (try month("2026-03")))
    let preview = try ledger.previewMonthEnd(month("2026-03"))
    let report = try ledger.runMonthEnd(month("2026-03"))
    #expect(preview.products.map(\.gross) == report.products.map(\.gross))
    #expect(preview.sections.map(\.code) == report.sections.map(\.code))
    #expect(report.products.first { $0.code == "sukarela" }?.gross == 300_000)
    // Rp300.000 in one month lies above the threshold: a tenth of the whole.
    #expect(try ledger.withholdingSlips(month("2026-03")).map(\.tax) == [30_000])
    #expect(try Self.balance(Self.account, ledger) == 10_270_000)
    #expect(try Self.balance("2-1300", ledger) == 0)
    #expect(try Self.balance("5-1000", ledger) == 300_000)
    let march = try ledger.explain(Self.account, month("2026-03"))
    #expect(march.waiting?.months.map(\.earned) == [100_000, 100_000])
    #expect(march.posted?.gross == 300_000 && march.agrees)
    #expect(
      try ledger.monthEnd(month("2026-02"))?.sections.map(\.code)
        == ["waiting-interest", "accruals"])
    #expect(try Self.failed(ledger) == [])
  }

  @Test func lessThanTheLeastIsCarriedOrLapses() throws {
    for below in InterestCrediting.BelowLeast.allCases {
      let ledger = try Self.book(InterestCrediting(least: 2_500, belowLeast: below))
      _ = try ledger.deposit(100_000, member: "0001", on: day("2026-01-01"))
      try Self.close(ledger, "2026-01", "2026-02", "2026-03")
      let isCarried = below == .carried
      #expect(try Self.balance(Self.account, ledger) == (isCarried ? 103_000 : 100_000))
      let working = try ledger.explain(Self.account, month("2026-02"))
      #expect(working.waiting?.interest.dropped == (isCarried ? 0 : 1_000))
      #expect(working.waiting?.months.count == (isCarried ? 1 : 0))
      let march = try ledger.explain(Self.account, month("2026-03"))
      #expect(march.credited == (isCarried ? 3_000 : 0) && march.agrees)
      let lines = try ledger.monthEnd(month("2026-02"))?.sections
        .first { $0.code == "waiting-interest" }?.lines
      #expect(lines?.map(\.amount) == [isCarried ? 2_000 : 1_000])
      #expect(try Self.failed(ledger) == [])
    }
  }

  @Test func whoLeavesGetsWhatRanAsTheTermsSay() throws {
    // Two months of 100.000; in March nine days of thirty-one, of a month's 100.000.
    let expected: [SavingsTerms.LeavingInterest: Rupiah] = [
      .none: 200_000, .dayBefore: 229_032, .forfeit: 0,
    ]
    for (rule, amount) in expected {
      let ledger = try Self.book(InterestCrediting(.quarterly, isAccrued: true), leaving: rule)
      _ = try ledger.deposit(10_000_000, member: "0001", on: day("2026-01-01"))
      try Self.close(ledger, "2026-01", "2026-02")
      let left = try ledger.endMembership(of: "0001", on: day("2026-03-10"))
      #expect(left.receipt?.amount == (try 10_000_000 + amount), "\(rule)")
      try Self.close(ledger, "2026-03")
      // What was set aside is brought back, paid or lost.
      #expect(try Self.balance("2-1300", ledger) == 0, "\(rule)")
      #expect(try Self.balance("5-1000", ledger) == amount, "\(rule)")
      #expect(try Self.failed(ledger) == [], "\(rule)")
    }
  }

  @Test func ratesGoByHowSomebodyBelongsAtTheEndOfTheMonth() throws {
    let ledger = try Self.book(
      InterestCrediting(),
      tiers: [
        .init(from: .zero, rate: .percent("1", per: .month)),
        .init(from: .zero, rate: .percent("0.5", per: .month), for: .honorary),
        .init(from: 5_000_000, rate: .percent("0.6", per: .month), for: .honorary),
      ])
    _ = try ledger.addMember(
      NewMember(
        number: "0002", profile: MemberProfile(name: "Luar biasa"), joinedOn: day("2026-01-01"),
        as: .honorary))
    for member in ["0001", "0002"] as [MemberNumber] {
      _ = try ledger.deposit(1_000_000, member: member, on: day("2026-01-01"))
    }
    try Self.close(ledger, "2026-01")
    let rows = try ledger.monthInterest(month("2026-01")).rows
    #expect(rows.map(\.gross) == [10_000, 5_000])
    let profile = try ledger.member("0002").member.profile
    #expect(throws: LedgerError.self) {
      try ledger.updateMember(
        "0002", profile: profile, membership: Member.Membership(.member, since: day("2026-01-20")))
    }
    try ledger.updateMember(
      "0002", profile: profile, membership: Member.Membership(.member, since: day("2026-02-20")))
    try Self.close(ledger, "2026-02")
    #expect(try ledger.monthInterest(month("2026-02")).rows.map(\.gross) == [10_100, 10_050])
    #expect(try Self.failed(ledger) == [])
  }

  @Test func whatIsCorrectedIsTheMonthThatWaited() throws {
    let ledger = try Self.book(InterestCrediting(.quarterly))
    _ = try ledger.deposit(1_000_000, member: "0001", on: day("2026-01-01"))
    try Self.close(ledger, "2026-01", "2026-02", "2026-03")
    #expect(try Self.balance(Self.account, ledger) == 1_030_000)
    // A deposit of January that came in April.
    let late = try ledger.deposit(500_000, member: "0001", on: day("2026-04-01"))
    let correction = try ledger.correctInterest(
      of: Self.account, in: month("2026-01"), valued: [late.entry: day("2026-01-01")],
      on: day("2026-04-01"))
    #expect(correction.paid == 10_000 && correction.difference == 5_000)
    // It counts in February and March too, and what January brings only after the quarter.
    let next = try ledger.correctInterest(
      of: Self.account, in: month("2026-02"), on: day("2026-04-01"))
    #expect(next.paid == 10_000 && next.difference == 5_000)
    #expect(try Self.failed(ledger) == [])
  }

  @Test func aProductThatPaysNoMoreCreditsWhatWaits() throws {
    let ledger = try Self.book(InterestCrediting(.yearly, isAccrued: true))
    _ = try ledger.deposit(1_000_000, member: "0001", on: day("2026-01-01"))
    try Self.close(ledger, "2026-01")
    try ledger.setSavingsTerms(
      of: "sukarela", SavingsTerms(effectiveFrom: month("2026-02")))
    try Self.close(ledger, "2026-02", "2026-03")
    #expect(try Self.balance(Self.account, ledger) == 1_010_000)
    #expect(try Self.balance("2-1300", ledger) == 0)
    #expect(try Self.failed(ledger) == [])
  }

  @Test(arguments: [
    ("UPDATE waitingInterest SET earned = earned + 100 WHERE month = 24312", "interest.waiting"),
    (
      "UPDATE waitingSettlement SET waited = waited + 100, running = running - 100",
      "interest.settled"
    ),
    ("DELETE FROM waitingSettlement", "interest.settled"),
  ])
  func verifyFinds(_ sql: String, _ check: String) throws {
    let checks = try RichBook.failures(after: sql)
    #expect(checks.contains { $0.name == check }, "\(checks.map(\.name))")
  }
}
