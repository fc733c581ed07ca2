extension LedgerError.Code {
  /// There is no member with the number.
  public static let memberUnknown = Self(rawValue: "member.unknown")
  /// The member number is taken.
  public static let memberNumberTaken = Self(rawValue: "member.numberTaken")
  /// A member's name or number cannot be used.
  public static let memberProfileUnacceptable = Self(rawValue: "member.profileUnacceptable")
  /// The member has left.
  public static let memberLeft = Self(rawValue: "member.left")
  /// The event lies before the member joined.
  public static let memberNotYetJoined = Self(rawValue: "member.notYetJoined")
  /// The member owes something and cannot leave.
  public static let memberOwes = Self(rawValue: "member.owes")
  /// Money of the member is dated after the day of leaving.
  public static let memberHasLaterEntries = Self(rawValue: "member.laterEntries")
  /// More would be kept back from a leaving member than they own.
  public static let leaveDeductionTooLarge = Self(rawValue: "member.deductionTooLarge")
  /// The kind of a member was to change without a month from which it does.
  public static let memberKindFixed = Self(rawValue: "member.kindFixed")
  /// The kind of a member was to change in a closed month, or before it last did.
  public static let memberKindTooEarly = Self(rawValue: "member.kindTooEarly")
  /// Somebody who has not left was to be erased.
  public static let memberNotLeft = Self(rawValue: "member.notLeft")
  /// Somebody was to be erased whose account or loan is not settled.
  public static let memberNotSettled = Self(rawValue: "member.notSettled")
  /// A change of standing does not follow the last one.
  public static let memberStandingNotLater = Self(rawValue: "member.standingNotLater")
  /// A member cannot be merged into another one.
  public static let memberNotMergeable = Self(rawValue: "member.notMergeable")
  /// The day of joining cannot be corrected any more, or not to that day.
  public static let memberJoinedFixed = Self(rawValue: "member.joinedFixed")
  /// The key of another program belongs to another member.
  public static let memberExternalIDTaken = Self(rawValue: "member.externalIDTaken")
  /// A national identity number cannot be read.
  public static let nikUnreadable = Self(rawValue: "nik.unreadable")
  /// A tax number cannot be read.
  public static let npwpUnreadable = Self(rawValue: "npwp.unreadable")
  /// The number of a place of business cannot be read.
  public static let nitkuUnreadable = Self(rawValue: "nitku.unreadable")
}

extension LedgerError {
  /// There is no member with the number.
  ///
  /// `near` are members whose numbers are near to it, or whom it fits as a name, with their names.
  package static func memberUnknown(
    _ number: MemberNumber, near: [(number: MemberNumber, name: String)] = []
  ) -> LedgerError {
    let list = near.map { "\($0.number) (\($0.name))" }
    return LedgerError(
      .memberUnknown, category: .missing,
      message: Phrase(
        id: "Tidak ada anggota nomor “\(number)”.",
        en: "There is no member with number “\(number)”."),
      advice: near.isEmpty
        ? Phrase(
          id: "Cari nomornya di daftar anggota.",
          en: "Find the number in the list of members.")
        : near.count == 1
          ? Phrase(id: "Maksud Anda \(list[0])?", en: "Did you mean \(list[0])?")
          : Phrase(
            id: "Yang mirip: \(list.joined(separator: ", ")).",
            en: "These are near: \(list.joined(separator: ", "))."),
      remedies: near.isEmpty
        ? [.member(.find)] : near.prefix(3).map { .member(.see($0.number)) })
  }

  /// The member number is taken.
  package static func memberNumberTaken(_ number: MemberNumber) -> LedgerError {
    LedgerError(
      .memberNumberTaken,
      message: Phrase(
        id: "Nomor anggota \(number) sudah dipakai.", en: "Member number \(number) is taken."),
      advice: Phrase(
        id: "Beri nomor lain, atau kosongkan supaya diberi nomor berikutnya.",
        en: "Give another number, or leave it out to get the next one."))
  }

