public import KSPCore

/// Writes planned savings with the months that are paid and missed (daftar simpanan berencana).
public struct PlannedListRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each account.
  public func report(of cards: [PlannedSavingsCard]) -> Report {
    let words = style.words
    let table = table(cards)
    return Report(
      "ksp.planned-savings/1",
      title: words("DAFTAR SIMPANAN BERENCANA", "PLANNED SAVINGS"),
      data: ["accounts": .rows(table)], rows: ReportRows(table),
      blocks: cards.isEmpty
        ? [.note(words("Tidak ada simpanan berencana.", "There are no planned savings."))]
        : [
          .table(table.total("\(words.total): \(cards.count)", in: 1)),
          .signatures(words.preparedAndChecked, printedOnly: true),
        ]
    ).statement(known: style.known)
  }

  private func table(_ cards: [PlannedSavingsCard]) -> ReportTable {
    let words = style.words
    return ReportTable(
      cards,
      [
        .left("account", words.account, 12) { .text($0.savings.account.text) },
        .data("member") { .text($0.savings.member.text) },
        .left("name", words.name, 14) { .text($0.savings.memberName) },
        .right("monthly", words.aMonth, 11) { .amount($0.savings.monthly) },
        .data("plannedMonths") { .count($0.savings.terms.months) },
        .right("monthsPaid", words.monthsPaid, 6) { .count($0.paid) },
        .right("missed", words("Lalai", "Missed"), 6) { .count($0.missed) },
        .sum("owed", words("Tunggakan", "Owed"), 11) { .amount($0.owed) },
        .sum("balance", words.balance, 13) { .amount($0.balance) },
        .data("from") { .text($0.savings.firstMonth.description) },
        .data("maturity") { .date($0.maturity) },
        .data("state") { .coded($0.state.rawValue, shown: words($0.state.name)) },
        .data("payTo") { .optional($0.savings.payTo?.text) },
      ]
    ).remarks { index in remark(cards[index]) }
  }

  private func remark(_ card: PlannedSavingsCard) -> String {
    let words = style.words
    let savings = card.savings
    let target = savings.payTo.map { words(", ke \($0)", ", to \($0)") } ?? ""
    let months = words(
      "\(savings.terms.months) bulan dari \(savings.firstMonth)",
      "\(savings.terms.months) months from \(savings.firstMonth)")
    return "\(words(card.state.name)), \(months)\(target)"
  }
}
