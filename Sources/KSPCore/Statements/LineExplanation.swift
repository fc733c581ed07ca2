/// What stands behind a line of a financial statement in a period: its accounts, with what they
/// held before, what was debited and credited, and what they hold at the end.
///
/// The entries behind it are read one after another: `Ledger.entries(behindLine:in:_:)`. Closing
/// the year is no part of a line of income or expenses.
public struct LineExplanation: Hashable, Sendable {
  /// One account; an account that members or loans stand below counts with all of them.
  public struct Account: Hashable, Sendable {
    /// Its code.
    public let code: AccountCode
    /// Its name.
    public let name: Phrase
    /// The side on which it grows.
    public let normalSide: Side
    /// What it held before the period, on its normal side.
    public let opening: Rupiah
    /// What was debited.
    public let debits: Rupiah
    /// What was credited.
    public let credits: Rupiah
    /// What it holds at the end, on its normal side.
    public let closing: Rupiah

    /// An account with what moved it.
    ///
    /// - Throws: `amount.overflow`.
    package init(
      code: AccountCode, name: Phrase, normalSide: Side, opening: Rupiah, debits: Rupiah,
      credits: Rupiah
    ) throws(LedgerError) {
      self.code = code
      self.name = name
      self.normalSide = normalSide
      self.opening = opening
      self.debits = debits
      self.credits = credits
      closing = try opening + normalSide.balance(debitPositive: debits - credits)
    }
  }

  /// The code of the line.
  public let code: String
  /// The label for people.
  public let label: Phrase
  /// The period.
  public let period: BookPeriod
  /// Up to which event of the chain it was known.
  public let known: Knowledge
  /// The accounts of the line, by code.
  public let accounts: [Account]

  /// Gathers a line.
  package init(
    code: String, label: Phrase, period: BookPeriod, known: Knowledge, accounts: [Account]
  ) {
    self.code = code
    self.label = label
    self.period = period
    self.known = known
    self.accounts = accounts
  }
}
