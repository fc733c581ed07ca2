extension LedgerError.Code {
  /// Nothing is to be paid to a former member.
  public static let leaverNothingOwed = Self(rawValue: "leaver.nothingOwed")
  /// More was to be paid to a former member than is owed.
  public static let leaverTooMuch = Self(rawValue: "leaver.tooMuch")
  /// Nobody is named who takes the savings of somebody who died.
  public static let leaverPayeeMissing = Self(rawValue: "leaver.payeeMissing")
  /// A day of death cannot be.
  public static let memberDeathUnfit = Self(rawValue: "member.deathUnfit")
}

extension LedgerError {
  /// Nothing is to be paid to a former member.
  package static func leaverNothingOwed(_ member: MemberNumber) -> LedgerError {
    LedgerError(
      .leaverNothingOwed,
      message: Phrase(
        id: "Tidak ada simpanan anggota \(member) yang belum diambil.",
        en: "No savings of member \(member) are still to be paid."),
      advice: Phrase(
        id: "Lihat daftar simpanan anggota keluar yang belum diambil.",
        en: "Look at the list of what former members have yet to take."),
      remedies: [.member(.seeOwed)])
  }

  /// More was to be paid than is owed.
  package static func leaverTooMuch(
    _ amount: Rupiah, to member: MemberNumber, left: Rupiah
  ) -> LedgerError {
    LedgerError(
      .leaverTooMuch,
      message: Phrase(
        id: "Dibayar \(amount.formatted), padahal simpanan anggota \(member) yang belum diambil "
          + "tinggal \(left.formatted).",
        en: "\(amount.formatted) is more than the \(left.formatted) that member \(member) has yet "
          + "to take."),
      advice: Phrase(id: "Kecilkan jumlahnya.", en: "Make the amount smaller."))
  }

  /// Nobody is named who takes the savings of somebody who died.
  package static func leaverPayeeMissing(_ member: MemberNumber) -> LedgerError {
    LedgerError(
      .leaverPayeeMissing,
      message: Phrase(
        id: "Anggota \(member) sudah meninggal dan ahli warisnya tidak tercatat.",
        en: "Member \(member) died, and the register names no heir."),
      advice: Phrase(
        id: "Sebut nama ahli waris yang menerima, hubungannya dan kartu pengenalnya.",
        en: "Name the heir who takes it, with the relation and the identity card."))
  }

  /// A day of death cannot be.
  package static func memberDeathUnfit(_ member: MemberNumber, _ reason: Phrase) -> LedgerError {
    LedgerError(
      .memberDeathUnfit,
      message: Phrase(
        id: "Hari meninggalnya anggota \(member) tidak bisa dicatat: \(reason.indonesian).",
        en: "The day on which member \(member) died cannot be recorded: \(reason.english)."),
      advice: Phrase(
        id: "Periksa tanggal dan nomor anggotanya.", en: "Look at the date and the number."),
      remedies: [.member(.see(member))])
  }
}
