/// Writes statements of account (rekening koran), one or very many.
///
/// Many statements are a stream: `header`, `append` for each, `footer`. Texts are parted by a form
/// feed, so that each starts on a new page, as it does in HTML; CSV has one header and names the
/// account in each row; JSON is one object on each line.
///
/// ```swift
/// let renderer = AccountStatementRenderer(ReportStyle(.text, cooperative: "KSP Maju Jaya"))
/// print(renderer.string(statement))
/// ```
public struct AccountStatementRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes what comes before the first of many statements: the header row of CSV, the head of
  /// an HTML file.
  public func header(into output: inout TextOutput) {
    switch style.format {
    case .text, .json: break
    case .csv:
      ReportRows(table(nil)).header(into: &output)
    case .html: PageDrawing(style: style).open(style.words.statementTitle, into: &output)
    }
  }

  /// Writes what comes after the last of many statements: the end of an HTML file.
  public func footer(into output: inout TextOutput) {
    if style.format == .html { PageDrawing(style: style).close(into: &output) }
  }

  /// Writes what parts two statements: a form feed in text, nothing elsewhere.
  public func separator(into output: inout TextOutput) {
    if style.format == .text { output.append(byte: 0x0C) }
  }

  /// Writes one statement of many.
  public func append(_ statement: AccountStatement, into output: inout TextOutput) {
    style.append(report(of: statement), into: &output)
  }

  /// Writes one statement.
  public func report(of statement: AccountStatement) -> Report {
    let words = style.words
    let heading = statement.heading
    return Report(
      "ksp.statement/1", title: words.statementTitle,
      subject: "\(heading.account) \(heading.memberName ?? words(heading.title))",
      data: data(statement), rows: ReportRows(table(statement)),
      blocks: [
        .fields(
          Report.Field(words.name, heading.memberName),
          Report.Field(words.memberNumber, heading.memberNumber?.text))
      ] + body(statement) + [
        .note(words.known(statement.known)),
        .signatures(
          [
            Report.Signature(role: words.signatureClerk),
            Report.Signature(role: words.signatureMember, name: heading.memberName),
          ], printedOnly: true),
      ]
    ).statement(
      member: heading.memberName, memberNumber: heading.memberNumber?.text, known: statement.known)
  }

  /// Account, period and table, without the names above.
  func body(_ statement: AccountStatement) -> [Report.Block] {
    let words = style.words
    let heading = statement.heading
    return [
      .fields(
        Report.Field(words.account, "\(heading.account) \(words(heading.title))"),
        Report.Field(words.period, words.days(statement.period))),
      .table(table(statement)),
    ] + [HeldLines(style: style).block(statement.held)].compactMap(\.self)
  }

  /// What programs read of a statement, which a member's statement nests.
  func data(_ statement: AccountStatement) -> ReportRecord {
    [
      "account": .text(statement.heading.account.text), "from": .date(statement.period.first),
      "to": .date(statement.period.last), "opening": .amount(statement.opening),
      "lines": .rows(table(statement)), "closing": .amount(statement.closing),
      "held": .present(statement.held) { .record(HeldLines(style: style).data($0)) },
      "known": .known(statement.known),
      "product": .text(style.words(statement.heading.title)),
    ]
  }

  /// The lines between their balances; without a statement only the columns.
  func table(_ statement: AccountStatement?) -> ReportTable {
    let words = style.words
    let heading = statement?.heading
    let table = ReportTable(
      statement?.lines ?? [],
      columns(
        account: .optional(heading?.account.text), normal: heading?.normalSide ?? .credit)
    ).total(words.total, in: 2)
    guard let statement else { return table }
    func balance(_ date: BookDate, _ text: String, _ amount: Rupiah) -> [Cell] {
      [.date(date), .blank, .text(text), .blank, .blank, .amount(amount)]
    }
    return table.balances(
      opening: balance(statement.period.first, words.openingBalance, statement.opening),
      closing: balance(statement.period.last, words.closingBalance, statement.closing))
  }

  private func columns(
    account: Cell, normal: Side
  ) -> [ReportColumn<AccountStatement.Line>] {
    let words = style.words
    return [
      .constant("account", account).only(.csv),
      .left("date", words.date, 10) { .date($0.bookDate) },
      .left("voucher", words.voucher, 9) { .entry($0.entry) },
      .left("description", words.description, 16) { .text(words($0.text)) },
      .data("counterpart") { .optional($0.counterpart?.code.text) }.only(.json),
      .sum("debit", words.side(.debit, style.sides, normal: normal), 13) { .unlessZero($0.debit) },
      .sum("credit", words.side(.credit, style.sides, normal: normal), 13) {
        .unlessZero($0.credit)
      },
      .balance("balance", words.balance, 14) { .amount($0.balance) },
    ]
  }
}
