/// How reserves cover the loss of a year, by decision of the meeting.
public struct LossCover: Hashable, Sendable, Codable {
  /// What one reserve gives.
  public struct Part: Hashable, Sendable, Codable {
    /// The account of the reserve.
    public let account: AccountCode
    /// How much of it.
    public let amount: Rupiah

    /// What one reserve gives.
    public init(_ account: AccountCode, _ amount: Rupiah) {
      self.account = account
      self.amount = amount
    }
  }

  /// The year, by the calendar year in which it begins.
  public var year: Int
  /// The reserves.
  public var parts: [Part]
  /// The day on which it counts.
  public var bookDate: BookDate
  /// The number of the decision.
  public var decision: String

  /// Describes what covers a loss; it is checked when it is posted.
  public init(of year: Int, by parts: [Part], on bookDate: BookDate, decision: String) {
    self.year = year
    self.parts = parts
    self.bookDate = bookDate
    self.decision = decision
  }
}
