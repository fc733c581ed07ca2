/// Writes where a year of the book stands (keadaan tutup tahun).
public struct YearEndRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes its state and SHU, what must hold before it is closed, and a line for each adjustment.
  public func report(of end: YearEnd) -> Report {
    let words = style.words
    let (requirements, adjustments) = (self.requirements(end), self.adjustments(end))
    let corrections = self.corrections(end)
    return Report(
      "ksp.year-end/1", title: words.yearEndTitle, subject: end.year.description,
      data: [
        "year": .count(end.year.number), "from": .date(end.year.firstDay),
        "to": .date(end.year.lastDay), "state": .text(end.state.rawValue),
        "openMonths": .texts(end.openMonths.map(\.description)), "shu": .amount(end.shu),
        "closed": .flag(end.isClosed), "closings": .texts(end.closings.map(\.description)),
        "ratifiedOn": .date(end.ratifiedOn), "decision": .text(end.decision),
        "ratification": .entry(end.ratification?.entry),
        "requirements": .rows(requirements), "adjustments": .rows(adjustments),
        "corrections": .rows(corrections),
        "covers": .list(end.covers) { cover in
          [
            "entry": .entry(cover.entry), "amount": .amount(cover.amount),
            "decision": .text(cover.decision),
          ]
        },
        "corporateTax": .present(end.corporateTax) { adjusted in
          .record([
            "month": .text(adjusted.tax.month.description), "booked": .amount(adjusted.booked),
            "tax": .amount(adjusted.tax.tax), "difference": .amount(adjusted.difference),
            "expense": .text(adjusted.expense.text), "payable": .text(adjusted.payable.text),
            "unpaid": .amount(adjusted.unpaid), "overpaid": .text(adjusted.overpaid?.text),
          ])
        },
      ], rows: ReportRows(adjustments),
      blocks: [.fields(fields(end), width: 24)]
        + (end.isClosed ? [] : [.table(requirements)])
        + (end.adjustments.isEmpty ? [] : [.table(adjustments)])
        + (end.corrections.isEmpty
          ? [] : [.heading(words.correctedSince), .table(corrections)])
        + [.signatures(words.preparedAndChecked, printedOnly: true)])
  }

  private func fields(_ end: YearEnd) -> [Report.Field] {
    let words = style.words
    let decided = end.ratification.map { "\(words($0.date.inWords)), \($0.decision)" }
    let open = end.openMonths.map(\.description).joined(separator: ", ")
    let covered = end.covers.map { "\($0.entry) \($0.amount.formatted) (\($0.decision))" }
    return [
      Report.Field(words.bookYear, end.year.description),
      Report.Field(words.period, words.days(end.year.period)),
      Report.Field(words.yearState, words.state(end.state)),
      Report.Field(words.monthsStillOpen, open.isEmpty ? nil : open),
      Report.Field(words.shuOfYear, end.shu.formatted, isStrong: true),
      Report.Field(words.corporateTaxBooked, end.corporateTax?.booked.formatted),
      Report.Field(words.corporateTaxByRule, end.corporateTax?.tax.tax.formatted),
      Report.Field(
        words.corporateTaxDifference,
        // Nothing in a ratified year is adjusted any more.
        end.state == .ratified
          ? nil
          : end.corporateTax.flatMap { $0.difference.isZero ? nil : $0.difference.formatted },
        isStrong: true),
      Report.Field(words.yearClosedAt, end.closedAt.map(style.moment)),
      Report.Field(words.voucher, words.vouchers(end.closings)),
      Report.Field(words.ratifiedOn, decided),
      Report.Field(
        words("Rugi ditutup", "Loss covered"),
        covered.isEmpty ? nil : covered.joined(separator: "; ")),
    ].compactMap(\.self)
  }

  private func requirements(_ end: YearEnd) -> ReportTable {
    let words = style.words
    return ReportTable(
      YearEnd.Requirement.allCases,
      [
        .left("requirement", words.requirement, 40) {
          .coded($0.rawValue, shown: words.name($0))
        },
        .left("holds", words.yearState, 12) {
          let holds = !end.missing.contains($0)
          return .flag(holds, shown: holds ? words("ya", "yes") : words("belum", "not yet"))
        },
      ])
  }

  private func adjustments(_ end: YearEnd) -> ReportTable {
    let words = style.words
    return ReportTable(
      end.adjustments,
      [
        .left("entry", words.voucher, 9) { .entry($0.entry) },
        .data("recordedAt") { .text($0.recordedAt.description) },
        .left("document", words.document, 20) { .text($0.document) },
        .left("reason", words.reason, 20) { .optional($0.reason) },
        .left("recordedBy", words.recordedBy, 10) { .optional($0.recordedBy) },
        .sum("effect", words.effectOnShu, 17) { .amount($0.effect) },
      ]
    ).total(words.total, in: 2)
  }

  private func corrections(_ end: YearEnd) -> ReportTable {
    let words = style.words
    return ReportTable(
      end.corrections,
      [
        .left("entry", words.voucher, 9) { .entry($0.entry) },
        .left("bookDate", words.date, 10) { .date($0.bookDate) },
        .left("document", words.document, 20) { .text($0.document) },
        .data("amount") { .amount($0.amount) },
        .left("reason", words.reason, 20) { .optional($0.reason) },
        .data("recordedBy") { .optional($0.recordedBy) },
        .sum("effect", words.effectOnShu, 14) { .amount($0.effect) },
        .sum("equity", words.effectOnEquity, 14) { .amount($0.equity) },
      ]
    ).total(words.total, in: 2)
  }
}
