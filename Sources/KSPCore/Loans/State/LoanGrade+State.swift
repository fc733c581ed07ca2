extension LoanGrade {
  /// Grades a loan by the profile and the table that its terms name.
  ///
  /// - Throws: `invariant.broken` for terms that name neither, and as
  ///   ``init(_:profile:table:interval:collaterals:)``.
  package init(
    _ state: LoanState, _ dues: LoanDues, collaterals: [Collateral]
  ) throws(LedgerError) {
    guard let profile = CollectibilityProfile.named(state.terms.collectibility),
      let table = ProvisionTable.named(state.terms.provision)
    else { throw .invariantBroken("\(state.loan.number): profile") }
    let plan = state.terms.plan
    try self.init(
      dues, profile: profile, table: table,
      interval: plan.method == .bullet ? nil : plan.interval, collaterals: collaterals,
      kept: state.kept(asOf: dues.asOf))
  }
}
