/// The class of a loan and what is to be set aside for it, with everything that led there.
public struct LoanGrade: Hashable, Sendable, Codable {
  /// A class that a loan keeps since it got a new plan.
  public struct Kept: Hashable, Sendable, Codable {
    /// The class it had then.
    public let loanClass: LoanClass
    /// The day of the new plan.
    public let since: BookDate
    /// The installments that were paid on time in a row since.
    public let onTime: Int
    /// How many it takes.
    public let needed: Int

    /// Gathers what is kept.
    package init(loanClass: LoanClass, since: BookDate, onTime: Int, needed: Int) {
      self.loanClass = loanClass
      self.since = since
      self.onTime = onTime
      self.needed = needed
    }
  }

  /// The profile that classed it.
  public let profile: CollectibilityProfile
  /// The step of the profile that decided; nil where no threshold is passed.
  public let step: CollectibilityProfile.Step?
  /// The class that is kept since a new plan; nil where none is.
  public let kept: Kept?
  /// Its class: the worse of what arrears come to and what is kept.
  public let loanClass: LoanClass
  /// The collateral at its full value as a share of the debt, at most ten times the debt; nothing
  /// where nothing is owed. The class asks for it.
  public let coverage: Share
  /// The table that the allowance comes from.
  public let table: ProvisionTable
  /// The principal that is owed.
  public let outstanding: Rupiah
  /// What secures it.
  public let collaterals: [Collateral]
  /// How much of each collateral counts, in their order.
  public let counts: [Rupiah]
  /// How much of the collateral counts; the allowance asks for it.
  public let counted: Rupiah
  /// What the collateral does not cover, in the loan's class.
  public let exposed: Rupiah
  /// What is to be set aside.
  public let allowance: Rupiah

  /// Grades a loan.
  ///
  /// - Parameters:
  ///   - dues: What of it is due on the day.
  ///   - profile: The profile that its product names.
  ///   - table: The provision table that its product names.
  ///   - interval: The distance of its installments.
  ///   - collaterals: What secures it.
  ///   - kept: The class that it keeps since a new plan.
  /// - Throws: `amount.overflow`, `date.unreadable` beyond the calendar.
  package init(
    _ dues: LoanDues, profile: CollectibilityProfile, table: ProvisionTable,
    interval: InstallmentInterval?, collaterals: [Collateral], kept: Kept? = nil
  ) throws(LedgerError) {
    self.kept = kept
    outstanding = dues.outstanding
    let debt = try outstanding + dues.interest
    var (counts, counted) = ([Rupiah](), Rupiah.zero)
    for item in collaterals {
      let part = try table.counted(item)
      counts.append(part)
      try counted += part
    }
    self.counts = counts
    self.counted = counted
    // The class asks what the collateral is worth against the debt, the allowance what of it
    // counts.
    var worth = Rupiah.zero
    for item in collaterals { try worth += item.value }
    coverage =
      debt.isPositive
      ? Share(
        unchecked: Int64(min(Int128(worth.sen) * 1_000_000_000 / Int128(debt.sen), 10_000_000_000)))
      : .zero
    step = try profile.decidingStep(
      arrears: (dues.oldestPrincipal, dues.oldestInterest), asOf: dues.asOf, interval: interval,
      coverage: coverage)
    loanClass = max(step?.loanClass ?? .lancar, kept?.loanClass ?? .lancar)
    exposed = try table.exposed(outstanding: outstanding, loanClass: loanClass, counted: counted)
    allowance = try table.required(
      outstanding: outstanding, loanClass: loanClass, counted: counted)
    self.profile = profile
    self.table = table
    self.collaterals = collaterals
  }
}
