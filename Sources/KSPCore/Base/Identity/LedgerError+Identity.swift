extension LedgerError.Code {
  /// A text is not an account code.
  public static let accountCodeUnreadable = Self(rawValue: "account.codeUnreadable")
  /// A text is not a voucher number.
  public static let entryNumberUnreadable = Self(rawValue: "entry.numberUnreadable")
}

extension LedgerError {
  /// A text that should be an account code is none.
  package static func accountCodeUnreadable(_ text: String) -> LedgerError {
    LedgerError(
      .accountCodeUnreadable,
      message: Phrase(
        id: "“\(text)” bukan nomor akun atau rekening.", en: "“\(text)” is not an account code."),
      advice: Phrase(
        id:
          "Pakai huruf, angka, titik, garis miring atau tanda hubung, misalnya 1-1000 atau SUK-0001.",
        en: "Use letters, digits, dots, slashes or hyphens, for example 1-1000 or SUK-0001."))
  }

  /// A text that should be a voucher number is none.
  package static func entryNumberUnreadable(_ text: String) -> LedgerError {
    LedgerError(
      .entryNumberUnreadable,
      message: Phrase(id: "“\(text)” bukan nomor bukti.", en: "“\(text)” is not a voucher number."),
      advice: Phrase(id: "Tulis misalnya JU-000014.", en: "Write for example JU-000014."))
  }
}
