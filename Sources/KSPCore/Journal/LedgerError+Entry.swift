extension LedgerError.Code {
  /// An entry has fewer than two legs.
  public static let entryTooFewLegs = Self(rawValue: "entry.tooFewLegs")
  /// An entry gives every account back what it takes.
  public static let entryMovesNothing = Self(rawValue: "entry.movesNothing")
  /// An entry has a leg of zero.
  public static let entryZeroLeg = Self(rawValue: "entry.zeroLeg")
  /// Debits and credits of an entry differ.
  public static let entryUnbalanced = Self(rawValue: "entry.unbalanced")
  /// The columns of a trial balance differ.
  public static let trialBalanceUnbalanced = Self(rawValue: "trialBalance.unbalanced")
}

extension LedgerError {
  /// An entry needs at least one debit and one credit.
  package static func entryTooFewLegs(count: Int) -> LedgerError {
    LedgerError(
      .entryTooFewLegs,
      message: Phrase(
        id: "Jurnal ini hanya punya \(count) ayat; paling sedikit dua, satu debet dan satu kredit.",
        en: "The entry has only \(count) leg(s); it needs at least two, a debit and a credit."),
      advice: Phrase(id: "Tambahkan akun lawannya.", en: "Add the account on the other side."))
  }

  /// Every account gets back what it gives.
  package static func entryMovesNothing() -> LedgerError {
    LedgerError(
      .entryMovesNothing,
      message: Phrase(
        id: "Jurnal ini mendebet dan mengkredit akun yang sama, dan tidak memindahkan apa pun.",
        en: "The entry debits and credits the same account, and moves nothing."),
      advice: Phrase(
        id: "Pilih akun lain di salah satu sisinya.",
        en: "Choose another account on one of its sides."))
  }

  /// A leg without an amount.
  package static func entryZeroLeg() -> LedgerError {
    LedgerError(
      .entryZeroLeg,
      message: Phrase(
        id: "Ada ayat jurnal yang jumlahnya nol.", en: "A leg of the entry has an amount of zero."),
      advice: Phrase(
        id: "Hapus ayat itu atau isi jumlahnya.", en: "Leave it out or give its amount."))
  }

  /// Debits and credits differ.
  package static func entryUnbalanced(by difference: Rupiah) -> LedgerError {
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
  package static func trialBalanceUnbalanced(debit: Rupiah, credit: Rupiah) -> LedgerError {
    LedgerError(
      .trialBalanceUnbalanced, category: .invariant,
      message: Phrase(
        id: "Neraca saldo tidak seimbang: debet \(debit.formatted), kredit \(credit.formatted).",
        en:
          "The trial balance does not balance: debit \(debit.formatted), credit \(credit.formatted)."
      ),
      advice: Phrase(
        id: "Berhenti membukukan, simpan salinan buku, dan periksa bukunya.",
        en: "Stop posting, keep a copy of the book, and verify it."),
      remedies: [.book(.verify(path: nil))])
  }
}
