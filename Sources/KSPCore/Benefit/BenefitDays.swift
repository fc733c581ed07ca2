/// What balances of a product came to over days, in sen times days: what the benefit of members is
/// worked out from, exactly, before anything is rounded.
package struct BenefitDays: Hashable, Sendable {
  /// The product.
  package let product: ProductCode
  /// Its name.
  package let name: Phrase
  /// The sum of the daily balances, in sen.
  package private(set) var balance: Int128 = 0
  /// The sum of the daily balances times the own rate of a year, in sen and billionths.
  package private(set) var own: Int128 = 0

  /// Nothing of a product yet.
  package init(product: ProductCode, name: Phrase) {
    self.product = product
    self.name = name
  }

  /// Adds a balance that stood for some days.
  ///
  /// - Parameters:
  ///   - balance: What stood; nothing is added for nothing.
  ///   - days: For how many days.
  ///   - rate: The cooperative's own rate on it.
  ///   - base: What the rate is charged on, where that is not the balance: a flat loan is charged
  ///     on what was lent.
  /// - Throws: `amount.overflow`.
  package mutating func add(
    _ balance: Rupiah, days: Int, at rate: Rate, on base: Rupiah? = nil
  ) throws(LedgerError) {
    guard balance.isPositive, days > 0 else { return }
    let (held, charged) = (Int128(balance.sen), Int128((base ?? balance).sen))
    self.balance = try self.balance.adding(held.multiplied(by: Int128(days)))
    own = try own.adding(
      charged.multiplied(by: Int128(days)).multiplied(by: Int128(rate.billionthsPerYear)))
  }
}
