public import KSPCore

/// Writes the list on which members sign for the SHU that is handed over to them (daftar terima
/// SHU): who has something left, and a place to sign.
public struct ShuSigningRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each member who has something left.
  public func report(of year: ShuYear) -> Report {
    let words = style.words
    let waiting = year.recipients.filter(\.left.isPositive)
    let table = ReportTable(
      waiting,
      [
        .left("member", words.number, 8) { .text($0.part.base.member.text) },
        .left("name", words.name, 30) { .optional($0.part.base.name) },
        .sum("unpaid", words.amount, 17) { .amount($0.left) },
        .left("signature", words("Tanda tangan", "Signature"), 22) { _ in .blank }.only(.people),
      ]
    ).total("\(words.total): \(waiting.count)", in: 1)
    return Report(
      "ksp.shu-signing/1", title: "\(words.shuSigningTitle) \(year.year)", subject: "\(year.year)",
      data: [
        "year": .count(year.year), "members": .rows(table), "unpaid": .amount(year.left),
      ], rows: ReportRows(table),
      blocks: [.table(table), .signatures(words.preparedAndChecked, printedOnly: true)])
  }
}

extension Wording {
  fileprivate var shuSigningTitle: String { self("DAFTAR TERIMA SHU", "LIST OF SHU RECEIVED") }
}
