/// A term deposit as it stands (simpanan berjangka): what was agreed, what was paid.
public struct TermDeposit: Hashable, Sendable, Codable {
  /// The number of its account: `BJK-0001`, `BJK-0001-02`.
  public let account: AccountCode
  /// Whose it is.
  public let member: MemberNumber
  /// Their name.
  public let memberName: String
  /// The product.
  public let product: ProductCode
  /// The number of the certificate (bilyet).
  public let certificate: String
  /// How often it was opened and rolled over: 1 is the first period.
  public let period: Int
  /// The day of opening or of the last roll-over.
  public let opened: BookDate
  /// The day of maturity.
  public let maturity: BookDate
  /// What was placed or rolled over.
  public let principal: Rupiah
  /// What is on it.
  public private(set) var balance: Rupiah
  /// What was agreed for the period.
  public let terms: TermDepositTerms
  /// What becomes of it at maturity.
  public let rollOver: TermRollOver
  /// The value dates of the period that were paid.
  public let paid: Int
  /// Their gross interest.
  public let interest: Rupiah
  /// The tax that was withheld when they were paid.
  public let tax: Rupiah
  /// The day on which it was paid out; nil while it runs or waits.
  public private(set) var endedOn: BookDate?
  /// What it secures; nil where it is free.
  public let pledge: String?
  /// Who receives it when its holder dies; nil where nobody was named.
  public let heir: TermDepositHeir?
  /// The telephone number of its holder; nil where none is known.
  public package(set) var phone: String?
  /// Whether a certificate that is printed of it is a copy (salinan): the period was recorded on a
  /// day before, when the certificate was handed out.
  public package(set) var isCopy = false
  /// What was accepted and should be looked at; empty where it was only read.
  public var warnings: [LedgerWarning] = []

  /// Gathers what a book says of a deposit.
  package init(
    account: AccountCode, member: MemberNumber, memberName: String, product: ProductCode,
    certificate: String, period: Int, opened: BookDate, principal: Rupiah, balance: Rupiah,
    terms: TermDepositTerms, rollOver: TermRollOver, paid: Int, interest: Rupiah, tax: Rupiah,
    endedOn: BookDate?, pledge: String?, heir: TermDepositHeir?
  ) throws(LedgerError) {
    self.account = account
    self.member = member
    self.memberName = memberName
    self.product = product
    self.certificate = certificate
    self.period = period
    self.opened = opened
    maturity = try terms.maturity(of: opened)
    self.principal = principal
    self.balance = balance
    self.terms = terms
    self.rollOver = rollOver
    self.paid = paid
    self.interest = interest
    self.tax = tax
    self.endedOn = endedOn
    self.pledge = pledge
    self.heir = heir
  }

  /// The deposit as it was before it was paid out, when something was on it.
  package func beforeItsEnd(holding balance: Rupiah) -> TermDeposit {
    var deposit = self
    deposit.balance = balance
    deposit.endedOn = nil
    return deposit
  }

  /// The next value date with its number; nil where all interest of the period is paid, or the
  /// deposit has ended.
  ///
  /// - Throws: `month.unreadable` beyond the calendar.
  package func nextPayment() throws(LedgerError) -> (number: Int, day: BookDate)? {
    let number = terms.payout.isMonthly ? paid + 1 : terms.tenor
    guard endedOn == nil, paid < number, number <= terms.tenor else { return nil }
    return (number, try terms.valueDate(number, of: opened))
  }

  /// The interest that falls due on a value date, or has run until a day on which it is broken;
  /// none where it was paid in advance.
  ///
  /// - Throws: `amount.overflow`, `month.unreadable`.
  package func interest(to day: BookDate) throws(LedgerError) -> Rupiah {
    guard terms.payout != .advance else { return .zero }
    let first = terms.payout.isMonthly ? paid : 0
    guard try terms.valueDate(first, of: opened) < day else { return .zero }
    return try terms.interest(on: balance, opened: opened, from: first, to: day)
  }

  /// What is taken back of interest that was paid in advance where the deposit is broken on a day:
  /// what the days until then did not earn, or all of it where running interest is forfeited.
  ///
  /// - Throws: `amount.overflow`, `month.unreadable`.
  package func takenBack(on day: BookDate, keepsEarned: Bool) throws(LedgerError) -> Rupiah {
    guard terms.payout == .advance, day < maturity else { return .zero }
    let earned =
      keepsEarned && opened < day
      ? try terms.interest(on: principal, opened: opened, from: 0, to: day) : .zero
    return try (interest - earned).orZero
  }

  /// The months in which interest is earned that is paid once, at maturity; nil for one that is
  /// paid every month or in advance, which belongs to the month of its payment.
  ///
  /// - Throws: `month.unreadable` beyond the calendar.
  package func months(to day: BookDate) throws(LedgerError) -> ClosedRange<BookMonth>? {
    guard terms.payout == .maturity else { return nil }
    let first = try opened.adding(months: 1).month
    return first < day.month ? first...day.month : nil
  }
}

extension TermDeposit: Identifiable {
  /// Its account.
  public var id: AccountCode { account }
}
