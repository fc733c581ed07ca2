extension LedgerError.Code {
  /// An earlier month has not been closed yet.
  public static let monthEarlierOpen = Self(rawValue: "month.earlierOpen")
  /// The month has not ended yet.
  public static let monthNotOver = Self(rawValue: "month.notOver")
  /// A month is to be closed before its end, and nothing says why.
  public static let monthReasonMissing = Self(rawValue: "month.reasonMissing")
  /// The month end was stopped before it was done.
  public static let monthEndCancelled = Self(rawValue: "month.cancelled")
  /// The opening balances do not add up yet.
  public static let openingIncomplete = Self(rawValue: "opening.incomplete")
  /// The ledger holds something else than a list that the book keeps.
  public static let listsDiffer = Self(rawValue: "month.listsDiffer")
}

extension LedgerError {
  /// An earlier month has not been closed yet.
  package static func monthEarlierOpen(_ month: BookMonth, open: BookMonth) -> LedgerError {
    LedgerError(
      .monthEarlierOpen,
      message: Phrase(
        id: "\(month.name.indonesian) belum bisa: \(open.name.indonesian) belum ditutup.",
        en: "\(month.name.english) cannot be done yet: \(open.name.english) is not closed."),
      advice: Phrase(
        id: "Tutup dulu bulan itu.",
        en: "Close that month first."),
      remedies: [.month(.end(open))])
  }

  /// The month has not ended yet.
  package static func monthNotOver(_ month: BookMonth, today: BookDate) -> LedgerError {
    LedgerError(
      .monthNotOver,
      message: Phrase(
        id: "\(month.name.indonesian) belum berakhir: hari ini baru \(today.inWords.indonesian).",
        en: "\(month.name.english) has not ended yet: today is \(today.inWords.english)."),
      advice: Phrase(
        id:
          "Tutup paling cepat \(month.lastDay), dan lihat dulu apa yang akan dibukukan. Kalau harus sekarang, sebut alasannya.",
        en:
          "Close it on \(month.lastDay) at the earliest, and look first at what it would post. If it must be now, say why."
      ),
      remedies: [.month(.preview(month)), .again(.endMonthEarly)])
  }

  /// A month is to be closed before its end, and nothing says why.
  package static func monthReasonMissing(_ month: BookMonth) -> LedgerError {
    LedgerError(
      .monthReasonMissing,
      message: Phrase(
        id:
          "\(month.name.indonesian) mau ditutup sebelum berakhir, tetapi alasannya tidak ditulis.",
        en: "\(month.name.english) is to be closed before it ends, but nothing says why."),
      advice: Phrase(
        id: "Tulis alasannya; alasan itu tersimpan bersama penutupannya.",
        en: "Say why; the reason is kept with the closing."),
      remedies: [.again(.giveReason)])
  }

  /// The task that ran a month end was cancelled.
  package static func monthEndCancelled(_ month: BookMonth) -> LedgerError {
    LedgerError(
      .monthEndCancelled,
      message: Phrase(
        id: "Tutup bulan \(month.name.indonesian) dihentikan; bulannya masih terbuka.",
        en: "The month end of \(month.name.english) was stopped; the month is still open."),
      advice: Phrase(
        id: "Tidak ada yang disimpan. Ulangi kapan saja.",
        en: "Nothing was stored. Run it again at any time."),
      remedies: [.month(.end(month))])
  }

  /// The clearing account of the opening balances does not stand at zero.
  package static func openingIncomplete(difference: Rupiah) -> LedgerError {
    LedgerError(
      .openingIncomplete,
      message: Phrase(
        id: "Saldo awal belum seimbang: akun saldo awal migrasi masih \(difference.formatted).",
        en:
          "The opening balances do not add up: the clearing account holds \(difference.formatted)."),
      advice: Phrase(
        id: "Lengkapi saldo awal sampai selisihnya nol, lalu ulangi tutup bulan.",
        en: "Complete the opening balances until it is zero, then run the month end again."))
  }

  /// The ledger holds something else than a list that the book keeps; there is at least one account
  /// on which it does.
  package static func listsDiffer(_ differences: [ListDifference]) -> LedgerError {
    func told(_ difference: ListDifference, _ language: Language) -> String {
      let account = "\(difference.account) \(difference.name[language])"
      let (listed, ledger) = (difference.listed.formatted, difference.ledger.formatted)
      let gap = difference.difference.formatted
      return language == .indonesian
        ? "\(account): daftar \(listed), buku besar \(ledger), selisih \(gap)"
        : "\(account): the list \(listed), the ledger \(ledger), a difference of \(gap)"
    }
    func all(_ language: Language) -> String {
      ListDifference.List.allCases.compactMap { list in
        let own = differences.filter { $0.list == list }
        guard !own.isEmpty else { return nil }
        let verdict = Phrase(
          id: "tidak sama dengan buku besar", en: "does not agree with the ledger")
        let accounts = own.map { told($0, language) }.joined(separator: "; ")
        return "\(list.name[language]) \(verdict[language]). \(accounts)."
      }.joined(separator: " ")
    }
    let hasAssets = differences.contains { $0.list == .assets }
    return LedgerError(
      .listsDiffer, message: Phrase(id: all(.indonesian), en: all(.english)),
      advice: Phrase(
        id:
          "Balik jurnal yang salah akun, atau pindahkan selisihnya ke akun yang benar dengan jurnal; kalau yang kurang itu daftarnya, lengkapi daftarnya, misalnya dengan mengambil alih aset lama.",
        en:
          "Reverse the entry on the wrong account, or move the difference to the right one with an entry; where it is the list that lacks something, complete it, such as with assets of an earlier book."
      ),
      remedies: (hasAssets ? [.journal(.seeAssets)] : [])
        + [.journal(.seeVouchers), .journal(.seeTrialBalance)])
  }
}
