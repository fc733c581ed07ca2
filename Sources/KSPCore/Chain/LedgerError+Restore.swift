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
  public static func restoreDamaged(_ path: String, check: String) -> LedgerError {
    LedgerError(
      .restoreDamaged, category: .invariant,
      message: Phrase(
        "Cadangan “\(path)” tidak lolos pemeriksaan (\(check)). Buku tidak diubah.",
        "The backup “\(path)” does not verify (\(check)). The book was not changed."),
      advice: Phrase(
        "Pakai cadangan lain; rinciannya: ksp verify --book \(path).",
        "Use another backup; the details: ksp verify --book \(path)."))
  }

  /// The backup is that of another book.
  public static func restoreOtherBook(_ path: String, book: String) -> LedgerError {
    LedgerError(
      .restoreOtherBook,
      message: Phrase(
        "“\(path)” bukan cadangan dari “\(book)”: keduanya dibuat sebagai buku yang berbeda.",
        "“\(path)” is no backup of “\(book)”: the two were made as different books."),
      advice: Phrase(
        "Periksa nama berkasnya. Buku lain dibuka langsung dengan --book \(path).",
        "Check the file name. Another book is opened itself with --book \(path)."))
  }

  /// The backup is the book itself.
  public static func restoreSelf(_ path: String) -> LedgerError {
    LedgerError(
      .restoreSelf,
      message: Phrase(
        "“\(path)” adalah buku itu sendiri.", "“\(path)” is the book itself."),
      advice: Phrase("Sebutkan berkas cadangannya.", "Name the file of the backup."))
  }

  /// The book has changed since it was looked at.
  public static func restoreChanged(_ path: String) -> LedgerError {
    LedgerError(
      .restoreChanged,
      message: Phrase(
        "“\(path)” berubah sesudah dilihat; yang hilang bisa lebih banyak dari yang ditunjukkan.",
        "“\(path)” has changed since it was looked at; more could be lost than was shown."),
      advice: Phrase("Jalankan ksp restore sekali lagi.", "Run ksp restore once more."))
  }
}
