import GRDB
import KSPCore

/// Reads what the limits of supervision are held against, beside the balances of the chart.
struct SupervisionReader {
  let db: Database
  let catalog: Catalog
  let asOf: BookDate

  /// Members who are related to the cooperative.
  func related() throws -> Set<MemberNumber> {
    Set(
      try String.fetchAll(
        db,
        sql: """
          SELECT m.number FROM memberAttribute a JOIN member m ON m.id = a.member
          WHERE a.name = ? AND a.value <> ''
          """, arguments: [Member.relatedAttribute]
      ).map { MemberNumber($0) })
  }

  /// Pokok and wajib of members: everybody with more than a limit, or who has the most.
  func capital(above limit: Rupiah) throws -> [SupervisionLimits.Holder] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        WITH \(HeldBalances.later(than: asOf))
        SELECT m.number, m.name, -sum(\(HeldBalances.balance)) AS capital FROM savingsProduct p
        JOIN savingsAccount s ON s.product = p.id JOIN member m ON m.id = s.member
        \(HeldBalances.join("s.account"))
        WHERE p.kind IN (?, ?) GROUP BY m.id HAVING capital > 0 ORDER BY capital DESC, m.number
        """, arguments: [SavingsKind.pokok.rawValue, SavingsKind.wajib.rawValue])
    var holders: [SupervisionLimits.Holder] = []
    while let row = try rows.next() {
      let amount = Rupiah(sen: try row.value(2))
      guard holders.isEmpty || amount > limit else { break }
      holders.append(
        SupervisionLimits.Holder(
          member: try row.value(0), name: try row.value(1), amount: amount))
    }
    return holders
  }

  /// What loan products ask for on the day.
  func loanOffers() -> [SupervisionLimits.Offer] {
    catalog.loanProducts.map {
      SupervisionLimits.Offer(
        product: $0.product.code, rate: $0.version(in: asOf.month).terms.plan.yearlyRate)
    }
  }

  /// The most that products of savings and term deposits pay on the day.
  func savingsOffers() throws -> [SupervisionLimits.Offer] {
    var rates = catalog.products.map {
      ($0.product.code, $0.terms(in: asOf.month).interest?.tiers.map(\.rate) ?? [])
    }
    var offers: [ProductCode: TermDepositOffer] = [:]
    for offer in try TermDepositReader(db: db).offers() where offer.effectiveFrom <= asOf {
      offers[offer.product] = offer
    }
    rates += offers.map { ($0.key, $0.value.tiers.map(\.rate)) }
    return rates.compactMap { product, rates in
      rates.max { $0.billionthsPerYear < $1.billionthsPerYear }
        .map { SupervisionLimits.Offer(product: product, rate: $0) }
    }
  }
}
