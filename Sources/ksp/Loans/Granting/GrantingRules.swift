import KSPCore
import KSPLedger

/// The rules that a new loan goes beyond, worked out before it is stored.
enum GrantingRules {
  /// Rate cap and lending limit.
  static func warnings(
    _ ledger: Ledger, member: String, adding amount: Rupiah, rate: Rate
  ) throws -> [LedgerWarning] {
    var owed = amount
    for row in try ledger.loanRegister(of: member).owed { try owed += row.outstanding }
    return try LoanTerms.warnings(of: rate)
      + LendingLimit.warnings(owed: owed, ownCapital: ledger.ownCapital())
  }

  /// What rounding does to the plan that an application asks for.
  static func roundingWarnings(
    _ ledger: Ledger, _ application: LoanApplication
  ) throws -> [LedgerWarning] {
    guard var terms = try terms(ledger, of: application.product, on: application.date)?.plan else {
      return []
    }
    terms.count = application.count ?? terms.count
    terms.rate = application.rate ?? terms.rate
    return try InstallmentPlan(
      terms, principal: application.amount, disbursedOn: application.date
    ).roundingWarnings()
  }

  /// The terms of a product that hold on a day.
  static func terms(_ ledger: Ledger, of product: String, on date: BookDate) throws -> LoanTerms? {
    let all = try ledger.loanTerms(of: product)
    return all.last { $0.effectiveFrom <= date.month } ?? all.first
  }
}
