/// Where a book stands: what a program shows when it is opened.
public struct BookStatus: Hashable, Sendable, Codable {
  /// Entries that are dated after today.
  public struct Later: Hashable, Sendable, Codable {
    /// How many there are.
    public let entries: Int
    /// What they bring to the members' savings.
    public let savings: Rupiah
    /// What they bring to cash.
    public let cash: Rupiah

    /// Gathers them.
    package init(entries: Int, savings: Rupiah, cash: Rupiah) {
      self.entries = entries
      self.savings = savings
      self.cash = cash
    }
  }

  /// Who owes dues today.
  public struct Dues: Hashable, Sendable, Codable {
    /// How many members owe.
    public let members: Int
    /// What they owe together.
    public let owed: Rupiah

    /// Gathers them.
    package init(members: Int, owed: Rupiah) {
      self.members = members
      self.owed = owed
    }
  }

  /// Tax on interest that was withheld and not paid to the state.
  public struct TaxDeadline: Hashable, Sendable, Codable {
    /// The earliest month of which something is left.
    public let month: BookMonth
    /// What is left of all months.
    public let left: Rupiah
    /// By when that month is paid.
    public let payBy: BookDate
    /// By when that month is reported.
    public let reportBy: BookDate

    /// Gathers it.
    package init(month: BookMonth, left: Rupiah, payBy: BookDate, reportBy: BookDate) {
      self.month = month
      self.left = left
      self.payBy = payBy
      self.reportBy = reportBy
    }
  }

  /// A bank beside the book, where a statement was brought in.
  public struct Bank: Hashable, Sendable, Codable {
    /// Its account.
    public let account: AccountCode
    /// How many lines and vouchers are open.
    public let open: Int
    /// When lines were last ticked; nil for never.
    public let lastMatched: Timestamp?
    /// The last day of its statement.
    public let statedThrough: BookDate
    /// By how much the bank holds more than the book that open lines and vouchers do not explain.
    public let unexplained: Rupiah

    /// Gathers it.
    package init(
      account: AccountCode, open: Int, lastMatched: Timestamp?, statedThrough: BookDate,
      unexplained: Rupiah
    ) {
      self.account = account
      self.open = open
      self.lastMatched = lastMatched
      self.statedThrough = statedThrough
      self.unexplained = unexplained
    }
  }

  /// The lists that payers have not settled.
  public struct Claims: Hashable, Sendable, Codable {
    /// The lists that no payer has answered.
    public let waiting: Int
    /// The members whom payers did not deduct, or not in full.
    public let undeducted: Int
    /// What payers owe.
    public let held: Rupiah

    /// Gathers them.
    package init(waiting: Int, undeducted: Int, held: Rupiah) {
      self.waiting = waiting
      self.undeducted = undeducted
      self.held = held
    }
  }

  /// Savings for a term: how many run, and what comes up.
  public struct Terms: Hashable, Sendable, Codable {
    /// How many days ahead is looked.
    package static let daysAhead = 30

    /// How many run, with those that wait to be paid out.
    public let running: Int
    /// Up to which day those are counted that mature.
    public let until: BookDate
    /// How many mature by then, or have and wait.
    public let maturing: Int
    /// What they hold.
    public let amount: Rupiah
    /// How many are behind with what is saved every month; zero for term deposits.
    public let behind: Int
    /// What those lack.
    public let owed: Rupiah

    /// Gathers them.
    package init(
      running: Int, until: BookDate, maturing: Int, amount: Rupiah, behind: Int = 0,
      owed: Rupiah = .zero
    ) {
      self.running = running
      self.until = until
      self.maturing = maturing
      self.amount = amount
      self.behind = behind
      self.owed = owed
    }
  }

  /// The cooperative's name.
  public let name: String
  /// The members who have not left.
  public let members: Int
  /// The savings accounts that are open.
  public let savingsAccounts: Int
  /// The number of entries.
  public let entries: Int
  /// The book date of the entry recorded last; nil for an empty journal.
  public let lastBookDate: BookDate?
  /// The latest book date of all entries; nil for an empty journal.
  public let latestBookDate: BookDate?
  /// The month that is to be closed next.
  public let openMonth: BookMonth
  /// What the members' savings add up to today.
  public let savings: Rupiah
  /// What all cash comes to today: the usual account, tills, safes and field tills, without banks.
  public let cash: Rupiah
  /// What is dated after today and not in ``savings`` and ``cash``; nil for nothing.
  public let later: Later?
  /// What the opening-balance clearing account still holds; zero when the opening is complete.
  public let openingDifference: Rupiah
  /// When a backup was last made; nil for never.
  public let lastBackupAt: Timestamp?
  /// Whether something in the book is older than a week and in no backup.
  public var needsBackup = false
  /// Who owes dues today; nil where nothing was ever asked for, and where it was not looked up
  /// (`Ledger.duesOwed()`).
  public var dues: Dues?
  /// What is left to pay of tax on interest; nil for nothing, or where nobody asked.
  public var tax: TaxDeadline?
  /// What is open with payers; nil for nothing, or where nobody asked.
  public var claims: Claims?
  /// The term deposits; nil for none, or where nobody asked.
  public var deposits: Terms?
  /// The planned savings; nil for none, or where nobody asked.
  public var planned: Terms?
  /// The banks with a statement; empty for none, or where nobody asked.
  public var banks: [Bank] = []
  /// The tills; empty for none, or where nobody asked.
  public var tills: [Till] = []
  /// The next sensible step; nil where nobody has said what day it is.
  public var nextStep: Remedy?

  /// Gathers the status.
  package init(
    name: String, members: Int, savingsAccounts: Int, entries: Int, lastBookDate: BookDate?,
    latestBookDate: BookDate? = nil,
    openMonth: BookMonth, savings: Rupiah, cash: Rupiah, later: Later? = nil,
    openingDifference: Rupiah,
    lastBackupAt: Timestamp?
  ) {
    self.name = name
    self.members = members
    self.savingsAccounts = savingsAccounts
    self.entries = entries
    self.lastBookDate = lastBookDate
    self.latestBookDate = latestBookDate
    self.openMonth = openMonth
    self.savings = savings
    self.cash = cash
    self.later = later
    self.openingDifference = openingDifference
    self.lastBackupAt = lastBackupAt
  }
}
