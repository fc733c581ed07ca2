/// Writes the chart of accounts (bagan akun) with roles, marks and balances.
///
/// The columns of CSV are those that a new book reads its chart from, and two more: balance and
/// closed.
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
        .left(words.code, 10), .left(words.name, 31), .left(words.type, 10),
        .left(words.marks, 6), .right(words.balance, 19),
      ], accounts
    ) { account in
      let indent = account.parent == nil ? "" : "  "
      return [
        .text(account.code.text), .text(indent + words(account.name)),
        .text(words.type(account.type)), .text(words.marks(account)), .amount(account.balance),
      ]
    }.remarks { index in
      let roles = accounts[index].roles.map(\.rawValue).joined(separator: " ")
      return roles.isEmpty ? nil : "\(words.role): \(roles)"
    }
    return Report(
      title: words.chartTitle,
      blocks: [.table(table), .note(words.marksExplained)])
  }

  private func csv(_ accounts: [Account], into output: inout TextOutput) {
    CSVWriter.header(
      [
        "code", "name", "name_en", "type", "parent", "postable", "role", "line", "contra", "cash",
        "may_be_negative", "agreed_limit", "cell", "balance", "closed",
      ], into: &output)
    func flag(_ flag: Bool) -> Cell { flag ? .text("yes") : .blank }
    for account in accounts {
      let marks = account.marks
      CSVWriter.row(
        [
          .text(account.code.text), .text(account.name.indonesian), .text(account.name.english),
          .text(account.type.rawValue), .optional(account.parent?.text),
          .text(account.isPostable ? "yes" : "no"),
          .text(account.roles.map(\.rawValue).joined(separator: " ")),
          .optional(marks.statementLine), flag(marks.isContra),
          marks.isBank ? .text("bank") : flag(marks.isCash), flag(marks.mayBeNegative),
          marks.agreedLimit.isZero ? .blank : .amount(marks.agreedLimit),
          .optional(marks.healthCell.map(String.init)),
          .amount(account.balance), .optional(account.closedOn),
        ], into: &output)
    }
  }

  private func json(_ accounts: [Account], into output: inout TextOutput) {
    JSONWriter.line(into: &output) { json in
      json.field("schema", "ksp.chart/1")
      json.array("accounts") { json in
        for account in accounts {
          json.object { json in fields(account, into: &json) }
        }
      }
    }
  }

  private func fields(_ account: Account, into json: inout JSONWriter) {
    json.field("code", account.code.text)
    json.field("name", style.words(account.name))
    json.field("type", account.type.rawValue)
    json.field("parent", account.parent?.text)
    json.field("postable", account.isPostable)
    json.array("roles") { json in
      for role in account.roles { json.element(role.rawValue) }
    }
    json.field("line", account.marks.statementLine)
    json.field("contra", account.marks.isContra)
    json.field("cash", account.marks.isCash)
    json.field("bank", account.marks.isBank)
    json.field("mayBeNegative", account.marks.mayBeNegative)
    json.field("agreedLimit", account.marks.agreedLimit)
    if let cell = account.marks.healthCell {
      json.field("cell", cell)
    } else {
      json.field("cell", String?.none)
    }
    json.field("balance", account.balance)
    json.field("closed", account.closedOn)
  }
}

extension Wording {
  fileprivate var role: String { self("Peran", "Role") }
  fileprivate var marks: String { self("Tanda", "Marks") }
  fileprivate var marksExplained: String {
    self(
      "Tanda: I akun induk, K kontra, T tunai, B bank, M boleh minus.",
      "Marks: H header, C contra, $ cash, B bank, N may be negative.")
  }

  /// The marks of an account in a letter each.
  fileprivate func marks(_ account: Account) -> String {
    (account.isPostable ? "" : self("I", "H")) + (account.marks.isContra ? self("K", "C") : "")
      + (account.marks.isBank ? "B" : account.marks.isCash ? self("T", "$") : "")
      + (account.marks.mayBeNegative ? self("M", "N") : "")
  }
}
