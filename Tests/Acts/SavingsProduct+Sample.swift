public import KSPCore

extension SavingsProduct {
  /// Term deposits as tests offer them: accounts `BJK-…` below the control account of savings.
  public static let sampleDeposits = SavingsProduct(
    code: "berjangka", name: Phrase(id: "Simpanan berjangka", en: "Term deposits"),
    kind: .berjangka, accountPrefix: "BJK", controlAccount: "2-1100",
    interestExpenseAccount: "5-1000")
}
