/// Writes where every rupiah of an account's interest comes from, so that a clerk can show it.
public struct InterestExplanationRenderer: DocumentRenderer {
  private let style: ReportStyle
  private let workings: InterestWorkingRenderer

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
    self.workings = InterestWorkingRenderer(style)
  }

  /// Writes the working, the tax, and whether the book agrees.
  public func render(_ document: InterestExplanation, into output: inout TextOutput) {
    switch style.format {
    case .text: text(document, into: &output)
    case .csv:
      let none = InterestWorking(
        terms: InterestTerms(tiers: []), period: BookPeriod(document.month), runs: [], gross: .zero)
      workings.csv(document.working ?? none, into: &output)
    case .json: json(document, into: &output)
    }
  }

  private func text(_ explanation: InterestExplanation, into output: inout TextOutput) {
    let words = style.words
    let heading = explanation.heading
    style.heading(words.explainTitle, into: &output)
    if let name = heading.memberName { style.labelled(words.name, name, into: &output) }
    style.labelled(words.account, "\(heading.account) \(words(heading.title))", into: &output)
    style.labelled(words.month, words(explanation.month.name), into: &output)
    if let working = explanation.working {
      workings.runs(working, into: &output)
    } else {
      output.line(words.noInterest)
    }
    if let tax = explanation.tax { self.tax(tax, into: &output) }
    output.newline()
    guard explanation.isMonthClosed else { return output.line(words.notClosed) }
    comparison(explanation, into: &output)
  }

  private func tax(_ tax: InterestExplanation.MemberTax, into output: inout TextOutput) {
    let words = style.words
    func field(_ label: String, _ value: String) {
      style.labelled(label, value, width: 24, into: &output)
    }
    output.newline()
    output.line(words.taxTitle)
    field(words.kind, words.kind(tax.rule.memberKind))
    if let rate = try? Rate(billionths: tax.rule.rateBillionths, per: .year) {
      field(words.taxRate, rate.percentText + "%")
    }
    field(words.threshold, tax.rule.threshold.formatted)
    field(words.monthlyGross, tax.monthlyGross.formatted)
    field(words.monthlyTax, tax.monthlyTax.formatted)
    field(words.withheldBefore, tax.withheldBefore.formatted)
    field(words.accountTax, tax.accountTax.formatted)
    if !tax.rule.threshold.isZero { output.line(words.taxAllOfIt) }
  }

  private func comparison(_ explanation: InterestExplanation, into output: inout TextOutput) {
    let words = style.words
    let table = TextTable([
      .left("", 24), .left(words.voucher, 14), .right(words.gross, 20), .right(words.tax, 19),
    ])
    table.header(into: &output)
    table.row(
      [
        .text(words.recomputed), .blank, .amount(explanation.working?.gross ?? .zero),
        .amount(explanation.tax?.accountTax ?? .zero),
      ], into: &output)
    if let posted = explanation.posted {
      table.row(
        [.text(words.posted), .entry(posted.entry), .amount(posted.gross), .amount(posted.tax)],
        into: &output)
    } else {
      table.row([.text(words.posted), .text(words.notPosted)], into: &output)
    }
    table.rule(into: &output)
    output.line(explanation.agrees ? words.agrees : words.disagrees)
  }

  private func json(_ explanation: InterestExplanation, into output: inout TextOutput) {
    JSONWriter.line(into: &output) { json in
      json.field("schema", "ksp.explain/1")
      json.field("account", explanation.heading.account.text)
      json.field("month", explanation.month.description)
      json.field("gross", explanation.working?.gross)
      if let working = explanation.working { workings.fields(working, into: &json) }
      if let tax = explanation.tax {
        json.object("tax") { json in
          json.field("memberKind", tax.rule.memberKind.rawValue)
          json.field("threshold", tax.rule.threshold)
          json.field("monthlyGross", tax.monthlyGross)
          json.field("monthlyTax", tax.monthlyTax)
          json.field("withheldBefore", tax.withheldBefore)
          json.field("accountTax", tax.accountTax)
        }
      }
      if let posted = explanation.posted {
        json.object("posted") { json in
          json.field("voucher", posted.entry)
          json.field("gross", posted.gross)
          json.field("tax", posted.tax)
        }
      }
      json.field("closed", explanation.isMonthClosed)
      json.field("agrees", explanation.agrees)
    }
  }
}
