/// Writes the list of members with what they have saved (nominatif).
public struct MemberListRenderer: DocumentRenderer {
  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each member; in CSV a row for each account.
  public func render(_ document: [MemberSummary], into output: inout TextOutput) {
    switch style.format {
    case .text: text(document, into: &output)
    case .csv: csv(document, into: &output)
    case .json: json(document, into: &output)
    }
  }

  private func text(_ members: [MemberSummary], into output: inout TextOutput) {
    let words = style.words
    style.heading(words.membersTitle, into: &output)
    let table = TextTable([
      .left(words.number, 10), .left(words.name, 28), .left(words.joined, 10),
      .left(words.left, 10), .right(words.savings, 18),
    ])
    table.header(into: &output)
    var total: Int128 = 0
    for summary in members {
      let savings = summary.savings.reduce(0) { $0 + Int128($1.balance.sen) }
      total += savings
      table.row(
        [
          .text(summary.member.number), .text(summary.member.profile.name),
          .date(summary.member.joinedOn), .optional(summary.member.leftOn), .total(savings),
        ], into: &output)
    }
    table.rule(into: &output)
    table.row(
      [.blank, .text("\(words.total): \(members.count)"), .blank, .blank, .total(total)],
      into: &output)
  }

  private func csv(_ members: [MemberSummary], into output: inout TextOutput) {
    MemberRenderer(style).header(into: &output)
    for summary in members { MemberRenderer(style).rows(summary, into: &output) }
  }

  private func json(_ members: [MemberSummary], into output: inout TextOutput) {
    JSONWriter.line(into: &output) { json in
      json.field("schema", "ksp.members/1")
      json.array("members") { json in
        for summary in members {
          json.object { json in MemberRenderer(style).fields(summary, into: &json) }
        }
      }
    }
  }
}
