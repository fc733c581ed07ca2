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
    case .text: text(document, into: &output)
    case .csv: csv(document, into: &output)
    case .json: json(document, into: &output)
    }
  }

  private func text(_ balance: TrialBalance, into output: inout TextOutput) {
    let words = style.words
    style.heading(words.trialBalanceTitle, into: &output)
    style.labelled(words.asOf, words(balance.asOf.inWords), into: &output)
    if let knownAt = balance.knownAt { output.line(words.knownAt(knownAt)) }
    output.newline()
    let table = TextTable([
      .left(words.code, 12), .left(words.description, 30), .right(words.debit, 18),
      .right(words.credit, 17),
    ])
    table.header(into: &output)
    for row in balance.rows {
      table.row(
        [
          .text(row.code.text), .text(words(row.name)), .unlessZero(row.debit),
          .unlessZero(row.credit),
        ], into: &output)
    }
    table.rule(into: &output)
    table.row(
      [.blank, .text(words.total), .amount(balance.debit), .amount(balance.credit)], into: &output)
    table.rule(into: &output)
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
      if let knownAt = balance.knownAt { json.field("knownAt", knownAt) }
    }
  }
}
