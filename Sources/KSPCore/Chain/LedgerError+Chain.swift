extension LedgerError.Code {
  /// Nothing in the book is called so.
  public static let eventSubjectUnknown = Self(rawValue: "event.subjectUnknown")
  /// There is no kind of events with the name.
  public static let eventKindUnknown = Self(rawValue: "event.kindUnknown")
}

extension LedgerError {
  /// Nothing in the book is called so.
  package static func eventSubjectUnknown(_ text: String) -> LedgerError {
    LedgerError(
      .eventSubjectUnknown, category: .missing,
      message: Phrase(
        id: "Tidak ada yang bernama “\(text.quotable)” dalam buku ini.",
        en: "Nothing in this book is called “\(text.quotable)”."),
      advice: Phrase(
        id: "Sebut nomor anggota, rekening, akun, pinjaman, produk, bulan (2026-01), peran, bukti, "
          + "nama pengaturan, atau book.",
        en: "Name a member, an account, a loan, a product, a month (2026-01), a role, a voucher, "
          + "a setting, or book."))
  }

  /// There is no kind of events with the name.
  package static func eventKindUnknown(_ text: String, known: [String]) -> LedgerError {
    let list = known.joined(separator: ", ")
    return LedgerError(
      .eventKindUnknown,
      message: Phrase(
        id: "Tidak ada jenis peristiwa “\(text.quotable)”.",
        en: "There is no kind of events “\(text.quotable)”."),
      advice: Phrase(id: "Yang ada: \(list).", en: "There are: \(list)."))
  }
}
