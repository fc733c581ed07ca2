extension LedgerError.Code {
  /// A rule of corporate tax is not possible as it was said.
  public static let corporateTaxRuleUnfit = Self(rawValue: "corporateTax.ruleUnfit")
  /// No corporate tax was worked out at the end of a month.
  public static let corporateTaxNone = Self(rawValue: "corporateTax.none")
}

extension LedgerError {
  /// A rule of corporate tax is not possible as it was said.
  package static func corporateTaxRuleUnfit(_ reason: Phrase) -> LedgerError {
    LedgerError(
      .corporateTaxRuleUnfit,
      message: Phrase(
        id: "Aturan PPh badan tidak bisa ditetapkan: \(reason.indonesian).",
        en: "The rule of corporate tax cannot be set: \(reason.english)."),
      advice: Phrase(
        id: "Betulkan tarif, bulan atau akunnya.",
        en: "Correct the rate, the months or the accounts."))
  }

  /// No corporate tax was worked out at the end of a month.
  package static func corporateTaxNone(_ month: BookMonth) -> LedgerError {
    LedgerError(
      .corporateTaxNone,
      message: Phrase(
        id: "Tidak ada PPh badan yang dihitung untuk \(month.name.indonesian).",
        en: "No corporate tax was worked out for \(month.name.english)."),
      advice: Phrase(
        id: "Periksa aturan PPh badan yang berlaku; pajak atas hasil usaha dihitung di bulan "
          + "terakhir tahun buku.",
        en: "Check which rule of corporate tax is in force; the tax on the result is worked out "
          + "in the last month of the year."))
  }
}
