/// Writes how the interest of a closed month was set right: old and new working, and what follows.
public struct InterestCorrectionRenderer: DocumentRenderer {
  private let style: ReportStyle
  private let workings: InterestWorkingRenderer

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
    self.workings = InterestWorkingRenderer(style)
  }

  /// Writes the correction.
  public func render(_ document: InterestCorrection, into output: inout TextOutput) {
    switch style.format {
    case .text, .html: style.draw(report(document), into: &output)
    case .csv: workings.csv(document.after?.runs ?? [], into: &output)
    case .json: json(document, into: &output)
    }
  }

  private func report(_ correction: InterestCorrection) -> Report {
    let words = style.words
    let heading = correction.heading
    var blocks: [Report.Block] = [
      .fields(
        Report.Field(words.name, heading.memberName),
        Report.Field(words.account, "\(heading.account) \(words(heading.title))"),
        Report.Field(words.month, words(correction.month.name)),
        Report.Field(words.voucher, correction.entry.map(\.description))),
      .heading(words.oldWorking),
    ]
    blocks += correction.before.map(workings.runs) ?? [.note(words.noInterest)]
    blocks.append(.heading(words.newWorking))
    blocks += correction.after.map(workings.runs) ?? [.note(words.noInterest)]
    blocks.append(.fields(fields(correction), width: 24))
    return Report(
      title: words.correctionTitle, subject: "\(heading.account) \(correction.month)",
      blocks: blocks)
  }

  private func fields(_ correction: InterestCorrection) -> [Report.Field] {
    let words = style.words
    let withheld = correction.tax?.withheld ?? .zero
    return [
      Report.Field(words.interestPaid, correction.paid.formatted),
      Report.Field(words.difference, correction.difference.formatted),
      Report.Field(
        words.taxedIn, correction.difference.isZero ? nil : words(correction.taxedIn.name)),
      Report.Field(words.slipGross, correction.tax?.monthlyGross.formatted),
      Report.Field(words.slipTax, correction.tax?.monthlyTax.formatted),
      Report.Field(words.taxTaken, withheld.isPositive ? withheld.formatted : nil),
      Report.Field(
        words.taxReturned, withheld.isNegative ? correction.tax?.returned.formatted : nil),
      Report.Field(words.netToMember, correction.net.formatted, isStrong: true),
    ].compactMap(\.self)
  }

  private func json(_ correction: InterestCorrection, into output: inout TextOutput) {
    JSONWriter.line(into: &output) { json in
      json.field("schema", "ksp.interest-correction/1")
      json.field("account", correction.heading.account.text)
      json.field("member", correction.heading.memberNumber)
      json.field("month", correction.month.description)
      json.field("voucher", correction.entry)
      json.field("date", correction.bookDate)
      json.field("paid", correction.paid)
      json.field("right", correction.after?.gross ?? .zero)
      json.field("difference", correction.difference)
      json.field("taxedIn", correction.taxedIn.description)
      json.field("net", correction.net)
      if let tax = correction.tax {
        json.object("slip") { json in
          json.field("gross", tax.monthlyGross)
          json.field("tax", tax.monthlyTax)
          json.field("change", tax.change)
          json.field("withheld", tax.withheld)
        }
      }
      for (name, working) in [("before", correction.before), ("after", correction.after)] {
        guard let working else { continue }
        json.object(name) { json in
          json.field("gross", working.gross)
          workings.fields(working, into: &json)
        }
      }
      json.field("replay", correction.isReplay)
    }
  }
}
