extension LedgerError.Code {
  /// A text is not an account code.
  public static let accountCodeUnreadable = Self(rawValue: "account.codeUnreadable")
  /// A text is not a voucher number.
  public static let entryNumberUnreadable = Self(rawValue: "entry.numberUnreadable")
  /// An entry has fewer than two legs.
  public static let entryTooFewLegs = Self(rawValue: "entry.tooFewLegs")
  /// An entry has a leg of zero.
  public static let entryZeroLeg = Self(rawValue: "entry.zeroLeg")
  /// Debits and credits of an entry differ.
  public static let entryUnbalanced = Self(rawValue: "entry.unbalanced")
  /// The columns of a trial balance differ.
  public static let trialBalanceUnbalanced = Self(rawValue: "trialBalance.unbalanced")
}

extension LedgerError {
  /// A text that should be an account code is none.
  public static func accountCodeUnreadable(_ text: String) -> LedgerError {
    LedgerError(
      .accountCodeUnreadable,
      message: Phrase(
        id: "“\(text)” bukan nomor akun atau rekening.", en: "“\(text)” is not an account code."),
      advice: Phrase(
        id:
          "Pakai huruf, angka, titik, garis miring atau tanda hubung, misalnya 1-1000 atau SUK-0001.",
        en: "Use letters, digits, dots, slashes or hyphens, for example 1-1000 or SUK-0001."))
  }

  /// A text that should be a voucher number is none.
  public static func entryNumberUnreadable(_ text: String) -> LedgerError {
    LedgerError(
      .entryNumberUnreadable,
      message: Phrase(id: "“\(text)” bukan nomor bukti.", en: "“\(text)” is not a voucher number."),
      advice: Phrase(id: "Tulis misalnya JU-000014.", en: "Write for example JU-000014."))
  }

  /// An entry needs at least one debit and one credit.
  public static func entryTooFewLegs(count: Int) -> LedgerError {
    LedgerError(
      .entryTooFewLegs,
      message: Phrase(
        id: "Jurnal ini hanya punya \(count) ayat; paling sedikit dua, satu debet dan satu kredit.",
        en: "The entry has only \(count) leg(s); it needs at least two, a debit and a credit."),
      advice: Phrase(id: "Tambahkan akun lawannya.", en: "Add the account on the other side."))
  }

  /// A leg without an amount.
  public static func entryZeroLeg() -> LedgerError {
    LedgerError(
      .entryZeroLeg,
      message: Phrase(
        id: "Ada ayat jurnal yang jumlahnya nol.", en: "A leg of the entry has an amount of zero."),
      advice: Phrase(
        id: "Hapus ayat itu atau isi jumlahnya.", en: "Leave it out or give its amount."))
  }

  /// Debits and credits differ.
  public static func entryUnbalanced(by difference: Rupiah) -> LedgerError {
    LedgerError(
      .entryUnbalanced,
      message: Phrase(
        id: "Debet dan kredit tidak sama: selisih \(difference.formatted).",
        en: "Debits and credits differ by \(difference.formatted)."),
      advice: Phrase(
        id: "Perbaiki jumlah salah satu ayat sampai selisihnya nol.",
        en: "Correct the amount of a leg until the difference is zero."))
  }

  /// The columns of a trial balance differ.
  public static func trialBalanceUnbalanced(debit: Rupiah, credit: Rupiah) -> LedgerError {
    LedgerError(
      .trialBalanceUnbalanced, category: .invariant,
      message: Phrase(
        id: "Neraca saldo tidak seimbang: debet \(debit.formatted), kredit \(credit.formatted).",
        en:
          "The trial balance does not balance: debit \(debit.formatted), credit \(credit.formatted)."
      ),
      advice: Phrase(
        id: "Berhenti membukukan, jalankan ksp verify, dan simpan salinan buku.",
        en: "Stop posting, run ksp verify and keep a copy of the book."))
  }
}
