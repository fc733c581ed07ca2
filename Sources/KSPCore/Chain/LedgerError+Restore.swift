extension LedgerError.Code {
  /// The backup does not verify.
  public static let restoreDamaged = Self(rawValue: "restore.damaged")
  /// The backup is that of another book.
  public static let restoreOtherBook = Self(rawValue: "restore.otherBook")
  /// The backup is the book itself.
  public static let restoreSelf = Self(rawValue: "restore.self")
  /// The book has changed since it was looked at.
  public static let restoreChanged = Self(rawValue: "restore.changed")
}

extension LedgerError {
  /// The backup does not verify.
  package static func restoreDamaged(_ path: String, check: String) -> LedgerError {
    LedgerError(
      .restoreDamaged, category: .invariant,
      message: Phrase(
        id: "Cadangan “\(path)” tidak lolos pemeriksaan (\(check)). Buku tidak diubah.",
        en: "The backup “\(path)” does not verify (\(check)). The book was not changed."),
      advice: Phrase(
        id: "Pakai cadangan lain, dan periksa apa yang rusak.",
        en: "Use another backup, and verify what is wrong with this one."),
      remedies: [.book(.verify(path: path))])
  }

  /// The backup is that of another book.
  package static func restoreOtherBook(_ path: String, book: String) -> LedgerError {
    LedgerError(
      .restoreOtherBook,
      message: Phrase(
        id: "“\(path)” bukan cadangan dari “\(book)”: keduanya dibuat sebagai buku yang berbeda.",
        en: "“\(path)” is no backup of “\(book)”: the two were made as different books."),
      advice: Phrase(
        id: "Periksa nama berkasnya, atau buka buku itu sendiri.",
        en: "Check the file name, or open that book itself."),
      remedies: [.book(.open(path: path))])
  }

  /// The backup is the book itself.
  package static func restoreSelf(_ path: String) -> LedgerError {
    LedgerError(
      .restoreSelf,
      message: Phrase(
        id: "“\(path)” adalah buku itu sendiri.", en: "“\(path)” is the book itself."),
      advice: Phrase(id: "Sebutkan berkas cadangannya.", en: "Name the file of the backup."))
  }

  /// The book has changed since it was looked at.
  package static func restoreChanged(_ path: String) -> LedgerError {
    LedgerError(
      .restoreChanged,
      message: Phrase(
        id:
          "“\(path)” berubah sesudah dilihat; yang hilang bisa lebih banyak dari yang ditunjukkan.",
        en: "“\(path)” has changed since it was looked at; more could be lost than was shown."),
      advice: Phrase(
        id: "Lihat lagi, lalu pulihkan sekali lagi.",
        en: "Look at it again, and restore once more."),
      remedies: [.book(.restore)])
  }
}
