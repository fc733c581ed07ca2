public import KSPCore

/// Writes what standing orders took, and what they could not and why (hasil autodebet).
public struct OrderRunRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each try.
  public func report(of run: OrderRun) -> Report {
    let words = style.words
    let table = table(run.lines)
    return Report(
      "ksp.order-run/1", title: words("HASIL AUTODEBET", "STANDING ORDERS CARRIED OUT"),
      subject: style.words.dayInWords(run.asOf),
      data: [
        "asOf": .date(run.asOf), "taken": .count(run.taken), "amount": .amount(run.amount),
        "tries": .rows(table),
      ], rows: ReportRows(table),
      blocks: [
        .fields(
          Report.Field(words.asOf, words(run.asOf.inWords)),
          Report.Field(
            words("Diambil", "Taken"),
            words(
              "\(run.taken) sebesar \(run.amount.formatted)",
              "\(run.taken), \(run.amount.formatted)"))),
        run.lines.isEmpty
          ? .note(words("Tidak ada yang jatuh tempo.", "Nothing has fallen due.")) : .table(table),
        .signatures(words.preparedAndChecked, printedOnly: true),
      ]
    ).statement(known: style.known)
  }

  private func table(_ lines: [OrderRun.Line]) -> ReportTable {
    let words = style.words
    return ReportTable(
      lines,
      [
        .right("number", words("No.", "No."), 4) { .count($0.order.number) },
        .left("dueOn", words.dueOn, 11) { .date($0.attempt.dueOn) },
        .data("triedOn") { .date($0.attempt.triedOn) },
        .left("account", words.account, 12) { .text($0.order.account.text) },
        .data("member") { .text($0.order.member.text) },
        .data("name") { .text($0.order.memberName) },
        .data("purpose") { .text($0.order.purpose.word) },
        .data("paysTo") { .text($0.order.purpose.target) },
        .right("amount", words.amount, 13) { $0.attempt.amount.map { .amount($0) } ?? .blank },
        .left("outcome", words.tryOutcome, 24) {
          .coded($0.attempt.outcome.rawValue, shown: words.outcome(of: $0.attempt))
        },
        .data("refusal") { .optional($0.attempt.refusal) },
        .left("voucher", words.voucher, 9) { $0.attempt.entry.map { .entry($0) } ?? .blank },
      ]
    ).remarks { index in
      let order = lines[index].order
      return "\(order.memberName): \(words.purpose(of: order))"
    }
  }
}
