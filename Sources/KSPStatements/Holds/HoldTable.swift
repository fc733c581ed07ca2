import KSPCore

/// Holds, one on a line.
struct HoldTable {
  let style: ReportStyle

  /// What holds, until when, and below it why.
  func table(_ holds: [SavingsHold]) -> ReportTable {
    let words = style.words
    return ReportTable(
      holds,
      [
        .right("number", words("No.", "No."), 4) { .count($0.number) },
        .left("account", words.account, 12) { .text($0.account.text) },
        .data("member") { .text($0.member.text) },
        .left("name", words.name, 20) { .text($0.memberName) },
        .data("kind") { .coded($0.kind.rawValue, shown: words($0.kind.name)) },
        .right("amount", words.held, 14) {
          $0.amount.map { .amount($0) } ?? .text(words.amount(of: $0))
        }.only(.people),
        .data("amount") { $0.amount.map { .amount($0) } ?? .blank },
        .data("loan") { .optional($0.loan?.text) },
        .left("from", words("Mulai", "From"), 10) { .date($0.from) },
        .left("until", words("Bebas mulai", "Free from"), 15) { end($0) }.only(.people),
        .data("until") { .optional($0.until) }, .data("endsOn") { .optional($0.endsOn) },
        .data("reason") { .text($0.reason) },
        .data("releaseReason") { .optional($0.releaseReason) },
      ]
    ).remarks { index in
      let hold = holds[index]
      return [words(hold.kind.name) + ": " + hold.reason, released(hold)]
        .compactMap(\.self).joined(separator: "; ")
    }
  }

  private func released(_ hold: SavingsHold) -> String? {
    hold.releaseReason.map { style.words("dilepas: \($0)", "released: \($0)") }
  }

  /// The first free day, or what it waits for.
  private func end(_ hold: SavingsHold) -> Cell {
    hold.endsOn.map { .date($0) } ?? .text(style.words(hold.end))
  }
}
