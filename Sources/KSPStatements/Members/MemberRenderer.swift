/// Writes one member: profile and accounts.
public struct MemberRenderer: DocumentRenderer {
  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes one member; in CSV a row for each account.
  public func render(_ document: MemberSummary, into output: inout TextOutput) {
    switch style.format {
    case .text, .html: style.draw(report(document), into: &output)
    case .csv: csv(document, into: &output)
    case .json: json(document, into: &output)
    }
  }

  private func report(_ summary: MemberSummary) -> Report {
    let words = style.words
    let member = summary.member
    let profile = member.profile
    let table = ReportTable(
      [
        .left(words.account, 16), .left(words.product, 32), .left(words.closedOn, 10),
        .sum(words.balance, 19),
      ], summary.savings
    ) { savings in
      [
        .text(savings.account.text), .text(words(savings.productName)),
        .optional(savings.closedOn), .amount(savings.balance),
      ]
    }.total(words.total)
    return Report(
      title: words.memberTitle, subject: "\(member.number) \(profile.name)",
      blocks: [
        .fields(
          Report.Field(words.number, member.number), Report.Field(words.name, profile.name),
          Report.Field(words.kind, words.kind(profile.kind)),
          Report.Field(words.nationalID, profile.nik ?? profile.npwp),
          Report.Field(words.address, profile.address), Report.Field(words.phone, profile.phone),
          Report.Field(words.joined, words(member.joinedOn.inWords)),
          Report.Field(words.left, member.leftOn.map { words($0.inWords) })),
        .table(table),
      ])
  }

  private func csv(_ summary: MemberSummary, into output: inout TextOutput) {
    header(into: &output)
    rows(summary, into: &output)
  }

  private func json(_ summary: MemberSummary, into output: inout TextOutput) {
    JSONWriter.line(into: &output) { json in
      json.field("schema", "ksp.member/1")
      fields(summary, into: &json)
    }
  }

  func header(into output: inout TextOutput) {
    CSVWriter.header(
      ["number", "name", "kind", "joined", "left", "account", "product", "balance", "closed"],
      into: &output)
  }

  func rows(_ summary: MemberSummary, into output: inout TextOutput) {
    let member: [Cell] = [
      .text(summary.member.number), .text(summary.member.profile.name),
      .text(summary.member.profile.kind.rawValue), .date(summary.member.joinedOn),
      .optional(summary.member.leftOn),
    ]
    for savings in summary.savings {
      CSVWriter.row(
        member + [
          .text(savings.account.text), .text(savings.product), .amount(savings.balance),
          .optional(savings.closedOn),
        ], into: &output)
    }
    if summary.savings.isEmpty {
      CSVWriter.row(member + [.blank, .blank, .blank, .blank], into: &output)
    }
  }

  func fields(_ summary: MemberSummary, into json: inout JSONWriter) {
    let profile = summary.member.profile
    json.field("number", summary.member.number)
    json.field("name", profile.name)
    json.field("kind", profile.kind.rawValue)
    json.field("nik", profile.nik)
    json.field("npwp", profile.npwp)
    json.field("address", profile.address)
    json.field("phone", profile.phone)
    json.field("joined", summary.member.joinedOn)
    json.field("left", summary.member.leftOn)
    json.array("accounts") { json in
      for savings in summary.savings {
        json.object { json in
          json.field("account", savings.account.text)
          json.field("product", savings.product)
          json.field("balance", savings.balance)
          json.field("closed", savings.closedOn)
        }
      }
    }
  }
}
