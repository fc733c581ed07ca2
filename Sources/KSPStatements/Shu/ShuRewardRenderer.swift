public import KSPCore

/// Writes the slip of a payment out of a fund of an SHU, with the tax that was withheld (bukti
/// pembayaran dana SHU).
public struct ShuRewardRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes who got what, before and after tax, and where it is signed.
  public func report(of paid: ShuReward) -> Report {
    let words = style.words
    let order = paid.order
    return Report(
      "ksp.shu-reward/1",
      title: words("BUKTI PEMBAYARAN DANA SHU", "PAYMENT OUT OF A FUND OF THE SHU"),
      subject: "\(paid.entry) \(order.recipient)",
      data: [
        "year": .count(order.year), "fund": .text(order.fund), "recipient": .text(order.recipient),
        "gross": .amount(order.gross), "rate": .text(order.rate.percentText),
        "tax": .amount(paid.tax), "net": .amount(paid.net), "entry": .entry(paid.entry),
        "date": .date(paid.date), "reversedBy": .entry(paid.reversedBy),
      ],
      rows: ReportRows(
        ["year", "fund", "recipient", "gross", "rate", "tax", "net", "entry", "date"],
        [
          [
            .count(order.year), .text(order.fund), .text(order.recipient), .amount(order.gross),
            .text(order.rate.percentText), .amount(paid.tax), .amount(paid.net),
            .entry(paid.entry), .date(paid.date),
          ]
        ]),
      blocks: [
        .fields(
          Report.Field(words.voucher, style.voucher(paid.entry)),
          Report.Field(words.date, words(paid.date.inWords)),
          Report.Field(words("Penerima", "Paid to"), order.recipient),
          Report.Field(words("Dana", "Fund"), "\(order.fund), SHU \(order.year)"),
          Report.Field(words("Jumlah bruto", "Before tax"), order.gross.formatted),
          Report.Field(
            "PPh 21", paid.tax.isZero ? nil : "\(paid.tax.formatted) (\(words(order.rate.inWords)))"
          ),
          Report.Field(words("Diterima", "Received"), paid.net.formatted, isStrong: true),
          Report.Field(words.inWords, words(paid.net.inWords)),
          Report.Field(
            words("Dibalik oleh", "Taken back by"), paid.reversedBy.map(\.description)), width: 18),
        .signatures(
          [
            Report.Signature(role: words.signatureClerk),
            Report.Signature(role: words("Penerima,", "Recipient,"), name: order.recipient),
          ], printedOnly: false),
      ])
  }
}
