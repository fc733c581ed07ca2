import KSPCore
import KSPStatements

extension Samples {
  private static func plannedCard(
    _ name: String, on day: String, payTo: AccountCode? = "SUK-0001",
    ending: PlannedSavings.Ending? = nil, deposits: [(String, Rupiah)]
  ) throws -> PlannedSavingsCard {
    let first = try BookMonth(year: 2025, month: 11)
    let savings = PlannedSavings(
      account: "BRC-0001", member: "0001", memberName: name,
      terms: PlannedSavingsTerms(
        of: "berencana", from: first, months: 6, rate: .percent("6.25", per: .year),
        lapsedRate: .percent("0.1", per: .month)),
      firstMonth: first, monthly: 125_000_000, payTo: payTo, ending: ending,
      deposits: try deposits.map { PlannedSavings.Deposit(try date($0.0), $0.1) })
    return try PlannedSavingsCard(
      savings, on: date(day), closedThrough: BookMonth(year: 2026, month: 3),
      balance: 251_000_000)
  }

  private static func plannedCards() throws -> [PlannedSavingsCard] {
    [
      try plannedCard(
        awkward, on: "2026-02-10",
        deposits: [("2025-11-05", 125_000_000), ("2026-01-20", 125_000_000)]),
      try plannedCard(
        "Budi", on: "2026-04-30", payTo: nil, deposits: [("2025-11-05", 125_000_000)]),
      try plannedCard(
        "Siti", on: "2026-05-04",
        ending: .init(day: date("2026-05-01"), reason: nil, entry: EntryNumber(88)),
        deposits: [("2025-11-05", 750_000_000)]),
    ]
  }

  /// Planned savings.
  static func planned(_ style: ReportStyle) throws -> [(name: String, text: String)] {
    let cards = try plannedCards()
    var member = try member()
    member.planned = cards
    var explanation = try explanation()
    explanation.planned = cards[1]
    explanation.dormantSince = try date("2024-01-05")
    return [
      (
        "planned-terms",
        PlannedTermsRenderer(style).string(
          cards.map(\.savings.terms) + [
            PlannedSavingsTerms(
              of: "hari-raya", from: try BookMonth(year: 2026, month: 1), months: 120,
              rate: .percent("10", per: .year), lapsedRate: .zero, misses: 12,
              least: 1_250_000_000)
          ])
      ),
      ("planned-savings", PlannedListRenderer(style).string(cards)),
      ("planned-card", PlannedCardRenderer(style).string(cards[0])),
      ("planned-card-lapsed", PlannedCardRenderer(style).string(cards[1])),
      ("member-planned", MemberRenderer(style).string(member)),
      ("explain-planned", InterestExplanationRenderer(style).string(explanation)),
    ]
  }
}
