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
    case .text: text(document, into: &output)
    case .csv: csv(document, into: &output)
    case .json: json(document, into: &output)
    }
  }

  private func text(_ summary: MemberSummary, into output: inout TextOutput) {
    let words = style.words
    let profile = summary.member.profile
    style.heading(words.memberTitle, into: &output)
    func field(_ label: String, _ value: String?) {
      if let value { style.labelled(label, value, into: &output) }
    }
    field(words.number, summary.member.number)
    field(words.name, profile.name)
    field(words.kind, words.kind(profile.kind))
    field(words.nationalID, profile.nationalID)
    field(words.address, profile.address)
    field(words.phone, profile.phone)
    field(words.joined, words(summary.member.joinedOn.inWords))
    field(words.left, summary.member.leftOn.map { words($0.inWords) })
    output.newline()
    let table = TextTable([
      .left(words.account, 16), .left(words.product, 32), .left(words.closedOn, 10),
      .right(words.balance, 19),
    ])
    table.header(into: &output)
    for savings in summary.savings {
      table.row(
        [
          .text(savings.account.text), .text(words(savings.productName)),
          .optional(savings.closedOn), .amount(savings.balance),
        ], into: &output)
    }
    table.rule(into: &output)
    let total = summary.savings.reduce(0) { $0 + Int128($1.balance.sen) }
    table.row([.text(words.total), .blank, .blank, .total(total)], into: &output)
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
    json.field("nationalID", profile.nationalID)
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
