/// Writes statements of account (rekening koran), one or very many.
///
/// Many statements are a stream: `header`, `append` for each, `footer`. Texts are parted by a form
/// feed, so that each starts on a new page, as it does in HTML; CSV has one header and names the
/// account in each row; JSON is one object on each line.
///
/// ```swift
/// let renderer = AccountStatementRenderer(ReportStyle(.text, cooperative: "KSP Maju Jaya"))
/// renderer.string(statement)
/// ```
public struct AccountStatementRenderer: DocumentRenderer {
  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes one statement; a complete file.
  public func render(_ document: AccountStatement, into output: inout TextOutput) {
    header(into: &output)
    append(document, into: &output)
    footer(into: &output)
  }

  /// Writes what comes before the first of many statements: the header row of CSV, the head of
  /// an HTML file.
  public func header(into output: inout TextOutput) {
    switch style.format {
    case .text, .json: break
    case .csv:
      CSVWriter.header(
        ["account", "date", "voucher", "description", "debit", "credit", "balance"], into: &output)
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
    switch style.format {
    case .text: TextDrawing(style: style).draw(report(statement), into: &output)
    case .html: PageDrawing(style: style).draw(report(statement), into: &output)
    case .csv: csv(statement, into: &output)
    case .json:
      JSONWriter.line(into: &output) { json in
        json.field("schema", "ksp.statement/1")
        fields(statement, into: &json)
      }
    }
  }

  /// The fields of a statement after its schema, which a member's statement nests.
  func fields(_ statement: AccountStatement, into json: inout JSONWriter) {
    json.field("account", statement.heading.account.text)
    json.field("from", statement.period.first)
    json.field("to", statement.period.last)
    json.field("opening", statement.opening)
    json.array("lines") { json in
      for line in statement.lines {
        json.object { json in
          json.field("date", line.bookDate)
          json.field("voucher", line.entry)
          json.field("description", style.words(line.text))
          json.field("debit", line.debit)
          json.field("credit", line.credit)
          json.field("balance", line.balance)
        }
      }
    }
    json.field("closing", statement.closing)
    json.field("known", Int(statement.known.event))
  }

  private func csv(_ statement: AccountStatement, into output: inout TextOutput) {
    let account = Cell.text(statement.heading.account.text)
    let words = style.words
    CSVWriter.row(
      [
        account, .date(statement.period.first), .blank, .text(words.openingBalance), .blank, .blank,
        .amount(statement.opening),
      ], into: &output)
    for line in statement.lines {
      CSVWriter.row(
        [
          account, .date(line.bookDate), .entry(line.entry), .text(words(line.text)),
          .amount(line.debit), .amount(line.credit), .amount(line.balance),
        ], into: &output)
    }
    CSVWriter.row(
      [
        account, .date(statement.period.last), .blank, .text(words.closingBalance), .blank, .blank,
        .amount(statement.closing),
      ], into: &output)
  }

  private func report(_ statement: AccountStatement) -> Report {
    let words = style.words
    let heading = statement.heading
    return Report(
      title: words.statementTitle,
      subject: "\(heading.account) \(heading.memberName ?? words(heading.title))",
      blocks: [
        .fields(
          Report.Field(words.name, heading.memberName),
          Report.Field(words.memberNumber, heading.memberNumber))
      ] + body(statement) + [
        .note(words.known(statement.known)),
        .signatures(
          [
            Report.Signature(role: words.signatureClerk),
            Report.Signature(role: words.signatureMember, name: heading.memberName),
          ], printedOnly: true),
      ])
  }

  /// Account, period and table, without the names above.
  func body(_ statement: AccountStatement) -> [Report.Block] {
    let words = style.words
    let heading = statement.heading
    let normal = heading.normalSide
    var table = ReportTable(
      [
        .left(words.date, 10), .left(words.voucher, 9), .left(words.description, 16),
        .sum(words.side(.debit, style.sides, normal: normal), 13),
        .sum(words.side(.credit, style.sides, normal: normal), 13), .balance(words.balance, 14),
      ], statement.lines
    ) { line in
      [
        .date(line.bookDate), .entry(line.entry), .text(words(line.text)),
        .unlessZero(line.debit), .unlessZero(line.credit), .amount(line.balance),
      ]
    }.total(words.total, in: 2)
    table.opening = [
      .date(statement.period.first), .blank, .text(words.openingBalance), .blank, .blank,
      .amount(statement.opening),
    ]
    table.closing = [
      .date(statement.period.last), .blank, .text(words.closingBalance), .blank, .blank,
      .amount(statement.closing),
    ]
    return [
      .fields(
        Report.Field(words.account, "\(heading.account) \(words(heading.title))"),
        Report.Field(words.period, words.days(statement.period))),
      .table(table),
    ]
  }
}
