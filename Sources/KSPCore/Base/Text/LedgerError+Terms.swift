extension LedgerError.Code {
  /// A text is none of the words that a term knows, or not written as the term is.
  public static let termUnreadable = Self(rawValue: "term.unreadable")
  /// A text is not a share of an amount.
  public static let shareUnreadable = Self(rawValue: "share.unreadable")
}

extension LedgerError {
  /// A text is none of the words that a term knows.
  ///
  /// `others` are the words in Indonesian, where they are not the same.
  package static func termUnreadable(
    _ text: String, oneOf words: [String], indonesian others: [String]? = nil
  ) -> LedgerError {
    let (known, english) = (others ?? words, words)
    return LedgerError(
      .termUnreadable, message: notKnown(text),
      advice: Phrase(
        id: "Pilih salah satu: \(known.joined(separator: ", ")).",
        en: "Use one of these: \(english.joined(separator: ", "))."))
  }

  /// A text is not written as its term is.
  package static func termUnreadable(_ text: String, form: Phrase) -> LedgerError {
    LedgerError(
      .termUnreadable, message: notKnown(text),
      advice: Phrase(id: "Tulis \(form.indonesian).", en: "Write \(form.english)."))
  }

  private static func notKnown(_ text: String) -> Phrase {
    Phrase(id: "“\(text.quotable)” tidak dikenal.", en: "“\(text.quotable)” is not known.")
  }

  /// A text that should be a share of an amount cannot be read as one.
  package static func shareUnreadable(_ text: String) -> LedgerError {
    LedgerError(
      .shareUnreadable,
      message: Phrase(
        id: "“\(text.quotable)” harus persen saja.",
        en: "“\(text.quotable)” must be a plain percentage."),
      advice: Phrase(id: "Tulis misalnya 1% atau 0,5%.", en: "Write 1% or 0.5%, for example."))
  }
}
