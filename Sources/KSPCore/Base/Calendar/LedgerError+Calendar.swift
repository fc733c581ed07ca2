extension LedgerError.Code {
  /// A text is not a date that exists.
  public static let dateUnreadable = Self(rawValue: "date.unreadable")
  /// A text is not a month.
  public static let monthUnreadable = Self(rawValue: "month.unreadable")
  /// A period ends before it begins.
  public static let periodBackwards = Self(rawValue: "period.backwards")
}

extension LedgerError {
  /// A text that should be a date names none.
  package static func dateUnreadable(_ text: String) -> LedgerError {
    LedgerError(
      .dateUnreadable,
      message: Phrase(
        id: "Tanggal “\(text)” tidak ada dalam kalender.",
        en: "There is no date “\(text)” in the calendar."),
      advice: Phrase(
        id: "Tulis TTTT-BB-HH, misalnya 2026-01-31, atau HH/BB/TTTT, misalnya 31/01/2026.",
        en: "Write YYYY-MM-DD, for example 2026-01-31, or DD/MM/YYYY, for example 31/01/2026."))
  }

  /// A text that should be a month names none.
  package static func monthUnreadable(_ text: String) -> LedgerError {
    LedgerError(
      .monthUnreadable,
      message: Phrase(id: "“\(text)” bukan bulan.", en: "“\(text)” is not a month."),
      advice: Phrase(
        id: "Tulis TTTT-BB, misalnya 2026-01.", en: "Write YYYY-MM, for example 2026-01."))
  }

  /// A period whose last day lies before its first.
  package static func periodBackwards(from first: BookDate, through last: BookDate) -> LedgerError {
    LedgerError(
      .periodBackwards,
      message: Phrase(
        id: "Periode berakhir (\(last)) sebelum dimulai (\(first)).",
        en: "The period ends (\(last)) before it begins (\(first))."),
      advice: Phrase(
        id: "Tukar tanggal awal dan akhirnya.", en: "Swap its first and last date."))
  }
}
