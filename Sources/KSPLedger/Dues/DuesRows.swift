import GRDB
import KSPCore

/// What the file holds for the dues of members, walked in the order of the members.
struct DuesRows {
  /// What belongs to one member, by product.
  struct Own {
    fileprivate(set) var exemptions: [Int64: [DueExemption]] = [:]
    fileprivate(set) var takeovers: [Int64: DuesTakeover] = [:]
    fileprivate(set) var payments: [Int64: [DuePayment]] = [:]

    /// The facts of a product: those of the member, with what belongs to it.
    func facts(_ member: DuesFacts, _ product: Int64) -> DuesFacts {
      var facts = member
      facts.exemptions = exemptions[product] ?? []
      facts.takeover = takeovers[product]
      facts.payments = payments[product] ?? []
      return facts
    }
  }

  private let standings, kinds, exemptions, takeovers, payments, parts: MemberRows
  private var mergers: DuesMergers
  private let db: Database
  private let known: (event: Int64, entry: Int64)
  private let day: BookDate?

  /// Begins at the first member. Without a day everything that was paid counts, whenever.
  init(
    _ db: Database, _ selection: DuesReader.Selection, known: (event: Int64, entry: Int64),
    asOf date: BookDate?
  ) throws {
    self.db = db
    self.known = known
    self.day = date
    mergers = try DuesMergers(db, through: known.event, asOf: date)
    let own = selection.condition("member")
    let day = date.map { Int64($0.dayNumber) } ?? .max
    func rows(_ sql: String, _ bindings: [Int64] = []) throws -> MemberRows {
      try MemberRows(db, sql, bindings, of: selection)
    }
    standings = try rows(
      "SELECT member, since, kind FROM membership WHERE \(own) ORDER BY member, since")
    kinds = try rows(
      "SELECT member, effectiveFrom, kind FROM memberKind WHERE \(own) "
        + "ORDER BY member, effectiveFrom")
    exemptions = try rows(
      """
      SELECT member, product, firstMonth, lastMonth, isLifted, reason FROM dueExemption
      WHERE \(own) AND event <= ?1 ORDER BY member, event
      """, [known.event])
    takeovers = try rows(
      """
      SELECT member, product, asOf, paidUntil, arrears FROM dueTakeover
      WHERE \(own) AND event <= ?1 ORDER BY member, event
      """, [known.event])
    // The accounts in the order of their members, and of each what its key holds in the order of
    // the days: nothing of this is sorted.
    payments = try rows(
      """
      SELECT s.member, s.product, p.bookDate, p.entry, e.event, p.amount
      FROM savingsAccount s CROSS JOIN savingsProduct d ON d.id = s.product
        AND d.kind = \(SavingsKind.wajib.sql)
      CROSS JOIN posting p ON p.account = s.account AND p.bookDate <= ?1
      CROSS JOIN entry e ON e.id = p.entry
      WHERE \(selection.condition("s.member")) AND p.amount < 0 AND p.entry <= ?2
        AND e.kind IN \(EntryKind.sqlList(.paysDues))
        AND NOT EXISTS (SELECT 1 FROM entryReversal r WHERE r.entry = e.id
          AND r.reversedOn <= ?1 AND r.reversedBy <= ?2)
      ORDER BY s.member, s.product, s.ordinal, p.bookDate, p.entry, p.line
      """, [day, known.entry])
    parts = try rows(
      """
      SELECT s.member, s.product, d.entry, d.dueMonth, d.amount
      FROM duePayment d JOIN savingsAccount s ON s.account = d.account
      WHERE \(selection.condition("s.member")) AND d.entry <= ?1
      ORDER BY s.member, d.entry, d.dueMonth
      """, [known.entry])
  }

  /// The rows of the next member, who comes after the one before.
  func take(_ id: Int64, into facts: inout DuesFacts) throws -> Own {
    var own = Own()
    var memberships: [Member.Membership] = []
    try standings.take(id) { row in
      guard let standing = row.text(2).flatMap({ Member.Standing(rawValue: $0) }) else { return }
      memberships.append(
        Member.Membership(standing, since: try BookDate(stored: row.int64(1))))
    }
    var changes: [Member.KindChange] = []
    try kinds.take(id) { row in
      guard let kind = row.text(2).flatMap({ Member.Kind(rawValue: $0) }) else { return }
      changes.append(Member.KindChange(kind, from: try month(row.int64(1))))
    }
    facts.memberships = memberships
    facts.kinds = changes
    try exemptions.take(id) { row in
      own.exemptions[row.int64(1), default: []].append(
        DueExemption(
          from: try month(row.int64(2)), until: try row.optionalInt64(3).map { try month($0) },
          reason: row.text(5) ?? "", isLifted: row.int64(4) == 1))
    }
    try takeovers.take(id) { row in
      let standing: DuesTakeover.Standing =
        if let paid = row.optionalInt64(3) {
          .paidUntil(try month(paid))
        } else {
          .arrears(Rupiah(sen: row.int64(4)))
        }
      own.takeovers[row.int64(1)] = DuesTakeover(
        standing, asOf: try BookDate(stored: row.int64(2)))
    }
    try takePayments(id, into: &own)
    try takeMergers(of: id, into: &own, &facts)
    return own
  }

  /// What belongs to somebody who was entered twice stands with the member who stays: dues are
  /// asked for since they first joined, and what was paid under either number counts. Where both
  /// were said to stand somewhere before the book, the member who stays did.
  private func takeMergers(of id: Int64, into own: inout Own, _ facts: inout DuesFacts) throws {
    if let survivor = mergers.merged[id] {
      own = Own()
      facts.mergedInto = survivor
    }
    for absorbed in mergers.absorbed[id] ?? [] {
      let rows = try DuesRows(db, .member(absorbed.id), known: known, asOf: day)
      var others = facts
      others.joinedOn = absorbed.joinedOn
      let their = try rows.takeAll(absorbed.id, into: &others)
      facts.joinedOn = min(facts.joinedOn, others.joinedOn)
      own.exemptions.merge(their.exemptions) { $1 + $0 }
      own.takeovers.merge(their.takeovers) { own, _ in own }
      own.payments.merge(their.payments) { own, their in
        (own + their).sorted { ($0.bookDate, $0.entry) < ($1.bookDate, $1.entry) }
      }
    }
  }

  /// The rows of somebody who was merged, which their own card does not show any more.
  private func takeAll(_ id: Int64, into facts: inout DuesFacts) throws -> Own {
    var rows = self
    rows.mergers.merged[id] = nil
    return try rows.take(id, into: &facts)
  }

  private func takePayments(_ id: Int64, into own: inout Own) throws {
    try payments.take(id) { row in
      own.payments[row.int64(1), default: []].append(
        DuePayment(
          try Rupiah(sen: row.int64(5)).negated(), on: try BookDate(stored: row.int64(2)),
          entry: EntryNumber(row.int64(3)), event: row.int64(4)))
    }
    try parts.take(id) { row in
      let (product, entry) = (row.int64(1), EntryNumber(row.int64(2)))
      // What was taken back is not among the payments any more.
      guard let index = own.payments[product]?.firstIndex(where: { $0.entry == entry }) else {
        return
      }
      own.payments[product]?[index].parts.append(
        DuePayment.Part(try month(row.int64(3)), Rupiah(sen: row.int64(4))))
    }
  }

  private func month(_ ordinal: Int64) throws -> BookMonth {
    try BookMonth(ordinal: Int32(clamping: ordinal))
  }
}
