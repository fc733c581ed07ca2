import GRDB
import KSPCore

/// Reads planned savings: what was agreed from what is known, what was brought from the journal.
struct PlannedReader {
  let book: Database
  let known: Database
  /// The last event and the last entry that count.
  var limit: (event: Int64, entry: Int64) = (.max, .max)

  /// `book` holds the journal, `known` what the chain said.
  init(book: Database, known: Database) {
    self.book = book
    self.known = known
  }

  /// A reader of one book as it is.
  init(_ db: Database) { self.init(book: db, known: db) }

  // MARK: - Terms

  /// What products offer, by product, in the order in which it was set.
  func terms() throws -> [PlannedSavingsTerms] {
    try Row.fetchAll(
      known,
      sql: """
        SELECT p.code, t.effectiveFrom, t.plannedMonths, t.rateBillionths, t.rateBasis,
          t.lapsedBillionths, t.lapsedBasis, t.misses, t.least
        FROM plannedSavingsTerms t JOIN savingsProduct p ON p.id = t.product
        ORDER BY t.product, t.event
        """
    ).map { row in
      try PlannedSavingsTerms(
        of: row.value(0), from: BookMonth(ordinal: row.value(1)), months: row.value(2),
        rate: row.rate(3), lapsedRate: row.rate(5), misses: row.value(7),
        least: Rupiah(sen: row.value(8) as Int64))
    }
  }

  /// What a product offers for a number of months in one; nil where it offers none. Of the latest
  /// month that has begun the terms that were set last hold.
  func terms(
    of product: ProductCode, for months: Int, in month: BookMonth
  ) throws -> PlannedSavingsTerms? {
    var found: PlannedSavingsTerms?
    for terms in try terms()
    where terms.product == product && terms.months == months && terms.effectiveFrom <= month {
      if let last = found, terms.effectiveFrom < last.effectiveFrom { continue }
      found = terms
    }
    return found
  }

  // MARK: - Savings

  /// The accounts with planned savings.
  func accounts() throws -> Set<Int64> {
    try Int64.fetchSet(known, sql: "SELECT account FROM plannedSavings")
  }

  /// The products that have such accounts.
  func products() throws -> Set<Int64> {
    try Int64.fetchSet(
      known,
      sql: """
        SELECT DISTINCT o.product FROM plannedSavings s
        JOIN savingsAccount o ON o.account = s.account
        """)
  }

  /// Those of one account; nil for an account without.
  func savings(of account: AccountID) throws -> PlannedSavings? {
    try savings(where: "s.account = :account", ["account": account.value]).first?.savings
  }

  /// All of them, or those of a member, by product and account.
  func all(
    of member: MemberNumber? = nil
  ) throws -> [(id: AccountID, savings: PlannedSavings)] {
    guard let member else { return try savings(where: "TRUE", [:]) }
    return try savings(where: "m.number = :member", ["member": member.text])
  }

  private func savings(
    where condition: String, _ arguments: StatementArguments
  ) throws -> [(id: AccountID, savings: PlannedSavings)] {
    let statement = try known.cachedStatement(
      sql: """
        SELECT s.account, a.code, m.number, ifnull(m.name, ''), p.code, s.savedFrom, s.monthly,
          s.plannedMonths, s.rateBillionths, s.rateBasis, s.lapsedBillionths, s.lapsedBasis,
          s.misses, t.code, e.plannedEndedOn, e.reason, e.entry, a.closedOn,
          s.takenOverOn
        FROM plannedSavings s JOIN account a ON a.id = s.account
        JOIN savingsAccount o ON o.account = s.account JOIN member m ON m.id = o.member
        JOIN savingsProduct p ON p.id = o.product
        LEFT JOIN account t ON t.id = s.payTo
        LEFT JOIN plannedSavingsEnd e ON e.account = s.account AND e.event <= :event
        WHERE s.event <= :event AND (\(condition)) ORDER BY p.id, a.code
        """)
    let known: StatementArguments = ["event": limit.event]
    return try Row.fetchAll(statement, arguments: arguments &+ known).map { row in
      let first = try BookMonth(ordinal: row.value(5))
      let id = AccountID(try row.value(0))
      return try (
        id,
        PlannedSavings(
          account: AccountCode(stored: row.value(1)), member: row.value(2),
          memberName: row.value(3),
          terms: PlannedSavingsTerms(
            of: row.value(4), from: first, months: row.value(7), rate: row.rate(8),
            lapsedRate: row.rate(10), misses: row.value(12)),
          firstMonth: first, monthly: Rupiah(sen: row.value(6) as Int64),
          payTo: (row.optional(13) as String?).map { AccountCode(stored: $0) },
          ending: (row.optional(14) as Int64?).map { day in
            try PlannedSavings.Ending(
              day: BookDate(stored: day), reason: row.optional(15),
              entry: (row.optional(16) as Int64?).map { EntryNumber($0) })
          },
          closedOn: (row.optional(17) as Int64?).map { try BookDate(stored: $0) },
          takenOverOn: (row.optional(18) as Int64?).map { try BookDate(stored: $0) },
          deposits: deposits(of: id))
      )
    }
  }

