/// What became of the lines of a bank account that had no voucher (cocokkan bank).
public struct BankMatchReport: Hashable, Sendable, Codable {
  /// A line with its voucher.
  public struct Pair: Hashable, Sendable, Codable {
    /// The line.
    public let line: BankLine
    /// The voucher.
    public let entry: EntryNumber
    /// The account that a rule booked it to; nil for a voucher that was in the book.
    public let booked: AccountCode?

    /// Gathers a pair.
    package init(line: BankLine, entry: EntryNumber, booked: AccountCode? = nil) {
      self.line = line
      self.entry = entry
      self.booked = booked
    }
  }

  /// The account.
  public let account: AccountCode
  /// The lines that have a voucher now.
  public let pairs: [Pair]
  /// The lines that may have several, so that a person must choose.
  public let doubtful: [BankLine]
  /// The lines for which several rules hold alike, so that a person must choose.
  public let tied: [BankTie]
  /// The lines for which there is none.
  public let open: [BankLine]

  /// Gathers a report.
  package init(
    account: AccountCode, pairs: [Pair], doubtful: [BankLine], tied: [BankTie], open: [BankLine]
  ) {
    self.account = account
    self.pairs = pairs
    self.doubtful = doubtful
    self.tied = tied
    self.open = open
  }
}
