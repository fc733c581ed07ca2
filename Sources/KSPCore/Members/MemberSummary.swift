/// One member with the savings accounts they hold (nominatif).
public struct MemberSummary: Hashable, Sendable, Codable {
  /// One account of the member.
  public struct Savings: Hashable, Sendable, Codable {
    /// The account's code.
    public let account: AccountCode
    /// The product's code.
    public let product: ProductCode
    /// The product's name.
    public let productName: Phrase
    /// The balance today.
    public let balance: Rupiah
    /// What movements dated after today come to; nil where there are none.
    public let later: Rupiah?
    /// When the account was closed, if it was.
    public let closedOn: BookDate?

    /// Gathers an account.
    package init(
      account: AccountCode, product: ProductCode, productName: Phrase, balance: Rupiah,
      later: Rupiah? = nil, closedOn: BookDate?
    ) {
      self.account = account
      self.product = product
      self.productName = productName
      self.balance = balance
      self.later = later
      self.closedOn = closedOn
    }
  }

  /// The member.
  public let member: Member
  /// The accounts, in the order of the products.
  public let savings: [Savings]
  /// What is claimed from the member for tax on interest; nil where nobody asked.
  public var taxClaim: Rupiah?
  /// The SHU of the member by year, the oldest first; nil where nobody asked.
  public var shu: [ShuReceived]?
  /// The loans that they owe, by number; empty where they were not asked for (`Ledger.debts(of:)`).
  public var loans: [Debt] = []
  /// What is held of their savings; empty where nobody asked (`Ledger.heldSavings(of:on:)`).
  public var held: [HeldSavings] = []
  /// Their planned savings; empty where nobody asked (`Ledger.plannedSavings(of:on:)`).
  public var planned: [PlannedSavingsCard] = []

  /// Gathers a member with their accounts.
  package init(member: Member, savings: [Savings]) {
    self.member = member
    self.savings = savings
  }

  /// The same of an earlier day: accounts of a product only, what was closed later open, and
  /// nothing of what came later.
  package func standing(
    on date: BookDate, in product: ProductCode?, isPast: Bool
  ) -> MemberSummary {
    let kept = savings.filter { product == nil || $0.product == product }.map { account in
      Savings(
        account: account.account, product: account.product, productName: account.productName,
        balance: account.balance, later: isPast ? nil : account.later,
        closedOn: account.closedOn.flatMap { $0 <= date ? $0 : nil })
    }
    return MemberSummary(member: member, savings: kept)
  }
}

extension MemberSummary {
  /// A loan that a member owes, in a line.
  public struct Debt: Hashable, Sendable, Codable {
    /// The number of the loan.
    public let loan: LoanNumber
    /// Its product.
    public let product: ProductCode
    /// The principal that is owed.
    public let outstanding: Rupiah
    /// The principal and interest that are due and unpaid.
    public let arrears: Rupiah
    /// The late fees that are owed.
    public let lateFee: Rupiah
    /// The days since the oldest unpaid installment was due.
    public let daysPastDue: Int

    /// Gathers it.
    package init(
      loan: LoanNumber, product: ProductCode, outstanding: Rupiah, arrears: Rupiah,
      lateFee: Rupiah, daysPastDue: Int
    ) {
      self.loan = loan
      self.product = product
      self.outstanding = outstanding
      self.arrears = arrears
      self.lateFee = lateFee
      self.daysPastDue = daysPastDue
    }
  }
}

extension MemberSummary: Identifiable {
  /// The member's number.
  public var id: MemberNumber { member.number }
}

extension MemberSummary.Savings: Identifiable {
  /// Its account.
  public var id: AccountCode { account }
}

extension MemberSummary.Debt: Identifiable {
  /// The loan's number.
  public var id: LoanNumber { loan }
}
