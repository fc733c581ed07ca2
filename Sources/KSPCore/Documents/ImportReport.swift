/// What an import stored.
public struct ImportReport: Hashable, Sendable {
  /// What the loans of a file come to, those stored before included: for comparison with the list
  /// that they were taken from.
  public struct Loans: Hashable, Sendable {
    /// The principal that is still owed.
    public let outstanding: Rupiah
    /// The interest that is due and unpaid.
    public let interestArrears: Rupiah
    /// The late fees that are owed.
    public let lateFee: Rupiah

    /// Gathers the sums.
    public init(outstanding: Rupiah, interestArrears: Rupiah, lateFee: Rupiah) {
      self.outstanding = outstanding
      self.interestArrears = interestArrears
      self.lateFee = lateFee
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
  /// For loans that are taken over: what they come to.
  public let loans: Loans?

  /// Gathers a report.
  public init(
    file: String, rows: Int, stored: Int, alreadyStored: Int, openingDifference: Rupiah? = nil,
    loans: Loans? = nil
  ) {
    self.file = file
    self.rows = rows
    self.stored = stored
    self.alreadyStored = alreadyStored
    self.openingDifference = openingDifference
    self.loans = loans
  }
}
