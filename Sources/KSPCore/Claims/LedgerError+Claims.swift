extension LedgerError.Code {
  /// There is no such list.
  public static let claimUnknown = Self(rawValue: "claim.unknown")
  /// An account is no payer.
  public static let claimPayerUnknown = Self(rawValue: "claim.payerUnknown")
  /// There is nothing to ask for.
  public static let claimEmpty = Self(rawValue: "claim.empty")
  /// A list is said to be deducted, and nothing of it was.
  public static let claimNothingDeducted = Self(rawValue: "claim.nothingDeducted")
  /// More was deducted from a member than the list asks for.
  public static let claimTooMuch = Self(rawValue: "claim.tooMuch")
  /// Somebody was deducted who is not on the list.
  public static let claimMemberNotListed = Self(rawValue: "claim.memberNotListed")
  /// A list was ended.
  public static let claimClosed = Self(rawValue: "claim.closed")
}

extension LedgerError {
  /// There is no such list.
  package static func claimUnknown(_ number: Int) -> LedgerError {
    LedgerError(
      .claimUnknown, category: .missing,
      message: Phrase(
        id: "Tagihan potong gaji \(number) tidak ada.", en: "There is no payroll claim \(number)."),
      advice: Phrase(
        id: "Lihat daftar tagihan potong gaji.", en: "Look at the list of payroll claims."),
      remedies: [.counter(.seeClaims)])
  }

  /// An account is no payer.
  package static func claimPayerUnknown(
    _ code: AccountCode?, known: [AccountCode]
  ) -> LedgerError {
    let list = known.isEmpty ? "–" : known.map(\.text).joined(separator: ", ")
    return LedgerError(
      .claimPayerUnknown,
      message: code.map {
        Phrase(
          id: "Akun \($0) bukan piutang juru bayar.", en: "Account \($0) is no payer's receivable.")
      } ?? Phrase(id: "Sebut akun juru bayarnya.", en: "Name the account of the payer."),
      advice: Phrase(
        id: "Akun juru bayar: \(list). Buat satu akun piutang untuk tiap juru bayar dan beri peran "
          + "payroll.",
        en: "Accounts of payers: \(list). Make a receivable for each payer and give it the role "
          + "payroll."),
      remedies: [.journal(.seeChart)])
  }

  /// There is nothing to ask for.
  package static func claimEmpty(_ month: BookMonth) -> LedgerError {
    LedgerError(
      .claimEmpty,
      message: Phrase(
        id: "Tidak ada wajib atau angsuran yang ditagih untuk \(month).",
        en: "No dues and no installments are to be asked for in \(month)."),
      advice: Phrase(
        id: "Periksa kelompok dan bulannya; besaran wajib ditetapkan lebih dulu.",
        en: "Look at the group and the month; amounts of dues are set first."))
  }

  /// A list is said to be deducted, and nothing of it was.
  package static func claimNothingDeducted(_ number: Int) -> LedgerError {
    LedgerError(
      .claimNothingDeducted,
      message: Phrase(
        id: "Dari tagihan \(number) tidak ada yang dipotong, jadi tidak ada yang dibukukan.",
        en: "Nothing of claim \(number) was deducted, so nothing is booked."),
      advice: Phrase(
        id: "Tutup tagihannya dengan alasannya kalau memang begitu.",
        en: "Close the claim with the reason if that is so."))
  }

  /// More was deducted from a member than the list asks for.
  package static func claimTooMuch(
    _ amount: Rupiah, of member: MemberNumber, open: Rupiah, claim: Int
  ) -> LedgerError {
    LedgerError(
      .claimTooMuch,
      message: Phrase(
        id: "Dipotong \(amount.formatted) dari anggota \(member), padahal tagihan \(claim) tinggal "
          + "\(open.formatted).",
        en: "\(amount.formatted) was deducted from member \(member), while claim \(claim) is open "
          + "for \(open.formatted)."),
      advice: Phrase(
        id: "Bukukan sebatas tagihan, lalu lebihnya sebagai setoran dengan akun juru bayar di "
          + "sisi lain.",
        en: "Book what was asked for, then the rest as a deposit with the payer's account on the "
          + "other side."))
  }

  /// Somebody was deducted who is not on the list.
  package static func claimMemberNotListed(_ member: MemberNumber, claim: Int) -> LedgerError {
    LedgerError(
      .claimMemberNotListed,
      message: Phrase(
        id: "Anggota \(member) tidak ada dalam tagihan \(claim).",
        en: "Member \(member) is not on claim \(claim)."),
      advice: Phrase(
        id: "Periksa nomor anggota dan nomor tagihannya.",
        en: "Look at the number of the member and of the claim."),
      remedies: [.counter(.seeClaims)])
  }

  /// A list was ended.
  package static func claimClosed(_ number: Int, on date: BookDate) -> LedgerError {
    LedgerError(
      .claimClosed,
      message: Phrase(
        id: "Tagihan \(number) sudah ditutup pada \(date).",
        en: "Claim \(number) was closed on \(date)."),
      advice: Phrase(
        id: "Buat tagihan baru; isinya yang masih terutang.",
        en: "Send a new claim; it asks for what is still owed."),
      remedies: [.counter(.sendClaim(date.month))])
  }
}
