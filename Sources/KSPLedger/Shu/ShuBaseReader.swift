import GRDB
import KSPCore

/// Works out from the book by what members take part in the SHU of a year.
struct ShuBaseReader {
  /// Somebody who takes part.
  struct Base {
    let member: Int64
    let leftOn: BookDate?
    let base: ShuBase
  }

  let db: Database
  let year: BookYear
  /// What counts of the chain: what was recorded later changes no division that is booked.
  let state: KnownState

  /// The members who have a base, in the order of their numbers.
  ///
  /// Who is a prospective member at the end of the year has no part, and neither has who left
  /// within it, unless the rules say so. Somebody who joined has what they hold from then on.
  func bases(_ rules: ShuBaseRules, _ catalog: Catalog) throws -> [Base] {
    let survivors = try survivors()
    let membership = try KnownMembership(db, state, on: year.lastDay)
    let capital = try Self.joined(capital(rules, catalog), survivors)
    let activity = try activity(rules, catalog, survivors)
    let query = try SQLStatement(
      db,
      """
      SELECT m.id, m.number, m.name, m.leftOn,
        min(m.joinedOn, ifnull((SELECT min(d.joinedOn) FROM memberMerge g
          JOIN member d ON d.id = g.member
          WHERE g.survivor = m.id AND g.event <= ?2), m.joinedOn)),
        \(KnownMembership.standing(of: "m.id", on: "?1"))
      FROM member m ORDER BY m.number
      """, isShared: false)
    query.bind(Int64(year.lastDay.dayNumber), at: 1)
    query.bind(state.event, at: 2)
    var bases: [Base] = []
    while try query.step() {
      let id = query.int64(0)
      let joined = try membership.joinedOn[id] ?? BookDate(stored: query.int64(4))
      let leftOn = try query.optionalInt64(3).flatMap { day in
        membership.left.contains(id) ? nil : try BookDate(stored: day)
      }
      guard survivors[id] == nil, joined <= year.lastDay,
        rules.includesLeavers || leftOn.map({ $0 > year.lastDay }) ?? true,
        !membership.isProspective(id, now: query.text(5) ?? "")
      else { continue }
      let (own, business) = (capital[id] ?? .zero, activity[id] ?? .zero)
      guard own.isPositive || business.isPositive else { continue }
      bases.append(
        Base(
          member: id, leftOn: leftOn,
          base: ShuBase(
            member: query.number(1) ?? "", name: query.text(2), capital: own.orZero,
            activity: business.orZero)))
    }
    return bases
  }

  // MARK: - Entered twice

