/// Writes where every rupiah of a term deposit in a month comes from, so that a clerk can show it.
public struct TermDepositExplanationRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes value dates, end, accrual and tax, and whether the book agrees; in CSV a row for each
  /// value date.
  public func report(of explanation: TermDepositExplanation) -> Report {
    let words = style.words
    let deposit = explanation.deposit
    return Report(
      "ksp.term-explanation/1", title: words.depositExplainTitle,
      subject: "\(deposit.account) \(words(explanation.interest.month.name))",
      data: data(explanation), rows: ReportRows(working(explanation.payments)),
      blocks: blocks(explanation)
    ).statement(
      member: deposit.memberName, memberNumber: deposit.member.text,
      product: words(explanation.interest.heading.title), known: style.known)
  }

  private func blocks(_ explanation: TermDepositExplanation) -> [Report.Block] {
    let words = style.words
    let interest = explanation.interest
    var blocks: [Report.Block] = [.fields(agreed(explanation), width: 24)]
    if explanation.payments.isEmpty {
      blocks.append(.note(words.noValueDate))
    } else {
      blocks += [
        .heading(words.valueDates), .table(working(explanation.payments)),
        .table(posted(explanation.payments)),
      ]
    }
    if let ending = explanation.ending {
      blocks += self.ending(ending, by: explanation.deposit.terms.penalty)
    }
    if let accrual = explanation.accrual { blocks += self.accrual(accrual, explanation) }
    let renderer = InterestExplanationRenderer(style)
    let vouchers =
      explanation.payments.compactMap(\.posted?.entry)
      + [explanation.ending?.entry].compactMap(\.self)
    let elsewhere = interest.received.filter {
      $0.earnedIn != interest.month || !vouchers.contains($0.entry)
    }
    if !elsewhere.isEmpty { blocks += renderer.received(elsewhere) }
    if let tax = interest.tax { blocks += renderer.tax(tax) }
    let state = explanation.agrees ? words.agrees : words.disagrees
    let isOpen = explanation.agrees && !interest.isMonthClosed
    return blocks + [.verdict(isOpen ? words.depositNotClosed : state)]
  }

  private func agreed(_ explanation: TermDepositExplanation) -> [Report.Field] {
    let words = style.words
    let deposit = explanation.deposit
    let terms = deposit.terms
    let title = words(explanation.interest.heading.title)
    let isNamed = deposit.certificate != deposit.account.text
    return [
      Report.Field(words.name, deposit.memberName),
      Report.Field(words.account, "\(deposit.account) \(title)"),
      Report.Field(words.certificate, isNamed ? deposit.certificate : nil),
      Report.Field(words.month, words(explanation.interest.month.name)),
      Report.Field(words.opened, words(deposit.opened.inWords)),
      Report.Field(words.maturity, words(deposit.maturity.inWords)),
      Report.Field(words.principal, deposit.principal.formatted),
      Report.Field(words.rate, "\(words.rate(terms.rate)), \(terms.dayCount.rawValue)"),
      Report.Field(words.payout, words(terms.payout.name)),
      Report.Field(
        words.rounding,
        "\(words(terms.rounding.mode.name)), \(terms.rounding.step.formatted)"),
    ].compactMap(\.self)
  }

  // MARK: - Value dates

  /// What each value date comes to.
  private func working(_ payments: [TermDepositExplanation.Payment]) -> ReportTable {
    let words = style.words
    return ReportTable(
      payments,
      [
        .left("from", words.date, 10) { .optional($0.earning?.from) },
        .left("to", words.valueDate, 10) { .date($0.earning?.to ?? $0.day) },
        .right("days", words.days, 5) { .optional($0.earning?.days) },
        .right("balance", words.balance, 17) { .optional($0.earning?.base) },
        .right("rate", words.rate, 17) { payment in
          payment.earning.map { .coded($0.rate.description, shown: words.rate($0.rate)) } ?? .blank
        },
        .right("interest", words.interest, 16) { .amount($0.interest) },
        .data("gross") { .optional($0.posted?.gross) },
        .data("tax") { .optional($0.posted?.tax) },
        .data("entry") { .optional($0.posted?.entry) },
      ])
  }

  /// What was posted of it.
  private func posted(_ payments: [TermDepositExplanation.Payment]) -> ReportTable {
    let words = style.words
    return ReportTable(
      [
        .left(words.valueDate, 24), .left(words.voucher, 14), .right(words.gross, 20),
        .right(words.tax, 19),
      ], payments
    ) { payment in
      guard let posted = payment.posted else {
        return [.date(payment.day), .text(payment.isDone ? words.nothingFellDue : words.notPosted)]
      }
      return [
        .date(payment.day), .entry(posted.entry), .amount(posted.gross), .amount(posted.tax),
      ]
    }
  }

  // MARK: - End and accrual

  private func days(_ earning: TermDepositExplanation.Earning?) -> String? {
    let words = style.words
    return earning.map {
      words(
        "\($0.from) sampai \($0.to): \($0.days) hari dari \($0.base.formatted)",
        "\($0.from) to \($0.to): \($0.days) days on \($0.base.formatted)")
    }
  }

  private func ending(
    _ ending: TermDepositExplanation.Ending, by rule: BreakPenalty
  ) -> [Report.Block] {
    let words = style.words
    func field(
      _ label: String, _ part: KeyPath<TermDepositExplanation.Ending.Amounts, Rupiah>
    ) -> Report.Field? {
      let (right, posted) = (ending.right[keyPath: part], ending.posted[keyPath: part])
      guard !right.isZero || !posted.isZero else { return nil }
      let differs = words(
        "\(posted.formatted), seharusnya \(right.formatted)",
        "\(posted.formatted), should be \(right.formatted)")
      return Report.Field(label, right == posted ? posted.formatted : differs)
    }
    return [
      .heading(words.depositEnd),
      .fields(
        Report.Field(words.endedOn, "\(words(ending.day.inWords)) (\(ending.entry))"),
        Report.Field(words.runningDays, days(ending.earning)),
        field(words.runningInterest, \.interest),
        Report.Field(words.tax, ending.tax.isZero ? nil : ending.tax.formatted),
        Report.Field(words.endingRule, words(rule.inWords)),
        field(words.penalty, \.penalty), field(words.takenBack, \.takenBack),
        Report.Field(words.waivedFor, ending.waived), width: 24),
    ]
  }

  private func accrual(
    _ accrual: TermDepositExplanation.Accrual, _ explanation: TermDepositExplanation
  ) -> [Report.Block] {
    let words = style.words
    let isAhead = explanation.deposit.terms.payout == .advance
    let differs = explanation.interest.isMonthClosed && (accrual.kept ?? .zero) != accrual.accrued
    return [
      .heading(words.setAside),
      .fields(
        Report.Field(words.daysEarned, days(accrual.earning)),
        Report.Field(
          words.earnedInterest, isAhead ? accrual.earning?.interest.formatted : nil),
        Report.Field(isAhead ? words.notEarnedYet : words.owedAtEnd, accrual.accrued.formatted),
        Report.Field(words.stoodBefore, accrual.before.formatted),
        Report.Field(words.inTheBook, differs ? (accrual.kept ?? .zero).formatted : nil),
        width: 24),
    ]
  }

  // MARK: - For programs

  private func data(_ explanation: TermDepositExplanation) -> ReportRecord {
    let deposit = explanation.deposit
    let terms = deposit.terms
    return [
      "account": .text(deposit.account.text), "certificate": .text(deposit.certificate),
      "month": .text(explanation.interest.month.description), "opened": .date(deposit.opened),
      "maturity": .date(deposit.maturity), "principal": .amount(deposit.principal),
      "rate": .text(terms.rate.description), "dayCount": .text(terms.dayCount.rawValue),
      "payout": .text(terms.payout.rawValue), "payments": .rows(working(explanation.payments)),
      "ending": .present(explanation.ending) { ending in
        .record([
          "date": .date(ending.day), "entry": .entry(ending.entry),
          "days": .present(ending.earning) { .count($0.days) },
          "interest": .amount(ending.posted.interest), "tax": .amount(ending.tax),
          "penalty": .amount(ending.posted.penalty), "takenBack": .amount(ending.posted.takenBack),
          "waived": .text(ending.waived), "agrees": .flag(ending.right == ending.posted),
        ])
      },
      "accrual": .present(explanation.accrual) { accrual in
        .record([
          "from": .present(accrual.earning) { .date($0.from) },
          "days": .present(accrual.earning) { .count($0.days) },
          "balance": .amount(accrual.earning?.base), "accrued": .amount(accrual.accrued),
          "before": .amount(accrual.before), "kept": .amount(accrual.kept),
        ])
      },
      "tax": .present(explanation.interest.tax, InterestExplanationRenderer(style).data),
      "closed": .flag(explanation.interest.isMonthClosed), "agrees": .flag(explanation.agrees),
    ]
  }
}
