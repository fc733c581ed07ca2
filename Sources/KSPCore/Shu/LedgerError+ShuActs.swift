extension LedgerError.Code {
  /// A decision about an SHU cannot be kept.
  public static let shuDecisionUnfit = Self(rawValue: "shu.decisionUnfit")
  /// Nothing was decided about the SHU of a year.
  public static let shuNotDecided = Self(rawValue: "shu.notDecided")
  /// The SHU of a year is booked already.
  public static let shuPosted = Self(rawValue: "shu.posted")
  /// The SHU of a year is not booked.
  public static let shuNotPosted = Self(rawValue: "shu.notPosted")
  /// SHU was paid to members, so that its division stands.
  public static let shuPaid = Self(rawValue: "shu.paid")
  /// Nothing is left to be paid.
  public static let shuNothingLeft = Self(rawValue: "shu.nothingLeft")
  /// A member has no part of an SHU.
  public static let shuMemberWithoutPart = Self(rawValue: "shu.memberWithoutPart")
  /// The chart has no account for a role that an SHU needs.
  public static let shuRoleMissing = Self(rawValue: "shu.roleMissing")
  /// An act of an SHU is too early.
  public static let shuTooEarly = Self(rawValue: "shu.tooEarly")
  /// The bases of members are given where the book has them, or missing where it has not.
  public static let shuBasesUnfit = Self(rawValue: "shu.basesUnfit")
}

extension LedgerError {
  /// A decision about an SHU cannot be kept.
  package static func shuDecisionUnfit(_ why: Phrase) -> LedgerError {
    LedgerError(
      .shuDecisionUnfit,
      message: Phrase(
        id: "Putusan pembagian SHU tidak bisa dipakai: \(why.indonesian).",
        en: "The decision about the SHU cannot be used: \(why.english)."),
      advice: Phrase(
        id: "Perbaiki putusannya menurut notulen rapat anggota.",
        en: "Correct it by the minutes of the members' meeting."))
  }

  /// The bases of members are given where the book has them, or missing where it has not.
  package static func shuBasesUnfit(
    _ year: BookYear, _ why: Phrase, isMissing: Bool = false
  ) -> LedgerError {
    LedgerError(
      .shuBasesUnfit,
      message: Phrase(
        id: "Dasar SHU anggota tahun buku \(year): \(why.indonesian).",
        en: "Bases of members for the SHU of \(year): \(why.english)."),
      advice: Phrase(
        id: isMissing
          ? "Beri dasar setiap anggota dalam daftar: untuk tahun sebelum buku hanya itu caranya."
          : "Dasar dari daftar hanya untuk tahun yang mulai sebelum buku ini.",
        en: isMissing
          ? "Give the bases of every member in a list; a year before this book has no other way."
          : "Bases are given for years that began before this book alone."),
      remedies: isMissing ? [.again(.giveBases)] : [])
  }

  /// Something is said of a fund that has no share.
  package static func shuFundUnknown(_ name: String) -> LedgerError {
    shuDecisionUnfit(
      Phrase(
        id: "dana “\(name.quotable)” tidak ada di antara bagian-bagiannya",
        en: "there is no share for the fund “\(name.quotable)”"))
  }

  /// A payment from a fund whose tax went to the state; that would be paid for nothing.
  package static func shuRewardTaxPaid(
    _ reward: EntryNumber, _ month: BookMonth, by payment: EntryNumber
  ) -> LedgerError {
    LedgerError(
      .entryNotReversible,
      message: Phrase(
        id: "Bukti \(reward) tidak bisa dibalik: PPh 21 \(month.name.indonesian) "
          + "sudah disetor (\(payment)).",
        en: "Voucher \(reward) cannot be reversed: the PPh 21 of \(month.name.english) "
          + "was paid to the state (\(payment))."),
      advice: Phrase(
        id: "Balik dulu setoran itu; setor lagi yang benar-benar terutang.",
        en: "Reverse that payment first, and pay again what is owed after all."),
      remedies: [.journal(.reverse(payment))])
  }

  /// The chart has no account for a role that an SHU needs.
  package static func shuRoleMissing(_ role: AccountRole) -> LedgerError {
    LedgerError(
      .shuRoleMissing,
      message: Phrase(
        id: "Daftar akun tidak punya akun dengan peran \(role.cited.indonesian).",
        en: "The chart has no account with the role \(role.cited.english)."),
      advice: Phrase(
        id: "Beri peran itu kepada akun utang SHU anggota.",
        en: "Give that role to the account of SHU that members are owed."),
      remedies: [.journal(.seeChart)])
  }

