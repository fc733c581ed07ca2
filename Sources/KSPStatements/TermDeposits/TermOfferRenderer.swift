/// Writes what products of term deposits offer (produk berjangka).
public struct TermOfferRenderer: ReportRenderer {
  private struct Row {
    let offer: TermDepositOffer
    let tier: TermDepositOffer.Tier
  }

  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each rate.
  public func report(of offers: [TermDepositOffer]) -> Report {
    let words = style.words
    let rows = offers.flatMap { offer in
      offer.tiers.sorted { ($0.tenor, $0.from) < ($1.tenor, $1.from) }
        .map { Row(offer: offer, tier: $0) }
    }
    let table = ReportTable(
      rows,
      [
        .left("product", words.product, 14) { .text($0.offer.product.text) },
        .left("from", words.inForceFrom, 10) { .date($0.offer.effectiveFrom) },
        .right("tenor", words.tenorShort, 4) { .count($0.tier.tenor) },
        .right("minimum", words.fromAmount, 15) { .amount($0.tier.from) },
        .left("rate", words.rate, 17) {
          .coded($0.tier.rate.description, shown: words.rate($0.tier.rate))
        },
        .left("dayCount", words.dayCount, 12) { .text($0.offer.dayCount.rawValue) }
          .only([.csv, .json]),
        .data("payout") { .coded($0.offer.payout.rawValue, shown: words($0.offer.payout.name)) },
        .data("penalty") { .text($0.offer.penalty.description) },
        .data("rollOver") {
          .coded($0.offer.rollOver.rawValue, shown: words($0.offer.rollOver.name))
        },
        .data("accrued") { .flag($0.offer.isAccrued) },
      ]
    ).remarks { index in
      guard index + 1 == rows.count || rows[index + 1].offer != rows[index].offer else {
        return nil
      }
      let offer = rows[index].offer
      return
        "\(words(offer.payout.name)); \(words(offer.penalty.inWords)); "
        + words(offer.rollOver.name) + (offer.isAccrued ? "; \(words.isAccrued)" : "")
    }
    return Report(
      "ksp.term-products/1", title: words.termProductsTitle, data: ["rates": .rows(table)],
      rows: ReportRows(table), blocks: [.table(table)]
    ).statement(known: style.known)
  }
}
