/// What became of standing orders when they were carried out, or would become of them.
public struct OrderRun: Hashable, Sendable, Codable {
  /// One try.
  public struct Line: Hashable, Sendable, Codable {
    /// The order.
    public let order: StandingOrder
    /// The try.
    public let attempt: OrderTry

    /// Gathers a line.
    package init(_ order: StandingOrder, _ attempt: OrderTry) {
      self.order = order
      self.attempt = attempt
    }
  }

  /// The last day that counts.
  public let asOf: BookDate
  /// The tries in the order in which they were made.
  public let lines: [Line]
  /// How many were taken.
  public let taken: Int
  /// What was taken together.
  public let amount: Rupiah

  /// Adds tries up.
  ///
  /// - Throws: `amount.overflow`.
  package init(asOf: BookDate, lines: [Line]) throws(LedgerError) {
    self.asOf = asOf
    self.lines = lines
    let taken = lines.map(\.attempt).filter { $0.outcome == .taken && !$0.isReversed }
    self.taken = taken.count
    amount = try taken.compactMap(\.amount).sum()
  }
}

/// A standing order with what became of it (kartu autodebet).
public struct StandingOrderCard: Hashable, Sendable, Codable {
  /// The order.
  public let order: StandingOrder
  /// When it falls due next; nil where it does no more.
  public let nextDue: BookDate?
  /// Its tries, by due day, then by day.
  public let tries: [OrderTry]

  /// Gathers a card.
  package init(order: StandingOrder, nextDue: BookDate?, tries: [OrderTry]) {
    self.order = order
    self.nextDue = nextDue
    self.tries = tries
  }
}

extension StandingOrderCard: Identifiable {
  /// The order's number.
  public var id: Int { order.number }
}
