extension LedgerError.Code {
  /// An earlier month has not been closed yet.
  public static let monthEarlierOpen = Self(rawValue: "month.earlierOpen")
  /// The month end was stopped before it was done.
  public static let monthEndCancelled = Self(rawValue: "month.cancelled")
  /// The opening balances do not add up yet.
  public static let openingIncomplete = Self(rawValue: "opening.incomplete")
}

extension LedgerError {
  /// An earlier month has not been closed yet.
  public static func monthEarlierOpen(_ month: BookMonth, open: BookMonth) -> LedgerError {
    LedgerError(
      .monthEarlierOpen,
      message: Phrase(
        "\(month.name.indonesian) belum bisa: \(open.name.indonesian) belum ditutup.",
        "\(month.name.english) cannot be done yet: \(open.name.english) is not closed."),
      advice: Phrase(
        "Tutup dulu bulan itu: ksp month-end run \(open).",
        "Close that month first: ksp month-end run \(open)."))
  }

  /// The task that ran a month end was cancelled.
  public static func monthEndCancelled(_ month: BookMonth) -> LedgerError {
    LedgerError(
      .monthEndCancelled,
      message: Phrase(
        "Tutup bulan \(month.name.indonesian) dihentikan; bulannya masih terbuka.",
        "The month end of \(month.name.english) was stopped; the month is still open."),
      advice: Phrase(
        "Tidak ada yang disimpan. Ulangi kapan saja: ksp month-end run \(month).",
        "Nothing was stored. Run it again at any time: ksp month-end run \(month)."))
  }

  /// The clearing account of the opening balances does not stand at zero.
  public static func openingIncomplete(difference: Rupiah) -> LedgerError {
    LedgerError(
      .openingIncomplete,
      message: Phrase(
        "Saldo awal belum seimbang: akun saldo awal migrasi masih \(difference.formatted).",
        "The opening balances do not add up: the clearing account holds \(difference.formatted)."),
      advice: Phrase(
        "Lengkapi saldo awal sampai selisihnya nol, lalu ulangi tutup bulan.",
        "Complete the opening balances until it is zero, then run the month end again."))
  }
}
