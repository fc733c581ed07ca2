/// Writes the installments that fall due in a period (daftar tagihan).
public struct DueListRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each installment.
  public func report(of list: DueList) -> Report {
    let words = style.words
    let table = table(list)
    let period = words.days(list.period)
    return Report(
      "ksp.due/1", title: words.dueTitle, subject: period,
      data: [
        "from": .date(list.period.first), "to": .date(list.period.last),
        "installments": .rows(table),
      ], rows: ReportRows(table),
      blocks: [
        .fields(Report.Field(words.period, period)),
        .table(table.total("\(words.total): \(list.rows.count)", in: 2)),
        .signatures(words.preparedAndChecked, printedOnly: true),
      ]
    ).statement(known: style.known)
  }

  private func table(_ list: DueList) -> ReportTable {
    let words = style.words
    // A column more only where something stands in it.
    let isThere = list.rows.contains { !$0.open.administration.isZero }
    let third: [ReportColumn<DueList.Row>] =
      isThere
      ? [
        .sum("administration", words.administrationShort, 8) { .amount($0.open.administration) }
          .only([.people, .json]),
        .data("administration") { .amount($0.open.administration) }.only(.csv),
      ] : [.data("administration") { .amount($0.open.administration) }.only(.json)]
    return ReportTable(
      list.rows,
      [
        .left("due", words.due, 10) { .date($0.open.installment.due) },
        .left("loan", words.loan, 9) { .text($0.loan.number.text) },
        .left("who", words.name, isThere ? 11 : 14) {
          .text("\($0.loan.memberNumber) \($0.loan.memberName)")
        }.only(.people),
        .data("memberNumber") { .text($0.loan.memberNumber.text) },
        .data("member") { .text($0.loan.memberName) },
        .data("product") { .text($0.loan.product.text) },
        .right("number", words.ordinal, 3) { .count($0.open.installment.number) },
        .sum("principal", words.principal, isThere ? 12 : 13) { .amount($0.open.principal) },
        .sum("interest", words.interest, isThere ? 10 : 11) { .amount($0.open.interest) },
      ] + third.prefix(1) + [
        .sum("total", words.total, isThere ? 11 : 14) { .amount($0.open.total) }
      ] + third.dropFirst())
  }
}

/// Writes what it takes to settle a loan on a day (perhitungan pelunasan).
public struct SettlementQuoteRenderer: ReportRenderer {
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

  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes one quote; in CSV one row.
  public func report(of document: Quote) -> Report {
    let words = style.words
    let (loan, quote) = (document.loan, document.quote)
    let data: ReportRecord = [
      "loan": .text(loan.number.text), "memberNumber": .text(loan.memberNumber.text),
      "member": .text(loan.memberName), "date": .date(quote.asOf),
      "principal": .amount(quote.principal), "interest": .amount(quote.interest),
      "lateFee": .amount(quote.lateFee), "penalty": .amount(quote.penalty),
      "total": .amount(quote.total),
      // The shape of a quote is as promised; what has more to say says it besides.
      "administration": quote.administration.isZero ? .absent : .amount(quote.administration),
      "returned": quote.returned.isZero ? .absent : .amount(quote.returned),
    ]
    let more = [("administration", quote.administration), ("returned", quote.returned)]
      .filter { !$0.1.isZero }.map(\.0)
    return Report(
      "ksp.settlement/1", title: words.quoteTitle, subject: loan.number.text, data: data,
      rows: ReportRows(
        data, ["loan", "date", "principal", "interest", "lateFee", "penalty", "total"] + more),
      blocks: [
        .fields(
          Report.Field(words.loan, loan.number.text),
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
      ]
    ).statement(product: loan.product.text, known: style.known)
  }
}
