/// What the cooperative signs for collateral that it takes, or gives back (tanda terima agunan).
public struct CollateralSlip: Hashable, Sendable, Codable {
  /// A collateral with its number on the loan.
  public struct Item: Hashable, Sendable, Codable {
    /// Its number, from 1.
    public let line: Int
    /// What it is.
    public let collateral: Collateral

    /// Numbers a collateral.
    package init(line: Int, collateral: Collateral) {
      self.line = line
      self.collateral = collateral
    }
  }

  /// The loan.
  public let loan: Loan
  /// The day.
  public let date: BookDate
  /// Whether it is given back.
  public let isReleased: Bool
  /// What changes hands.
  public let items: [Item]
  /// What secures the loan afterwards.
  public let left: [Item]
  /// The principal that is owed on the day.
  public let outstanding: Rupiah
  /// Reference, memo and author.
  public let note: EntryNote
  /// The key that its caller gave (nomor referensi).
  public var reference: String? { note.reference }

  /// Gathers a slip.
  package init(
    loan: Loan, date: BookDate, isReleased: Bool, items: [Item], left: [Item],
    outstanding: Rupiah, note: EntryNote
  ) {
    self.loan = loan
    self.date = date
    self.isReleased = isReleased
    self.items = items
    self.left = left
    self.outstanding = outstanding
    self.note = note
  }
}
