/// Writes the dues of one member, month by month (kartu wajib).
public struct DuesCardRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a table for each product.
  public func report(of dues: MemberDues) -> Report {
    let words = style.words
    let rows = dues.cards.map { card in (card, ReportRows(table(card))) }
    return Report(
      "ksp.dues-card/1", title: words.duesCardTitle, subject: "\(dues.member) \(dues.name)",
      data: [
        "asOf": .date(dues.asOf), "member": .text(dues.member.text), "name": .text(dues.name),
        "cards": .list(dues.cards, data),
      ],
      rows: ReportRows(
        ["product"] + (rows.first?.1.names ?? []),
        rows.flatMap { card, rows in
          (0..<rows.count).map { [.text(card.product.text)] + rows.row($0) }
        }),
      blocks: [
        .fields(
          Report.Field(words.name, dues.name), Report.Field(words.memberNumber, dues.member.text),
          Report.Field(words.asOfDay, words(dues.asOf.inWords)), width: 22)
      ] + (dues.cards.isEmpty ? [.note(words.nothingAsked)] : dues.cards.flatMap(blocks))
    ).statement(known: style.known)
  }

  private func blocks(_ card: DuesCard) -> [Report.Block] {
    let words = style.words
    return [
      .fields(
        Report.Field(words.product, card.product.text),
        Report.Field(words.joined, words.day(card.joinedOn)),
        Report.Field(words.left, card.leftOn.map(words.day)),
        Report.Field(words.mergedInto, card.mergedInto?.text),
        Report.Field(words.paidUntil, paidUntil(card)),
        Report.Field(words.takenOverArrears, arrears(card)?.formatted), width: 22),
      .table(table(card).total(words.total)),
      .fields(
        Report.Field(words.duesAsked, card.due.formatted),
        Report.Field(words.duesPaid, card.paid.formatted),
        Report.Field(words.duesOwed, card.owed.formatted, isStrong: true),
        Report.Field(words.duesAhead, card.ahead.isZero ? nil : card.ahead.formatted), width: 22),
    ]
  }

  private func paidUntil(_ card: DuesCard) -> String? {
    if case .paidUntil(let month) = card.takeover?.standing { style.words(month.name) } else { nil }
  }

  private func arrears(_ card: DuesCard) -> Rupiah? {
    if case .arrears(let amount) = card.takeover?.standing { amount } else { nil }
  }

  private func table(_ card: DuesCard) -> ReportTable {
    let words = style.words
    return ReportTable(
      card.months,
      [
        .left("month", words.month, 8) { words.cell($0.month) },
        .sum("due", words.duesAsked, 14) { .amount($0.due) },
        .sum("paid", words.duesPaid, 14) { .amount($0.paid) },
        .data("open") { .amount($0.open) },
        .left("paidOn", words.date, 10) { .optional($0.paidOn) },
        .left("state", words("Keadaan", "State"), 30) {
          .coded($0.stateCode, shown: words.state($0))
        },
        .data("isDue") { .flag($0.isDue) }, .data("exemption") { .optional($0.exemption) },
      ])
  }

  private func data(_ card: DuesCard) -> ReportRecord {
    [
      "product": .text(card.product.text), "joined": .date(card.joinedOn),
      "left": .date(card.leftOn), "mergedInto": .text(card.mergedInto?.text),
      "paidUntil": .text(paidUntil(card)), "takenOver": .amount(arrears(card)),
      "due": .amount(card.due), "paid": .amount(card.paid), "owed": .amount(card.owed),
      "ahead": .amount(card.ahead), "months": .rows(table(card)),
    ]
  }
}

/// Writes what is asked for as dues, and of whom (besaran wajib).
public struct DueAmountsRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each amount that was set.
  public func report(of amounts: [DueAmount]) -> Report {
    let words = style.words
    let table = ReportTable(
      amounts,
      [
        .left("product", words.product, 16) { .text($0.product.text) },
        .left("for", words("Untuk", "For"), 30) {
          .coded(code($0.scope), shown: words.scope($0.scope))
        },
        .left("from", words.effectiveFrom, 12) { words.cell($0.from) },
        .right("amount", words.amount, 19) { .amount($0.amount) },
      ])
    return Report(
      "ksp.due-amounts/1", title: words.dueAmountsTitle, data: ["amounts": .rows(table)],
      rows: ReportRows(table), blocks: [.table(table)])
  }

  private func code(_ scope: DueAmount.Scope) -> String {
    switch scope {
    case .everyone: "everyone"
    case .kind(let kind): kind.rawValue
    case .standing(let standing): standing.rawValue
    case .member(let number): "member:\(number)"
    }
  }
}
