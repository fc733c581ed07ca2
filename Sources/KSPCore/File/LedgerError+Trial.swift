extension LedgerError.Code {
  /// The book was made by a trial version of the program.
  public static let bookOfTrial = Self(rawValue: "book.trial")
}

extension LedgerError {
  /// The book was made by a trial version, whose books no released version reads.
  package static func bookOfTrial(_ path: String) -> LedgerError {
    LedgerError(
      .bookOfTrial,
      message: Phrase(
        id: "“\(path)” adalah buku versi percobaan, yang tidak dibaca lagi.",
        en: "“\(path)” is a book of a trial version, which is read no more."),
      advice: Phrase(
        id: "Ekspor isinya dengan program yang membuatnya, lalu impor ke buku baru.",
        en: "Export it with the program that made it, then import it into a new book."),
      remedies: [.book(.make)])
  }
}
