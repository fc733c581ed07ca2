/// Writes where every rupiah of an account's interest comes from, so that a clerk can show it.
public struct InterestExplanationRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle
  private let workings: InterestWorkingRenderer

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
    self.workings = InterestWorkingRenderer(style)
  }

  /// Writes the working, the tax, and whether the book agrees.
  public func report(of explanation: InterestExplanation) -> Report {
    let heading = explanation.heading
    return Report(
      "ksp.explain/1", title: style.words.explainTitle,
      subject: "\(heading.account) \(style.words(explanation.month.name))", data: data(explanation),
      rows: workings.rows(explanation.working), blocks: blocks(explanation)
    ).statement(
      member: heading.memberName, memberNumber: heading.memberNumber?.text,
      product: style.words(heading.title), known: style.known)
  }

  private func blocks(_ explanation: InterestExplanation) -> [Report.Block] {
    let words = style.words
    let heading = explanation.heading
    var blocks: [Report.Block] = [
      .fields(
        Report.Field(words.name, heading.memberName),
        Report.Field(words.account, "\(heading.account) \(words(heading.title))"),
        Report.Field(words.month, words(explanation.month.name)))
    ]
    blocks += explanation.working.map(workings.runs) ?? [.note(words.noInterest)]
    blocks += agreed(explanation)
    if let waiting = explanation.waiting {
      blocks += workings.waiting(waiting, in: explanation.month)
    }
    if let fee = explanation.fee { blocks.append(self.fee(fee)) }
    if !explanation.received.isEmpty { blocks += received(explanation.received) }
    if let tax = explanation.tax { blocks += self.tax(tax) }
    blocks += explanation.isMonthClosed ? comparison(explanation) : [.verdict(words.notClosed)]
    if !explanation.corrections.isEmpty { blocks += corrections(explanation.corrections) }
    return blocks
  }

  /// Why the rate is not that of the product: it was agreed, or the account is dormant.
  private func agreed(_ explanation: InterestExplanation) -> [Report.Block] {
    let words = style.words
    let dormant = explanation.dormantSince.map { day in
      words(
        "tidak ada gerak anggota sejak \(day); produk tidak memberi jasa",
        "no movement of the member since \(day); the product pays no interest")
    }
    guard let card = explanation.planned else {
      return dormant.map {
        [.fields(Report.Field(words("Rekening pasif", "Dormant account"), $0), width: 24)]
      } ?? []
    }
    let terms = card.savings.terms
    return [
      .fields(
        Report.Field(words.plannedSavings, words.standing(card)),
        Report.Field(words("Suku berencana", "Rate agreed"), words(terms.rate.inWords)),
        Report.Field(words.lapsedRate, words(terms.lapsedRate.inWords)),
        Report.Field(
          words("Gugur dengan", "Lapsed with"), card.lapsedWith.map { words($0.name) }),
        Report.Field(words("Rekening pasif", "Dormant account"), dormant), width: 24)
    ]
  }

  /// What the month end charged before it looked at the interest.
  private func fee(_ fee: ChargedFee) -> Report.Block {
    let words = style.words
    let dormant = fee.isDormant ? words("rekening pasif, ", "dormant account, ") : ""
    return .fields(
      Report.Field(
        words("Biaya bulanan", "Monthly fee"),
        "\(fee.amount.formatted) (\(fee.entry), \(dormant)"
          + words("saldo \(fee.balance.formatted))", "balance \(fee.balance.formatted))")))
  }

  /// Interest that no month end computed, with the month to which it belongs.
  func received(_ received: [InterestExplanation.Received]) -> [Report.Block] {
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

  /// How the tax of the member's month came about.
  func tax(_ tax: InterestExplanation.MemberTax) -> [Report.Block] {
    let words = style.words
    let blocks: [Report.Block] = [
      .heading(words.taxTitle),
      .fields(
        Report.Field(words.kind, words(tax.rule.memberKind.name)),
        Report.Field(words.taxRate, tax.rule.rate.description),
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
      .text(words.recomputed), .blank, .amount(explanation.credited),
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

  private func data(_ explanation: InterestExplanation) -> ReportRecord {
    let first: ReportRecord = [
      "account": .text(explanation.heading.account.text),
      "month": .text(explanation.month.description),
      "gross": .amount(explanation.working?.gross),
    ]
    return first + (explanation.working.map(workings.data) ?? [:]) + [
      "waiting": .present(explanation.waiting, workings.data),
      "tax": .present(explanation.tax, data),
      "posted": .present(explanation.posted) { posted in
        .record([
          "voucher": .entry(posted.entry), "gross": .amount(posted.gross),
          "tax": .amount(posted.tax),
        ])
      },
      "fee": .present(explanation.fee) { fee in
        .record([
          "voucher": .entry(fee.entry), "balance": .amount(fee.balance),
          "amount": .amount(fee.amount), "dormant": .flag(fee.isDormant),
        ])
      },
      "planned": .present(explanation.planned) { card in
        .record(PlannedLines(style: style).data(card))
      }, "dormantSince": .present(explanation.dormantSince) { .date($0) },
      "received": .list(explanation.received) { part in
        [
          "voucher": .entry(part.entry), "earnedIn": .text(part.earnedIn.description),
          "gross": .amount(part.gross),
        ]
      },
      "corrections": .list(explanation.corrections) { correction in
        [
          "voucher": .entry(correction.entry), "paid": .amount(correction.paid),
          "right": .amount(correction.right),
        ]
      }, "closed": .flag(explanation.isMonthClosed), "agrees": .flag(explanation.agrees),
    ]
  }

  /// The same for programs.
  func data(_ tax: InterestExplanation.MemberTax) -> ReportValue {
    .record([
      "memberKind": .text(tax.rule.memberKind.rawValue),
      "threshold": .amount(tax.rule.threshold), "monthlyGross": .amount(tax.monthlyGross),
      "monthlyTax": .amount(tax.monthlyTax), "withheldBefore": .amount(tax.withheldBefore),
      "accountTax": .amount(tax.accountTax), "fundTax": .amount(tax.fundTax),
      "claimed": .amount(tax.claimed), "recovered": .amount(tax.recovered),
    ])
  }
}
