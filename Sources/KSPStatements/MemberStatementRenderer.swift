/// Writes everything one member owns (buku anggota), for one member or for all of them.
public struct MemberStatementRenderer: DocumentRenderer {
  private let style: ReportStyle
  private let accounts: AccountStatementRenderer

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
    self.accounts = AccountStatementRenderer(style)
  }

  /// Writes one member's statements; in CSV with the header.
  public func render(_ document: MemberStatement, into output: inout TextOutput) {
    header(into: &output)
    append(document, into: &output)
  }

  /// Writes what comes before the first of many members: the header row of CSV.
  public func header(into output: inout TextOutput) {
    accounts.header(into: &output)
  }

  /// Writes what parts two members: a form feed in text, nothing elsewhere.
  public func separator(into output: inout TextOutput) {
    accounts.separator(into: &output)
  }

  /// Writes one member of many.
  public func append(_ statement: MemberStatement, into output: inout TextOutput) {
    switch style.format {
    case .text: text(statement, into: &output)
    case .csv: for account in statement.accounts { accounts.append(account, into: &output) }
    case .json:
      JSONWriter.line(into: &output) { json in
        json.field("schema", "ksp.member-statement/1")
        json.field("number", statement.member.number)
        json.field("name", statement.member.profile.name)
        json.array("accounts") { json in
          for account in statement.accounts {
            json.object { json in accounts.fields(account, into: &json) }
          }
        }
      }
    }
  }

  private func text(_ statement: MemberStatement, into output: inout TextOutput) {
    let words = style.words
    style.heading(words.memberStatementTitle, into: &output)
    style.labelled(words.name, statement.member.profile.name, into: &output)
    style.labelled(words.memberNumber, statement.member.number, into: &output)
    for account in statement.accounts {
      output.newline()
      accounts.body(account, into: &output)
    }
  }
}
