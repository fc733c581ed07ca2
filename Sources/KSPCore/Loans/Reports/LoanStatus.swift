/// Where a loan stands on a day: what a counter shows and a kartu pinjaman is drawn from.
public struct LoanCard: Hashable, Sendable, Codable {
  /// One step in its life.
  public struct Step: Hashable, Sendable, Codable {
    /// What happened.
    public let kind: Loan.Step
    /// When.
    public let date: BookDate
    /// The voucher, if something was booked.
    public let entry: EntryNumber?
    /// The class it had then, where that is kept.
    public let loanClass: LoanClass?
    /// What was written beside it.
    public let note: String?
    /// Who did it.
    public let recordedBy: String?

    /// Gathers a step.
    package init(
      kind: Loan.Step, date: BookDate, entry: EntryNumber?, loanClass: LoanClass?, note: String?,
      recordedBy: String?
    ) {
      self.kind = kind
      self.date = date
      self.entry = entry
      self.loanClass = loanClass
      self.note = note
      self.recordedBy = recordedBy
    }
  }

  /// The loan.
  public package(set) var loan: Loan
  /// The day.
  public let asOf: BookDate
  /// The plan in force; empty before the loan is paid out.
  public let installments: [Installment]
  /// The payments since that plan began.
  public let payments: [LoanPayment]
  /// Everything that was paid or waived since the loan was paid out, under all of its plans.
  public let history: [LoanCardPayment]
  /// Plan, paid and owed, added up; nil before the loan was paid out.
  public let reconciliation: LoanReconciliation?
  /// What is open, due and late.
  public let position: LoanPosition
  /// Its class on the day.
  public let loanClass: LoanClass
  /// The class that it keeps since a new plan; nil where it keeps none.
  public let kept: LoanGrade.Kept?
  /// What secures it.
  public let collaterals: [Collateral]
  /// Who vouches for it.
  public let guarantors: [Guarantor]
  /// What each of its guarantors who is a member may have to pay; with a single loan only.
  public let exposures: [GuarantorExposure]
  /// The number of every collateral, which a release names; in the order of ``collaterals``.
  public let collateralLines: [Int]
  /// Its steps, oldest first; steps that were reversed are not among them.
  public let steps: [Step]
  /// The payments that settle something else than when they were entered, with the vouchers that
  /// say so.
  public let reallocations: [LoanReallocation]
  /// What is claimed after it was written off; nil for any other loan.
  public let claim: LoanClaim?
  /// Up to which event of the chain it was known; nil for a plan that is not in the book.
  public let known: Knowledge?

  /// Gathers where a loan stands.
  package init(
    loan: Loan, asOf: BookDate, installments: [Installment], payments: [LoanPayment],
    position: LoanPosition, loanClass: LoanClass, kept: LoanGrade.Kept? = nil,
    collaterals: [Collateral],
    guarantors: [Guarantor], exposures: [GuarantorExposure] = [], collateralLines: [Int]? = nil,
    steps: [Step], history: [LoanCardPayment] = [], reallocations: [LoanReallocation] = [],
    reconciliation: LoanReconciliation? = nil, claim: LoanClaim? = nil, known: Knowledge? = nil
  ) {
    self.history = history
    self.kept = kept
    self.reconciliation = reconciliation
    self.loan = loan
    self.asOf = asOf
    self.installments = installments
    self.payments = payments
    self.position = position
    self.loanClass = loanClass
    self.collaterals = collaterals
    self.guarantors = guarantors
    self.exposures = exposures
    self.collateralLines = collateralLines ?? collaterals.indices.map { $0 + 1 }
    self.steps = steps
    self.reallocations = reallocations
    self.claim = claim
    self.known = known
  }
}

extension LoanCard: Identifiable {
  /// The number of the loan.
  public var id: LoanNumber { loan.number }
}
