public import KSPCore

/// Writes term deposits as a list, in the order in which they mature (daftar berjangka).
public struct TermDepositListRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle
  /// The day on which they stand so; nil where they are those of now.
  public var asOf: BookDate?

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each deposit.
  public func report(of deposits: [TermDeposit]) -> Report {
    let words = style.words
    let table = ReportTable(
      deposits.sorted { ($0.maturity, $0.account.text) < ($1.maturity, $1.account.text) },
      [
        .left("account", words.account, 12) { .text($0.account.text) },
        .left("memberName", words.name, 16) { .text($0.memberName) },
        .left("phone", words("Telepon", "Phone"), 14) { .optional($0.phone) },
        .data("member") { .text($0.member.text) }, .data("product") { .text($0.product.text) },
        .data("certificate") { .text($0.certificate) },
        .data("opened") { .date($0.opened) },
        .left("maturity", words.maturity, 11) { .date($0.maturity) },
        .right("tenor", words.tenorShort, 4) { .count($0.terms.tenor) },
        .left("rate", words.rateShort, 7) {
          .coded($0.terms.rate.description, shown: words.short($0.terms.rate))
        },
        .data("payout") { .coded($0.terms.payout.rawValue, shown: words($0.terms.payout.name)) },
        .data("rollOver") { .coded($0.rollOver.rawValue, shown: words($0.rollOver.name)) },
        .data("principal") { .amount($0.principal) },
        .sum("balance", words.balance, 16) { .amount($0.balance) },
        .data("interest") { .amount($0.interest) }, .data("tax") { .amount($0.tax) },
        .data("pledge") { .optional($0.pledge) }, .data("ended") { .optional($0.endedOn) },
      ]
    ).total("\(words.total): \(deposits.count)", in: 1)
    return Report(
      "ksp.term-deposits/1", title: words.depositListTitle,
      data: [
        "asOf": .present(asOf) { .date($0) }, "deposits": .rows(table),
      ], rows: ReportRows(table),
      blocks: [asOf.map { .fields(Report.Field(words.asOf, words($0.inWords))) }, .table(table)]
        .compactMap(\.self) + [.signatures(words.preparedAndChecked, printedOnly: true)]
    ).statement(known: style.known)
  }
}
