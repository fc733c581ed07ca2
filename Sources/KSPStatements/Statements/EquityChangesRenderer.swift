/// Writes the changes of equity (perubahan ekuitas).
public struct EquityChangesRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// A line for each part of equity from its opening to its closing.
  public func report(of changes: EquityChanges) -> Report {
    let words = style.words
    return specification.report(
      of: changes.lines, subject: words.days(changes.period),
      head: ["from": .date(changes.period.first), "to": .date(changes.period.last)],
      tail: ["shu": .amount(changes.shu), "balances": .flag(changes.balances)],
      above: [.fields(Report.Field(words.period, words.days(changes.period)))],
      below: [
        .fields(Report.Field(words.shuOfPeriod, changes.shu.formatted)),
        .verdict(changes.balances ? words.equityAgrees : words.equityDiffers),
        .note(words.known(changes.known)),
        .signatures(words.preparedAndChecked, printedOnly: true),
      ]
    ).statement(known: changes.known)
  }

  private var specification: StatementSpecification<EquityChanges.Line> {
    let words = style.words
    return StatementSpecification(
      "ksp.equity-changes/1", title: words.equityTitle, lines: "lines",
      columns: [
        .data("code") { .text($0.code) },
        .left("label", words.description, 16) { .text(words($0.label)) },
        .sum("previous", words.opening, 15) { .amount($0.opening) },
        .sum("additions", words.additions, 15) { .unlessZero($0.additions) },
        .sum("reductions", words.reductions, 15) { .unlessZero($0.reductions) },
        .sum("amount", words.closing, 15) { .amount($0.closing) },
        .data("opening") { .amount($0.opening) }, .data("closing") { .amount($0.closing) },
      ],
      parts: [
        .section(
          StatementSection.Name.equity.rawValue, heading: words("EKUITAS", "EQUITY"),
          total: words.total)
      ])
  }
}

extension Wording {
  fileprivate var equityTitle: String {
    self("LAPORAN PERUBAHAN EKUITAS", "STATEMENT OF CHANGES IN EQUITY")
  }
  fileprivate var opening: String { self("Awal", "Opening") }
  fileprivate var additions: String { self("Bertambah", "Additions") }
  fileprivate var reductions: String { self("Berkurang", "Reductions") }
  fileprivate var closing: String { self("Akhir", "Closing") }
  fileprivate var shuOfPeriod: String { self("SHU masa ini", "SHU of the period") }
  fileprivate var equityAgrees: String {
    self(
      "Cocok: awal, yang bertambah dan yang berkurang sama dengan saldo akhir.",
      "It agrees: what was there, came and went comes to the closing balances.")
  }
  fileprivate var equityDiffers: String {
    self(
      "TIDAK COCOK dengan saldo akhir: periksalah buku ini.",
      "IT DOES NOT AGREE with the closing balances: verify the book.")
  }
}
