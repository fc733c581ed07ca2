/// Writes where everything comes from that a month end finds out about a loan, so that a clerk can
/// show it.
public struct LoanExplanationRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes interest, income, late fees, class and allowance, and whether the book agrees.
  public func report(of explanation: LoanExplanation) -> Report {
    let words = style.words
    let parts = LoanExplanationParts(words: words, explanation: explanation)
    return Report(
      "ksp.loan-explanation/1", title: words.loanExplainTitle,
      subject: "\(explanation.loan.number) \(style.words(explanation.month.name))",
      data: LoanExplanationJSON(style: style, explanation: explanation).data,
      rows: LoanExplanationRows(explanation: explanation).rows,
      blocks: [parts.heading] + parts.interest + parts.income + parts.fees + parts.lateFees
        + parts.loanClass + parts.allowance + parts.gradingRules + comparison(explanation)
    ).statement(known: style.known)
  }

  /// What was recomputed beside what the book has, line by line.
  private func comparison(_ explanation: LoanExplanation) -> [Report.Block] {
    let words = style.words
    guard explanation.isMonthClosed else {
      return [.verdict(explanation.agrees ? words.loanNotClosed : words.disagrees)]
    }
    let lines = LoanComparison.lines(explanation)
    guard !lines.isEmpty else { return [.verdict(words.agrees)] }
    let table = ReportTable(
      [
        .left(words.monthEnd, 30), .right(words.recomputed, 18), .right(words.inTheBook, 18),
        .left("", 9),
      ], lines
    ) { line in
      [
        .text(words.item(line.item)), cell(line.recomputed), cell(line.kept),
        line.agrees ? .blank : .text(words.differs),
      ]
    }
    return [
      .table(table),
      .fields(
        Report.Field(words.voucher, explanation.posted.map { $0.entry.description }), width: 30),
      .verdict(explanation.agrees ? words.agrees : words.disagrees),
    ]
  }

  private func cell(_ value: LoanComparison.Value?) -> Cell {
    switch value {
    case nil: .text("–")
    case .amount(let amount): .amount(amount)
    case .date(let date): .date(date)
    case .loanClass(let loanClass): .text(style.words(loanClass.name))
    }
  }
}
