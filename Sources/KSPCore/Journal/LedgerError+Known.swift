extension LedgerError.Code {
  /// What was to be known is told by something that is no event, voucher or day.
  public static let knowledgeUnreadable = Self(rawValue: "known.unreadable")
  /// What was to be known lies beyond the last event of the book.
  public static let knowledgeBeyond = Self(rawValue: "known.beyond")
}

extension LedgerError {
  /// A text that is no event, voucher or day.
  package static func knowledgeUnreadable(_ text: String) -> LedgerError {
    LedgerError(
      .knowledgeUnreadable,
      message: Phrase(
        id: "“\(text.quotable)” bukan peristiwa, bukti atau tanggal.",
        en: "“\(text.quotable)” is no event, voucher or day."),
      advice: Phrase(
        id: "Tulis nomor peristiwa (1234), nomor bukti (JU-000012) atau tanggal (2026-01-31).",
        en: "Write the number of an event (1234), a voucher (JU-000012) or a day (2026-01-31)."))
  }

  /// A point that the book has not reached.
  package static func knowledgeBeyond(_ point: KnowledgePoint, last: Knowledge) -> LedgerError {
    let asked =
      switch point {
      case .event(let number): Phrase(id: "Peristiwa \(number)", en: "Event \(number)")
      case .entry(let number): Phrase(id: "Bukti \(number)", en: "Voucher \(number)")
      case .day(let day): Phrase(id: "Tanggal \(day)", en: "The day \(day)")
      }
    let end =
      if case .entry = point, let entry = last.entry {
        Phrase(id: "bukti terakhir \(entry)", en: "the last voucher is \(entry)")
      } else {
        Phrase(
          id: "peristiwa terakhir \(last.description)", en: "the last event is \(last.description)")
      }
    return LedgerError(
      .knowledgeBeyond,
      message: Phrase(
        id: "\(asked.indonesian) belum ada dalam buku ini; \(end.indonesian).",
        en: "\(asked.english) is not in this book yet; \(end.english)."),
      advice: Phrase(
        id: "Pakai peristiwa \(last.event) atau yang lebih awal.",
        en: "Use event \(last.event) or an earlier one."))
  }

  /// An account that nobody had opened at the time.
  package static func accountUnknownThen(_ code: AccountCode, at known: Knowledge) -> LedgerError {
    LedgerError(
      .accountUnknown, category: .missing,
      message: Phrase(
        id: "Rekening \(code) belum ada pada peristiwa \(known.description).",
        en: "There was no account \(code) yet at event \(known.description)."),
      advice: Phrase(
        id: "Pakai peristiwa yang lebih baru; lihat riwayatnya.",
        en: "Use a later event; see its history."),
      remedies: [.book(.seeHistory(of: code.text))])
  }
}
