extension LedgerError.Code {
  /// A fund of an SHU cannot be paid out to somebody.
  public static let shuRewardUnfit = Self(rawValue: "shu.rewardUnfit")
  /// More is paid out of a fund of an SHU than is left of it.
  public static let shuFundTooSmall = Self(rawValue: "shu.fundTooSmall")
}

extension LedgerError {
  /// A fund of an SHU cannot be paid out to somebody.
  package static func shuRewardUnfit(_ why: Phrase) -> LedgerError {
    LedgerError(
      .shuRewardUnfit,
      message: Phrase(
        id: "Dana SHU tidak bisa dibayarkan: \(why.indonesian).",
        en: "The fund of the SHU cannot be paid out: \(why.english)."),
      advice: Phrase(
        id: "Periksa nama dana, penerima dan tarif pajaknya.",
        en: "Look at the name of the fund, the recipient and the rate of the tax."))
  }

  /// More is paid out of a fund of an SHU than is left of it.
  package static func shuFundTooSmall(
    _ fund: String, year: Int, left: Rupiah, asked: Rupiah
  ) -> LedgerError {
    LedgerError(
      .shuFundTooSmall,
      message: Phrase(
        id: "Dana “\(fund.quotable)” dari SHU \(year) tinggal \(left.formatted), "
          + "bukan \(asked.formatted).",
        en: "Only \(left.formatted) is left of the fund “\(fund.quotable)” of the SHU of \(year), "
          + "not \(asked.formatted)."),
      advice: Phrase(
        id: "Bayarkan paling banyak sebesar itu.", en: "Pay no more than that."))
  }
}
