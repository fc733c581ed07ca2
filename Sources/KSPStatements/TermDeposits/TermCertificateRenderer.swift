/// Writes the certificate of a term deposit, as often as it is asked for (bilyet berjangka).
public struct TermCertificateRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes one deposit with what was agreed.
  public func report(of deposit: TermDeposit) -> Report {
    let words = style.words
    let terms = deposit.terms
    let data: ReportRecord = [
      "account": .text(deposit.account.text), "certificate": .text(deposit.certificate),
      "memberNumber": .text(deposit.member.text), "member": .text(deposit.memberName),
      "product": .text(deposit.product.text), "period": .count(deposit.period),
      "opened": .date(deposit.opened), "maturity": .date(deposit.maturity),
      "principal": .amount(deposit.principal), "balance": .amount(deposit.balance),
      "rate": .text(terms.rate.description), "tenor": .count(terms.tenor),
      "dayCount": .text(terms.dayCount.rawValue), "payout": .text(terms.payout.rawValue),
      "penalty": .text(terms.penalty.description), "rollOver": .text(deposit.rollOver.rawValue),
      "paid": .count(deposit.paid), "interest": .amount(deposit.interest),
      "tax": .amount(deposit.tax), "ended": .date(deposit.endedOn),
      "pledge": .text(deposit.pledge), "heir": .text(deposit.heir?.name),
      "heirRelation": .text(deposit.heir?.relation),
      "copy": .present(deposit.isCopy ? true : nil) { .flag($0) },
    ]
    return Report(
      "ksp.term-deposit/1", title: words.certificateTitle, subject: deposit.certificate,
      data: data,
      rows: ReportRows(
        data,
        [
          "account", "certificate", "memberNumber", "member", "product", "opened", "maturity",
          "principal", "balance", "rate", "tenor", "payout", "rollOver", "interest", "tax",
        ]),
      blocks: (deposit.isCopy ? [.note(words.copyPrintedAgain)] : []) + [
        .fields(fields(deposit), width: 26)
      ] + style.placed(on: deposit.opened) + [
        .signatures(
          [
            Report.Signature(role: words.boardChair, name: style.chair),
            Report.Signature(role: words.holder, name: deposit.memberName),
          ], printedOnly: true)
      ]
    ).statement(known: style.known)
  }

  private func fields(_ deposit: TermDeposit) -> [Report.Field] {
    let words = style.words
    let terms = deposit.terms
    return [
      Report.Field(words.certificate, deposit.certificate, isStrong: true),
      Report.Field(words.account, deposit.account.text),
      Report.Field(words.holder, "\(deposit.memberName) (\(deposit.member))"),
      Report.Field(words.heir, deposit.heir?.nameAndRelation),
      Report.Field(words.principal, deposit.principal.formatted, isStrong: true),
      Report.Field(words.inWords, words(deposit.principal.inWords)),
      Report.Field(words.rate, "\(words.rate(terms.rate)), \(terms.dayCount.rawValue)"),
      Report.Field(words.tenor, words.months(terms.tenor)),
      Report.Field(words.opened, words(deposit.opened.inWords)),
      Report.Field(words.maturity, words(deposit.maturity.inWords)),
      Report.Field(words.payout, words(terms.payout.name)),
      Report.Field(words.atMaturity, words(deposit.rollOver.name)),
      Report.Field(words.breakRule, words(terms.penalty.inWords)),
      Report.Field(words.balance, deposit.balance.formatted),
      Report.Field(words.interestPaid, deposit.interest.formatted),
      Report.Field(words.pledgedFor, deposit.pledge),
      Report.Field(words.endedOn, deposit.endedOn.map { words($0.inWords) }),
    ].compactMap(\.self)
  }
}
