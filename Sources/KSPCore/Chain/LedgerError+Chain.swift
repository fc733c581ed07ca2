extension LedgerError.Code {
  /// Nothing in the book is called so.
  public static let eventSubjectUnknown = Self(rawValue: "event.subjectUnknown")
  /// There is no kind of events with the name.
  public static let eventKindUnknown = Self(rawValue: "event.kindUnknown")
  /// Nobody of the name recorded anything, nor is an officer.
  public static let authorUnknown = Self(rawValue: "author.unknown")
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

  /// Nobody of the name recorded anything, nor is an officer.
  package static func authorUnknown(_ name: String, known: [String]) -> LedgerError {
    let list = known.isEmpty ? "–" : known.map(\.quotable).joined(separator: ", ")
    return LedgerError(
      .authorUnknown, category: .missing,
      message: Phrase(
        id: "Tidak ada petugas “\(name.quotable)” yang pernah mencatat di buku ini.",
        en: "No clerk “\(name.quotable)” ever recorded anything in this book."),
      advice: Phrase(
        id: "Huruf besar dan kecil dibedakan. Yang pernah mencatat: \(list).",
        en: "Capitals matter. Who recorded something: \(list)."))
  }

  /// There is no kind of events with the name.
  package static func eventKindUnknown(_ text: String) -> LedgerError {
    LedgerError(
      .eventKindUnknown,
      message: Phrase(
        id: "Tidak ada jenis peristiwa “\(text.quotable)”.",
        en: "There is no kind of events “\(text.quotable)”."),
      advice: Phrase(
        id: "Pilih bagian pertama sebuah jenis, seperti member, loan, atau entry, atau satu jenis, "
          + "seperti member.changed.",
        en: "Choose the first part of a kind, such as member, loan or entry, or one kind, such as "
          + "member.changed."))
  }
}
