extension LedgerError.Code {
  /// The shares of an SHU are not 100 % together.
  public static let shuSharesNotWhole = Self(rawValue: "shu.sharesNotWhole")
  /// A fund of an SHU has no name, or one that is taken.
  public static let shuFundRefused = Self(rawValue: "shu.fundRefused")
  /// There is no SHU to divide.
  public static let shuNothingToDivide = Self(rawValue: "shu.nothingToDivide")
}

extension LedgerError {
  /// The shares, in billionths, are not 100 % together.
  static func shuSharesNotWhole(_ sum: Int128) -> LedgerError {
    let whole = Int128(Percentage.whole)
    // A thousand shares of 1,000 % still count in 64 bits.
    let (total, gap) = (
      Percentage.text(Int64(clamping: sum)), sum < whole ? whole - sum : sum - whole
    )
    let difference = Percentage.text(Int64(clamping: gap))
    return LedgerError(
      .shuSharesNotWhole,
      message: Phrase(
        id: "Bagian-bagian SHU berjumlah \(decimalComma(total))%, bukan 100%: "
          + "\(sum < whole ? "kurang" : "lebih") \(decimalComma(difference))%.",
        en: "The shares of the SHU add up to \(total)%, not 100%: "
          + "\(difference)% too \(sum < whole ? "little" : "much")."),
      advice: Phrase(
        id: "Perbaiki bagian dana, modal atau usaha, sampai semuanya 100%.",
        en: "Correct the share of a fund, of capital or of activity until all are 100%."))
  }

  /// A fund has no name, or one that is taken.
  static func shuFundRefused(_ name: String) -> LedgerError {
    LedgerError(
      .shuFundRefused,
      message: Phrase(
        id: "Dana SHU “\(name.quotable)” tidak bisa dipakai: namanya kosong, tertulis dua kali, "
          + "atau nama bagian anggota.",
        en: "The fund “\(name.quotable)” of the SHU cannot be used: its name is empty, given "
          + "twice, or that of a share of members."),
      advice: Phrase(
        id: "Beri setiap dana namanya sendiri.", en: "Give each fund a name of its own."))
  }

  /// A loss, or nothing, cannot be divided; the loss of a year is covered.
  package static func shuNothingToDivide(_ shu: Rupiah, of year: Int? = nil) -> LedgerError {
    let cover = year.flatMap { year in
      shu.isNegative
        ? Remedy.month(.coverLoss(year, Rupiah(sen: Int64(clamping: shu.senMagnitude)))) : nil
    }
    return LedgerError(
      .shuNothingToDivide,
      message: Phrase(
        id: "SHU sebesar \(shu.formatted) tidak bisa dibagi; hanya SHU lebih yang dibagi.",
        en: "An SHU of \(shu.formatted) cannot be divided; only a surplus is."),
      advice: Phrase(
        id: "Periksa angkanya. Rugi ditutup dari cadangan menurut putusan rapat anggota.",
        en: "Check the figure. A loss is covered from reserves as the members' meeting decides."),
      remedies: [cover].compactMap(\.self))
  }

  private static func decimalComma(_ text: String) -> String {
    String(text.map { $0 == "." ? "," : $0 })
  }
}
