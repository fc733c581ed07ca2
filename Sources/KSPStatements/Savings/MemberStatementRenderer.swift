/// Writes everything one member owns (buku anggota), for one member or for all of them.
public struct MemberStatementRenderer: DocumentRenderer {
  private let style: ReportStyle
  private let accounts: AccountStatementRenderer

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
    self.accounts = AccountStatementRenderer(style)
  }

  /// Writes one member's statements; a complete file.
  public func render(_ document: MemberStatement, into output: inout TextOutput) {
    header(into: &output)
    append(document, into: &output)
    footer(into: &output)
  }

  /// Writes what comes before the first of many members: the header row of CSV, the head of an
  /// HTML file.
  public func header(into output: inout TextOutput) {
    if style.format == .html {
      PageDrawing(style: style).open(style.words.memberStatementTitle, into: &output)
    } else {
      accounts.header(into: &output)
    }
  }

  /// Writes what comes after the last of many members: the end of an HTML file.
  public func footer(into output: inout TextOutput) {
    accounts.footer(into: &output)
  }

  /// Writes what parts two members: a form feed in text, nothing elsewhere.
  public func separator(into output: inout TextOutput) {
    accounts.separator(into: &output)
  }

  /// Writes one member of many.
  public func append(_ statement: MemberStatement, into output: inout TextOutput) {
    switch style.format {
    case .text: TextDrawing(style: style).draw(report(statement), into: &output)
    case .html: PageDrawing(style: style).draw(report(statement), into: &output)
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
        json.field("known", Int(statement.known.event))
      }
    }
  }

  private func report(_ statement: MemberStatement) -> Report {
    let words = style.words
    let profile = statement.member.profile
    let summary = ReportTable(
      [.left(words.account, 16), .left(words.product, 42), .sum(words.closingBalance, 20)],
      statement.accounts
    ) { account in
      [
        .text(account.heading.account.text), .text(words(account.heading.title)),
        .amount(account.closing),
      ]
    }.total(words.total)
    return Report(
      title: words.memberStatementTitle, subject: "\(statement.member.number) \(profile.name)",
      blocks: [
        .fields(
          Report.Field(words.name, profile.name),
          Report.Field(words.memberNumber, statement.member.number))
      ] + statement.accounts.flatMap { [.gap] + accounts.body($0) } + [
        .table(summary), .note(words.known(statement.known)),
        .signatures(
          [
            Report.Signature(role: words.signatureClerk),
            Report.Signature(role: words.signatureMember, name: profile.name),
          ], printedOnly: true),
      ])
  }
}
