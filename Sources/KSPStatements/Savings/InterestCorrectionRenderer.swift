/// Writes how the interest of a closed month was set right: old and new working, and what follows.
public struct InterestCorrectionRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle
  private let workings: InterestWorkingRenderer

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
    self.workings = InterestWorkingRenderer(style)
  }

  /// Writes the correction.
  public func report(of correction: InterestCorrection) -> Report {
    let heading = correction.heading
    return Report(
      "ksp.interest-correction/1", title: style.words.correctionTitle,
      subject: "\(heading.account) \(style.words(correction.month.name))", data: data(correction),
      rows: workings.rows(correction.after), blocks: blocks(correction)
    ).statement(
      memberNumber: heading.memberNumber?.text, product: style.words(heading.title),
      known: style.known)
  }

  private func blocks(_ correction: InterestCorrection) -> [Report.Block] {
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
    return blocks
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

  private func data(_ correction: InterestCorrection) -> ReportRecord {
    [
      "account": .text(correction.heading.account.text),
      "member": .text(correction.heading.memberNumber?.text),
      "month": .text(correction.month.description), "voucher": .entry(correction.entry),
      "date": .date(correction.bookDate), "paid": .amount(correction.paid),
      "right": .amount(correction.after?.gross ?? .zero),
      "difference": .amount(correction.difference),
      "taxedIn": .text(correction.taxedIn.description), "net": .amount(correction.net),
      "slip": .present(correction.tax) { tax in
        .record([
          "gross": .amount(tax.monthlyGross), "tax": .amount(tax.monthlyTax),
          "change": .amount(tax.change), "withheld": .amount(tax.withheld),
        ])
      },
      "before": .present(correction.before, working),
      "after": .present(correction.after, working), "replay": .flag(correction.isReplay),
    ]
  }

  private func working(_ working: InterestWorking) -> ReportValue {
    .record(["gross": .amount(working.gross)] + workings.data(working))
  }
}
