/// Writes a trial balance (neraca saldo).
public struct TrialBalanceRenderer: DocumentRenderer {
  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes the accounts with their balances, and the totals of both columns.
  public func render(_ document: TrialBalance, into output: inout TextOutput) {
    switch style.format {
    case .text, .html: style.draw(report(document), into: &output)
    case .csv: csv(document, into: &output)
    case .json: json(document, into: &output)
    }
  }

  private func report(_ balance: TrialBalance) -> Report {
    let words = style.words
    let table = ReportTable(
      [
        .left(words.code, 12), .left(words.description, 30), .sum(words.debit, 18),
        .sum(words.credit, 17),
      ], balance.rows
    ) { row in
      [
        .text(row.code.text), .text(words(row.name)), .unlessZero(row.debit),
        .unlessZero(row.credit),
      ]
    }.total(words.total, in: 1)
    let asOf = words(balance.asOf.inWords)
    return Report(
      title: words.trialBalanceTitle, subject: asOf,
      blocks: [
        .fields(Report.Field(words.asOf, asOf)), .table(table),
        .note(words.known(balance.known)),
        .signatures(words.preparedAndChecked, printedOnly: true),
      ])
  }

  private func csv(_ balance: TrialBalance, into output: inout TextOutput) {
    CSVWriter.header(["code", "name", "debit", "credit"], into: &output)
    for row in balance.rows {
      CSVWriter.row(
        [
          .text(row.code.text), .text(style.words(row.name)), .amount(row.debit),
          .amount(row.credit),
        ],
        into: &output)
    }
  }

  private func json(_ balance: TrialBalance, into output: inout TextOutput) {
    JSONWriter.line(into: &output) { json in
      json.field("schema", "ksp.trial-balance/1")
      json.field("asOf", balance.asOf)
      json.array("accounts") { json in
        for row in balance.rows {
          json.object { json in
            json.field("code", row.code.text)
            json.field("name", style.words(row.name))
            json.field("debit", row.debit)
            json.field("credit", row.credit)
          }
        }
      }
      json.field("debit", balance.debit)
      json.field("credit", balance.credit)
      json.field("known", Int(balance.known.event))
    }
  }
}
