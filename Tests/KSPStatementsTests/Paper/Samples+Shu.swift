import KSPCore
import KSPStatements

extension Samples {
  /// The papers of an SHU in the book.
  static func shu(_ style: ReportStyle) throws -> [(name: String, text: String)] {
    let year = try shuYear()
    let payment = try ShuPayment(
      year: 2025, date: BookDate(parsing: "2026-03-21"),
      rows: [
        ShuPayment.Row(
          member: "0001", name: "Budi <Hartono>",
          uses: [.dues: 150_000, .installments: 2_300_000, .savings: 10_835_700]),
        ShuPayment.Row(member: "0002", name: "Ani", uses: [.savings: 6_000_000]),
      ], entries: [EntryNumber(901), EntryNumber(902)], skipped: ["0003"], isReplay: false)
    return [
      ("shu-decision", ShuDecisionRenderer(style).string(try shuDecision())),
      ("shu-year", ShuYearRenderer(style).string(year)),
      ("shu-signing", ShuSigningRenderer(style).string(year)),
      ("shu-slip", ShuSlipRenderer(style).string(try year.slip(of: "0001"))),
      ("member-year", MemberStatementRenderer(style).string(try memberYear())),
      ("shu-points", ShuDecisionRenderer(style).string(try pointsDecision())),
      ("shu-reward", ShuRewardRenderer(style).string(try shuRewards().payments[0])),
      ("shu-rewards", ShuRewardsRenderer(style).string(try shuRewards())),
      ("shu-payment", ShuPaymentRenderer(style).string(payment)),
    ]
  }

  private static func shuDecision() throws -> ShuDecision {
    try ShuDecision(
      year: 2025, on: BookDate(parsing: "2026-03-20"), number: "04/RAT/2026",
      plan: ShuPlan(
        ShuShares(
          capital: .percent("25"), activity: .percent("30"),
          funds: [.init("cadangan", .percent("40.5")), .init("sosial & <lain>", .percent("4.5"))]),
        bases: ShuBaseRules(
          capital: .monthEnds, activity: .averageLoan, products: ["sukarela"],
          includesLeavers: true), step: 100, restFund: "cadangan"),
      accounts: ["cadangan": "3-2000", "sosial & <lain>": "2-1520"], claimMonths: 24)
  }

  /// A member's statement of a year in which savings fell and grew, with the SHU of that year.
  private static func memberYear() throws -> MemberStatement {
    var year = try MemberStatement(
      member: try member().member, accounts: [try statement(lines: 24)], known: known)
    year.shu = [ShuReceived(year: 2026, total: 1_234_567, paid: 1_000_000, left: 234_567)]
    return year
  }

  /// A decision by points that leaves the SHU of business with others to the reserve.
  private static func pointsDecision() throws -> ShuDecision {
    try ShuDecision(
      year: 2025, on: BookDate(parsing: "2026-03-20"), number: "04/RAT/2026",
      plan: ShuPlan(
        ShuShares(
          capital: .percent("25"), activity: .percent("30"),
          funds: [.init("cadangan", .percent("45"))]),
        bases: ShuBaseRules(
          activity: .points,
          points: [ShuPointRule(.interest, per: 10_000), ShuPointRule(.savings, per: 250_000)]),
        othersFund: "cadangan"),
      accounts: ["cadangan": "3-2000"])
  }

  /// Two payments out of a fund, the second of which was taken back.
  private static func shuRewards() throws -> ShuRewards {
    func paid(
      _ name: String, _ gross: Rupiah, _ tax: Rupiah, _ entry: Int64, by reversal: Int64? = nil
    ) throws -> ShuReward {
      try ShuReward(
        ShuReward.Order(
          of: 2025, from: "pengurus & <lain>", to: name, gross, rate: .percent("5")),
        tax: tax, entry: EntryNumber(entry), date: BookDate(parsing: "2026-03-21"),
        reversedBy: reversal.map { EntryNumber($0) })
    }
    return try ShuRewards(
      year: 2025,
      funds: [
        ShuRewards.Fund(
          name: "pengurus & <lain>", account: "2-1530", amount: 2_000_000, paid: 1_234_567,
          held: 1_000_000)
      ],
      payments: [
        paid(awkward, 1_234_567, 61_728, 903), paid("Ani", 500_000, 25_000, 904, by: 905),
      ])
  }

  static func shuYear(isBooked: Bool = true) throws -> ShuYear {
    let decision = try shuDecision()
    let divided = try ShuDistribution(
      of: 40_000_000, by: decision.plan.shares,
      among: [
        ShuBase(member: "0001", name: "Budi <Hartono>", capital: 1_200_000, activity: 300_000),
        ShuBase(
          member: "0002", name: "Raden Mas Suryadiningrat Kusumo", capital: 2_400_000, activity: 0),
        ShuBase(member: "0003", name: "Ani", capital: 400_000, activity: 50_000),
      ], step: 100)
    return try ShuYear(
      2025, decision.plan, decision,
      posting: isBooked
        ? ShuYear.Posting(entry: EntryNumber(900), date: BookDate(parsing: "2026-03-20")) : nil,
      divided,
      [
        ShuYear.Recipient(part: divided.parts[0], paid: 150_000),
        ShuYear.Recipient(part: divided.parts[1], paid: divided.parts[1].total),
        ShuYear.Recipient(
          part: divided.parts[2], forfeited: divided.parts[2].total,
          leftOn: BookDate(parsing: "2026-02-28")),
      ])
  }
}
