extension LedgerError.Code {
  /// The book refused a write because an invariant would have been broken.
  public static let invariantBroken = Self(rawValue: "invariant.broken")
}

extension LedgerError {
  /// The database refused a write, or holds something that must not be.
  package static func invariantBroken(_ reason: String) -> LedgerError {
    LedgerError(
      .invariantBroken, category: .invariant,
      message: Phrase(
        id: "Buku menolak karena aturan dasarnya akan dilanggar: \(reason).",
        en: "The book refused because one of its rules would be broken: \(reason)."),
      advice: Phrase(
        id: "Tidak ada yang disimpan. Laporkan pesan ini, dan periksa bukunya.",
        en: "Nothing was stored. Report this message, and verify the book."),
      remedies: [.book(.verify(path: nil))])
  }
}
