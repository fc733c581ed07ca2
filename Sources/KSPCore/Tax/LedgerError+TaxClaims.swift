extension LedgerError.Code {
  /// More is paid or forgiven than is claimed from a member for tax.
  public static let taxClaimTooLarge = Self(rawValue: "tax.claimTooLarge")
  /// A claim of tax is forgiven to an account that is no expense.
  public static let taxClaimNoExpense = Self(rawValue: "tax.claimNoExpense")
  /// More is given back by the state than it got too much, or is owed to it.
  public static let taxRefundTooLarge = Self(rawValue: "tax.refundTooLarge")
}

extension LedgerError {
  /// More is paid or forgiven than is claimed from a member for tax.
  package static func taxClaimTooLarge(
    _ member: MemberNumber, _ amount: Rupiah, claim: Rupiah
  ) -> LedgerError {
    LedgerError(
      .taxClaimTooLarge,
      message: Phrase(
        id: "Piutang PPh anggota \(member) hanya \(claim.formatted), bukan \(amount.formatted).",
        en:
          "Only \(claim.formatted) is claimed from member \(member) for tax, not \(amount.formatted)."
      ),
      advice: Phrase(
        id: "Tulis jumlah sampai piutangnya.", en: "Give an amount of no more than the claim."))
  }

  /// A claim of tax is forgiven to an account that is no expense.
  package static func taxClaimNoExpense(_ account: AccountCode) -> LedgerError {
    LedgerError(
      .taxClaimNoExpense,
      message: Phrase(
        id: "Akun \(account) bukan akun beban.", en: "Account \(account) is no expense."),
      advice: Phrase(
        id: "Sebut akun beban yang menanggung penghapusannya.",
        en: "Name the expense that bears what is forgiven."))
  }

  /// More is given back by the state than it got too much, or is owed to it.
  package static func taxRefundTooLarge(_ amount: Rupiah, claim: Rupiah) -> LedgerError {
    LedgerError(
      .taxRefundTooLarge,
      message: Phrase(
        id: "\(amount.formatted) melebihi yang bisa diselesaikan: \(claim.formatted).",
        en: "\(amount.formatted) is more than can be settled: \(claim.formatted)."),
      advice: Phrase(
        id: "Tulis jumlah sampai sebesar itu.", en: "Give an amount of no more than that."))
  }
}