  /// Nothing was decided about the SHU of a year.
  package static func shuNotDecided(_ year: Int) -> LedgerError {
    LedgerError(
      .shuNotDecided,
      message: Phrase(
        id: "Pembagian SHU \(year) belum diputuskan.",
        en: "Nothing is decided about the SHU of \(year)."),
      advice: Phrase(
        id: "Catat dulu putusan rapat anggota.", en: "Record the decision of the meeting first."),
      remedies: [.month(.decideShu(year))])
  }

  /// The SHU of a year is booked already.
  package static func shuPosted(_ year: Int, by entry: EntryNumber) -> LedgerError {
    LedgerError(
      .shuPosted,
      message: Phrase(
        id: "SHU \(year) sudah dibagi dengan bukti \(entry).",
        en: "The SHU of \(year) was divided by voucher \(entry)."),
      advice: Phrase(
        id: "Kalau pembagiannya salah dan belum ada yang dibayar, balik dulu buktinya.",
        en: "If it is wrong and nothing was paid yet, reverse that voucher first."),
      remedies: [.journal(.reverse(entry))])
  }

  /// The SHU of a year is not booked.
  package static func shuNotPosted(_ year: Int) -> LedgerError {
    LedgerError(
      .shuNotPosted,
      message: Phrase(
        id: "Pembagian SHU \(year) belum dibukukan.",
        en: "The division of the SHU of \(year) is not booked."),
      advice: Phrase(id: "Bukukan dulu pembagiannya.", en: "Book the division first."),
      remedies: [.month(.postShu(year))])
  }

  /// SHU was paid to members, so that its division stands.
  package static func shuPaid(_ year: Int, by entry: EntryNumber) -> LedgerError {
    LedgerError(
      .shuPaid,
      message: Phrase(
        id: "Pembagian SHU \(year) tidak bisa dibalik: sebagian sudah dibayar dengan bukti "
          + "\(entry).",
        en: "The division of the SHU of \(year) cannot be reversed: voucher \(entry) paid a part "
          + "of it."),
      advice: Phrase(
        id: "Balik dulu bukti pembayarannya, yang terakhir lebih dulu.",
        en: "Reverse the vouchers that paid it first, the last one before the others."),
      remedies: [.journal(.reverse(entry))])
  }

  /// Nothing is left to be paid: to a member, or to anybody.
  package static func shuNothingLeft(_ member: MemberNumber?, year: Int) -> LedgerError {
    LedgerError(
      .shuNothingLeft,
      message: member.map {
        Phrase(
          id: "SHU \(year) bagian anggota \($0) sudah selesai dibayar.",
          en: "The part of member \($0) in the SHU of \(year) is paid.")
      }
        ?? Phrase(
          id: "Tidak ada lagi SHU \(year) yang bisa dibayar dengan cara ini.",
          en: "Nothing is left of the SHU of \(year) to be paid in this way."),
      advice: Phrase(
        id: "Lihat daftar SHU: siapa sudah dibayar, dan berapa.",
        en: "Look at the list of the SHU: who was paid, and how much."),
      remedies: [.month(.seeShu(year))])
  }

  /// Somebody who has left has no savings that could take a part of an SHU.
  package static func shuOfFormerMember(
    _ number: MemberNumber, _ left: BookDate
  ) -> LedgerError {
    LedgerError(
      .memberLeft,
      message: Phrase(
        id: "Anggota \(number) sudah keluar tanggal \(left), jadi tidak punya simpanan lagi.",
        en: "Member \(number) left on \(left) and has no savings any more."),
      advice: Phrase(
        id: "Bayar bagiannya tunai.", en: "Pay that part in cash."),
      remedies: [.member(.see(number))])
  }

  /// A member has no part of an SHU.
  package static func shuMemberWithoutPart(_ member: MemberNumber, year: Int) -> LedgerError {
    LedgerError(
      .shuMemberWithoutPart,
      message: Phrase(
        id: "Anggota \(member) tidak mendapat bagian SHU \(year).",
        en: "Member \(member) has no part in the SHU of \(year)."),
      advice: Phrase(
        id: "Periksa nomor anggota dan tahunnya; lihat daftar SHU.",
        en: "Look at the number and the year; the list of the SHU has all who have a part."),
      remedies: [.month(.seeShu(year))])
  }

  /// An act of an SHU is too early.
  package static func shuTooEarly(
    _ year: Int, _ date: BookDate, before earliest: BookDate
  ) -> LedgerError {
    LedgerError(
      .shuTooEarly,
      message: Phrase(
        id: "Untuk SHU \(year) tanggal \(date) terlalu awal: paling awal \(earliest).",
        en: "For the SHU of \(year) \(date) is too early: not before \(earliest)."),
      advice: Phrase(
        id: "Pakai tanggal itu atau sesudahnya.", en: "Use that day or a later one."))
  }
}
