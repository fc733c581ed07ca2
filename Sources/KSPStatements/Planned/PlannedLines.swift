import KSPCore

/// How planned savings stand, beside balances on other papers.
struct PlannedLines {
  let style: ReportStyle

  /// A line for each of them; nothing without any.
  func blocks(_ cards: [PlannedSavingsCard]) -> [Report.Block] {
    guard !cards.isEmpty else { return [] }
    let words = style.words
    return [
      .fields(
        cards.map { card in
          Report.Field(
            words("Berencana", "Planned"),
            "\(card.savings.account) \(card.savings.monthly.formatted): \(words.standing(card))")
        }.compactMap(\.self), width: 16)
    ]
  }

  /// The same for programs.
  func data(_ card: PlannedSavingsCard) -> ReportRecord {
    [
      "account": .text(card.savings.account.text), "monthly": .amount(card.savings.monthly),
      "months": .count(card.savings.terms.months), "paid": .count(card.paid),
      "missed": .count(card.missed), "owed": .amount(card.owed),
      "state": .text(card.state.rawValue), "asOf": .date(card.asOf),
    ]
  }
}
