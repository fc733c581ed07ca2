public import KSPCore

/// Writes a list for a paymaster, to send and to return: who is asked for what, and what was
/// deducted (tagihan potong gaji).
public struct ClaimRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each member.
  public func report(of claim: PayrollClaim) -> Report {
    let words = style.words
    let table = table(claim)
    return Report(
      "ksp.payroll-claim/1", title: words.claimTitle,
      subject: "\(claim.payer) \(words(claim.month.name))",
      data: [
        "number": .count(claim.number), "payer": .text(claim.payer.text),
        "payerName": .text(words(claim.payerName)), "month": .text(claim.month.description),
        "sentOn": .date(claim.sentOn), "state": .text(claim.state.rawValue),
        "reason": .present(claim.closing) { .text($0.reason) },
        "asked": .amount(claim.asked), "deducted": .amount(claim.deducted),
        "open": .amount(claim.open), "held": .amount(claim.held), "members": .rows(table),
      ], rows: ReportRows(table),
      blocks: [
        .fields(
          Report.Field(words.payer, "\(words(claim.payerName)) (\(claim.payer))"),
          Report.Field(words.month, words(claim.month.name)),
          Report.Field(
            words.sentOn, "\(words(claim.sentOn.inWords)), \(words("nomor", "no.")) \(claim.number)"
          ),
          Report.Field(words.claimState, state(of: claim)),
          Report.Field(
            words.heldByPayer, claim.held.isZero ? nil : claim.held.formatted)),
        .table(table),
      ] + style.placed(on: claim.sentOn) + [
        .signatures(words.preparedAndChecked, printedOnly: true)
      ]
    ).statement(known: style.known)
  }

  private func state(of claim: PayrollClaim) -> String {
    let words = style.words
    let state = words.state(claim.state)
    guard let closing = claim.closing else {
      guard claim.state == .short else { return state }
      return words(
        "\(state): \(claim.undeducted.count) anggota belum dipotong",
        "\(state): \(claim.undeducted.count) members not deducted")
    }
    return "\(state), \(words.day(closing.date)): \(closing.reason)"
  }

  private func table(_ claim: PayrollClaim) -> ReportTable {
    let words = style.words
    // Before the answer the column is empty, to be filled in.
    let isAnswered = !claim.deducted.isZero || claim.closing != nil
    return ReportTable(
      claim.debtors,
      [
        .left("member", words.number, 8) { .text($0.member.text) },
        .left("name", words.name, 24) { .text($0.name) },
        .data("phone") { .optional($0.phone) },
        .data("for") { .text(items($0)) }.only(.csv),
        .sum("asked", words.asked, 14) { .amount($0.asked) },
        .sum("deducted", words.deducted, 14) {
          isAnswered ? .amount($0.deducted) : .blank
        }.only([.people, .csv]),
        .nested("deducted") { .amount($0.deducted) },
        .sum("open", words.notDeducted, 14) {
          isAnswered ? .unlessZero($0.open) : .blank
        }.only(.people),
        .nested("open") { .amount($0.open) },
        .nested("lines") { debtor in
          .list(debtor.lines) { line in
            [
              "for": .text(line.item.text), "asked": .amount(line.asked),
              "deducted": .amount(line.deducted),
            ]
          }
        },
      ]
    ).remarks { items(claim.debtors[$0]) }
      .total("\(words.total): \(claim.debtors.count)", in: 1)
  }

  private func items(_ debtor: PayrollClaim.Debtor) -> String {
    debtor.lines.map { "\($0.item.text) \($0.asked.formatted)" }.joined(separator: ", ")
  }
}
