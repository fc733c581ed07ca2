extension LedgerError.Code {
  /// There is no till of the name.
  public static let tillUnknown = Self(rawValue: "till.unknown")
  /// A till is closed.
  public static let tillClosed = Self(rawValue: "till.closed")
  /// A till is open already.
  public static let tillOpen = Self(rawValue: "till.open")
  /// A day lies before the day on which a till was counted last.
  public static let tillCounted = Self(rawValue: "till.counted")
  /// A till cannot be as it is asked for.
  public static let tillUnfit = Self(rawValue: "till.unfit")
  /// What was counted is no number of notes and coins.
  public static let tillPiecesUnfit = Self(rawValue: "till.piecesUnfit")
}

extension LedgerError {
  /// There is no till of the name.
  package static func tillUnknown(_ name: String, known: [String]) -> LedgerError {
    let list = known.joined(separator: ", ")
    return LedgerError(
      .tillUnknown, category: .missing,
      message: Phrase(
        id: "Tidak ada kas bernama “\(name.quotable)”.",
        en: "There is no till called “\(name.quotable)”."),
      advice: known.isEmpty
        ? Phrase(
          id: "Belum ada kas; buka yang pertama.", en: "There are no tills; open the first one.")
        : Phrase(
          id: "Kas yang ada: \(list). Kas baru dibuat saat dibuka pertama kali.",
          en: "Tills: \(list). A new one is made when it is opened for the first time."),
      remedies: (known.isEmpty ? [] : [.counter(.seeTills)]) + [.counter(.openTill(name))])
  }

  /// A till is closed, so that no money goes through it.
  package static func tillClosed(_ name: String) -> LedgerError {
    LedgerError(
      .tillClosed,
      message: Phrase(id: "Kas \(name) sedang tutup.", en: "Till \(name) is closed."),
      advice: Phrase(
        id: "Buka dulu kas itu, atau sebut kas lain.",
        en: "Open it first, or name another one."),
      remedies: [.counter(.openTill(name))])
  }

  /// A till is open already.
  package static func tillOpen(_ name: String, since day: BookDate, by keeper: String?)
    -> LedgerError
  {
    let who = keeper.map { Phrase(id: " oleh \($0)", en: " by \($0)") }
    return LedgerError(
      .tillOpen,
      message: Phrase(
        id: "Kas \(name) sudah buka sejak \(day)\(who?.indonesian ?? "").",
        en: "Till \(name) is open since \(day)\(who?.english ?? "")."),
      advice: Phrase(
        id: "Tutup dulu kas itu, dengan menghitung isinya.",
        en: "Close it first, by counting what is in it."),
      remedies: [.counter(.closeTill(name))])
  }

  /// A day lies before the day on which a till was counted last.
  package static func tillCounted(
    _ name: String, on day: BookDate, asked date: BookDate
  ) -> LedgerError {
    LedgerError(
      .tillCounted,
      message: Phrase(
        id: "Isi kas \(name) sudah dihitung pada \(day); tanggal \(date) ada sebelumnya.",
        en: "Till \(name) was counted on \(day); \(date) lies before that."),
      advice: Phrase(
        id: "Bukukan pada tanggal itu atau sesudahnya, atau di kas lain.",
        en: "Book it on that day or later, or in another till."))
  }

  /// A count of a day after which the till moved.
  package static func tillMovedLater(
    _ name: String, on day: BookDate, asked date: BookDate
  ) -> LedgerError {
    LedgerError(
      .tillCounted,
      message: Phrase(
        id:
          "Di kas \(name) sudah ada bukti tanggal \(day); isinya pada \(date) tidak bisa dihitung lagi.",
        en:
          "Till \(name) has vouchers of \(day); what it held on \(date) cannot be counted any more."
      ),
      advice: Phrase(
        id: "Hitung pada tanggal bukti terakhirnya atau sesudahnya.",
        en: "Count it on the day of its last voucher or later."))
  }

  /// A till cannot be as it is asked for.
  package static func tillUnfit(_ name: String, _ why: Phrase) -> LedgerError {
    LedgerError(
      .tillUnfit,
      message: Phrase(
        id: "Kas \(name.quotable): \(why.indonesian).", en: "Till \(name.quotable): \(why.english)."
      ),
      advice: Phrase(
        id: "Lihat daftar kas dan siapa yang memegangnya.",
        en: "See the list of tills and who keeps them."),
      remedies: [.counter(.seeTills)])
  }

  /// What was counted is no number of notes and coins.
  package static func tillPiecesUnfit(_ text: String) -> LedgerError {
    let values = CashPieces.values.map(\.formatted).joined(separator: ", ")
    return LedgerError(
      .tillPiecesUnfit,
      message: Phrase(
        id: "“\(text.quotable)” bukan hitungan uang kertas atau logam.",
        en: "“\(text.quotable)” is no count of notes or coins."),
      advice: Phrase(
        id: "Tulis pecahan dan lembarnya, misalnya 100000=12, masing-masing sekali (\(values)).",
        en: "Give value and number, such as 100000=12, each value once (\(values))."))
  }
}
