/// A line of a bank statement that was brought in (mutasi bank).
public struct BankLine: Hashable, Sendable, Codable {
  /// Its number among the lines of the account, in the order of the statement.
  public let number: Int
  /// The day on which the bank booked it.
  public let date: BookDate
  /// What came in; below zero what went out.
  public let amount: Rupiah
  /// What the bank says of it.
  public let description: String
  /// What the account held after it, by the bank.
  public let balance: Rupiah
  /// The voucher that it was ticked against; nil for none.
  public let entry: EntryNumber?

  /// Gathers a line.
  package init(
    number: Int, date: BookDate, amount: Rupiah, description: String, balance: Rupiah,
    entry: EntryNumber? = nil
  ) {
    self.number = number
    self.date = date
    self.amount = amount
    self.description = description
    self.balance = balance
    self.entry = entry
  }

  /// Whether two lines are one and the same line of a statement, but for their numbers.
  package func isSame(as other: BankLine) -> Bool {
    date == other.date && amount == other.amount && balance == other.balance
      && description == other.description
  }
}

extension BankLine: Identifiable {
  /// Its number.
  public var id: Int { number }
}
