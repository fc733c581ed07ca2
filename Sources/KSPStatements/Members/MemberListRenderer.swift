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
    case .text, .html: style.draw(report(document), into: &output)
    case .csv: csv(document, into: &output)
    case .json: json(document, into: &output)
    }
  }

  private func report(_ members: [MemberSummary]) -> Report {
    let words = style.words
    let table = ReportTable(
      [
        .left(words.number, 10), .left(words.name, 28), .left(words.joined, 10),
        .left(words.left, 10), .sum(words.savings, 18),
      ], members
    ) { summary in
      [
        .text(summary.member.number), .text(summary.member.profile.name),
        .date(summary.member.joinedOn), .optional(summary.member.leftOn),
        .total(summary.savings.reduce(0) { $0 + Int128($1.balance.sen) }),
      ]
    }.total("\(words.total): \(members.count)", in: 1)
    return Report(
      title: words.membersTitle,
      blocks: [.table(table), .table(products(members))] + style.later(than: members))
  }

  /// What the members hold in each product, to be compared with the control accounts.
  private func products(_ members: [MemberSummary]) -> ReportTable {
    let words = style.words
    var order: [String] = []
    var totals: [String: (name: Phrase, accounts: Int, balance: Int128)] = [:]
    for savings in members.lazy.flatMap(\.savings) {
      if totals[savings.product] == nil { order.append(savings.product) }
      var total = totals[savings.product] ?? (savings.productName, 0, 0)
      total.accounts += savings.closedOn == nil ? 1 : 0
      total.balance += Int128(savings.balance.sen)
      totals[savings.product] = total
    }
    return ReportTable(
      [.left(words.product, 48), .count(words.accounts, 12), .sum(words.savings, 18)],
      order.compactMap { totals[$0] }
    ) { total in
      [.text(words(total.name)), .count(total.accounts), .total(total.balance)]
    }.total(words.total)
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
