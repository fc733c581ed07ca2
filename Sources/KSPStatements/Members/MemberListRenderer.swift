/// Writes the list of members with what they have saved (nominatif).
public struct MemberListRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each member; in CSV a row for each account.
  public func report(of members: [MemberSummary]) -> Report {
    let words = style.words
    let table = ReportTable(
      [
        .left(words.number, 10), .left(words.name, 28), .left(words.joined, 10),
        .left(words.left, 10), .sum(words.savings, 18),
      ], members
    ) { summary in
      [
        .text(summary.member.number.text), .text(summary.member.profile.name),
        .date(summary.member.joinedOn), .optional(summary.member.leftOn),
        .total(summary.savings.reduce(0) { $0 + Int128($1.balance.sen) }),
      ]
    }.total("\(words.total): \(members.count)", in: 1)
    let member = MemberRenderer(style)
    return Report(
      "ksp.members/1", title: words.membersTitle,
      data: ["members": .list(members) { member.data($0) }],
      rows: ReportRows(MemberRenderer.columns, members.flatMap(member.rows)),
      blocks: [.table(table), .table(products(members))] + style.later(than: members)
    ).statement(known: style.known)
  }

  /// What the members hold in each product, to be compared with the control accounts.
  private func products(_ members: [MemberSummary]) -> ReportTable {
    let words = style.words
    var order: [ProductCode] = []
    var totals: [ProductCode: (name: Phrase, accounts: Int, balance: Int128)] = [:]
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
}
