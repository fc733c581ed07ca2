/// Writes what the closing voucher of a year moves, or moved (jurnal penutup).
public struct YearClosingRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each account of income and expense; what is left is the SHU.
  public func report(of closing: YearClosing) -> Report {
    let words = style.words
    let table = ReportTable(
      closing.lines,
      [
        .left("account", words("Akun", "Account"), 10) { .text($0.account.text) },
        .left("name", words.name, 33) { .text(words($0.name)) },
        .data("type") { .coded($0.type.rawValue, shown: words.type($0.type)) },
        .sum("income", words("Pendapatan", "Income"), 17) { amount($0, of: .income) },
        .sum("expense", words("Beban", "Expenses"), 17) { amount($0, of: .expense) },
      ]
    ).total(words.total, in: 1)
    return Report(
      "ksp.year-closing/1", title: words.yearClosingTitle, subject: closing.year.description,
      data: [
        "year": .count(closing.year.number), "outcome": .text(closing.outcome.rawValue),
        "entries": .texts(closing.entries.map(\.description)), "lines": .rows(table),
        "shu": .amount(closing.shu),
      ], rows: ReportRows(table),
      blocks: [
        .fields(
          Report.Field(words.bookYear, closing.year.description),
          Report.Field(words.outcome, words.outcome(closing.outcome)),
          Report.Field(words.yearClosedAt, closing.closedAt.map(style.moment)),
          Report.Field(words.voucher, words.vouchers(closing.entries))),
        closing.lines.isEmpty ? .note(words.nothingMoved) : .table(table),
        .fields(
          [Report.Field(words.shuOfYear, closing.shu.formatted, isStrong: true)]
            .compactMap(\.self), width: 24),
        .signatures(words.preparedAndChecked, printedOnly: true),
      ])
  }

  /// The amount in the column of its class; nothing in the other.
  private func amount(_ line: YearClosing.Line, of type: AccountType) -> Cell {
    line.type == type ? .amount(line.amount) : .blank
  }
}
