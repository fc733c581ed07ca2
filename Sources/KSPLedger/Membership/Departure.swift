import KSPCore

/// How somebody leaves.
struct Departure {
  let date: BookDate
  /// Why, for the register.
  let reason: String?
  /// What the articles keep back.
  let deduction: Rupiah
  /// Whether loans are settled from the savings first.
  let setsOffLoans: Bool
  /// Whether what is left is owed to them until they take it.
  let paysLater: Bool
}
