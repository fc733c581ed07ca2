/// A statement of account (rekening koran): opening balance, lines, closing balance.
///
/// The closing balance comes from another place than the lines; the initialiser compares the two,
/// so a statement that exists adds up.
public struct AccountStatement: Hashable, Sendable, Codable {
  /// Whose account it is.
  public struct Heading: Hashable, Sendable, Codable {
    /// The account's code.
    public let account: AccountCode
    /// What the account is called: the product, or the name in the chart.
    public let title: Phrase
    /// The side on which the balance grows.
    public let normalSide: Side
    /// The member's number, for a member's account.
    public let memberNumber: MemberNumber?
    /// The member's name, for a member's account.
    public let memberName: String?

    /// Gathers the heading.
    package init(
      account: AccountCode, title: Phrase, normalSide: Side, memberNumber: MemberNumber? = nil,
      memberName: String? = nil
    ) {
      self.account = account
      self.title = title
      self.normalSide = normalSide
      self.memberNumber = memberNumber
      self.memberName = memberName
    }
  }

  /// One movement.
  public struct Line: Hashable, Sendable, Codable {
    /// The day on which it counts.
    public let bookDate: BookDate
    /// The voucher.
    public let entry: EntryNumber
    /// What it was.
    public let kind: EntryKind
    /// The memo of the entry, if it has one.
    public let memo: String?
    /// The amount, debits positive.
    public let amount: Rupiah
    /// The balance after it, on the account's normal side.
    public let balance: Rupiah
    /// The account that stood for cash, where it was not the usual one.
    public let counterpart: Receipt.Counterpart?

    /// Gathers a movement.
    package init(
      bookDate: BookDate, entry: EntryNumber, kind: EntryKind, memo: String?, amount: Rupiah,
      balance: Rupiah, counterpart: Receipt.Counterpart? = nil
    ) {
      self.counterpart = counterpart
      self.bookDate = bookDate
      self.entry = entry
      self.kind = kind
      self.memo = memo
      self.amount = amount
      self.balance = balance
    }

    /// The side of the movement.
    public var side: Side { amount.isNegative ? .credit : .debit }
    /// The debit amount, or zero.
    public var debit: Rupiah { amount.isPositive ? amount : .zero }
    /// The credit amount, or zero.
    public var credit: Rupiah { amount.isNegative ? Rupiah(sen: -amount.sen) : .zero }
    /// What the line is called: the name of its kind, the account that stood for cash, and its memo
    /// where that says more: `Setoran, Bank BRI – titipan suami`.
    public var text: Phrase {
      let name = kind.lineName(side: side).by(counterpart)
      guard let memo else { return name }
      func saying(_ name: String) -> String {
        memo.lowercased().hasPrefix(name.lowercased()) ? memo : "\(name) – \(memo)"
      }
      return Phrase(id: saying(name.indonesian), en: saying(name.english))
    }
  }

  /// Whose account it is.
  public let heading: Heading
  /// The days that are covered.
  public let period: BookPeriod
  /// Up to which event of the chain it was known.
  public let known: Knowledge
  /// The balance before the first day, on the account's normal side.
  public let opening: Rupiah
  /// The movements by day, then by voucher.
  public let lines: [Line]
  /// The balance at the end of the last day, on the account's normal side.
  public let closing: Rupiah
  /// What was held of the account at the end of the last day; nil for nothing.
  public var held: HeldSavings?

  /// Whether the account neither held nor moved anything.
  package var isEmpty: Bool { lines.isEmpty && opening.isZero && closing.isZero }

  /// Checks and makes a statement.
  ///
  /// - Throws: `statement.inconsistent` when opening plus lines is not closing, when a line's
  ///   running balance is wrong, or when lines are out of order or outside the period.
  package init(
    heading: Heading, period: BookPeriod, known: Knowledge, opening: Rupiah, lines: [Line],
    closing: Rupiah
  ) throws(LedgerError) {
    var running = opening
    var before: (BookDate, EntryNumber)?
    for line in lines {
      switch heading.normalSide {
      case .debit: try running += line.amount
      case .credit: running = try running - line.amount
      }
      guard running == line.balance, period.first <= line.bookDate, line.bookDate <= period.last,
        before.map({ $0 <= (line.bookDate, line.entry) }) ?? true
      else { throw .statementInconsistent(account: heading.account, at: line.entry) }
      before = (line.bookDate, line.entry)
    }
    guard running == closing else {
      throw .statementInconsistent(account: heading.account, at: lines.last?.entry)
    }
    self.heading = heading
    self.period = period
    self.known = known
    self.opening = opening
    self.lines = lines
    self.closing = closing
  }
}

/// Everything one member owns on one paper (buku anggota): a statement for each account.
public struct MemberStatement: Hashable, Sendable, Codable {
  /// The member, as they were known then.
  public let member: Member
  /// One statement per account, in the order of the products.
  public let accounts: [AccountStatement]
  /// Up to which event of the chain it was known.
  public let known: Knowledge
  /// How their dues stood on the last day, as it was known; empty where nothing was ever asked for.
  public var dues: [DuesCard] = []
  /// Their planned savings on the last day, as they were known.
  public var planned: [PlannedSavingsCard] = []
  /// The loans that they owed on the last day; empty where they were not asked for
  /// (`Ledger.debts(of:asOf:asRecordedThrough:)`).
  public var loans: [MemberSummary.Debt] = []
  /// What they got of the SHU of the years that end within the period; empty where that was not
  /// asked for (`Ledger.shuReceived(by:ofYearsEndingIn:asRecordedThrough:)`).
  public var shu: [ShuReceived] = []

  /// What all accounts held on the morning of the period, and at the end of each month within it.
  public let growth: [GrowthPoint]

  /// Gathers the statements of a member.
  ///
  /// - Throws: `amount.overflow`; `date.unreadable` beyond the calendar.
  package init(
    member: Member, accounts: [AccountStatement], known: Knowledge
  ) throws(LedgerError) {
    growth = try Self.growth(accounts)
    self.member = member
    self.accounts = accounts
    self.known = known
  }
}

extension MemberStatement: Identifiable {
  /// The member's number.
  public var id: MemberNumber { member.number }
}

extension AccountStatement: Identifiable {
  /// Its account.
  public var id: AccountCode { heading.account }
}
