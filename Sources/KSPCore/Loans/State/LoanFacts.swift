/// What a book holds of one loan and everything else about it follows from, as far as it counts on
/// a day and at a point of knowledge.
///
/// Each of its parts is what one query answers. ``LoanState`` is made from it, whoever asks.
package struct LoanFacts: Hashable, Sendable {
  /// A loan as it was entered in the register.
  package struct Contract: Hashable, Sendable {
    /// The number people use.
    package let number: LoanNumber
    /// The borrower's member number.
    package let memberNumber: MemberNumber
    /// The borrower's name.
    package let memberName: String
    /// The product's code.
    package let product: ProductCode
    /// The terms that were agreed on, with the loan's own rate and term.
    package var terms: LoanTerms { shared.terms }
    /// The same terms, for all loans that have them.
    let shared: SharedTerms
    /// The amount lent, or asked for.
    package let principal: Rupiah
    /// The day on which it was asked for; of a loan taken over, the day of the takeover.
    package var appliedOn: BookDate

    /// Gathers what the register says.
    package init(
      number: LoanNumber, memberNumber: MemberNumber, memberName: String, product: ProductCode,
      terms: LoanTerms,
      principal: Rupiah, appliedOn: BookDate
    ) {
      self.init(
        number: number, memberNumber: memberNumber, memberName: memberName, product: product,
        sharing: SharedTerms(terms), principal: principal, appliedOn: appliedOn)
    }

    /// Gathers what the register says of a loan whose terms others have too.
    package init(
      number: LoanNumber, memberNumber: MemberNumber, memberName: String, product: ProductCode,
      sharing shared: SharedTerms, principal: Rupiah, appliedOn: BookDate
    ) {
      self.number = number
      self.memberNumber = memberNumber
      self.memberName = memberName
      self.product = product
      self.shared = shared
      self.principal = principal
      self.appliedOn = appliedOn
    }
  }

  /// A step in its life that was not reversed.
  package struct Step: Hashable, Sendable {
    /// What happened.
    package let kind: Loan.Step
    /// When.
    package let date: BookDate
    /// The day on which the money was paid out, where the step tells: a takeover names an earlier
    /// one than its own.
    package let paidOutOn: BookDate?
    /// The class that the loan had then, where the step keeps it.
    package let loanClass: LoanClass?

    /// A step.
    package init(
      _ kind: Loan.Step, on date: BookDate, paidOutOn: BookDate? = nil,
      loanClass: LoanClass? = nil
    ) {
      self.loanClass = loanClass
      self.kind = kind
      self.date = date
      self.paidOutOn = paidOutOn
    }
  }

  /// What one payment that was not reversed brought to one of the loan's accounts.
  package struct Credit: Hashable, Sendable {
    /// The voucher.
    package let entry: EntryNumber
    /// The day on which it counts.
    package let date: BookDate
    /// The account, by what is owed in it.
    package let component: LoanComponent
    /// How much; less than zero where the payment settles less of it since.
    package let amount: Rupiah
    /// What the voucher records.
    package let kind: EntryKind

    /// A credit.
    package init(
      entry: EntryNumber, date: BookDate, component: LoanComponent, amount: Rupiah,
      kind: EntryKind = .repayment
    ) {
      self.kind = kind
      self.entry = entry
      self.date = date
      self.component = component
      self.amount = amount
    }
  }

  /// What is known of a payment beside what it settled.
  package struct Handling: Hashable, Sendable {
    /// The day of the payment.
    package let date: BookDate
    /// Whether it keeps its parts, because the payer said them.
    package var isKept: Bool
    /// What of it went into savings.
    package var rest: Rupiah
    /// The savings.
    package var account: AccountID?

    /// What is known of a payment.
    package init(
      date: BookDate, isKept: Bool = false, rest: Rupiah = .zero, account: AccountID? = nil
    ) {
      self.date = date
      self.isKept = isKept
      self.rest = rest
      self.account = account
    }
  }

  /// The loan in the register.
  package let contract: Contract
  /// The accounts that its events touch; nil before it was paid out.
  package var accounts: PostingRules.LoanAccounts?
  /// Its steps, in the order in which they were recorded.
  package var steps: [Step]
  /// The plan in force; nil before it was paid out.
  package var plan: LoanPlan?
  /// What was paid since the plan began, in any order.
  package var credits: [Credit]
  /// What is known of some of the payments beside it.
  package var handling: [EntryNumber: Handling] = [:]

  /// Gathers what a book holds.
  package init(
    contract: Contract, accounts: PostingRules.LoanAccounts? = nil, steps: [Step] = [],
    plan: LoanPlan? = nil, credits: [Credit] = []
  ) {
    self.contract = contract
    self.accounts = accounts
    self.steps = steps
    self.plan = plan
    self.credits = credits
  }

  /// The payments on the plan in the order in which they count: what had been paid when the loan
  /// was taken over, then by book date, and by number on one day. A payment that was recorded late
  /// stands where its date puts it.
  ///
  /// - Throws: `amount.overflow`.
  package func payments(through date: BookDate) throws(LedgerError) -> [LoanPayment] {
    guard let plan, accounts != nil else { return [] }
    // In this order the credits of one voucher lie beside each other. They come account by account,
    // each in order already.
    let ordered = credits.sorted { left, right in
      left.date == right.date ? left.entry < right.entry : left.date < right.date
    }
    var payments = plan.paidBefore
    payments.reserveCapacity(payments.count + ordered.count)
    var (last, parts): (LoanFacts.Credit?, LoanParts) = (nil, LoanParts())
    for credit in ordered where credit.date <= date {
      if let last, last.entry != credit.entry {
        if !parts.isNothing { payments.append(LoanPayment(date: last.date, parts)) }
        parts = LoanParts()
      }
      try parts.add(credit.amount, to: credit.component)
      last = credit
    }
    if let last, !parts.isNothing { payments.append(LoanPayment(date: last.date, parts)) }
    return payments
  }
}
