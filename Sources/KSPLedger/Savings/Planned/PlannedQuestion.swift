import KSPCore

/// Which planned savings are behind, and which have matured and could not be paid out.
enum PlannedQuestion: MonthEndQuestion {
  static func findings(_ month: EndingMonth) throws -> [MonthFinding] {
    let cards = try PlannedReader(month.book).cards(
      on: month.month.lastDay, closedThrough: try? month.month.previous())
    let behind = cards.filter { $0.state == .running && $0.missed > 0 }
    var findings: [MonthFinding] = []
    if !behind.isEmpty {
      findings.append(
        MonthFinding(
          .plannedMissed, count: behind.count,
          amount: try behind.map(\.owed).sum(),
          places: behind.map { card in
            "\(card.savings.account): \(card.missed) × \(card.savings.monthly.formatted)"
          }))
    }
    let waiting = cards.filter { $0.state == .matured }
    if !waiting.isEmpty {
      findings.append(
        MonthFinding(
          .plannedMatured, count: waiting.count, amount: try waiting.map(\.balance).sum(),
          places: waiting.map { "\($0.savings.account): \($0.balance.formatted)" }))
    }
    return findings
  }
}
