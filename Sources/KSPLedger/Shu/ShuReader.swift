import GRDB
import KSPCore

/// Reads what was decided about the SHU of years, how it was divided, and what became of it.
struct ShuReader {
  let db: Database

  /// A division that stands.
  struct Division {
    let entry: EntryNumber
    let date: BookDate
    let decision: Int64
    let payable: AccountID
    let shu: Rupiah
    let aside: Rupiah
    /// From whose business it came; nil where all of it was divided.
    let origin: ShuOrigin?
    /// Whether a list said the bases of members.
    let hasGivenBases: Bool
  }

  /// A member who has a part, with what is left of it.
  struct Debt {
    let member: Int64
    let recipient: ShuYear.Recipient
  }

  // MARK: - Decisions

  /// The last decision about a year up to an event, with the event that made it; nil for none.
  func decision(
    of year: Int, through known: Int64 = .max
  ) throws -> (event: Int64, decision: ShuDecision)? {
    let event = try Int64.fetchOne(
      db, sql: "SELECT max(event) FROM shuDecision WHERE year = ? AND event <= ?",
      arguments: [year, known])
    return try event.map { ($0, try decision(event: $0)) }
  }

  /// The last decision about a year.
  ///
  /// - Throws: `shu.notDecided`.
  func requireDecision(of year: Int) throws -> (event: Int64, decision: ShuDecision) {
    guard let known = try decision(of: year) else { throw LedgerError.shuNotDecided(year) }
    return known
  }

