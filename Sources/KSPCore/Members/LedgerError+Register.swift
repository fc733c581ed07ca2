extension LedgerError {
  /// A NIK has not sixteen digits.
  package static func nikUnreadable(_ text: String) -> LedgerError {
    LedgerError(
      .nikUnreadable,
      message: Phrase(
        id: "“\(text.quotable)” bukan NIK: NIK terdiri atas 16 angka.",
        en: "“\(text.quotable)” is no NIK: a NIK has 16 digits."),
      advice: Phrase(
        id: "Salin NIK dari KTP; NPWP ditulis tersendiri.",
        en: "Copy the NIK from the identity card; an NPWP is given apart."),
      remedies: [.again(.giveTaxNumber)])
  }

  /// An NPWP has neither fifteen nor sixteen digits.
  package static func npwpUnreadable(_ text: String) -> LedgerError {
    LedgerError(
      .npwpUnreadable,
      message: Phrase(
        id: "“\(text.quotable)” bukan NPWP: NPWP terdiri atas 16 angka (bentuk lama 15).",
        en: "“\(text.quotable)” is no NPWP: an NPWP has 16 digits (15 in its older form)."),
      advice: Phrase(
        id: "Tulis 0012345678901000 atau 01.234.567.8-901.000.",
        en: "Write 0012345678901000 or 01.234.567.8-901.000."))
  }

  /// A NITKU has not 22 digits.
  package static func nitkuUnreadable(_ text: String) -> LedgerError {
    LedgerError(
      .nitkuUnreadable,
      message: Phrase(
        id: "“\(text.quotable)” bukan NITKU: NITKU terdiri atas 22 angka.",
        en: "“\(text.quotable)” is no NITKU: a NITKU has 22 digits."),
      advice: Phrase(
        id: "Tulis NPWP 16 angka, lalu 6 angka tempat usahanya, misalnya 000000.",
        en: "Write the 16 digits of the NPWP, then the 6 of the place, such as 000000."))
  }

  /// Somebody who has not left was to be erased.
  package static func memberNotLeft(_ number: MemberNumber) -> LedgerError {
    LedgerError(
      .memberNotLeft,
      message: Phrase(
        id: "Data anggota \(number) tidak bisa dihapus: ia belum keluar.",
        en: "The data of member \(number) cannot be erased: they have not left."),
      advice: Phrase(
        id: "Catat dulu keluarnya.",
        en: "Let them leave first."),
      remedies: [.member(.endMembership(number))])
  }

  /// Somebody was to be erased whose account holds money, or whose loan is not done with.
  package static func memberNotSettled(_ number: MemberNumber, open: String) -> LedgerError {
    LedgerError(
      .memberNotSettled,
      message: Phrase(
        id: "Data anggota \(number) tidak bisa dihapus: \(open) belum selesai.",
        en: "The data of member \(number) cannot be erased: \(open) is not settled."),
      advice: Phrase(
        id: "Selesaikan rekening atau pinjaman itu dulu, lalu ulangi.",
        en: "Settle that account or loan first, then try again."))
  }

  /// A change of standing does not follow the last one.
  package static func memberStandingNotLater(_ number: MemberNumber, last: BookDate) -> LedgerError
  {
    LedgerError(
      .memberStandingNotLater,
      message: Phrase(
        id:
          "Status anggota \(number) terakhir berubah tanggal \(last); yang baru harus sesudahnya.",
        en: "The standing of member \(number) last changed on \(last); the new one must be later."),
      advice: Phrase(
        id: "Pakai tanggal sesudah \(last).", en: "Use a date after \(last)."))
  }

  /// A member cannot be merged into another one.
  package static func memberNotMergeable(
    _ number: MemberNumber, into survivor: MemberNumber, _ reason: Phrase, _ advice: Phrase
  ) -> LedgerError {
    LedgerError(
      .memberNotMergeable,
      message: Phrase(
        id: "Anggota \(number) tidak bisa digabung ke \(survivor): \(reason.indonesian).",
        en: "Member \(number) cannot be merged into \(survivor): \(reason.english)."),
      advice: advice, remedies: [.member(.see(number))])
  }

  /// The day of joining cannot be corrected any more, or not to that day.
  package static func memberJoinedFixed(_ number: MemberNumber, _ reason: Phrase) -> LedgerError {
    LedgerError(
      .memberJoinedFixed,
      message: Phrase(
        id: "Tanggal masuk anggota \(number) tidak bisa diubah begitu: \(reason.indonesian).",
        en: "The day on which member \(number) joined cannot be changed so: \(reason.english)."),
      advice: Phrase(
        id: "Sesudah tutup bulan, betulkan wajibnya dengan pembebasan atau saldo awal wajib.",
        en: "After a month end, set the dues right by an exemption or by taking dues over."))
  }

  /// The key of another program belongs to another member.
  package static func memberExternalIDTaken(_ key: String, by number: MemberNumber) -> LedgerError {
    LedgerError(
      .memberExternalIDTaken,
      message: Phrase(
        id: "ID luar “\(key.quotable)” sudah dipakai anggota \(number).",
        en: "External id “\(key.quotable)” belongs to member \(number)."),
      advice: Phrase(id: "Beri ID luar yang lain.", en: "Give another external id."))
  }
}
