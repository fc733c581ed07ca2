extension LedgerError.Code {
  /// A tenor is no number of months that a deposit may run.
  public static let depositTenorRefused = Self(rawValue: "deposit.tenorRefused")
  /// A deposit would be broken outside its term.
  public static let depositBreakOutside = Self(rawValue: "deposit.breakOutside")
  /// A deposit that is taken over pays its interest on other days than was said.
  public static let depositValueDateOther = Self(rawValue: "deposit.valueDateOther")
  /// Breaking a deposit would cost more than is on it.
  public static let depositPenaltyTooLarge = Self(rawValue: "deposit.penaltyTooLarge")
}

extension LedgerError {
  /// A tenor is no number of months that a deposit may run.
  package static func depositTenorRefused(_ tenor: Int) -> LedgerError {
    LedgerError(
      .depositTenorRefused,
      message: Phrase(
        id: "Jangka \(tenor) bulan tidak bisa.", en: "A tenor of \(tenor) months cannot be."),
      advice: Phrase(
        id: "Pakai 1 sampai \(TermDepositTerms.longestTenor) bulan.",
        en: "Use 1 to \(TermDepositTerms.longestTenor) months."))
  }

  /// A deposit would be broken outside its term.
  package static func depositBreakOutside(
    _ day: BookDate, opened: BookDate, maturity: BookDate
  ) -> LedgerError {
    LedgerError(
      .depositBreakOutside,
      message: Phrase(
        id: "Berjangka ini berjalan \(opened) sampai \(maturity), jadi tidak bisa dicairkan lebih "
          + "awal pada \(day).",
        en: "This deposit runs from \(opened) to \(maturity), so it cannot be broken on \(day)."),
      advice: Phrase(
        id: "Pilih hari sejak pembukaan dan sebelum jatuh tempo.",
        en: "Use a day from its opening on and before its maturity."))
  }

  /// A deposit that is taken over pays its interest on other days than was said.
  package static func depositValueDateOther(
    _ said: BookDate, expected: BookDate?
  ) -> LedgerError {
    let day = expected.map(\.description)
    return LedgerError(
      .depositValueDateOther,
      message: Phrase(
        id: "Tanggal jasa berikut \(said), padahal menurut tanggal bukanya "
          + (day ?? "tidak ada lagi") + ".",
        en: "The next value date is \(said), but by the day of opening it is "
          + (day ?? "none") + "."),
      advice: Phrase(
        id: "Perbaiki tanggal buka, jangka, atau tanggal jasanya.",
        en: "Correct the day of opening, the tenor or the value date."))
  }

  /// Breaking a deposit would cost more than is on it.
  package static func depositPenaltyTooLarge(
    _ penalty: Rupiah, of amount: Rupiah
  ) -> LedgerError {
    LedgerError(
      .depositPenaltyTooLarge,
      message: Phrase(
        id: "Penalti \(penalty.formatted) melebihi yang ada, \(amount.formatted).",
        en: "The penalty of \(penalty.formatted) is more than there is, \(amount.formatted)."),
      advice: Phrase(
        id: "Kecilkan penalti, atau bebaskan dengan alasan.",
        en: "Lower the penalty, or waive it with a reason."))
  }
}
