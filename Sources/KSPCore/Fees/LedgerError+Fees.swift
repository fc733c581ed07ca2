extension LedgerError.Code {
  /// A rule of monthly fees is not possible as it was said.
  public static let feeRuleUnfit = Self(rawValue: "fee.ruleUnfit")
}

extension LedgerError {
  /// A rule of monthly fees is not possible as it was said; `products` are those that could be
  /// named in place of the one that was.
  package static func feeRuleUnfit(
    _ reason: Phrase, products: [ProductCode] = []
  ) -> LedgerError {
    LedgerError(
      .feeRuleUnfit,
      message: Phrase(
        id: "Biaya bulanan tidak bisa ditetapkan: \(reason.indonesian).",
        en: "Monthly fees cannot be set: \(reason.english)."),
      advice: products.isEmpty
        ? Phrase(
          id: "Betulkan produk, jumlah atau bulannya.",
          en: "Correct the product, the amounts or the months.") : .choice(of: products))
  }
}
