public import KSPCore

/// Writes the words by which rows of a cash book are told (kata buku kas).
public struct CashWordsRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each word.
  public func report(of list: [CashWord]) -> Report {
    let words = style.words
    let table = table(list)
    return Report(
      "ksp.cash-words/1", title: words("KATA BUKU KAS", "WORDS OF THE CASH BOOK"),
      data: ["words": .rows(table)], rows: ReportRows(table), blocks: [.table(table)])
  }

  func table(_ list: [CashWord]) -> ReportTable {
    let words = style.words
    return ReportTable(
      list,
      [
        .left("word", words("Kata", "Word"), 24) { .text($0.word) },
        .left("account", words("Berarti", "Means"), 14) { .text($0.meaning.text) },
        .left("name", words.name, 24) { .text(words($0.name)) },
        .data("origin") { .text($0.origin.rawValue) },
        .left("originName", words("Asal", "From"), 11) { .text(words($0.origin.name)) }
          .only(.people),
      ])
  }
}
