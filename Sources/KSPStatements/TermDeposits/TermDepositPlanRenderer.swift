/// Writes what a term deposit pays from its opening to its end (simulasi berjangka).
public struct TermDepositPlanRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a plan; in CSV a row for each payment.
  public func report(of plan: TermDepositPlan) -> Report {
    let words = style.words
    let table = table(plan.rows)
    return Report(
      "ksp.term/1", title: words.depositPlanTitle,
      data: [
        "rows": .rows(table), "interest": .amount(plan.interest), "tax": .amount(plan.tax),
        "net": .amount(plan.net), "penalty": .amount(plan.penalty), "paid": .amount(plan.paid),
        "handedOver": .amount(plan.handedOver), "received": .amount(plan.received),
        "takenBack": .amount(plan.takenBack), "maturity": .date(plan.maturity),
      ], rows: ReportRows(table),
      blocks: [.fields(terms(plan), width: 26), .table(table), .fields(result(plan), width: 26)])
  }

  private func terms(_ plan: TermDepositPlan) -> [Report.Field] {
    let words = style.words
    let terms = plan.terms
    return [
      Report.Field(words.principal, plan.principal.formatted),
      Report.Field(words.rate, "\(words.rate(terms.rate)), \(terms.dayCount.rawValue)"),
      Report.Field(words.tenor, words.months(terms.tenor)),
      Report.Field(words.payout, words(terms.payout.name)),
      Report.Field(words.opened, words(plan.opened.inWords)),
      Report.Field(words.maturity, words(plan.maturity.inWords)),
      Report.Field(words.brokenOn, plan.brokenOn.map { words($0.inWords) }),
      Report.Field(words.breakRule, words(terms.penalty.inWords)),
    ].compactMap(\.self)
  }

  private func result(_ plan: TermDepositPlan) -> [Report.Field] {
    let words = style.words
    func unlessZero(_ label: String, _ amount: Rupiah) -> Report.Field? {
      Report.Field(label, amount.isZero ? nil : amount.formatted)
    }
    return [
      unlessZero(words.penalty, plan.penalty), unlessZero(words.takenBack, plan.takenBack),
      Report.Field(words.placedByMember, plan.handedOver.formatted),
      Report.Field(words.receivedAtEnd, plan.received.formatted, isStrong: true),
    ].compactMap(\.self)
  }

  private func table(_ rows: [TermDepositPlan.Row]) -> ReportTable {
    let words = style.words
    return ReportTable(
      rows,
      [
        .left("from", words.date, 10) { .date($0.from) },
        .left("to", words.valueDate, 10) { .date($0.to) },
        .right("days", words.days, 5) { .count($0.days) },
        .sum("interest", words.interest, 13) { .amount($0.interest) },
        .sum("tax", words.tax, 10) { .amount($0.tax) },
        .sum("net", words.netInterest, 12) { .amount($0.net) },
        .balance("principal", words.deposit, 14) { .amount($0.principal) },
      ]
    ).total(words.total)
  }
}
