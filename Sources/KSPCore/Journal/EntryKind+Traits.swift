/// What is true of every entry of a kind, said once: rules of the counter, the chain and the papers
/// ask for a trait, and queries take the list of kinds that have it.
extension EntryKind {
  package struct Traits: OptionSet, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Its mirror image may be booked. What a month end or an exit booked has consequences that a
    /// mirror image would leave standing.
    package static let reversible = Traits(rawValue: 1 << 0)
    /// It is an event of a loan, and reversed on the day that its loan asks for.
    package static let ofLoan = Traits(rawValue: 1 << 1)
    /// A month end writes it, and the closing of the month belongs to its act.
    package static let byMonthEnd = Traits(rawValue: 1 << 2)
    /// It has a leg on an account of a member's savings.
    package static let movesSavings = Traits(rawValue: 1 << 3)
    /// It may be older than the book.
    package static let beforeBook = Traits(rawValue: 1 << 4)
    /// The balance on its receipt is what is owed on a loan, not what savings hold.
    package static let leavesOutstanding = Traits(rawValue: 1 << 5)
    /// What it credits to the accounts of a loan settles installments and late fees: money, what a
    /// new loan pays off, or what the borrower is let off.
    package static let settlesLoan = Traits(rawValue: 1 << 6)
    /// Money comes or goes at the counter: in cash, unless another account stands for it, which
    /// papers then name.
    package static let atCounter = Traits(rawValue: 1 << 7)
    /// It stays between accounts of the chart and touches none of a member or of a loan; its papers
    /// show both sides.
    package static let betweenOwnAccounts = Traits(rawValue: 1 << 8)
    /// Its paper acknowledges money that is no savings, and needs a stamp beyond an amount.
    package static let acknowledgesMoney = Traits(rawValue: 1 << 9)
    /// What it credits to an account of the kind wajib pays dues: money that the member brings or
    /// moves there. Opening balances are no payments, and neither are interest and what a loan sets
    /// aside when it is paid out.
    package static let paysDues = Traits(rawValue: 1 << 10)
    /// It moves or mends cash itself and goes through no counter, so that a till need not be open.
    package static let ofTills = Traits(rawValue: 1 << 11)
    /// It counts on the last day of a year whose months are closed.
    package static let inClosingPeriod = Traits(rawValue: 1 << 12)
    /// A movement that a member brings about: an account without one for long is dormant.
    package static let byMember = Traits(rawValue: 1 << 13)
  }

  package var traits: Traits {
    switch self {
    case .opening: [.reversible, .beforeBook, .byMember]
    case .join: [.reversible, .paysDues, .byMember]
    case .deposit: [.reversible, .movesSavings, .atCounter, .paysDues, .byMember]
    case .withdrawal: [.reversible, .movesSavings, .atCounter, .byMember]
    case .transfer, .release: [.reversible, .movesSavings, .paysDues, .byMember]
    // A fee that was wrong is given back by a deposit from the account of fees.
    case .monthlyFee, .plannedPayment: .movesSavings
    case .fee: [.reversible, .movesSavings]
    case .interest: [.reversible, .movesSavings]
    case .savingsInterest: [.byMonthEnd, .movesSavings]
    // What is claimed from a member touches no savings.
    case .interestTax: .byMonthEnd
    case .taxAdjustment, .interestCorrection: []
    case .taxClaim, .taxRefund, .taxPayment: .reversible
    case .leave: .movesSavings
    // What the duplicate had paid of dues counts on its own days, not on that of the merger.
    case .merge: .movesSavings
    case .leaverPayment: [.reversible, .atCounter, .acknowledgesMoney]
    case .depositOpening: [.reversible, .movesSavings, .byMember]
    case .depositEnding: [.movesSavings, .byMember]
    case .depositInterest: .movesSavings
    case .disbursement:
      [
        .reversible, .ofLoan, .leavesOutstanding, .settlesLoan, .acknowledgesMoney, .byMember,
      ]
    case .waiver: [.reversible, .ofLoan, .leavesOutstanding, .settlesLoan]
    case .writeOff: [.reversible, .ofLoan, .leavesOutstanding]
    case .repayment:
      [
        .reversible, .ofLoan, .leavesOutstanding, .settlesLoan, .atCounter, .acknowledgesMoney,
        .paysDues, .byMember,
      ]
    case .recovery: [.reversible, .ofLoan, .atCounter, .acknowledgesMoney]
    case .reallocation: .ofLoan
    case .loanInterest, .loanFee, .provision, .depreciation, .accrual, .corporateTax:
      .byMonthEnd
    case .cashReceipt, .cashPayment, .assetPurchase, .assetDisposal:
      [.reversible, .atCounter, .betweenOwnAccounts, .acknowledgesMoney]
    case .cashMove: [.reversible, .betweenOwnAccounts, .ofTills]
    // A count that was wrong is mended by another one.
    case .tillDifference: [.betweenOwnAccounts, .ofTills]
    // A wrong adjustment is mended by another one, and what closes a year follows from its income.
    case .yearAdjustment, .yearClosing: [.betweenOwnAccounts, .inClosingPeriod]
    case .yearRatification: .betweenOwnAccounts
    case .lossCover: [.reversible, .betweenOwnAccounts]
    case .shuDistribution, .shuForfeit: [.reversible, .betweenOwnAccounts]
    case .shuCredit: [.reversible, .movesSavings, .paysDues]
    case .shuPayment, .shuReward:
      [.reversible, .atCounter, .betweenOwnAccounts, .acknowledgesMoney]
    case .manual, .yearCorrection: [.reversible, .betweenOwnAccounts]
    case .reversal: []
    }
  }

  /// Whether every trait is true of the kind.
  package func `is`(_ traits: Traits) -> Bool { self.traits.isSuperset(of: traits) }

  /// The kinds of which every trait is true, in the order of their declaration.
  package static func all(_ traits: Traits) -> [EntryKind] { allCases.filter { $0.is(traits) } }
}
