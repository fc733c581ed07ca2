/// Writes the installments that fall due in a period (daftar tagihan).
public struct DueListRenderer: DocumentRenderer {
  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each installment.
  public func render(_ document: DueList, into output: inout TextOutput) {
    switch style.format {
    case .text, .html: style.draw(report(document), into: &output)
    case .csv: csv(document, into: &output)
    case .json: json(document, into: &output)
    }
  }

  private func report(_ list: DueList) -> Report {
    let words = style.words
    let isThere = DueListRenderer.hasAdministration(list)
    let third: [TextTable.Column] = isThere ? [.sum(words.administrationShort, 8)] : []
    let table = ReportTable(
      [
        .left(words.due, 10), .left(words.loan, 9), .left(words.name, isThere ? 11 : 14),
        .right(words.ordinal, 3), .sum(words.principal, isThere ? 12 : 13),
        .sum(words.interest, isThere ? 10 : 11),
      ] + third + [.sum(words.total, isThere ? 11 : 14)], list.rows
    ) { row in
      [
        .date(row.open.installment.due), .text(row.loan.number),
        .text("\(row.loan.memberNumber) \(row.loan.memberName)"),
        .count(row.open.installment.number), .amount(row.open.principal),
        .amount(row.open.interest),
      ] + (isThere ? [.amount(row.open.administration)] : []) + [
        .total(Int128(row.open.total.sen))
      ]
    }.total("\(words.total): \(list.rows.count)", in: 2)
    let period = words.days(list.period)
    return Report(
      title: words.dueTitle, subject: period,
      blocks: [
        .fields(Report.Field(words.period, period)), .table(table),
        .signatures(words.preparedAndChecked, printedOnly: true),
      ])
  }

  private static func hasAdministration(_ list: DueList) -> Bool {
    list.rows.contains { !$0.open.administration.isZero }
  }

  private func csv(_ list: DueList, into output: inout TextOutput) {
    let isThere = DueListRenderer.hasAdministration(list)
    CSVWriter.header(
      [
        "due", "loan", "member_number", "member", "product", "number", "principal", "interest",
        "total",
      ] + (isThere ? ["administration"] : []), into: &output)
    for row in list.rows {
      CSVWriter.row(
        [
          .date(row.open.installment.due), .text(row.loan.number), .text(row.loan.memberNumber),
          .text(row.loan.memberName), .text(row.loan.product),
          .count(row.open.installment.number), .amount(row.open.principal),
          .amount(row.open.interest),
          .amount(row.open.total),
        ] + (isThere ? [.amount(row.open.administration)] : []), into: &output)
    }
  }

  private func json(_ list: DueList, into output: inout TextOutput) {
    JSONWriter.line(into: &output) { json in
      json.field("schema", "ksp.due/1")
      json.field("from", list.period.first)
      json.field("to", list.period.last)
      json.array("installments") { json in
        for row in list.rows {
          json.object { json in
            json.field("due", row.open.installment.due)
            json.field("loan", row.loan.number)
            json.field("memberNumber", row.loan.memberNumber)
            json.field("member", row.loan.memberName)
            json.field("product", row.loan.product)
            json.field("number", row.open.installment.number)
            json.field("principal", row.open.principal)
            json.field("interest", row.open.interest)
            json.field("administration", row.open.administration)
            json.field("total", row.open.total)
          }
        }
      }
    }
  }
}

/// Writes what it takes to settle a loan on a day (perhitungan pelunasan).
public struct SettlementQuoteRenderer: DocumentRenderer {
  /// A quote with the loan that it is for.
  public struct Quote: Hashable, Sendable {
    /// The loan.
    public let loan: Loan
    /// What it takes.
    public let quote: SettlementQuote

    /// Pairs a loan with a quote.
    public init(loan: Loan, quote: SettlementQuote) {
      self.loan = loan
      self.quote = quote
    }
  }

  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes one quote; in CSV one row.
  public func render(_ document: Quote, into output: inout TextOutput) {
    let (loan, quote) = (document.loan, document.quote)
    switch style.format {
    case .text, .html: style.draw(report(document), into: &output)
    case .csv:
      let more = [("administration", quote.administration), ("returned", quote.returned)]
        .filter { !$0.1.isZero }
      CSVWriter.header(
        ["loan", "date", "principal", "interest", "late_fee", "penalty", "total"] + more.map(\.0),
        into: &output)
      CSVWriter.row(
        [
          .text(loan.number), .date(quote.asOf), .amount(quote.principal), .amount(quote.interest),
          .amount(quote.lateFee), .amount(quote.penalty), .amount(quote.total),
        ] + more.map { .amount($0.1) }, into: &output)
    case .json:
      JSONWriter.line(into: &output) { json in
        json.field("schema", "ksp.settlement/1")
        json.field("loan", loan.number)
        json.field("memberNumber", loan.memberNumber)
        json.field("member", loan.memberName)
        json.field("date", quote.asOf)
        json.field("principal", quote.principal)
        json.field("interest", quote.interest)
        json.field("lateFee", quote.lateFee)
        json.field("penalty", quote.penalty)
        json.field("total", quote.total)
        for (name, amount) in [
          ("administration", quote.administration), ("returned", quote.returned),
        ] where !amount.isZero {
          json.field(name, amount)
        }
      }
    }
  }

  private func report(_ document: Quote) -> Report {
    let words = style.words
    let (loan, quote) = (document.loan, document.quote)
    return Report(
      title: words.quoteTitle, subject: loan.number,
      blocks: [
        .fields(
          Report.Field(words.loan, loan.number),
          Report.Field(words.name, "\(loan.memberNumber) \(loan.memberName)"),
          Report.Field(words.date, words(quote.asOf.inWords)),
          Report.Field(words.outstanding, quote.principal.formatted),
          Report.Field(words.interest, quote.interest.formatted),
          Report.Field(words.lateFee, quote.lateFee.formatted),
          Report.Field(
            words.administration,
            quote.administration.isZero ? nil : quote.administration.formatted),
          Report.Field(words.penalty, quote.penalty.formatted),
          Report.Field(
            words.advanceReturned,
            quote.returned.isZero ? nil : "(" + quote.returned.formatted + ")"),
          Report.Field(words.toPay, quote.total.formatted, isStrong: true),
          Report.Field(words.inWords, words(quote.total.inWords), isStrong: true), width: 18),
        .signatures(words.preparedAndChecked, printedOnly: true),
      ])
  }
}
