public import KSPCore

/// Writes one standing order and every try to carry it out (kartu autodebet).
public struct StandingOrderRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes what was ordered, and a line for each try.
  public func report(of card: StandingOrderCard) -> Report {
    let words = style.words
    let order = card.order
    let table = table(card.tries)
    return Report(
      "ksp.standing-order/1", title: words("KARTU AUTODEBET", "STANDING ORDER"),
      subject: "\(order.number) \(order.memberName)",
      data: [
        "number": .count(order.number), "account": .text(order.account.text),
        "member": .text(order.member.text), "name": .text(order.memberName),
        "purpose": .text(order.purpose.word), "paysTo": .text(order.purpose.target),
        "amount": .present(order.amount) { .amount($0) }, "day": .count(order.day),
        "from": .date(order.from), "until": .date(order.until),
        "retryDays": .count(order.retryDays), "endedOn": .date(order.endedOn),
        "reason": .text(order.endReason), "nextDue": .date(card.nextDue), "tries": .rows(table),
      ], rows: ReportRows(table),
      blocks: [.fields(fields(card), width: 16)]
        + (card.tries.isEmpty ? [] : [.table(table)])
    ).statement(
      member: order.memberName, memberNumber: order.member.text, known: style.known)
  }

  private func fields(_ card: StandingOrderCard) -> [Report.Field] {
    let words = style.words
    let order = card.order
    let day = words(
      "tanggal \(order.day), diulang \(order.retryDays) hari",
      "day \(order.day), tried again for \(order.retryDays) days")
    let span = [
      words.dayInWords(order.from), order.until.map { words.dayInWords($0) } ?? "",
    ].joined(separator: " – ")
    return [
      Report.Field(words.number, "\(order.number)"),
      Report.Field(words.name, "\(order.memberName) (\(order.member))"),
      Report.Field(words.account, order.account.text),
      Report.Field(words("Untuk", "For"), words.purpose(of: order)),
      Report.Field(words.amount, words.amount(of: order)),
      Report.Field(words("Setiap bulan", "Every month"), day),
      Report.Field(words("Berlaku", "In force"), span),
      Report.Field(
        words("Berakhir", "Ended on"),
        order.endedOn.map { "\(words.dayInWords($0)): \(order.endReason ?? "")" }),
      Report.Field(words("Berikutnya", "Next"), card.nextDue.map { words($0.inWords) }),
    ].compactMap(\.self)
  }

  private func table(_ tries: [OrderTry]) -> ReportTable {
    let words = style.words
    return ReportTable(
      tries,
      [
        .left("dueOn", words.dueOn, 11) { .date($0.dueOn) },
        .left("triedOn", words("Dicoba", "Tried on"), 10) { .date($0.triedOn) },
        .left("outcome", words.tryOutcome, 24) {
          .coded($0.outcome.rawValue, shown: words.outcome(of: $0))
        },
        .data("refusal") { .optional($0.refusal) },
        .right("amount", words.amount, 14) { $0.amount.map { .amount($0) } ?? .blank },
        .left("voucher", words.voucher, 9) { $0.entry.map { .entry($0) } ?? .blank },
      ])
  }
}
