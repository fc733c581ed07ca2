/// What a month end pays on each savings account, before it is posted or as it was.
public struct MonthInterest: Hashable, Sendable, Codable {
  /// One account that earns interest.
  public struct Row: Hashable, Sendable, Codable {
    /// The account that earns.
    public let account: AccountCode
    /// The product's code.
    public let product: ProductCode
    /// The number of the member.
    public let member: MemberNumber
    /// The name of the member.
    public let memberName: String
    /// The balance on which it is computed: of several in the month the mean by their days, to the
    /// rupiah, half up.
    public let base: Rupiah
    /// The rate of the last days that earned.
    public let rate: Rate
    /// The interest before tax.
    public let gross: Rupiah
    /// What of it earlier months earned and left to be credited now; base and rate are those of
    /// this month alone.
    public let brought: Rupiah
    /// The part of the member's tax that is taken from it.
    public let tax: Rupiah
    /// What the member gets.
    public let net: Rupiah
    /// The voucher; nil before the month end.
    public let entry: EntryNumber?

    /// Gathers an account's figures.
    ///
    /// - Throws: `amount.overflow`.
    package init(
      account: AccountCode, product: ProductCode, member: MemberNumber, memberName: String,
      base: Rupiah,
      rate: Rate, gross: Rupiah, brought: Rupiah = .zero, tax: Rupiah, entry: EntryNumber?
    ) throws(LedgerError) {
      self.account = account
      self.product = product
      self.member = member
      self.memberName = memberName
      self.base = base
      self.rate = rate
      self.gross = gross
      self.brought = brought
      self.tax = tax
      net = try gross - tax
      self.entry = entry
    }
  }

  /// What a month end does for one account beside that: interest of a term deposit on its value
  /// date, or tax on interest of the month that savings bear.
  public struct Item: Hashable, Sendable, Codable {
    /// The day.
    public let date: BookDate
    /// The account: the term deposit, or the savings that bear the tax.
    public let account: AccountCode
    /// The number of the member.
    public let member: MemberNumber
    /// The name of the member.
    public let memberName: String
    /// The interest before tax; zero for tax alone.
    public let gross: Rupiah
    /// The tax.
    public let tax: Rupiah
    /// What the member gets; below zero for tax alone.
    public let net: Rupiah
    /// The voucher; nil before it is posted.
    public let entry: EntryNumber?

    /// Gathers an item.
    ///
    /// - Throws: `amount.overflow`.
    package init(
      date: BookDate, account: AccountCode, member: MemberNumber, memberName: String,
      gross: Rupiah, tax: Rupiah, entry: EntryNumber?
    ) throws(LedgerError) {
      self.date = date
      self.account = account
      self.member = member
      self.memberName = memberName
      self.gross = gross
      self.tax = tax
      net = try gross - tax
      self.entry = entry
    }
  }

  /// The month.
  public let month: BookMonth
  /// Whether it was posted.
  public let isPosted: Bool
  /// The accounts, by member and then by product.
  public let rows: [Row]
  /// The interest of all of them before tax.
  public let gross: Rupiah
  /// The tax on it.
  public let tax: Rupiah
  /// What the members get.
  public let net: Rupiah
  /// Interest of term deposits on the value dates of the month, in the order of their vouchers. The
  /// sums above are without it.
  public var valueDates: [Item] = []
  /// Tax that the month end takes from savings beyond the interest that it pays, because the
  /// member was paid other interest in the month. The sums above are without it.
  public var furtherTax: [Item] = []

  /// Adds up the accounts.
  ///
  /// - Throws: `amount.overflow`.
  package init(month: BookMonth, isPosted: Bool, rows: [Row]) throws(LedgerError) {
    self.month = month
    self.isPosted = isPosted
    self.rows = rows
    var (gross, tax) = (Rupiah.zero, Rupiah.zero)
    for row in rows {
      try gross += row.gross
      try tax += row.tax
    }
    self.gross = gross
    self.tax = tax
    net = try gross - tax
  }
}

extension InterestWorking {
  /// The balance that earned: the mean of the runs by their days, to the rupiah, half up.
  ///
  /// - Throws: `amount.overflow`.
  package func meanBalance() throws(LedgerError) -> Rupiah {
    var (weighted, days) = (Int128.zero, Int128.zero)
    for run in runs {
      weighted += Int128(run.balance.sen) * Int128(run.days)
      days += Int128(run.days)
    }
    guard days > 0 else { return runs.last?.balance ?? .zero }
    // Balances that earn are positive: half of the divisor rounds half up.
    return try Rupiah(wideSen: (weighted + days * 50) / (days * 100) * 100)
  }
}
