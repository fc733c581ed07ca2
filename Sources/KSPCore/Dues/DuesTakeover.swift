/// Where a member stood with their dues when the book took them over (saldo awal wajib).
///
/// What was paid on the day or before it is contained in it.
public struct DuesTakeover: Hashable, Sendable, Codable {
  /// What is known of the time before.
  public enum Standing: Hashable, Sendable, Codable {
    /// Every month up to this one is paid, and none after it.
    case paidUntil(BookMonth)
    /// So much is owed for the months up to that of the day; zero for nothing.
    case arrears(Rupiah)

    // What the values are called on a wire.
    private enum PaidUntilCodingKeys: String, CodingKey { case _0 = "month" }
    private enum ArrearsCodingKeys: String, CodingKey { case _0 = "amount" }
  }

  /// The day on which it was so.
  public let asOf: BookDate
  /// What is known of the time before.
  public let standing: Standing

  /// Where somebody stood on a day.
  public init(_ standing: Standing, asOf: BookDate) {
    self.asOf = asOf
    self.standing = standing
  }

  /// The last month that is no question any more; amounts are asked for the months after it.
  package var lastSettled: BookMonth {
    switch standing {
    case .paidUntil(let month): month
    case .arrears: asOf.month
    }
  }

  /// What is owed for months before; zero where the last paid month is known.
  package var arrears: Rupiah {
    switch standing {
    case .paidUntil: .zero
    case .arrears(let amount): amount
    }
  }
}
