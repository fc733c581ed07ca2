/// Writes what stands behind a line of a statement as a stream: what the statement prints, its
/// accounts, then every entry.
///
/// JSON has one `ksp.line/1` object and a `ksp.entry/1` object for each entry; CSV has the entries
/// as the journal has them.
package struct LineExplanationRenderer: Sendable {
  private let style: ReportStyle
  private let journal: JournalRenderer

  /// A renderer for a style.
  package init(_ style: ReportStyle) {
    self.style = style
    journal = JournalRenderer(style)
  }

  /// Writes the line with its accounts, which come before the entries.
  package func header(_ line: LineExplanation, into output: inout TextOutput) {
    let words = style.words
    switch style.format {
    case .text:
      let drawing = TextDrawing(style: style)
      drawing.heading(words.behindLine, into: &output)
      drawing.draw(blocks(line), into: &output)
      output.newline()
    case .html, .csv: journal.header(into: &output)
    case .json:
      JSONWriter.line(
        "ksp.line/1",
        [
          "code": .text(line.code), "label": .text(words(line.label)),
          "from": .date(line.period.first), "to": .date(line.period.last),
          "isCashFlow": .flag(line.isCashFlow),
          "figures": .list(line.figures) { figure in
            ["section": .text(figure.section.rawValue), "amount": .amount(figure.amount)]
          }, "accounts": .rows(accounts(line)), "known": .known(line.known),
        ], into: &output)
    }
    if style.format == .html {
      PageDrawing(style: style).flow(
        "\(line.code)  \(words(line.label))",
        "\(words.days(line.period)): \(figures(line))", summary(line),
        into: &output)
    }
  }

  /// Writes one entry.
  package func append(_ entry: PostedEntry, into output: inout TextOutput) {
    journal.append(entry, into: &output)
  }

  /// Writes what comes after the last entry.
  package func footer(count: Int, into output: inout TextOutput) {
    journal.footer(count: count, into: &output)
  }

  private func blocks(_ line: LineExplanation) -> [Report.Block] {
    let words = style.words
    return [
      .fields(
        Report.Field(words.line, "\(line.code) \(words(line.label))"),
        Report.Field(words.period, words.days(line.period)),
        Report.Field(words.printed, figures(line))),
      .table(accounts(line)), .note(words.known(line.known)),
    ]
  }

  /// What the statements print, in each section that has the line.
  private func figures(_ line: LineExplanation) -> String {
    let words = style.words
    return line.figures.map { "\(words.section($0.section)) \($0.amount.formatted)" }
      .joined(separator: ", ")
  }

  private func accounts(_ line: LineExplanation) -> ReportTable {
    let words = style.words
    let table = ReportTable(
      line.accounts,
      [
        .data("section") { .text($0.section.rawValue) },
        .left("code", words.code, 10) { .text($0.code.text) },
        .data("name") { .text(words($0.name)) },
        .sum("opening", words.openingBalance, 16) { .amount($0.opening) },
        .sum("debits", words.debit, 16) { .unlessZero($0.debits) },
        .sum("credits", words.credit, 16) { .unlessZero($0.credits) },
        .sum("closing", words.closingBalance, 14) { .amount($0.closing) },
      ]
    ).remarks { words(line.accounts[$0].name) }
    // Accounts that stand on two sides have no sum.
    return line.figures.count == 1 ? table.total(words.total) : table
  }

  /// The accounts in the columns of the journal.
  private func summary(_ line: LineExplanation) -> ReportTable {
    let words = style.words
    return ReportTable(
      [
        .left(words.code, 14), .left(words.name, 28), .right(words.debit, 17),
        .right(words.credit, 16),
      ], line.accounts
    ) { account in
      [
        .text(account.code.text), .text(words(account.name)), .amount(account.debits),
        .amount(account.credits),
      ]
    }
  }
}

extension Wording {
  fileprivate var behindLine: String { self("DI BALIK SEBUAH POS LAPORAN", "BEHIND A LINE") }
  fileprivate var line: String { self("Pos", "Line") }
  fileprivate var printed: String { self("Di laporan", "In the statement") }
}
