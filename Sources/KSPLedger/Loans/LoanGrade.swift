import KSPCore

/// The class of a loan, what its collateral counts for, and what is to be set aside for it.
struct LoanGrade {
  let loanClass: LoanClass
  let counted: Rupiah
  let allowance: Rupiah

  init(
    _ record: LoanRecord, _ position: LoanPosition, collaterals: [Collateral], asOf date: BookDate
  ) throws {
    guard let profile = CollectibilityProfile.named(record.terms.collectibility),
      let table = ProvisionTable.named(record.terms.provision)
    else { throw LedgerError.invariantBroken("\(record.loan.number): profile") }
    let owed = try position.outstanding()
    let debt = try owed + position.dueAmounts().interest
    counted = try table.counted(collaterals)
    // The class asks what the collateral is worth against the debt, the allowance what of it
    // counts.
    let worth = try collaterals.reduce(Rupiah.zero) { sum, item in try sum + item.value }
    let coverage =
      debt.isPositive
      ? Int64(min(Int128(worth.sen) * 1_000_000_000 / Int128(debt.sen), 10_000_000_000)) : 0
    let plan = record.terms.plan
    loanClass = try profile.loanClass(
      arrears: position.arrearsSince, asOf: date,
      interval: plan.method == .bullet ? nil : plan.interval, coverage: coverage)
    allowance = try table.required(outstanding: owed, loanClass: loanClass, counted: counted)
  }
}
