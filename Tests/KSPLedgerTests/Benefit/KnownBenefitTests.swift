import KSPActs
import KSPCore
import KSPLedger
import KSPStatements
import KSPTestBooks
import KSPTestSupport
import Testing

/// What members have of the cooperative, printed after every act, comes out again byte for byte
/// once all else has been recorded, also about the same days.
@Suite struct KnownBenefitTests {
  private typealias Act = (name: String, run: @Sendable (Ledger) throws -> Void)

  /// Acts in the order in which they are recorded, each about what the statement is made of.
  private static let acts = whileOpen + afterwards

  /// What is recorded from the first closing of a month on.
  private static let afterwards: [Act] = [
    ("somebody leaves", { _ = try $0.endMembership(of: "0005", on: day("2025-01-25")) }),
    (
      "the months",
      { for number in 1...12 { _ = try $0.runMonthEnd(BookMonth(year: 2025, month: number)) } }
    ),
    (
      "a later year",
      {
        _ = try $0.withdraw(3_000_000, member: "0001", on: day("2026-01-05"))
        _ = try $0.deposit(2_000_000, member: "0003", on: day("2026-01-05"))
      }
    ),
    ("entered twice", { try $0.mergeMember("0007", into: "0006", on: day("2026-01-20")) }),
    (
      "the meeting",
      { ledger in
        try YearBook.adjust(ledger, 2025, 7_000_000)
        try ledger.runYearEnd(2025)
        try ledger.ratifyYear(2025, on: day("2026-01-22"), decision: "RAT 1/2026")
      }
    ),
    ("decided", { try $0.decideShu(decision("1", capital: 30)) }),
    ("decided anew", { try $0.decideShu(decision("2", capital: 35)) }),
    ("divided", { try $0.postShu(2025, on: day("2026-01-25")) }),
    (
      "taken back",
      { ledger in
        let entry = try #require(ledger.shu(2025).posting?.entry)
        _ = try ledger.reverse(entry, on: day("2026-01-26"))
      }
    ),
    ("decided once more", { try $0.decideShu(decision("3", capital: 40)) }),
    ("divided again", { try $0.postShu(2025, on: day("2026-01-27")) }),
  ]

  /// What is recorded while all months are open.
  private static let whileOpen: [Act] = [
    ("what is the market's", { try $0.set { $0.market = try market("18", "1") } }),
    ("savings", { _ = try $0.deposit(9_000_000, member: "0001", on: day("2025-01-05")) }),
    ("who saves becomes a member", { try $0.give("0003", .member, since: "2025-02-01") }),
    ("another one is none any more", { try $0.give("0002", .prospective, since: "2025-02-01") }),
    (
      "joined earlier",
      { ledger in
        let profile = try ledger.member("0004").member.profile
        _ = try ledger.updateMember(
          "0004", profile: profile, joined: day("2024-02-01"), note: EntryNote(memo: "Ralat"))
      }
    ),
    ("terms", { try $0.setSavingsTerms(of: "sukarela", terms("2025-01", "5")) }),
    ("the same anew", { try $0.setSavingsTerms(of: "sukarela", terms("2025-01", "4")) }),
    ("later terms", { try $0.setSavingsTerms(of: "sukarela", terms("2025-07", "6")) }),
    ("another market", { try $0.set { $0.market = try market("15", "2") } }),
    ("another year", { try $0.set { $0.yearStart = .march } }),
    ("a loan", { try $0.lend("flat", to: "0001") }),
    ("as ever", { try $0.set { $0.yearStart = .january } }),
    ("paid ahead", { _ = try $0.repay(6_000_000, loan: "PJ-0001", on: day("2025-01-15")) }),
    (
      "a mistake",
      { ledger in
        let entry = try #require(ledger.knowledge().entry)
        _ = try ledger.reverse(entry, on: day("2025-01-15"))
      }
    ),
    (
      "a new plan",
      {
        _ = try $0.rescheduleLoan(
          "PJ-0001", on: day("2025-01-20"), count: 18, rate: Rate(parsing: "1%/month"))
      }
    ),
    (
      "a deposit",
      { ledger in
        _ = try ledger.openTermDeposit(
          TermDepositOpening(
            member: "0001", product: "berjangka", principal: 4_000_000, tenor: 3,
            opened: start, rollOver: .principal))
      }
    ),
    ("rolled over", { _ = try $0.payTermInterest(through: day("2025-04-10")) }),
    (
      "another product",
      { ledger in
        try ledger.addSavingsProduct(.sample("baru", prefix: "BRU"), terms: terms("2025-01", "7"))
        _ = try ledger.deposit(1_000_000, member: "0001", product: "baru", on: start)
      }
    ),
  ]

  private static var start: BookDate { get throws { try day("2025-01-07") } }

