/// The cash book (buku kas) of some days: what was there, every receipt and payment by day and then
/// by voucher, and what is left.
///
/// It is put together of the statements of the cash accounts, whose closing balances come from
/// another place than their lines; so a cash book that exists adds up to what the accounts hold.
public struct CashBook: Hashable, Sendable, Codable {
  /// A cash account that it covers.
  public struct CashAccount: Hashable, Sendable, Codable {
    /// The account's code.
    public let code: AccountCode
    /// The account's name.
    public let name: Phrase

    /// Names an account.
    package init(code: AccountCode, name: Phrase) {
      self.code = code
      self.name = name
    }
  }

  /// One receipt or payment: a leg of an entry on a cash account.
  ///
  /// Money that goes from one of the accounts to another is a payment of the one and a receipt of
  /// the other.
  public struct Line: Hashable, Sendable, Codable {
    /// The cash account.
    public let account: AccountCode
    /// The day on which it counts.
    public let bookDate: BookDate
    /// The voucher.
    public let entry: EntryNumber
    /// What was recorded.
    public let kind: EntryKind
    /// The memo of the entry, if it has one.
    public let memo: String?
    /// The number of the member whose money it was; nil for none, and for several.
    public let member: MemberNumber?
    /// Whose money it was; nil where nobody is named, and for several.
    public let name: String?
    /// Who recorded it; nil where nobody is named.
    public let recordedBy: String?
    /// What came in, or zero.
    public let received: Rupiah
    /// What went out, or zero.
    public let paid: Rupiah
    /// What all accounts of the book hold after it.
    public let balance: Rupiah

    /// Gathers a movement.
    package init(
      account: AccountCode, bookDate: BookDate, entry: EntryNumber, kind: EntryKind, memo: String?,
      member: MemberNumber?, name: String?, recordedBy: String?, received: Rupiah, paid: Rupiah,
      balance: Rupiah
    ) {
      self.account = account
      self.bookDate = bookDate
      self.entry = entry
      self.kind = kind
      self.memo = memo
      self.member = member
      self.name = name
      self.recordedBy = recordedBy
      self.received = received
      self.paid = paid
      self.balance = balance
    }

    /// What the line is called: its kind and its memo, `Setoran – titipan suami`; of an entry
    /// between accounts of the chart its memo alone.
    public var text: Phrase {
      guard let memo else { return kind.name }
      // Their memo says what they are.
      let isTold = kind.is(.betweenOwnAccounts) && !kind.is(.ofTills)
      guard !isTold else { return Phrase(id: memo, en: memo) }
      return Phrase(
        id: "\(kind.name.indonesian) – \(memo)", en: "\(kind.name.english) – \(memo)")
    }
  }

  /// What came in and went out since 1 January, for the foot of a month.
  public struct YearToDate: Hashable, Sendable, Codable {
    /// What was there on 1 January.
    public let broughtForward: Rupiah
    /// What came in from 1 January to the end of the month.
    public let received: Rupiah
    /// What went out from 1 January to the end of the month.
    public let paid: Rupiah
    /// What came in with what was there on 1 January: the side of the book that stands against
    /// ``paid``, from which the closing balance is left.
    public let total: Rupiah

    /// Gathers the sums of a year.
    ///
    /// - Throws: `amount.overflow`.
    package init(broughtForward: Rupiah, received: Rupiah, paid: Rupiah) throws(LedgerError) {
      self.broughtForward = broughtForward
      self.received = received
      self.paid = paid
      total = try broughtForward + received
    }
  }

  /// The days that are covered.
  public let period: BookPeriod
  /// Up to which event of the chain it was known.
  public let known: Knowledge
  /// The accounts, by code.
  public let accounts: [CashAccount]
  /// Whose work it shows; nil for everybody's. Opening is then zero, and closing what that person
  /// took in beyond what they paid out.
  public let recordedBy: String?
  /// What the accounts held before the first day.
  public let opening: Rupiah
  /// Receipts and payments by day, then by voucher.
  public let lines: [Line]
  /// The sum of what came in.
  public let received: Rupiah
  /// The sum of what went out.
  public let paid: Rupiah
  /// What the accounts hold at the end of the last day.
  public let closing: Rupiah
  /// The sums since 1 January; nil unless the period is a whole month and everybody's.
  public let yearToDate: YearToDate?

  /// Checks and makes a cash book.
  ///
  /// - Throws: `statement.inconsistent` when what was there and the lines are not what is left.
  package init(
    period: BookPeriod, known: Knowledge, accounts: [CashAccount], recordedBy: String?,
    opening: Rupiah, lines: [Line], closing: Rupiah, yearToDate: YearToDate?
  ) throws(LedgerError) {
    var running = opening
    var received = Rupiah.zero
    var paid = Rupiah.zero
    for line in lines {
      try received += line.received
      try paid += line.paid
      running = try running + line.received - line.paid
      guard running == line.balance else {
        throw .statementInconsistent(account: line.account, at: line.entry)
      }
    }
    var left = closing
    if let yearToDate { left = try yearToDate.total - yearToDate.paid }
    guard running == closing, left == closing else {
      throw .statementInconsistent(
        account: accounts.first?.code ?? AccountCode(stored: ""), at: lines.last?.entry)
    }
    self.period = period
    self.known = known
    self.accounts = accounts
    self.recordedBy = recordedBy
    self.opening = opening
    self.lines = lines
    self.received = received
    self.paid = paid
    self.closing = closing
    self.yearToDate = yearToDate
  }
}

extension CashBook.CashAccount: Identifiable {
  /// Its code.
  public var id: AccountCode { code }
}
