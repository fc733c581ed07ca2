import GRDB
import KSPCore

/// Reads standing orders, and what became of them.
struct OrderReader {
  let db: Database

  /// One order.
  ///
  /// - Throws: `order.unknown`.
  func order(_ number: Int) throws -> StandingOrder {
    guard let order = try orders(where: "o.number = ?", [number]).first else {
      throw LedgerError.orderUnknown(number)
    }
    return order
  }

  /// The orders by number: of all members or of one; those that may still be carried out on a day
  /// or after it, or all.
  func orders(
    of member: MemberNumber? = nil, notOverBy day: BookDate? = nil
  ) throws -> [StandingOrder] {
    try orders(
      where: """
        (?1 IS NULL OR m.number = ?1) AND (?2 IS NULL
          OR (ifnull(e.orderEndedOn, ?2 + 1) > ?2
            AND ifnull(o.orderedUntil, ?2) + o.retryDays >= ?2))
        """, [member?.text, day?.dayNumber])
  }

  private func orders(
    where condition: String, _ arguments: StatementArguments
  ) throws -> [StandingOrder] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT o.number, a.code, m.number, m.name, o.purpose, p.code, l.number, t.code, o.amount,
          o.dueDay, o.orderedFrom, o.orderedUntil, o.retryDays, e.orderEndedOn, e.reason
        FROM standingOrder o JOIN account a ON a.id = o.account
        JOIN savingsAccount s ON s.account = o.account JOIN member m ON m.id = s.member
        LEFT JOIN savingsProduct p ON p.id = o.product LEFT JOIN loan l ON l.id = o.loan
        LEFT JOIN account t ON t.id = o.target
        LEFT JOIN standingOrderEnd e ON e.number = o.number
        WHERE \(condition) ORDER BY o.number
        """)
    return try Row.fetchAll(statement, arguments: arguments).map { row in
      try StandingOrder(
        number: row.value(0), account: AccountCode(stored: row.value(1)), member: row.value(2),
        memberName: row.value(3), purpose: Self.purpose(row),
        amount: (row.optional(8) as Int64?).map { Rupiah(sen: $0) }, day: row.value(9),
        from: BookDate(stored: row.value(10)), until: Self.day(row, 11), retryDays: row.value(12),
        endedOn: Self.day(row, 13), endReason: row.optional(14))
    }
  }

  private static func day(_ row: Row, _ index: Int) throws -> BookDate? {
    try (row.optional(index) as Int64?).map { try BookDate(stored: $0) }
  }

  private static func purpose(_ row: Row) throws -> StandingOrder.Purpose {
    let word: String = try row.value(4)
    switch word {
    case "dues": return .dues(try row.value(5))
    case "loan": return .loan(try row.value(6))
    case "savings": return .savings(AccountCode(stored: try row.value(7)))
    default: throw LedgerError.invariantBroken("standingOrder: \(word)")
    }
  }

  /// What is to be tried on a day: with the due day first, in the order of those, then again.
  func pending(
    on day: BookDate, openFrom first: BookDate
  ) throws -> (
    orders: [StandingOrder], onDue: [OrderAttempts.Attempt], again: [OrderAttempts.Attempt]
  ) {
    let orders = try orders(notOverBy: first)
    let tries = try tries(dueFrom: first.adding(days: -StandingOrder.mostRetryDays))
    let rule = OrderAttempts(on: day, openFrom: first)
    var (onDue, again): ([OrderAttempts.Attempt], [OrderAttempts.Attempt]) = ([], [])
    for order in orders {
      let found = try rule.attempts(of: order, after: tries[order.number] ?? [])
      onDue += found.onDue
      again += found.again
    }
    return (orders, onDue.sorted { ($0.dueOn, $0.order) < ($1.dueOn, $1.order) }, again)
  }

  /// Whether ``pending(on:openFrom:)`` finds anything to try.
  func isPending(on day: BookDate, openFrom first: BookDate) throws -> Bool {
    let found = try pending(on: day, openFrom: first)
    return !found.onDue.isEmpty || !found.again.isEmpty
  }

  // MARK: - Tries

  /// The tries of one order, by due day, then by day.
  func tries(of number: Int) throws -> [OrderTry] {
    try tries(where: "t.number = ?", [number]).map(\.attempt)
  }

  /// The tries for due days from a day on, by order.
  func tries(dueFrom day: BookDate) throws -> [Int: [OrderTry]] {
    try tries(where: "t.dueOn >= ? OR t.outcome = 'left'", [day.dayNumber])
      .reduce(into: [:]) { tries, found in tries[found.order, default: []].append(found.attempt) }
  }

  /// The tries of a span of days, by day, then by order.
  func tries(on period: BookPeriod) throws -> [(order: Int, attempt: OrderTry)] {
    try tries(
      where: "t.triedOn BETWEEN ? AND ?", [period.first.dayNumber, period.last.dayNumber],
      by: "t.triedOn, t.dueOn, t.number")
  }

  /// The due days of a month that were tried and are not done with by its end: the last try of each
  /// in that month, by due day.
  func open(in month: BookMonth) throws -> [OrderRun.Line] {
    let tries = try tries(
      where: """
        t.dueOn BETWEEN ?1 AND ?2 AND t.triedOn = (SELECT max(l.triedOn) FROM orderTry l
          WHERE l.number = t.number AND l.dueOn = t.dueOn AND l.triedOn <= ?2)
        AND t.outcome NOT IN ('taken', 'nothing-due')
        """, [month.firstDay.dayNumber, month.lastDay.dayNumber], by: "t.dueOn, t.number")
    return try lines(tries)
  }

  /// Tries with their orders.
  func lines(_ tries: [(order: Int, attempt: OrderTry)]) throws -> [OrderRun.Line] {
    var known: [Int: StandingOrder] = [:]
    return try tries.map { number, attempt in
      let order = try known[number] ?? order(number)
      known[number] = order
      return OrderRun.Line(order, attempt)
    }
  }

  private func tries(
    where condition: String, _ arguments: StatementArguments,
    by order: String = "t.number, t.dueOn, t.triedOn"
  ) throws -> [(order: Int, attempt: OrderTry)] {
    guard try db.hasRow("orderTry") else { return [] }
    let statement = try db.cachedStatement(
      sql: """
        SELECT t.number, t.dueOn, t.triedOn, t.outcome, t.amount, t.refusal, e.id,
          s.reversedBy IS NOT NULL
        FROM orderTry t LEFT JOIN entry e ON e.id = \(Self.entry)
        LEFT JOIN entryStanding s ON s.id = e.id
        WHERE \(condition) ORDER BY \(order)
        """)
    return try Row.fetchAll(statement, arguments: arguments).map { row in
      let word: String = try row.value(3)
      guard let outcome = OrderOutcome(rawValue: word) else {
        throw LedgerError.invariantBroken("orderTry: \(word)")
      }
      return try (
        row.value(0),
        OrderTry(
          dueOn: BookDate(stored: row.value(1)), triedOn: BookDate(stored: row.value(2)),
          outcome: outcome, amount: (row.optional(4) as Int64?).map { Rupiah(sen: $0) },
          refusal: row.optional(5), entry: (row.optional(6) as Int64?).map { EntryNumber($0) },
          isReversed: row.value(7))
      )
    }
  }

  /// The voucher of a try that took something: the first entry of its act, which begins with the
  /// event of the try. Between two events without legs every number is an entry's.
  static let entry = """
    (CASE WHEN t.outcome = 'taken' THEN
      (SELECT n.id FROM entry n WHERE n.act = t.event
        AND n.id = (SELECT v.afterEntry + 1 FROM event v WHERE v.number = t.event)) END)
    """
}
