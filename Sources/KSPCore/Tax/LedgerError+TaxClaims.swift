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
  public static func taxClaimTooLarge(
    _ member: String, _ amount: Rupiah, claim: Rupiah
  ) -> LedgerError {
    LedgerError(
      .taxClaimTooLarge,
      message: Phrase(
        "Piutang PPh anggota \(member) hanya \(claim.formatted), bukan \(amount.formatted).",
        "Only \(claim.formatted) is claimed from member \(member) for tax, not \(amount.formatted)."
      ),
      advice: Phrase(
        "Tulis jumlah sampai piutangnya.", "Give an amount of no more than the claim."))
  }

  /// A claim of tax is forgiven to an account that is no expense.
  public static func taxClaimNoExpense(_ account: AccountCode) -> LedgerError {
    LedgerError(
      .taxClaimNoExpense,
      message: Phrase("Akun \(account) bukan akun beban.", "Account \(account) is no expense."),
      advice: Phrase(
        "Sebut akun beban yang menanggung penghapusannya.",
        "Name the expense that bears what is forgiven."))
  }

  /// More is given back by the state than it got too much, or is owed to it.
  public static func taxRefundTooLarge(_ amount: Rupiah, claim: Rupiah) -> LedgerError {
    LedgerError(
      .taxRefundTooLarge,
      message: Phrase(
        "\(amount.formatted) melebihi yang bisa diselesaikan: \(claim.formatted).",
        "\(amount.formatted) is more than can be settled: \(claim.formatted)."),
      advice: Phrase(
        "Tulis jumlah sampai sebesar itu.", "Give an amount of no more than that."))
  }
}
