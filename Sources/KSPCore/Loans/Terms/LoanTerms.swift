/// The terms of a loan product from one month on; superseded by later terms, never edited.
///
/// A loan keeps the terms that were in force when it was applied for.
public struct LoanTerms: Hashable, Sendable, Codable {
  /// When interest becomes income (pengakuan jasa).
  public enum Recognition: String, TermWord {
    /// When it is received: the cash basis that most cooperatives keep.
    case onReceipt = "receipt"
    /// When an installment falls due.
    case onDueDate = "due"
    /// Day by day.
    case daily

    /// The name for people.
    public var name: Phrase {
      switch self {
      case .onReceipt: Phrase(id: "saat diterima", en: "when received")
      case .onDueDate: Phrase(id: "saat jatuh tempo", en: "when due")
      case .daily: Phrase(id: "hari demi hari", en: "day by day")
      }
    }

    /// Indonesian words.
    public static let otherWords: [String: Self] = [
      "diterima": .onReceipt, "jatuh-tempo": .onDueDate, "harian": .daily,
    ]
  }

  /// The first month in which the terms hold.
  public var effectiveFrom: BookMonth
  /// How the loan is repaid; its count is the term unless a loan names another.
  public var plan: PlanTerms
  /// The smallest loan.
  public var minimumAmount: Rupiah
  /// The largest loan; nil for no limit.
  public var maximumAmount: Rupiah?
  /// The longest term in installments; nil for no limit.
  public var maximumCount: Int?
  /// Whether a loan has to be applied for and approved before it is paid out.
  public var needsApproval: Bool
  /// What is cut when the money is paid out, in this order.
  public var fees: [LoanFee]
  /// What is charged for paying late; nil for nothing.
  public var lateFee: LateFeeRule?
  /// The order in which a payment settles late fees, interest and principal.
  public var allocation: [LoanComponent]
  /// What becomes of money that is paid ahead.
  public var prepayment: Prepayment
  /// What early settlement costs.
  public var settlement: SettlementRule
  /// Where administration becomes income; nil for the account of the book's fees.
  public var administrationIncome: AccountCode?
  /// When interest becomes income.
  public var recognition: Recognition
  /// From which class on interest and late fees are income only when they are received, and what
  /// had become income before is set aside; nil for never. It says nothing where income is booked
  /// on receipt anyway.
  public var recognitionStops: LoanClass?
  /// The profile that classes the loans.
  public var collectibility: String
  /// The table by which losses are provided for.
  public var provision: String

  /// Terms; everything but the first month and the plan has the default of a small cooperative.
  public init(
    effectiveFrom: BookMonth, plan: PlanTerms, minimumAmount: Rupiah = .zero,
    maximumAmount: Rupiah? = nil, maximumCount: Int? = nil, needsApproval: Bool = false,
    fees: [LoanFee] = [], lateFee: LateFeeRule? = nil,
    allocation: [LoanComponent] = [.lateFee, .interest, .principal],
    prepayment: Prepayment = .nextInstallments,
    settlement: SettlementRule = SettlementRule(interest: .installments(1)),
    recognition: Recognition = .onReceipt, recognitionStops: LoanClass? = .kurangLancar,
    collectibility: String = CollectibilityProfile.cooperative.code,
    provision: String = ProvisionTable.cooperative.code, administrationIncome: AccountCode? = nil
  ) {
    self.administrationIncome = administrationIncome
    self.effectiveFrom = effectiveFrom
    self.plan = plan
    self.minimumAmount = minimumAmount
    self.maximumAmount = maximumAmount
    self.maximumCount = maximumCount
    self.needsApproval = needsApproval
    self.fees = fees
    self.lateFee = lateFee
    self.allocation = allocation
    self.prepayment = prepayment
    self.settlement = settlement
    self.recognition = recognition
    self.recognitionStops = recognitionStops
    self.collectibility = collectibility
    self.provision = provision
  }

  /// The order in which money settles the parts of an installment and late fees. One that does not
  /// name administration settles it after interest.
  public var order: [LoanComponent] {
    guard !allocation.contains(.administration) else { return allocation }
    return allocation.flatMap { $0 == .interest ? [$0, .administration] : [$0] }
  }

  /// The parts of ``order`` that installments under the terms have.
  public var shownOrder: [LoanComponent] {
    plan.administration == .nothing ? order.filter { $0 != .administration } : order
  }

  /// Whether interest is no income before it is received, so that nothing is receivable.
  package var earnsOnReceipt: Bool { recognition == .onReceipt }

  /// Whether income of a loan of a class waits until it is received.
  package func stopsRecognition(in loanClass: LoanClass) -> Bool {
    guard !earnsOnReceipt, let recognitionStops else { return false }
    return loanClass >= recognitionStops
  }

  /// Whether interest is earned with every day, also within an installment.
  package var earnsDaily: Bool { recognition == .daily }
}
