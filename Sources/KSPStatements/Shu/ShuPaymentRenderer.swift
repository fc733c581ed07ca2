public import KSPCore

/// Writes who got what of the SHU of a year (pembayaran SHU).
public struct ShuPaymentRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each member.
  public func report(of payment: ShuPayment) -> Report {
    let words = style.words
    let table = table(payment)
    return Report(
      "ksp.shu-payment/1", title: "\(words.shuPaymentTitle) \(payment.year)",
      subject: "\(payment.year)",
      data: [
        "year": .count(payment.year), "date": .date(payment.date),
        "entries": .texts(payment.entries.map(\.description)), "members": .rows(table),
        "total": .amount(payment.total), "skipped": .texts(payment.skipped.map(\.text)),
      ], rows: ReportRows(table),
      blocks: [
        .fields(
          Report.Field(words.date, words(payment.date.inWords)),
          Report.Field(
            words("Bukti", "Vouchers"),
            payment.entries.map(\.description).joined(separator: ", "))),
        .table(table),
      ] + skipped(payment) + [.signatures(words.preparedAndChecked, printedOnly: true)])
  }

  private func table(_ payment: ShuPayment) -> ReportTable {
    let words = style.words
    let used = ShuPayment.Use.allCases.filter { use in
      payment.rows.contains { $0.uses[use] != nil }
    }
    return ReportTable(
      payment.rows,
      [
        .left("member", words.number, 7) { .text($0.member.text) },
        .left("name", words.name, 18) { .text($0.name) },
      ]
        + ShuPayment.Use.allCases.map { use in
          .sum(use.rawValue, words(use.name), 12) { .amount($0.uses[use] ?? .zero) }
        } + [.sum("total", words.total, 13) { .amount($0.total) }],
      printed: ["member", "name"] + used.map(\.rawValue) + ["total"]
    ).total("\(words.total): \(payment.rows.count)", in: 1)
  }

  private func skipped(_ payment: ShuPayment) -> [Report.Block] {
    guard !payment.skipped.isEmpty else { return [] }
    let list = payment.skipped.map(\.text).joined(separator: ", ")
    return [
      .note(
        style.words(
          "Sudah keluar, bagiannya hanya bisa diserahkan tunai: \(list).",
          "Have left, so that their part can only be handed over: \(list)."))
    ]
  }
}

extension Wording {
  fileprivate var shuPaymentTitle: String { self("PEMBAYARAN SHU", "SHU PAID") }
}
