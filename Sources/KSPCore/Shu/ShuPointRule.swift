/// For what members get points, by which their business is measured (poin usaha): one point for
/// every full amount.
///
/// ```swift
/// let points = [ShuPointRule(.interest, per: 10_000), ShuPointRule(.savings, per: 100_000)]
/// ```
public struct ShuPointRule: Hashable, Sendable, Codable {
  /// What is counted.
  public enum Source: String, CaseIterable, Sendable, Codable {
    /// The loan interest that was paid in the year, without late fees.
    case interest
    /// The mean of what was owed at the twelve month ends.
    case averageLoan = "average-loan"
    /// The principal that was paid out in the year.
    case principal
    /// The mean of voluntary and purpose savings and term deposits at the twelve month ends.
    case savings

    /// The name for people.
    public var name: Phrase {
      switch self {
      case .interest: Phrase(id: "jasa pinjaman dibayar", en: "loan interest paid")
      case .averageLoan: Phrase(id: "rata-rata sisa pinjaman", en: "mean of loans")
      case .principal: Phrase(id: "pokok pinjaman cair", en: "principal paid out")
      case .savings: Phrase(id: "rata-rata simpanan", en: "mean of savings")
      }
    }
  }

  /// What is counted.
  public let source: Source
  /// The amount for which there is a point.
  public let amount: Rupiah

  /// A rule.
  ///
  /// - Parameters:
  ///   - source: What is counted.
  ///   - amount: The amount for which there is a point; above zero.
  public init(_ source: Source, per amount: Rupiah) {
    self.source = source
    self.amount = amount
  }

  /// The full amounts in what a member did; nothing for less than nothing.
  ///
  /// - Throws: `amount.overflow`.
  package func points(for done: Rupiah) throws(LedgerError) -> Rupiah {
    // A point is kept as a rupiah, so that points divide a pot as amounts do.
    try Rupiah(1) * Int(done.orZero.sen / amount.sen)
  }
}