  private static func market(_ loans: String, _ savings: String) throws -> MarketRates {
    try MarketRates(
      loans: Rate(parsing: "\(loans)%/year"), savings: Rate(parsing: "\(savings)%/year"),
      deposits: Rate(parsing: "5%/year"))
  }

  private static func terms(_ from: String, _ rate: String) throws -> SavingsTerms {
    try SavingsTerms(
      effectiveFrom: month(from),
      interest: InterestTerms(tiers: [.init(from: 0, rate: Rate(parsing: "\(rate)%/year"))]))
  }

  /// Parts are rounded, so that the sum of all of them tells who takes part.
  private static func plan(capital: Int = 25) throws -> ShuPlan {
    try ShuPlan(
      ShuShares(
        capital: Share(parsing: "\(capital)%"), activity: .percent("20"),
        funds: [.init("cadangan", Share(parsing: "\(80 - capital)%"))]), step: 1_000)
  }

  private static func decision(_ number: String, capital: Int) throws -> ShuDecision {
    try ShuDecision(
      year: 2025, on: day("2026-01-22"), number: "RAT \(number)/2026", plan: plan(capital: capital),
      accounts: ["cadangan": "3-2000"])
  }

  /// A book of seven people, of whom two will turn out to be one. What each of them brought is such
  /// that the rounded SHU of all is another one without them.
  private static func opened(in folder: TestFolder) throws -> Ledger {
    let ledger = try createBook(folder, first: "2025-01")
    let late: Set<MemberNumber> = ["0004", "0006"]
    for number in (1...7).map({ MemberNumber("000\($0)") }) {
      _ = try ledger.addMember(
        NewMember(
          number: number, profile: MemberProfile(name: "Anggota \(number)"),
          joinedOn: day(late.contains(number) ? "2026-01-05" : "2024-02-01"),
          as: number == "0003" ? .prospective : .member))
    }
    for csv in [
      """
      member,wajib
      0001,930000
      0002,610000
      0004,470000
      0005,340000
      0006,290000
      0007,130000
      """, "account,debit,credit\n1-1000,100000000,\n3-1300,,97230000",
    ] {
      _ = try ledger.importOpeningBalances(csv: csv, file: "awal.csv", on: day("2024-12-31"))
    }
    for (member, amount) in [("0003", 4_000_000), ("0005", 250_000)] as [(MemberNumber, Rupiah)] {
      _ = try ledger.deposit(amount, member: member, on: start)
    }
    try Poster(ledger).post("2025-01-06", ("1-1000", 40_000_000), ("4-1200", -40_000_000))
    try ledger.addTermProduct(
      .sampleDeposits,
      offer: TermDepositOffer(
        product: "berjangka", effectiveFrom: day("2025-01-01"),
        tiers: [.init(tenor: 3, rate: Rate(parsing: "7%/year"))]))
    guard var terms = try ledger.loanTerms(of: "flat").last else { return ledger }
    terms.prepayment = .smallerInstallments
    try ledger.setLoanTerms(of: "flat", terms)
    return ledger
  }

  @Test func everyPrintComesOutAgain() throws {
    let folder = try TestFolder()
    let ledger = try Self.opened(in: folder)
    let plan = try Self.plan()
    func print(at point: KnowledgePoint? = nil) throws -> [String] {
      try [2025, 2026].map { year in
        try MemberBenefitRenderer(ReportStyle(.json)).string(
          ledger.memberBenefit(year, plan: plan, asRecordedThrough: point))
      }
    }
    func known() throws -> Int64 { try ledger.knowledge().event }
    var prints = [(act: "nothing", event: try known(), papers: try print())]
    for (name, run) in Self.acts {
      try run(ledger)
      prints.append((name, try known(), try print()))
    }
    for (act, event, papers) in prints {
      #expect(try print(at: .event(event)) == papers, "\(act)")
      #expect(papers.allSatisfy { $0.contains("\"known\":\(event),") }, "\(act)")
    }
    // Each act changed more than the point, so every print is held against acts that would show.
    func figures(_ papers: [String]) -> [Substring?] {
      papers.map { $0.split(separator: ",\"known\":").first }
    }
    for (one, next) in zip(prints, prints.dropFirst()) {
      #expect(figures(one.papers) != figures(next.papers), "\(next.act)")
    }
  }
}

extension Ledger {
  fileprivate func set(_ edit: (inout BookSettings) throws -> Void) throws {
    var settings = try settings
    try edit(&settings)
    try updateSettings(settings)
  }

  fileprivate func give(
    _ number: MemberNumber, _ standing: Member.Standing, since date: String
  ) throws {
    _ = try updateMember(
      number, profile: member(number).member.profile,
      membership: Member.Membership(standing, since: day(date)))
  }

  fileprivate func lend(_ product: ProductCode, to member: MemberNumber) throws {
    _ = try disburse(
      LoanApplication(
        member: member, product: product, amount: 12_000_000, count: 12, date: day("2025-01-10")))
  }
}
