/// The trial balance (neraca saldo): every account of the chart with its balance on one side.
///
/// The initialiser checks that the two columns agree.
public struct TrialBalance: Hashable, Sendable, Codable {
  /// One account.
  public struct Row: Hashable, Sendable, Codable {
    /// The code.
    public let code: AccountCode
    /// The name.
    public let name: Phrase
    /// The class.
    public let type: AccountType
    /// The balance when it is a debit, otherwise zero.
    public let debit: Rupiah
    /// The balance when it is a credit, otherwise zero.
    public let credit: Rupiah

    /// A row from a debit-positive balance.
    ///
    /// - Throws: `amount.overflow` for the one amount that cannot be negated.
    package init(
      code: AccountCode, name: Phrase, type: AccountType, debitPositive balance: Rupiah
    ) throws(LedgerError) {
      self.code = code
      self.name = name
      self.type = type
      self.debit = balance.orZero
      self.credit = try balance.negated().orZero
    }
  }

  /// The day it shows.
  public let asOf: BookDate
  /// Up to which event of the chain it was known.
  public let known: Knowledge
  /// The accounts with a balance, by code; member accounts are summed into their control account.
  public let rows: [Row]
  /// The sum of the debits.
  public let debit: Rupiah
  /// The sum of the credits.
  public let credit: Rupiah

  /// Checks and makes a trial balance.
  ///
  /// - Throws: `trialBalance.unbalanced` when the columns differ.
  package init(asOf: BookDate, known: Knowledge, rows: [Row]) throws(LedgerError) {
    var debit = Rupiah.zero
    var credit = Rupiah.zero
    for row in rows {
      try debit += row.debit
      try credit += row.credit
    }
    guard debit == credit else { throw .trialBalanceUnbalanced(debit: debit, credit: credit) }
    self.asOf = asOf
    self.known = known
    self.rows = rows
    self.debit = debit
    self.credit = credit
  }
}

extension TrialBalance.Row: Identifiable {
  /// The account's code.
  public var id: AccountCode { code }
}