  /// A member's name or number cannot be used.
  package static func memberProfileUnacceptable(_ text: String) -> LedgerError {
    LedgerError(
      .memberProfileUnacceptable,
      message: Phrase(
        id: "“\(text.quotable)” tidak bisa dipakai sebagai nama atau nomor anggota.",
        en: "“\(text.quotable)” cannot be used as a member's name or number."),
      advice: Phrase(
        id: "Nama tidak boleh kosong; nomor paling panjang 20 huruf, angka, titik atau garis.",
        en: "A name must not be empty; a number has at most 20 letters, digits, dots or hyphens."))
  }

  /// The member has left.
  package static func memberLeft(_ number: MemberNumber, on date: BookDate) -> LedgerError {
    LedgerError(
      .memberLeft,
      message: Phrase(
        id: "Anggota \(number) sudah keluar tanggal \(date).",
        en: "Member \(number) left on \(date)."),
      advice: Phrase(
        id: "Daftarkan kembali sebagai anggota baru kalau ia masuk lagi.",
        en: "Add them as a new member if they join again."))
  }

  /// The event lies before the member joined.
  package static func memberNotYetJoined(_ number: MemberNumber, joined: BookDate) -> LedgerError {
    LedgerError(
      .memberNotYetJoined,
      message: Phrase(
        id: "Anggota \(number) baru masuk tanggal \(joined).",
        en: "Member \(number) joined only on \(joined)."),
      advice: Phrase(
        id: "Pakai tanggal pada atau sesudah hari masuknya.",
        en: "Use a date on or after the day of joining."))
  }

  /// The member owes something and cannot leave.
  package static func memberOwes(_ account: AccountCode, balance: Rupiah) -> LedgerError {
    LedgerError(
      .memberOwes,
      message: Phrase(
        id: "Anggota tidak bisa keluar: rekening \(account) bersaldo \(balance.formatted).",
        en: "The member cannot leave: account \(account) stands at \(balance.formatted)."),
      advice: Phrase(
        id: "Lunasi dulu rekening itu, lalu ulangi.",
        en: "Settle that account first, then try again."))
  }

  /// Money of the member is dated after the day of leaving.
  package static func memberHasLaterEntries(_ account: AccountCode, on date: BookDate)
    -> LedgerError
  {
    LedgerError(
      .memberHasLaterEntries,
      message: Phrase(
        id: "Rekening \(account) punya mutasi setelah tanggal keluar, yaitu \(date).",
        en: "Account \(account) has an entry after the day of leaving, on \(date)."),
      advice: Phrase(
        id: "Pakai tanggal keluar \(date) atau sesudahnya.",
        en: "Use \(date) or later as the day of leaving."))
  }

  /// More would be kept back than the member owns.
  package static func leaveDeductionTooLarge(_ deduction: Rupiah, savings: Rupiah) -> LedgerError {
    LedgerError(
      .leaveDeductionTooLarge,
      message: Phrase(
        id:
          "Potongan \(deduction.formatted) lebih besar dari seluruh simpanan \(savings.formatted).",
        en: "The deduction \(deduction.formatted) is more than all savings, \(savings.formatted)."),
      advice: Phrase(id: "Kecilkan potongannya.", en: "Make the deduction smaller."))
  }

  /// The kind of a member was to change without a month from which it does.
  package static func memberKindFixed(_ number: MemberNumber) -> LedgerError {
    LedgerError(
      .memberKindFixed,
      message: Phrase(
        id: "Jenis anggota \(number) (orang atau badan) berganti mulai sebuah bulan, "
          + "karena pajaknya ikut.",
        en: "The kind of member \(number) changes from a month on, because the tax follows it."),
      advice: Phrase(
        id: "Sebut mulai bulan apa jenisnya berganti.",
        en: "Name the month from which on it changes."),
      remedies: [.member(.changeKind(number))])
  }

  /// The kind of a member was to change in a closed month, or before it last did.
  package static func memberKindTooEarly(_ number: MemberNumber, open: BookMonth) -> LedgerError {
    LedgerError(
      .memberKindTooEarly,
      message: Phrase(
        id: "Jenis anggota \(number) baru bisa berganti mulai bulan \(open).",
        en: "The kind of member \(number) can change from \(open) on."),
      advice: Phrase(id: "Sebut \(open) atau sesudahnya.", en: "Name \(open) or a later month."))
  }
}
