/// One member with the savings accounts they hold (nominatif).
public struct MemberSummary: Hashable, Sendable {
  /// One account of the member.
  public struct Savings: Hashable, Sendable {
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

  /// Gathers a member with their accounts.
  package init(member: Member, savings: [Savings]) {
    self.member = member
    self.savings = savings
  }
}
