public import KSPCore

/// Writes standing orders (daftar autodebet): who pays what, on which day.
public struct StandingOrderListRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each order.
  public func report(of orders: [StandingOrder]) -> Report {
    let words = style.words
    let table = table(orders)
    return Report(
      "ksp.standing-orders/1", title: words("DAFTAR AUTODEBET", "STANDING ORDERS"),
      data: ["orders": .rows(table)], rows: ReportRows(table),
      blocks: orders.isEmpty
        ? [.note(words("Tidak ada autodebet.", "There are no standing orders."))]
        : [.table(table), .signatures(words.preparedAndChecked, printedOnly: true)]
    ).statement(known: style.known)
  }

  private func table(_ orders: [StandingOrder]) -> ReportTable {
    let words = style.words
    return ReportTable(
      orders,
      [
        .right("number", words("No.", "No."), 4) { .count($0.number) },
        .left("account", words.account, 12) { .text($0.account.text) },
        .data("member") { .text($0.member.text) },
        .left("name", words.name, 16) { .text($0.memberName) },
        .left("for", words("Untuk", "For"), 19) { .text(words.purpose(of: $0)) }.only(.people),
        .data("purpose") { .text($0.purpose.word) },
        .data("paysTo") { .text($0.purpose.target) },
        .right("amount", words.amount, 13) {
          $0.amount.map { .amount($0) } ?? .text(words.whatIsDue)
        }.only(.people),
        .data("amount") { $0.amount.map { .amount($0) } ?? .blank },
        .right("day", words("Tanggal", "Day"), 7) {
          $0.day == 31 ? .text(words("akhir", "last")) : .count($0.day)
        }.only(.people),
        .data("day") { .count($0.day) },
        .data("from") { .date($0.from) }, .data("until") { .optional($0.until) },
        .data("retryDays") { .count($0.retryDays) },
        .data("endedOn") { .optional($0.endedOn) }, .data("reason") { .optional($0.endReason) },
      ]
    ).remarks { index in remark(orders[index]) }
  }

  private func remark(_ order: StandingOrder) -> String? {
    let words = style.words
    let until = order.until.map {
      words("sampai \(words.dayInWords($0))", "until \(words.dayInWords($0))")
    }
    let ended = order.endedOn.map {
      let day = words.dayInWords($0)
      return words(
        "berakhir \(day): \(order.endReason ?? "")", "ended on \(day): \(order.endReason ?? "")")
    }
    let parts = [until, ended].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}
