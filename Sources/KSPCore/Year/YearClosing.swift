/// What the closing voucher of a year moves: every account of income and expense to the SHU of the
/// year. A preview and a run say the same.
public struct YearClosing: Hashable, Sendable, Codable {
  /// Whether it was posted.
  public enum Outcome: String, Sendable, Codable {
    /// Nothing was stored; this is what a run would do.
    case preview
    /// The voucher was posted now.
    case done
    /// It had been posted before; nothing was stored now.
    case alreadyDone = "already-done"
  }

  /// What is moved from one account.
  public struct Line: Hashable, Sendable, Codable {
    /// The account.
    public let account: AccountCode
    /// Its name.
    public let name: Phrase
    /// Income or expense.
    public let type: AccountType
    /// What the year brought there, on the account's own side.
    public let amount: Rupiah

    /// What is moved from one account.
    package init(account: AccountCode, name: Phrase, type: AccountType, amount: Rupiah) {
      self.account = account
      self.name = name
      self.type = type
      self.amount = amount
    }
  }

  /// The year.
  public let year: BookYear
  /// Whether it was posted.
  public let outcome: Outcome
  /// When; nil for a preview.
  public let closedAt: Timestamp?
  /// The accounts that hold something, by code.
  public let lines: [Line]
  /// All income less all expenses.
  public let shu: Rupiah
  /// The vouchers that moved it: that of the run, and those of adjustments after it.
  public let entries: [EntryNumber]

  /// Puts together what is moved.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    year: BookYear, outcome: Outcome, closedAt: Timestamp?, lines: [Line], entries: [EntryNumber]
  ) throws(LedgerError) {
    self.year = year
    self.outcome = outcome
    self.closedAt = closedAt
    self.lines = lines
    self.entries = entries
    shu =
      try lines.filter { $0.type == .income }.map(\.amount).sum()
      - lines.filter { $0.type == .expense }.map(\.amount).sum()
  }
}
