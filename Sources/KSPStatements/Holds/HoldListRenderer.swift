public import KSPCore

/// Writes holds on savings (daftar blokir): what is held of which account, until when and why.
public struct HoldListRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each hold, and below it why.
  public func report(of holds: [SavingsHold]) -> Report {
    let words = style.words
    let table = HoldTable(style: style).table(holds)
    return Report(
      "ksp.holds/1", title: words("DAFTAR BLOKIR SIMPANAN", "HOLDS ON SAVINGS"),
      data: ["holds": .rows(table)], rows: ReportRows(table),
      blocks: holds.isEmpty
        ? [.note(words("Tidak ada simpanan yang diblokir.", "No savings are held."))]
        : [.table(table), .signatures(words.preparedAndChecked, printedOnly: true)]
    ).statement(known: style.known)
  }
}
