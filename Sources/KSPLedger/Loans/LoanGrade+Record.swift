import KSPCore

extension LoanGrade {
  /// Grades a loan by the profile and the table that its terms name.
  init(_ record: LoanRecord, _ position: LoanPosition, collaterals: [Collateral]) throws {
    guard let profile = CollectibilityProfile.named(record.terms.collectibility),
      let table = ProvisionTable.named(record.terms.provision)
    else { throw LedgerError.invariantBroken("\(record.loan.number): profile") }
    let plan = record.terms.plan
    try self.init(
      position, profile: profile, table: table,
      interval: plan.method == .bullet ? nil : plan.interval, collaterals: collaterals)
  }
}
