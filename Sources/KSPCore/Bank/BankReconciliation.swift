/// A bank account beside the statements of the bank (rekonsiliasi bank).
public struct BankReconciliation: Hashable, Sendable, Codable {
  /// The account.
  public let account: AccountCode
  /// Its name.
  public let name: Phrase
  /// The day on which it is looked at.
  public let date: BookDate
  /// What the bank says that it holds; nil before the first statement.
  public let bank: Rupiah?
  /// The day of the line that says so.
  public let bankDate: BookDate?
  /// What the book says.
  public let book: Rupiah
  /// The lines of the bank that are not in the book.
  public let lines: [BankLine]
  /// Those among ``lines`` for which several rules hold alike.
  public let ties: [BankTie]
  /// The vouchers since the first statement that the bank does not know.
  public let entries: [BankEntry]
  /// What neither explains: the bank, less its open lines, less the book without its open vouchers;
  /// it stands from before the first statement. Nil before one.
  public let unexplained: Rupiah?
  /// When lines were last ticked; nil for never.
  public let lastMatched: Timestamp?

  /// By how much the bank holds more than the book; nil before the first statement.
  public let difference: Rupiah?

  /// Sets both side by side.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    account: AccountCode, name: Phrase, date: BookDate, bank: Rupiah?, bankDate: BookDate?,
    book: Rupiah, lines: [BankLine], rules: [BankRule] = [], entries: [BankEntry],
    lastMatched: Timestamp?
  ) throws(LedgerError) {
    self.account = account
    self.name = name
    self.date = date
    self.bank = bank
    self.bankDate = bankDate
    self.book = book
    self.lines = lines
    ties = lines.compactMap { BankTie($0, rules) }
    self.entries = entries
    self.lastMatched = lastMatched
    guard let bank else {
      (unexplained, difference) = (nil, nil)
      return
    }
    difference = try bank - book
    var rest = bank
    for line in lines { rest = try rest - line.amount }
    rest = try rest - book
    for entry in entries { rest = try rest + entry.amount }
    unexplained = rest
  }

  /// Whether nothing is open on either side, and both say the same.
  public var isSettled: Bool {
    bank == book && lines.isEmpty && entries.isEmpty
  }
}