  /// The decision that an event made.
  func decision(event: Int64) throws -> ShuDecision {
    guard
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT year, decidedOn, number, capitalShare, activityShare, capitalBase, activityBase,
            includesLeavers, roundingStep, restFund, claimMonths, othersFund
          FROM shuDecision WHERE event = ?
          """, arguments: [event]),
      let capital = ShuBaseRules.Capital(rawValue: try row.value(5)),
      let activity = ShuBaseRules.Activity(rawValue: try row.value(6))
    else { throw LedgerError.invariantBroken("shuDecision \(event)") }
    let funds = try Row.fetchAll(
      db,
      sql: """
        SELECT f.name, f.share, a.code FROM shuFund f JOIN account a ON a.id = f.account
        WHERE f.event = ? ORDER BY f.line
        """, arguments: [event]
    ).map { row in
      (
        fund: ShuShares.Fund(try row.value(0), try Share(billionths: row.value(1))),
        account: AccountCode(stored: try row.value(2))
      )
    }
    let products: [ProductCode] = try Row.fetchAll(
      db,
      sql: """
        SELECT p.code FROM shuProduct s JOIN savingsProduct p ON p.id = s.product
        WHERE s.event = ? ORDER BY s.product
        """, arguments: [event]
    ).map { try $0.value(0) }
    return try ShuDecision(
      year: row.value(0), on: BookDate(stored: row.value(1)), number: row.value(2),
      plan: ShuPlan(
        ShuShares(
          capital: Share(billionths: row.value(3)), activity: Share(billionths: row.value(4)),
          funds: funds.map(\.fund)),
        bases: ShuBaseRules(
          capital: capital, activity: activity, points: points(event: event),
          products: products, includesLeavers: row.value(7)),
        step: Rupiah(sen: row.value(8) as Int64), restFund: row.optional(9),
        othersFund: row.optional(11)),
      accounts: Dictionary(funds.map { ($0.fund.name, $0.account) }) { first, _ in first },
      claimMonths: row.value(10))
  }

  private func points(event: Int64) throws -> [ShuPointRule] {
    try Row.fetchAll(
      db, sql: "SELECT source, amount FROM shuPoint WHERE event = ? ORDER BY line",
      arguments: [event]
    ).map { row in
      guard let source = ShuPointRule.Source(rawValue: try row.value(0)) else {
        throw LedgerError.invariantBroken("shuPoint \(event)")
      }
      return ShuPointRule(source, per: Rupiah(sen: try row.value(1) as Int64))
    }
  }

  // MARK: - Divisions

  /// The division of a year that stands by what was known up to an entry; nil where there is none.
  func division(of year: Int, known: Int64 = .max) throws -> Division? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT p.entry, e.bookDate, p.decision, p.payable, p.shu, p.aside, p.memberIncome,
          p.otherIncome, p.hasGivenBases
        FROM shuPosting p JOIN entryStanding e ON e.id = p.entry
        WHERE p.year = ?1 AND p.entry <= ?2 AND ifnull(e.reversedBy > ?2, 1)
        """, arguments: [year, known]
    ).map { row in
      try Division(
        entry: EntryNumber(row.value(0)), date: BookDate(stored: row.value(1)),
        decision: row.value(2), payable: AccountID(row.value(3)),
        shu: Rupiah(sen: row.value(4) as Int64), aside: Rupiah(sen: row.value(5) as Int64),
        origin: (row.optional(6) as Int64?).map { members in
          ShuOrigin(
            members: Rupiah(sen: members), others: Rupiah(sen: try row.value(7) as Int64))
        }, hasGivenBases: row.value(8))
    }
  }

  /// The division of a year that stands.
  ///
  /// - Throws: `shu.notPosted`.
  func requireDivision(of year: Int) throws -> Division {
    guard let division = try division(of: year) else { throw LedgerError.shuNotPosted(year) }
    return division
  }

  /// A division as it is kept, with what became of every part.
  func year(_ division: Division) throws -> ShuYear {
    let decision = try decision(event: division.decision)
    let recipients = try debts(of: division).map(\.recipient)
    return try ShuYear(
      decision.year, decision.plan, decision,
      posting: ShuYear.Posting(entry: division.entry, date: division.date),
      ShuDistribution(
        of: division.shu, by: decision.plan.shares, step: decision.plan.step,
        aside: division.aside, amounts: amounts(of: division), parts: recipients.map(\.part)),
      recipients)
  }

  /// The pots of a division: capital, activity, then the funds.
  func amounts(of division: Division) throws -> [Rupiah] {
    try Int64.fetchAll(
      db, sql: "SELECT amount FROM shuPot WHERE entry = ? ORDER BY line",
      arguments: [division.entry.value]
    ).map { Rupiah(sen: $0) }
  }

  /// The members who have a part in a division, in the order of their numbers; or one of them.
  func debts(of division: Division, only member: MemberNumber? = nil) throws -> [Debt] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT m.id, m.number, m.name, m.leftOn, s.capitalBase, s.activityBase, s.capital,
          s.activity, ifnull(sum(y.amount) FILTER (WHERE y.usedFor <> 'fund'), 0),
          ifnull(sum(y.amount) FILTER (WHERE y.usedFor = 'fund'), 0)
        FROM shuPart s JOIN member m ON m.id = s.member
        LEFT JOIN shuPayment y ON y.posting = s.entry AND y.member = s.member
          AND NOT EXISTS (SELECT 1 FROM entryReversal r WHERE r.entry = y.entry)
        WHERE s.entry = ?1 AND (?2 IS NULL OR m.number = ?2)
        GROUP BY s.member ORDER BY m.number
        """, arguments: [division.entry.value, member?.text])
    var debts: [Debt] = []
    while let row = try rows.next() {
      func amount(_ column: Int) throws -> Rupiah { Rupiah(sen: try row.value(column) as Int64) }
      let part = try ShuDistribution.Part(
        base: ShuBase(
          member: row.value(1), name: row.value(2), capital: amount(4), activity: amount(5)),
        capital: amount(6), activity: amount(7))
      debts.append(
        Debt(
          member: try row.value(0),
          recipient: try ShuYear.Recipient(
            part: part, paid: amount(8), forfeited: amount(9),
            leftOn: (row.optional(3) as Int64?).map { try BookDate(stored: $0) })))
    }
    return debts
  }

  /// The last payment of a division that stands; nil for none.
  func lastPayment(of entry: EntryNumber) throws -> EntryNumber? {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT max(y.entry) FROM (SELECT entry, posting FROM shuPayment
          UNION ALL SELECT entry, posting FROM shuReward) y WHERE y.posting = ?
          AND NOT EXISTS (SELECT 1 FROM entryReversal r WHERE r.entry = y.entry)
        """, arguments: [entry.value]
    ).map { EntryNumber($0) }
  }

  /// What members have yet to get of the divisions that stand, by the account that holds it.
  func owed() throws -> [AccountID: Rupiah] {
    var owed: [AccountID: Rupiah] = [:]
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT p.payable,
          (SELECT sum(s.capital + s.activity) FROM shuPart s WHERE s.entry = p.entry)
          - ifnull((SELECT sum(y.amount) FROM shuPayment y WHERE y.posting = p.entry
            AND NOT EXISTS (SELECT 1 FROM entryReversal r WHERE r.entry = y.entry)), 0)
        FROM shuPosting p JOIN entryStanding e ON e.id = p.entry WHERE e.reversedBy IS NULL
        """)
    for row in rows {
      let account = AccountID(try row.value(0))
      let amount = Rupiah(sen: (try row.optional(1) as Int64?) ?? 0)
      owed[account] = try (owed[account] ?? .zero) + amount
    }
    return owed
  }

  /// What a member got of every division that stands, by what was known up to an entry.
  func received(by member: Int64, known: Int64 = .max) throws -> [ShuReceived] {
    // The papers of all members ask it for each.
    let parts = try db.cachedStatement(
      sql: """
        SELECT p.year, s.capital + s.activity,
          ifnull(sum(y.amount) FILTER (WHERE y.usedFor <> 'fund'), 0), ifnull(sum(y.amount), 0)
        FROM shuPosting p JOIN entryStanding e ON e.id = p.entry
        JOIN shuPart s ON s.entry = p.entry AND s.member = ?1
        LEFT JOIN shuPayment y ON y.posting = s.entry AND y.member = s.member AND y.entry <= ?2
          AND NOT EXISTS
            (SELECT 1 FROM entryReversal r WHERE r.entry = y.entry AND r.reversedBy <= ?2)
        WHERE p.entry <= ?2 AND ifnull(e.reversedBy > ?2, 1) GROUP BY p.entry ORDER BY p.year
        """)
    return try Row.fetchAll(parts, arguments: [member, known]).map { row in
      let total = Rupiah(sen: try row.value(1) as Int64)
      return try ShuReceived(
        year: row.value(0), total: total, paid: Rupiah(sen: row.value(2) as Int64),
        left: total - Rupiah(sen: row.value(3) as Int64))
    }
  }

  // MARK: - Payments

  /// What vouchers paid, by member in the order of their numbers.
  func rows(of entries: [EntryNumber]) throws -> [ShuPayment.Row] {
    let list = entries.map { "\($0.value)" }.joined(separator: ", ")
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT m.number, m.name, y.usedFor, y.amount FROM shuPayment y
        JOIN member m ON m.id = y.member WHERE y.entry IN (\(list)) ORDER BY m.number, y.usedFor
        """)
    var found: [ShuPayment.Row] = []
    var own: (member: MemberNumber, name: String, uses: [ShuPayment.Use: Rupiah])?
    func end() throws {
      guard let own else { return }
      found.append(try ShuPayment.Row(member: own.member, name: own.name, uses: own.uses))
    }
    while let row = try rows.next() {
      let member: MemberNumber = try row.value(0)
      if own?.member != member {
        try end()
        own = (member, try row.value(1), [:])
      }
      guard let use = ShuPayment.Use(rawValue: try row.value(2)) else {
        throw LedgerError.invariantBroken("shuPayment \(list)")
      }
      try own?.uses[use, default: .zero] += Rupiah(sen: row.value(3) as Int64)
    }
    try end()
    return found
  }
}