  /// What members brought, by day, less what was reversed of it: on the day of the reversal, so
  /// that months that are closed stay as they were. Of what an earlier book left, its interest was
  /// not brought.
  private func deposits(of account: AccountID) throws -> [PlannedSavings.Deposit] {
    let statement = try book.cachedStatement(
      sql: """
        SELECT p.bookDate, -p.amount - CASE WHEN ifnull(o.kind, e.kind) = \(EntryKind.opening.sql)
          THEN s.interestBefore * CASE WHEN o.id IS NULL THEN 1 ELSE -1 END ELSE 0 END
        FROM posting p JOIN entry e ON e.id = p.entry
        LEFT JOIN entry o ON o.id = e.reverses JOIN plannedSavings s ON s.account = p.account
        WHERE p.account = ? AND p.entry <= ?
          AND ifnull(o.kind, e.kind) IN \(EntryKind.sqlList(.byMember))
          AND (p.amount < 0) = (o.id IS NULL)
        ORDER BY p.bookDate, p.entry, p.line
        """)
    return try Row.fetchAll(statement, arguments: [account.value, limit.entry]).map { row in
      try PlannedSavings.Deposit(
        BookDate(stored: row.value(0)), Rupiah(sen: row.value(1) as Int64))
    }
  }

  // MARK: - Rates

  /// The terms of interest of an account in a month: those of its product, with the rate that was
  /// agreed where there is one.
  func interest(
    _ terms: InterestTerms?, of account: AccountID, in month: BookMonth, isLeaving: Bool = false
  ) throws -> InterestTerms? {
    guard let savings = try savings(of: account), let rate = try savings.rate(in: month) else {
      return terms
    }
    var own = terms ?? InterestTerms(tiers: [])
    let agreed = isLeaving ? savings.terms.lapsedRate : rate
    own.tiers = [InterestTerms.Tier(from: .zero, rate: agreed)]
    own.floor = .zero
    return own
  }

  // MARK: - Cards

  /// How savings stand on a day; months up to `closed` decide.
  func card(
    _ savings: PlannedSavings, _ id: AccountID, on day: BookDate, closedThrough closed: BookMonth?
  ) throws -> PlannedSavingsCard {
    let balance = try Int64.fetchOne(
      book,
      sql: """
        SELECT sum(amount) FROM posting WHERE account = ? AND bookDate <= ? AND entry <= ?
        """, arguments: [id.value, day.dayNumber, limit.entry])
    return try PlannedSavingsCard(
      savings, on: day, closedThrough: closed, balance: Rupiah(sen: balance ?? 0).negated())
  }

  /// The last month whose closing counts: found among the months that are closed, since there are
  /// few of those and many events.
  private func lastClosed() throws -> BookMonth? {
    let closing = try book.cachedStatement(
      sql: "SELECT 1 FROM event WHERE subject = ? AND kind = ? AND number <= ?")
    let months = try book.cachedStatement(sql: "SELECT month FROM closedMonth ORDER BY month DESC")
    let cursor = try Int32.fetchCursor(months)
    while let ordinal = try cursor.next() {
      let month = try BookMonth(ordinal: ordinal)
      let isKnown = try Bool.fetchOne(
        closing,
        arguments: [month.description, EventKind.monthClosed.rawValue, limit.event])
      if isKnown == true { return month }
    }
    return nil
  }

  /// How a member's savings stand on a day as far as it is known; closings that came later do not
  /// count.
  func cards(ofMember number: MemberNumber, on day: BookDate) throws -> [PlannedSavingsCard] {
    let own = try all(of: number)
    return own.isEmpty ? [] : try cards(of: own, on: day, closedThrough: lastClosed())
  }

  /// How all savings stand on a day, or those of a member: those that had begun by then.
  func cards(
    of member: MemberNumber? = nil, on day: BookDate, closedThrough closed: BookMonth?
  ) throws -> [PlannedSavingsCard] {
    try cards(of: all(of: member), on: day, closedThrough: closed)
  }

  private func cards(
    of all: [(id: AccountID, savings: PlannedSavings)], on day: BookDate,
    closedThrough closed: BookMonth?
  ) throws -> [PlannedSavingsCard] {
    try all.filter { $0.savings.firstMonth.firstDay <= day }.map { id, savings in
      try card(savings, id, on: day, closedThrough: closed)
    }
  }

  /// Whether anything has matured up to a day and waits to be paid out.
  func isDue(through day: BookDate) throws -> Bool {
    try known.hasRow("plannedSavings")
      && cards(on: day, closedThrough: day.month.previous()).contains { $0.state == .matured }
  }
}
