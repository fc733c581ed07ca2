/// What an import stored.
public struct ImportReport: Hashable, Sendable, Codable {
  /// What rows of one kind come to, those stored before included: for comparison with the list
  /// that they were taken from (jumlah kontrol).
  public struct Total: Hashable, Sendable, Codable {
    /// What is added up.
    public enum Kind: String, Hashable, Sendable, CaseIterable, Codable {
      /// Events at the counter.
      case deposit, withdrawal, interest, fee
      /// Opening balances of savings, and of accounts by their side.
      case savings, debit, credit
      /// Of loans that are taken over: the principal still owed, the interest that is due and
      /// unpaid, the late fees that are owed.
      case outstanding, interestArrears, lateFee
      /// Of term deposits that are taken over: what is on them.
      case termDeposits
      /// Planned savings, with the interest in them.
      case plannedSavings
    }

    /// What is added up.
    public let kind: Kind
    /// The rows that have some of it.
    public let rows: Int
    /// The sum.
    public let amount: Rupiah

    /// Gathers a sum.
    package init(_ kind: Kind, rows: Int, amount: Rupiah) {
      self.kind = kind
      self.rows = rows
      self.amount = amount
    }
  }

  /// A member who had no number in the file and was given one.
  public struct AssignedNumber: Hashable, Sendable, Codable {
    /// The line of the file.
    public let line: Int
    /// The number that was given out.
    public let number: MemberNumber
    /// Whose it is.
    public let name: String

    /// Gathers what was given out.
    package init(line: Int, number: MemberNumber, name: String) {
      self.line = line
      self.number = number
      self.name = name
    }
  }

  /// The file as the caller named it.
  public let file: String
  /// The rows that were read, without the header.
  public let rows: Int
  /// The rows that were stored now.
  public let stored: Int
  /// The rows that had been stored by an earlier import.
  public let alreadyStored: Int
  /// For opening balances: what the clearing account holds afterwards; zero when it is complete.
  public let openingDifference: Rupiah?
  /// The sums, in the order of their kinds; none for a list without amounts.
  public let totals: [Total]
  /// What the file was understood to be; nil for one that was not read as a sheet.
  public var understanding: SheetUnderstanding?
  /// The member numbers that were given out.
  public var assigned: [AssignedNumber] = []
  /// How many opening balances took the place of earlier ones.
  public var corrected = 0
  /// What is unlikely, though it was accepted: one NIK on two members.
  public var warnings: [Phrase] = []

  /// Gathers a report.
  package init(
    file: String, rows: Int, stored: Int, alreadyStored: Int, openingDifference: Rupiah? = nil,
    totals: [Total] = []
  ) {
    self.file = file
    self.rows = rows
    self.stored = stored
    self.alreadyStored = alreadyStored
    self.openingDifference = openingDifference
    self.totals = totals
  }
}
