/// Writes the chart of accounts (bagan akun) with balances.
public struct ChartRenderer: DocumentRenderer {
  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each account, in the order given.
  public func render(_ document: [Account], into output: inout TextOutput) {
    switch style.format {
    case .text, .html: style.draw(report(document), into: &output)
    case .csv: csv(document, into: &output)
    case .json: json(document, into: &output)
    }
  }

  private func report(_ accounts: [Account]) -> Report {
    let words = style.words
    let table = ReportTable(
      [
        .left(words.code, 14), .left(words.name, 34), .left(words.type, 10),
        .right(words.balance, 19),
      ], accounts
    ) { account in
      let indent = account.parent == nil ? "" : "  "
      return [
        .text(account.code.text), .text(indent + words(account.name)),
        .text(words.type(account.type)), .amount(account.balance),
      ]
    }
    return Report(title: words.chartTitle, blocks: [.table(table)])
  }

  private func csv(_ accounts: [Account], into output: inout TextOutput) {
    CSVWriter.header(
      ["code", "name", "type", "parent", "postable", "balance", "closed"], into: &output)
    for account in accounts {
      CSVWriter.row(
        [
          .text(account.code.text), .text(style.words(account.name)), .text(account.type.rawValue),
          .optional(account.parent?.text), .text(account.isPostable ? "true" : "false"),
          .amount(account.balance), .optional(account.closedOn),
        ], into: &output)
    }
  }

  private func json(_ accounts: [Account], into output: inout TextOutput) {
    JSONWriter.line(into: &output) { json in
      json.field("schema", "ksp.accounts/1")
      json.array("accounts") { json in
        for account in accounts {
          json.object { json in
            json.field("code", account.code.text)
            json.field("name", style.words(account.name))
            json.field("type", account.type.rawValue)
            json.field("parent", account.parent?.text)
            json.field("postable", account.isPostable)
            json.field("balance", account.balance)
            json.field("closed", account.closedOn)
          }
        }
      }
    }
  }
}
