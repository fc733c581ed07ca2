/// Writes everything one member owns (buku anggota), for one member or for all of them.
public struct MemberStatementRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle
  private let accounts: AccountStatementRenderer

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
    self.accounts = AccountStatementRenderer(style)
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
    style.append(report(of: statement), into: &output)
  }

  private func dues(_ card: DuesCard) -> ReportRecord {
    [
      "product": .text(card.product.text), "asOf": .date(card.asOf), "due": .amount(card.due),
      "paid": .amount(card.paid), "owed": .amount(card.owed), "ahead": .amount(card.ahead),
      "months": .texts(card.openMonths.map(\.description)),
    ]
  }

  /// How dues stand, in one line.
  private func standing(_ card: DuesCard) -> String {
    let words = style.words
    let day = words.dayInWords(card.asOf)
    guard card.owed.isZero else {
      let months = words.spans(card.openMonths)
      return words(
        "tunggakan \(card.owed.formatted) per \(day)",
        "\(card.owed.formatted) owed as of \(day)") + (months.isEmpty ? "" : " (\(months))")
    }
    guard card.ahead.isPositive else {
      return words("lunas per \(day)", "paid as of \(day)")
    }
    return words(
      "lunas per \(day), di muka \(card.ahead.formatted)",
      "paid as of \(day), \(card.ahead.formatted) ahead")
  }

  /// The line of all savings over the months; nothing for one month, which has no line.
  private func growth(_ statement: MemberStatement) -> [Report.Block] {
    let growth = statement.growth
    guard growth.count > 2 else { return [] }
    let words = style.words
    return [
      .line(
        ReportLine(
          words("Perkembangan simpanan", "Growth of savings"),
          growth.map { (words.day($0.day), $0.amount) }))
    ]
  }

  /// The member's part of an SHU, and what became of it, in one line.
  private func shu(_ shu: ShuReceived) -> Report.Block {
    let words = style.words
    let rest =
      shu.left.isZero
      ? ""
      : words("; belum dibayar \(shu.left.formatted)", "; \(shu.left.formatted) not paid yet")
    return .fields(Report.Field("SHU \(shu.year)", shu.total.formatted + rest))
  }

  /// Writes what one member owns.
  public func report(of statement: MemberStatement) -> Report {
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
    let parts = statement.accounts.map { ReportRows(accounts.table($0)) }
    let names = ReportRows(accounts.table(nil)).names
    return Report(
      "ksp.member-statement/1", title: words.memberStatementTitle,
      subject: "\(statement.member.number) \(profile.name)",
      data: [
        "number": .text(statement.member.number.text), "name": .text(profile.name),
        "accounts": .list(statement.accounts) { accounts.data($0) },
        "loans": statement.loans.isEmpty
          ? .absent : .rows(DebtTable(style: style).table(statement.loans)),
        "planned": statement.planned.isEmpty
          ? .absent : .list(statement.planned) { PlannedLines(style: style).data($0) },
        "dues": statement.dues.isEmpty ? .absent : .list(statement.dues, dues),
        "shu": statement.shu.isEmpty
          ? .absent
          : .list(statement.shu) { shu in
            [
              "year": .count(shu.year), "total": .amount(shu.total), "paid": .amount(shu.paid),
              "unpaid": .amount(shu.left),
            ]
          },
        "known": .known(statement.known),
      ],
      rows: ReportRows(names, parts.flatMap { rows in (0..<rows.count).map(rows.row) }),
      blocks: [
        .fields(
          Report.Field(words.name, profile.name),
          Report.Field(words.memberNumber, statement.member.number.text))
      ] + statement.accounts.flatMap { [.gap] + accounts.body($0) } + [
        .table(summary)
      ] + growth(statement) + statement.shu.map(shu)
        + PlannedLines(style: style).blocks(statement.planned)
        + DebtTable(style: style).blocks(statement.loans)
        + statement.dues.map { .fields(Report.Field(words.duesAsked, standing($0))) } + [
          .note(words.known(statement.known)),
          .signatures(
            [
              Report.Signature(role: words.signatureClerk),
              Report.Signature(role: words.signatureMember, name: profile.name),
            ], printedOnly: true),
        ]
    ).statement(
      member: profile.name, memberNumber: statement.member.number.text, known: statement.known)
  }
}
