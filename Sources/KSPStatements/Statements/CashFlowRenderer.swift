/// Writes a cash flow (arus kas, metode langsung).
public struct CashFlowRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle
  /// Whether lines are shown by their accounts.
  public var isUnfolded = false

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// What came and went by activities, between the cash of the first morning and the last evening.
  public func report(of flow: CashFlowStatement) -> Report {
    let words = style.words
    let paper = StatementPaper(
      style: style, schema: "ksp.cash-flow/1", title: words.cashFlowTitle,
      headings: (words.column(flow.period), words.column(flow.previous)), isUnfolded: isUnfolded)
    return paper.report(
      flow.sections,
      results: [
        StatementPaper.Result(
          code: "change", label: words.cashChange, after: .financing,
          adding: ["operating", "investing", "financing"], readers: .people)
      ], subject: words.days(flow.period),
      head: [
        "from": .date(flow.period.first), "to": .date(flow.period.last),
        "previousFrom": .date(flow.previous.first), "previousTo": .date(flow.previous.last),
      ],
      tail: [
        "opening": .amount(flow.facts.opening), "closing": .amount(flow.facts.closing),
        "previousOpening": .amount(flow.previousFacts.opening),
        "previousClosing": .amount(flow.previousFacts.closing),
        "balances": .flag(flow.balances),
        "withoutCash": .record([
          "vouchers": .count(flow.facts.withoutCash),
          "amount": .amount(flow.facts.withoutCashAmount),
        ]),
      ],
      above: [
        .fields(
          Report.Field(words.period, words.days(flow.period)),
          Report.Field(words.comparedWith, words.days(flow.previous)))
      ], below: [.table(cash(flow))] + below(flow)
    ).statement(known: flow.known)
  }

  /// The cash at both ends of both periods.
  private func cash(_ flow: CashFlowStatement) -> ReportTable {
    let words = style.words
    var table = ReportTable(
      [
        .left("", 10), .left("", 33), .right("", 17), .right("", 17),
      ],
      [
        (words.cashOpening, flow.facts.opening, flow.previousFacts.opening),
        (words.cashClosing, flow.facts.closing, flow.previousFacts.closing),
      ]
    ) { label, now, before in [.blank, .text(label), .amount(now), .amount(before)] }
    table.isTitled = false
    return table
  }

  private func below(_ flow: CashFlowStatement) -> [Report.Block] {
    let words = style.words
    let (count, amount) = (flow.facts.withoutCash, flow.facts.withoutCashAmount.formatted)
    return [
      .verdict(flow.balances ? words.cashAgrees : words.cashDiffers),
      .note(
        words(
          "\(count) bukti tanpa kas (\(amount)) tidak termasuk.",
          "\(count) vouchers without cash (\(amount)) are not part of it.")),
      .note(words.known(flow.known)),
    ]
  }
}

extension Wording {
  fileprivate var cashFlowTitle: String {
    self("LAPORAN ARUS KAS (METODE LANGSUNG)", "CASH FLOW (DIRECT METHOD)")
  }
  fileprivate var cashChange: String { self("Kenaikan (penurunan) kas", "Change of cash") }
  fileprivate var cashOpening: String { self("Kas dan bank awal", "Cash and banks, opening") }
  fileprivate var cashClosing: String { self("Kas dan bank akhir", "Cash and banks, closing") }
  fileprivate var cashAgrees: String {
    self(
      "Cocok: kas awal dan arus kas sama dengan kas dan bank menurut buku.",
      "It agrees: opening and flows come to the cash and banks of the book.")
  }
  fileprivate var cashDiffers: String {
    self(
      "TIDAK COCOK dengan kas dan bank menurut buku: periksalah buku ini.",
      "IT DOES NOT AGREE with the cash and banks of the book: verify the book.")
  }
}
