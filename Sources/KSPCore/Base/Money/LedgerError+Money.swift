extension LedgerError.Code {
  /// An amount, or the sum of amounts, is larger than the ledger can count.
  public static let amountOverflow = Self(rawValue: "amount.overflow")
  /// A text is not an amount of money.
  public static let amountUnreadable = Self(rawValue: "amount.unreadable")
  /// An amount must be greater than zero.
  public static let amountNotPositive = Self(rawValue: "amount.notPositive")
  /// A text is not a rate.
  public static let rateUnreadable = Self(rawValue: "rate.unreadable")
  /// A rate does not say for which period it is.
  public static let ratePeriodMissing = Self(rawValue: "rate.periodMissing")
}

extension LedgerError.Code {
  /// Terms round to a step that is not offered.
  public static let roundingStepRefused = Self(rawValue: "rounding.stepRefused")
}

extension LedgerError {
  /// Terms round to a step that is not offered.
  package static func roundingStepRefused(_ step: Rupiah) -> LedgerError {
    LedgerError(
      .roundingStepRefused,
      message: Phrase(
        id: "Pembulatan ke \(step.formatted) tidak ada.",
        en: "Nothing is rounded to \(step.formatted)."),
      advice: Phrase(
        id: "Pilih 0.01, 1, 50, 100, 500 atau 1000.", en: "Use 0.01, 1, 50, 100, 500 or 1000."))
  }
}

extension LedgerError {
  /// A sum or a product left the range of about 92 quadrillion rupiah.
  package static func amountOverflow() -> LedgerError {
    LedgerError(
      .amountOverflow,
      message: Phrase(
        id: "Jumlahnya terlalu besar untuk dihitung: paling besar Rp92.233.720.368.547.758.",
        en: "The amount is too large to count: the largest is Rp92.233.720.368.547.758."),
      advice: Phrase(
        id: "Periksa angka yang diketik; mungkin ada nol yang berlebih.",
        en: "Check the figure that was typed; there may be a zero too many."))
  }

  /// A text that should be an amount cannot be read as one without guessing.
  package static func amountUnreadable(_ text: String) -> LedgerError {
    LedgerError(
      .amountUnreadable,
      message: Phrase(
        id: "“\(text)” bukan jumlah uang yang jelas.",
        en: "“\(text)” is not a clear amount of money."),
      advice: Phrase(
        id: "Tulis misalnya 1500000, 1.500.000 atau 1.500.000,50.",
        en: "Write for example 1500000, 1.500.000 or 1.500.000,50."))
  }

  /// An amount that must be positive is zero or negative.
  package static func amountNotPositive(_ amount: Rupiah) -> LedgerError {
    LedgerError(
      .amountNotPositive,
      message: Phrase(
        id: "Jumlah \(amount.formatted) tidak boleh nol atau negatif.",
        en: "The amount \(amount.formatted) must not be zero or negative."),
      advice: Phrase(
        id: "Ketik jumlah yang lebih besar dari nol.",
        en: "Type an amount greater than zero."))
  }

  /// A text that should be a rate cannot be read as one.
  package static func rateUnreadable(_ text: String) -> LedgerError {
    LedgerError(
      .rateUnreadable,
      message: Phrase(
        id: "“\(text)” bukan suku bunga yang jelas.", en: "“\(text)” is not a clear rate."),
      advice: Phrase(
        id: "Tulis misalnya 3%/tahun atau 0,66%/bulan.",
        en: "Write for example 3%/year or 0.66%/month."))
  }

  /// A rate does not say for which period it is: both readings are named.
  package static func ratePeriodMissing(_ text: String) -> LedgerError {
    let bare = (text.hasSuffix("%") ? text : text + "%").quotable
    return LedgerError(
      .ratePeriodMissing,
      message: Phrase(
        id: "“\(text.quotable)” bisa berarti \(bare) sebulan atau \(bare) setahun.",
        en: "“\(text.quotable)” may mean \(bare) a month or \(bare) a year."),
      advice: Phrase(
        id:
          "Tulis \(bare)/bulan atau \(bare)/tahun; di tabel juga di judul kolom, “Suku Jasa per Bulan”.",
        en: "Write \(bare)/month or \(bare)/year; in a table also in its heading, “Rate per Month”."
      ))
  }
}
