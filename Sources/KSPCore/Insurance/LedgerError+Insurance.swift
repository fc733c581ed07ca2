extension LedgerError.Code {
  /// A voucher is no claim on an insurer.
  public static let insuranceClaimUnknown = Self(rawValue: "insurance.claimUnknown")
  /// More came from an insurer than a claim is open for.
  public static let insuranceTooMuch = Self(rawValue: "insurance.tooMuch")
  /// Money of an insurer is dated before its claim.
  public static let insuranceTooEarly = Self(rawValue: "insurance.tooEarly")
  /// A claim on an insurer stands once something was received for it.
  public static let insuranceReceived = Self(rawValue: "insurance.received")
}

extension LedgerError {
  /// A voucher is no claim on an insurer.
  package static func insuranceClaimUnknown(_ entry: EntryNumber) -> LedgerError {
    LedgerError(
      .insuranceClaimUnknown, category: .missing,
      message: Phrase(
        id: "Bukti \(entry) bukan klaim asuransi.",
        en: "Voucher \(entry) is no claim on an insurer."),
      advice: Phrase(
        id: "Lihat daftar klaim asuransi; pinjaman dibayar dari akun piutang berperan insurer.",
        en: "Look at the list of insurers' claims; the loan is paid from a receivable with the "
          + "role insurer."),
      remedies: [.counter(.seeInsuranceClaims)])
  }

  /// More came from an insurer than a claim is open for.
  package static func insuranceTooMuch(
    _ amount: Rupiah, for entry: EntryNumber, open: Rupiah
  ) -> LedgerError {
    LedgerError(
      .insuranceTooMuch,
      message: Phrase(
        id: "Diterima \(amount.formatted), padahal klaim \(entry) tinggal \(open.formatted).",
        en: "\(amount.formatted) is more than the \(open.formatted) that claim \(entry) is open "
          + "for."),
      advice: Phrase(
        id: "Terima sebatas klaimnya, lalu lebihnya sebagai kas masuk.",
        en: "Receive what was claimed, then the rest as cash that comes in."))
  }

  /// Money of an insurer is dated before its claim.
  package static func insuranceTooEarly(
    _ entry: EntryNumber, claimed day: BookDate
  ) -> LedgerError {
    LedgerError(
      .insuranceTooEarly,
      message: Phrase(
        id: "Klaim \(entry) baru ada sejak \(day).",
        en: "Claim \(entry) has only been there since \(day)."),
      advice: Phrase(
        id: "Pakai tanggal itu atau sesudahnya.", en: "Use that day or a later one."))
  }

  /// A claim on an insurer stands once something was received for it.
  package static func insuranceReceived(
    _ entry: EntryNumber, by receipt: EntryNumber
  ) -> LedgerError {
    LedgerError(
      .insuranceReceived,
      message: Phrase(
        id: "Klaim \(entry) tidak bisa dibalik: sudah diterima uangnya dengan bukti \(receipt).",
        en: "Claim \(entry) cannot be reversed: voucher \(receipt) received money for it."),
      advice: Phrase(
        id: "Balik dulu bukti penerimaannya.", en: "Reverse the voucher of the money first."),
      remedies: [.journal(.reverse(receipt))])
  }
}
