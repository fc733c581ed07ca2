/// Writes what stands behind a line of a statement as a stream: its accounts, then every entry.
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
          "accounts": .rows(accounts(line)), "known": .known(line.known),
        ], into: &output)
    }
    if style.format == .html {
      PageDrawing(style: style).flow(
        "\(line.code)  \(words(line.label))", words.days(line.period), summary(line),
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
        Report.Field(words.period, words.days(line.period))),
      .table(accounts(line)), .note(words.known(line.known)),
    ]
  }

  private func accounts(_ line: LineExplanation) -> ReportTable {
    let words = style.words
    return ReportTable(
      line.accounts,
      [
        .left("code", words.code, 10) { .text($0.code.text) },
        .data("name") { .text(words($0.name)) },
        .sum("opening", words.openingBalance, 16) { .amount($0.opening) },
        .sum("debits", words.debit, 16) { .unlessZero($0.debits) },
        .sum("credits", words.credit, 16) { .unlessZero($0.credits) },
        .sum("closing", words.closingBalance, 14) { .amount($0.closing) },
      ]
    ).total(words.total).remarks { words(line.accounts[$0].name) }
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
}
