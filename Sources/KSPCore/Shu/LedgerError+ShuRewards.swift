extension LedgerError.Code {
  /// A fund of an SHU cannot be paid out to somebody.
  public static let shuRewardUnfit = Self(rawValue: "shu.rewardUnfit")
  /// More is paid out of a fund of an SHU than is left of it.
  public static let shuFundTooSmall = Self(rawValue: "shu.fundTooSmall")
}

extension LedgerError {
  /// A fund of an SHU cannot be paid to a name that is unreadable, or with a rate of the whole.
  package static func shuRewardUnfit(to recipient: String, rate: Share) -> LedgerError {
    shuRewardUnfit(
      Phrase(
        id: "penerima “\(recipient.quotable)”, tarif \(rate.inWords.indonesian)",
        en: "recipient “\(recipient.quotable)”, rate \(rate.inWords.english)"))
  }

  /// There is no fund of a name that is paid out.
  package static func shuRewardUnfit(from fund: String) -> LedgerError {
    shuRewardUnfit(
      Phrase(
        id: "tidak ada dana “\(fund.quotable)” di akun kewajiban",
        en: "there is no fund “\(fund.quotable)” on an account of liabilities"))
  }

  private static func shuRewardUnfit(_ why: Phrase) -> LedgerError {
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
