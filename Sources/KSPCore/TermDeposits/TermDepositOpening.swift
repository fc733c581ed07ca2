/// A term deposit that is to be opened (pembukaan berjangka).
public struct TermDepositOpening: Hashable, Sendable, Codable {
  /// Where a running deposit of an earlier book stood.
  public struct Takeover: Hashable, Sendable, Codable {
    /// The day whose balance is brought in; value dates up to it have been paid.
    public let asOf: BookDate
    /// The gross interest that was paid since the opening.
    public let interestPaid: Rupiah
    /// What the opening balances hold of its interest: as interest payable what was earned and not
    /// paid, or as prepaid what was paid in advance and not earned.
    public let accrued: Rupiah

    /// A deposit that ran before the book.
    public init(asOf: BookDate, interestPaid: Rupiah = .zero, accrued: Rupiah = .zero) {
      self.asOf = asOf
      self.interestPaid = interestPaid
      self.accrued = accrued
    }
  }

  /// The member.
  public var member: MemberNumber
  /// The product.
  public var product: ProductCode
  /// What is placed; of a takeover, what is on it.
  public var principal: Rupiah
  /// The months.
  public var tenor: Int
  /// The day from which value dates are counted.
  public var opened: BookDate
  /// When and where interest is paid; nil for what the product says.
  public var payout: TermPayout?
  /// What becomes of it at maturity; nil for what the product says.
  public var rollOver: TermRollOver?
  /// The savings that take its interest; nil for the member's first sukarela account.
  public var interestTo: AccountCode?
  /// The number of the certificate (bilyet); nil for that of the account.
  public var certificate: String?
  /// Where the money comes from: a savings account of the member, a bank; nil for cash.
  public var source: AccountCode?
  /// Of a deposit that ran before the book.
  public var takeover: Takeover?
  /// The rate that was agreed before the book; nil for what the product says.
  public var rate: Rate?
  /// Who receives it when the member dies.
  public var heir: TermDepositHeir?

  /// Describes a deposit; it is checked when it is opened.
  public init(
    member: MemberNumber, product: ProductCode, principal: Rupiah, tenor: Int, opened: BookDate,
    payout: TermPayout? = nil, rollOver: TermRollOver? = nil, interestTo: AccountCode? = nil,
    certificate: String? = nil, source: AccountCode? = nil, takeover: Takeover? = nil,
    rate: Rate? = nil, heir: TermDepositHeir? = nil
  ) {
    self.member = member
    self.product = product
    self.principal = principal
    self.tenor = tenor
    self.opened = opened
    self.payout = payout
    self.rollOver = rollOver
    self.interestTo = interestTo
    self.certificate = certificate
    self.source = source
    self.takeover = takeover
    self.rate = rate
    self.heir = heir
  }
}
