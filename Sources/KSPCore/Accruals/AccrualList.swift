/// Interest that was earned by the end of a month and falls due later, account by account, with
/// what was paid in advance and is not earned yet (daftar jasa yang masih harus dibayar).
public struct AccrualList: Hashable, Sendable, Codable {
  /// One account.
  public struct Line: Hashable, Sendable, Codable {
    /// The member's account.
    public let account: AccountCode
    /// Whose it is.
    public let member: MemberNumber
    /// Their name.
    public let memberName: String
    /// The product.
    public let product: ProductCode
    /// What is owed at the end of the month; below zero what was paid in advance and is not earned.
    public let accrued: Rupiah
    /// What the month set aside, or wrote off of what was paid in advance; below zero what went
    /// back because it was paid or forfeited.
    public let change: Rupiah

    /// Gathers a line.
    package init(
      account: AccountCode, member: MemberNumber, memberName: String, product: ProductCode,
      accrued: Rupiah, change: Rupiah
    ) {
      self.account = account
      self.member = member
      self.memberName = memberName
      self.product = product
      self.accrued = accrued
      self.change = change
    }
  }

  /// What the list says of an account of the ledger beside what that holds.
  public struct Control: Hashable, Sendable, Codable {
    /// The account.
    public let account: AccountCode
    /// Its name.
    public let name: Phrase
    /// What the list says; on the normal side of the account.
    public let list: Rupiah
    /// What the ledger says; on the same side.
    public let ledger: Rupiah
    /// What the ledger holds that the list does not know.
    public let difference: Rupiah

    /// Works the difference out.
    ///
    /// - Throws: `amount.overflow`.
    package init(
      account: AccountCode, name: Phrase, list: Rupiah, ledger: Rupiah
    ) throws(LedgerError) {
      self.account = account
      self.name = name
      self.list = list
      self.ledger = ledger
      difference = try ledger - list
    }
  }

  /// The month.
  public let month: BookMonth
  /// Whether the month is closed; what an open one says is what its end would set aside now.
  public let isClosed: Bool
  /// The accounts, by product and code.
  public let lines: [Line]
  /// The accounts of the ledger that hold it; none while the month is open.
  public let controls: [Control]
  /// What is owed.
  public let payable: Rupiah
  /// What was paid in advance and is not earned.
  public let prepaid: Rupiah
  /// What the month set aside.
  public let change: Rupiah

  /// Adds the lines up.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    month: BookMonth, isClosed: Bool, lines: [Line], controls: [Control]
  ) throws(LedgerError) {
    self.month = month
    self.isClosed = isClosed
    self.lines = lines
    self.controls = controls
    payable = try lines.map(\.accrued.orZero).sum()
    prepaid = try payable - lines.map(\.accrued).sum()
    change = try lines.map(\.change).sum()
  }
}