  /// Who stands for whom: what somebody did under a number that was merged counts for the one who
  /// stays. Mergers after the division changed nothing of it.
  private func survivors() throws -> [Int64: Int64] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT member, survivor FROM memberMerge WHERE event <= ?",
      arguments: [state.event])
    var survivors: [Int64: Int64] = [:]
    for row in rows { survivors[try row.value(0)] = try row.value(1) as Int64 }
    return survivors
  }

  private static func joined(
    _ amounts: [Int64: Rupiah], _ survivors: [Int64: Int64]
  ) throws -> [Int64: Rupiah] {
    var joined: [Int64: Rupiah] = [:]
    for (member, amount) in amounts {
      var owner = member
      while let survivor = survivors[owner] { owner = survivor }
      joined[owner] = try (joined[owner] ?? .zero) + amount
    }
    return joined
  }

  // MARK: - Capital

  private func capital(_ rules: ShuBaseRules, _ catalog: Catalog) throws -> [Int64: Rupiah] {
    let further = try rules.products.map { try catalog.product($0).id }
    let owners = savings(
      in: catalog.products.filter {
        [.pokok, .wajib].contains($0.product.kind) || further.contains($0.id)
      })
    let debits =
      switch rules.capital {
      case .yearEnd: try balances(on: year.lastDay, of: owners)
      case .monthEnds: try meanOfMonthEnds(of: owners)
      case .daily: try meanOfDays(of: owners)
      }
    return try debits.mapValues { try $0.negated() }
  }

  /// The savings accounts of some products, each with its member.
  private func savings(in products: [Catalog.Product]) -> String {
    let ids = products.map { "\($0.id)" }.joined(separator: ", ")
    return "SELECT account, member FROM savingsAccount WHERE product IN (\(ids))"
  }

  // MARK: - Activity

  private func activity(
    _ rules: ShuBaseRules, _ catalog: Catalog, _ survivors: [Int64: Int64]
  ) throws -> [Int64: Rupiah] {
    if let source = rules.activity.source {
      return try Self.joined(done(source, catalog), survivors)
    }
    var points: [Int64: Rupiah] = [:]
    for rule in rules.points {
      // What was done under two numbers is one person's before it is cut into full amounts.
      for (member, amount) in try Self.joined(done(rule.source, catalog), survivors) {
        points[member] = try (points[member] ?? .zero) + rule.points(for: amount)
      }
    }
    return points
  }

  private func done(
    _ source: ShuPointRule.Source, _ catalog: Catalog
  ) throws -> [Int64: Rupiah] {
    switch source {
    case .interest: try interestPaid()
    case .savings:
      try meanOfMonthEnds(
        of: savings(in: catalog.products.filter { ![.pokok, .wajib].contains($0.product.kind) })
      ).mapValues { try $0.negated() }
    case .averageLoan:
      try meanOfMonthEnds(
        of: """
          SELECT c.account, l.member FROM loanAccount c JOIN loan l ON l.id = c.loan
          WHERE c.part = 'principal'
          """)
    case .principal:
      try sums(
        """
        SELECT l.member, sum(p.amount) FROM loanAccount c JOIN loan l ON l.id = c.loan
        CROSS JOIN posting p ON p.account = c.account CROSS JOIN entry e ON e.id = p.entry
        WHERE c.part = 'principal' AND p.amount > 0 AND e.kind = \(EntryKind.disbursement.sql)
          AND \(Self.countsInYear) GROUP BY l.member
        """)
    }
  }

  /// What payments, and new loans that pay others off, settled of interest; what was paid ahead
  /// when a loan was paid out, less what came back; and what reallocations made of payments of the
  /// year. What the borrower was let off is not paid.
  private func interestPaid() throws -> [Int64: Rupiah] {
    let paying = "(\(EntryKind.repayment.sql), \(EntryKind.disbursement.sql))"
    var paid = try sums(
      """
      SELECT l.member, -sum(p.amount) FROM loanAccount c JOIN loan l ON l.id = c.loan
      CROSS JOIN posting p ON p.account = c.account CROSS JOIN entry e ON e.id = p.entry
      WHERE c.part = 'interest' AND p.amount < 0 AND e.kind IN \(paying)
        AND \(Self.countsInYear) GROUP BY l.member
      """)
    let more = [
      """
      SELECT l.member, sum(n.advance) FROM loanPlan n JOIN loan l ON l.id = n.loan
      CROSS JOIN entry e ON e.id = n.entry
      WHERE e.kind = \(EntryKind.disbursement.sql) AND \(Self.countsInYear)
      GROUP BY l.member
      """,
      """
      SELECT l.member, -sum(s.returned) FROM loanStep s JOIN loan l ON l.id = s.loan
      CROSS JOIN entry e ON e.id = s.entry
      WHERE s.returned IS NOT NULL AND \(Self.countsInYear) GROUP BY l.member
      """,
      """
      SELECT l.member, -sum(n.returned) FROM loanPlan n JOIN loan l ON l.id = n.loan
      CROSS JOIN entry e ON e.id = n.entry
      WHERE e.kind = \(EntryKind.repayment.sql) AND \(Self.countsInYear) GROUP BY l.member
      """,
      """
      SELECT l.member, sum(s.interest) FROM loanSplit s JOIN loan l ON l.id = s.loan
      CROSS JOIN entry e ON e.id = s.payment
      WHERE s.entry <> s.payment AND s.entry <= ?3 AND e.kind IN \(paying)
        AND \(Self.countsInYear) GROUP BY l.member
      """,
    ]
    for sql in more {
      for (member, amount) in try sums(sql) {
        paid[member] = try (paid[member] ?? .zero) + amount
      }
    }
    return paid
  }

  /// Whether an entry `e` lies in the year, was known, and stood as far as was known. It is joined
  /// last (`CROSS JOIN`): from its day on every voucher of the year would be looked at for a loan.
  private static let countsInYear = """
    e.bookDate BETWEEN ?1 AND ?2 AND e.id <= ?3
    AND NOT EXISTS
      (SELECT 1 FROM entryReversal r WHERE r.entry = e.id AND r.reversedBy <= ?3)
    """

  // MARK: - Balances

  /// What accounts hold on the evening of a day, by the member whose they are; debit-positive.
  private func balances(on day: BookDate, of owners: String) throws -> [Int64: Rupiah] {
    let leaf = try TrialBalanceSums.computed(db, asOf: day, through: state.entry)
    return try amounts(
      Row.fetchCursor(
        db,
        sql: """
          WITH leaf (account, amount) AS (\(leaf.sql)), owner (account, member) AS (\(owners))
          SELECT o.member, sum(l.amount) FROM leaf l JOIN owner o ON o.account = l.account
          GROUP BY o.member
          """, arguments: leaf.arguments))
  }

  private func meanOfMonthEnds(of owners: String) throws -> [Int64: Rupiah] {
    var sums: [Int64: Rupiah] = [:]
    for month in year.months {
      for (member, amount) in try balances(on: month.lastDay, of: owners) {
        sums[member] = try (sums[member] ?? .zero) + amount
      }
    }
    return try mean(sums, over: year.months.count)
  }

  /// What is held before the year counts on all of its days, a movement from its day on.
  private func meanOfDays(of owners: String) throws -> [Int64: Rupiah] {
    let days = year.firstDay.days(until: year.lastDay) + 1
    var sums = try balances(on: year.firstDay.adding(days: -1), of: owners)
      .mapValues { try $0 * days }
    let moved = try self.sums(
      """
      WITH owner (account, member) AS (\(owners))
      SELECT o.member, sum(p.amount * (?2 - p.bookDate + 1)) FROM owner o
      JOIN posting p ON p.account = o.account
      WHERE p.bookDate BETWEEN ?1 AND ?2 AND p.entry <= ?3 GROUP BY o.member
      """)
    for (member, amount) in moved { sums[member] = try (sums[member] ?? .zero) + amount }
    return try mean(sums, over: days)
  }

  /// Means are rounded to the sen, so that what a slip prints is what was divided by.
  private func mean(_ sums: [Int64: Rupiah], over count: Int) throws -> [Int64: Rupiah] {
    try sums.mapValues { try Rounding.sen.round(Int128($0.sen), over: Int128(count)) }
  }

  /// Runs a query by member for the year: its first day, its last, the last entry that counts.
  private func sums(_ sql: String) throws -> [Int64: Rupiah] {
    try amounts(
      Row.fetchCursor(
        db, sql: sql, arguments: [year.firstDay.dayNumber, year.lastDay.dayNumber, state.entry]))
  }

  private func amounts(_ rows: RowCursor) throws -> [Int64: Rupiah] {
    var amounts: [Int64: Rupiah] = [:]
    while let row = try rows.next() {
      amounts[try row.value(0)] = Rupiah(sen: try row.value(1) as Int64)
    }
    return amounts
  }
}
