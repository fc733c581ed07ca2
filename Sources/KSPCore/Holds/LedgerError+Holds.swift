extension LedgerError.Code {
  /// What is wanted of an account is held.
  public static let accountHeld = Self(rawValue: "account.held")
  /// There is no such hold.
  public static let holdUnknown = Self(rawValue: "hold.unknown")
  /// A hold is over.
  public static let holdOver = Self(rawValue: "hold.over")
  /// A hold ends before it begins, or names a loan that does not fit it.
  public static let holdUnfit = Self(rawValue: "hold.unfit")
}

extension LedgerError {
  /// What is wanted of an account on a date is held; `free` is what is not, on `day`.
  package static func accountHeld(
    _ account: AccountCode, needed: Rupiah?, on date: BookDate, free: Rupiah, day: BookDate,
    by holds: [SavingsHold]
  ) -> LedgerError {
    func list(_ language: Language) -> String {
      holds.map { hold in
        let amount =
          hold.amount?.formatted ?? Phrase(id: "seluruhnya", en: "all of it")[language]
        return "\(amount) \(hold.end[language]): \(hold.reason)"
      }.joined(separator: "; ")
    }
    let wanted = needed.map {
      Phrase(
        id: "diminta \($0.formatted), bebas \(free.formatted) pada \(day)",
        en: "\($0.formatted) is wanted, \(free.formatted) is free on \(day)")
    }
    return LedgerError(
      .accountHeld,
      message: Phrase(
        id: "\(account) diblokir (\(list(.indonesian)))"
          + (wanted.map { "; \($0.indonesian)" } ?? "") + ".",
        en: "\(account) is held (\(list(.english)))" + (wanted.map { "; \($0.english)" } ?? "")
          + "."),
      advice: Phrase(
        id: "Ambil sebatas yang bebas, atau lepaskan blokirnya kalau sebabnya sudah selesai.",
        en: "Take what is free, or release the hold when its reason is over."),
      remedies: holds.first.map { [.savings(.releaseHold($0.number, on: max(date, $0.from)))] }
        ?? [])
  }

  /// There is no such hold.
  package static func holdUnknown(_ number: Int) -> LedgerError {
    LedgerError(
      .holdUnknown, category: .missing,
      message: Phrase(id: "Blokir \(number) tidak ada.", en: "There is no hold \(number)."),
      advice: Phrase(id: "Lihat daftar blokir.", en: "Look at the list of holds."),
      remedies: [.savings(.seeHolds)])
  }

  /// A hold is over.
  package static func holdOver(_ hold: SavingsHold, since day: BookDate) -> LedgerError {
    LedgerError(
      .holdOver,
      message: Phrase(
        id: "Blokir \(hold.number) di \(hold.account) sudah berakhir sejak \(day).",
        en: "Hold \(hold.number) on \(hold.account) has been over since \(day)."),
      advice: Phrase(id: "Tidak perlu dilepas lagi.", en: "It need not be released."),
      remedies: [.savings(.seeHolds)])
  }

  /// A hold is not possible as it was said.
  package static func holdUnfit(_ reason: Phrase) -> LedgerError {
    LedgerError(
      .holdUnfit,
      message: Phrase(
        id: "Blokir tidak bisa dicatat: \(reason.indonesian).",
        en: "The hold cannot be recorded: \(reason.english)."),
      advice: Phrase(
        id: "Betulkan tanggal, jenis atau pinjamannya.",
        en: "Correct the days, the kind or the loan."))
  }
}
