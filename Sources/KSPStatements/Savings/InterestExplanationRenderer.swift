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
    case .text, .html: style.draw(report(document), into: &output)
    case .csv: workings.csv(document.working?.runs ?? [], into: &output)
    case .json: json(document, into: &output)
    }
  }

  private func report(_ explanation: InterestExplanation) -> Report {
    let words = style.words
    let heading = explanation.heading
    var blocks: [Report.Block] = [
      .fields(
        Report.Field(words.name, heading.memberName),
        Report.Field(words.account, "\(heading.account) \(words(heading.title))"),
        Report.Field(words.month, words(explanation.month.name)))
    ]
    blocks += explanation.working.map(workings.runs) ?? [.note(words.noInterest)]
    if !explanation.received.isEmpty { blocks += received(explanation.received) }
    if let tax = explanation.tax { blocks += self.tax(tax) }
    blocks += explanation.isMonthClosed ? comparison(explanation) : [.verdict(words.notClosed)]
    if !explanation.corrections.isEmpty { blocks += corrections(explanation.corrections) }
    return Report(
      title: words.explainTitle, subject: "\(heading.account) \(explanation.month)",
      blocks: blocks)
  }

  private func received(_ received: [InterestExplanation.Received]) -> [Report.Block] {
    let words = style.words
    let table = ReportTable(
      [.left(words.voucher, 14), .left(words.month, 24), .right(words.gross, 20)], received
    ) { [.entry($0.entry), .text(words($0.earnedIn.name)), .amount($0.gross)] }
    return [.heading(words.interestReceived), .table(table)]
  }

  private func corrections(_ all: [InterestExplanation.Correction]) -> [Report.Block] {
    let words = style.words
    let table = ReportTable(
      [.left(words.voucher, 14), .right(words.interestPaid, 22), .right(words.rightInterest, 22)],
      all
    ) { [.entry($0.entry), .amount($0.paid), .amount($0.right)] }
    return [.heading(words.interestCorrections), .table(table)]
  }

  private func tax(_ tax: InterestExplanation.MemberTax) -> [Report.Block] {
    let words = style.words
    let blocks: [Report.Block] = [
      .heading(words.taxTitle),
      .fields(
        Report.Field(words.kind, words(tax.rule.memberKind.name)),
        Report.Field(words.taxRate, Rate.percentText(tax.rule.rateBillionths) + "%"),
        Report.Field(words.threshold, tax.rule.threshold.formatted),
        Report.Field(words.monthlyGross, tax.monthlyGross.formatted),
        Report.Field(words.monthlyTax, tax.monthlyTax.formatted),
        Report.Field(words.withheldBefore, tax.withheldBefore.formatted),
        Report.Field(words.accountTax, tax.accountTax.formatted),
        Report.Field(words.fundTax, tax.fundTax.isZero ? nil : tax.fundTax.formatted),
        Report.Field(words.taxClaimed, tax.claimed.isZero ? nil : tax.claimed.formatted),
        Report.Field(words.taxRecovered, tax.recovered.isZero ? nil : tax.recovered.formatted),
        width: 24),
    ]
    return tax.rule.threshold.isZero ? blocks : blocks + [.note(words.taxAllOfIt)]
  }

  private func comparison(_ explanation: InterestExplanation) -> [Report.Block] {
    let words = style.words
    let recomputed: [Cell] = [
      .text(words.recomputed), .blank, .amount(explanation.working?.gross ?? .zero),
      .amount(explanation.tax?.accountTax ?? .zero),
    ]
    let posted: [Cell] =
      explanation.posted.map {
        [.text(words.posted), .entry($0.entry), .amount($0.gross), .amount($0.tax)]
      } ?? [.text(words.posted), .text(words.notPosted)]
    let table = ReportTable(
      [
        .left("", 24), .left(words.voucher, 14), .right(words.gross, 20), .right(words.tax, 19),
      ], [recomputed, posted]
    ) { $0 }
    return [.table(table), .verdict(explanation.agrees ? words.agrees : words.disagrees)]
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
          json.field("fundTax", tax.fundTax)
          json.field("claimed", tax.claimed)
          json.field("recovered", tax.recovered)
        }
      }
      if let posted = explanation.posted {
        json.object("posted") { json in
          json.field("voucher", posted.entry)
          json.field("gross", posted.gross)
          json.field("tax", posted.tax)
        }
      }
      json.array("received") { json in
        for part in explanation.received {
          json.object { json in
            json.field("voucher", part.entry)
            json.field("earnedIn", part.earnedIn.description)
            json.field("gross", part.gross)
          }
        }
      }
      json.array("corrections") { json in
        for correction in explanation.corrections {
          json.object { json in
            json.field("voucher", correction.entry)
            json.field("paid", correction.paid)
            json.field("right", correction.right)
          }
        }
      }
      json.field("closed", explanation.isMonthClosed)
      json.field("agrees", explanation.agrees)
    }
  }
}
