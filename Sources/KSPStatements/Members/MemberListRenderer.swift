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
    report(of: members, on: nil)
  }

  /// The same of a day, with what was asked for at the head.
  func report(of members: [MemberSummary], on list: MemberList?) -> Report {
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
      subject: list.map { words($0.asOf.inWords) } ?? "",
      data: [
        "asOf": .present(list?.asOf) { .date($0) }, "group": .present(list?.group) { .text($0) },
        "product": .present(list?.product) { .text($0.text) },
        "members": .list(members) { member.data($0) },
      ],
      rows: ReportRows(MemberRenderer.columns, members.flatMap(member.rows)),
      blocks: (list.map { [head($0)] } ?? []) + [.table(table), .table(products(members))]
        + groups(members) + style.later(than: members)
    ).statement(known: style.known)
  }

  private func head(_ list: MemberList) -> Report.Block {
    let words = style.words
    return .fields(
      Report.Field(words.asOfDay, words(list.asOf.inWords)),
      Report.Field(words.unit, list.group), Report.Field(words.product, list.product?.text))
  }

  /// What the members of each group hold; nothing where fewer than two groups are listed.
  private func groups(_ members: [MemberSummary]) -> [Report.Block] {
    let words = style.words
    let parts = Dictionary(grouping: members) { $0.member.profile.unit ?? "" }
    guard parts.count > 1 else { return [] }
    return [
      .table(
        ReportTable(
          [.left(words.unit, 48), .count(words.members, 12), .sum(words.savings, 18)],
          parts.sorted { ($0.key.isEmpty ? 1 : 0, $0.key) < ($1.key.isEmpty ? 1 : 0, $1.key) }
        ) { name, members in
          [
            .text(name.isEmpty ? "–" : name), .count(members.count),
            .total(members.flatMap(\.savings).reduce(0) { $0 + Int128($1.balance.sen) }),
          ]
        }.total(words.total))
    ]
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

/// Writes the members of a day, of a group, or with savings in a product.
public struct MembersOnDayRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each member; in CSV a row for each account.
  public func report(of list: MemberList) -> Report {
    MemberListRenderer(style).report(of: list.members, on: list)
  }
}
