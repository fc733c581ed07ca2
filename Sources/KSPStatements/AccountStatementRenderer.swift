/// Writes statements of account (rekening koran), one or very many.
///
/// Many statements are a stream: `header`, then `render` for each, then nothing more. Texts are
/// parted by a form feed, so that each starts on a new page; CSV has one header and names the
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

  /// Writes one statement; in CSV with its header.
  public func render(_ document: AccountStatement, into output: inout TextOutput) {
    header(into: &output)
    append(document, into: &output)
  }

  /// Writes what comes before the first of many statements: the header row of CSV.
  public func header(into output: inout TextOutput) {
    guard style.format == .csv else { return }
    CSVWriter.header(
      ["account", "date", "voucher", "description", "debit", "credit", "balance"], into: &output)
  }

  /// Writes what parts two statements: a form feed in text, nothing elsewhere.
  public func separator(into output: inout TextOutput) {
    if style.format == .text { output.append(byte: 0x0C) }
  }

  /// Writes one statement of many.
  public func append(_ statement: AccountStatement, into output: inout TextOutput) {
    switch style.format {
    case .text: text(statement, into: &output)
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
    if let knownAt = statement.knownAt { json.field("knownAt", knownAt) }
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

  private func text(_ statement: AccountStatement, into output: inout TextOutput) {
    let words = style.words
    style.heading(words.statementTitle, into: &output)
    if let name = statement.heading.memberName {
      style.labelled(words.name, name, into: &output)
    }
    if let number = statement.heading.memberNumber {
      style.labelled(words.memberNumber, number, into: &output)
    }
    body(statement, into: &output)
  }

  /// Account, period and table, without the names above.
  func body(_ statement: AccountStatement, into output: inout TextOutput) {
    let words = style.words
    let heading = statement.heading
    style.labelled(words.account, "\(heading.account) \(words(heading.title))", into: &output)
    style.labelled(words.period, words.days(statement.period), into: &output)
    if let knownAt = statement.knownAt { output.line(words.knownAt(knownAt)) }
    output.newline()
    let table = TextTable([
      .left(words.date, 10), .left(words.voucher, 9), .left(words.description, 16),
      .right(words.debit, 13), .right(words.credit, 13), .right(words.balance, 14),
    ])
    table.header(into: &output)
    table.row(
      [
        .date(statement.period.first), .blank, .text(words.openingBalance), .blank, .blank,
        .amount(statement.opening),
      ], into: &output)
    var debit: Int128 = 0
    var credit: Int128 = 0
    for line in statement.lines {
      debit += Int128(line.debit.sen)
      credit += Int128(line.credit.sen)
      table.row(
        [
          .date(line.bookDate), .entry(line.entry), .text(words(line.text)),
          .unlessZero(line.debit), .unlessZero(line.credit), .amount(line.balance),
        ], into: &output)
    }
    table.rule(into: &output)
    table.row(
      [.blank, .blank, .text(words.total), .total(debit), .total(credit)], into: &output)
    table.row(
      [
        .date(statement.period.last), .blank, .text(words.closingBalance), .blank, .blank,
        .amount(statement.closing),
      ], into: &output)
    table.rule(into: &output)
  }
}
