import GRDB
import KSPCore

/// Reads term deposits and what products offer.
struct TermDepositReader {
  let db: Database

  /// A deposit with the numbers that the file knows it by.
  struct Stored {
    let id: AccountID
    let memberID: Int64
    let productID: Int64
    let interestTo: AccountID?
    let deposit: TermDeposit
    /// The day on which it was first opened.
    let firstOpened: BookDate
    /// The loan whose collateral it is.
    let securedLoan: String?
  }

  /// The deposits in the order of their accounts: all, or those of one member; as they stand, or
  /// as they stood on the evening of a day; without those that had ended, which are not read.
  func deposits(
    of member: MemberNumber? = nil, asOf day: BookDate? = nil, includingEnded: Bool = true
  ) throws -> [Stored] {
    let standing = includingEnded ? "TRUE" : "e.account IS NULL"
    guard let member else { return try stored(standing, asOf: day) }
    return try stored("m.number = ?1 AND \(standing)", member.text, asOf: day)
  }

  /// What of a deposit had happened by a day, as conditions on its periods, its postings that came
  /// later, its interest and its end.
  private struct Bounds {
    let period, interest, end, later: String

    init(_ day: BookDate?) {
      guard day != nil else {
        (period, interest, end, later) = ("TRUE", "TRUE", "TRUE", "0")
        return
      }
      period = "l.openedOn <= ?2"
      interest = "ifnull((SELECT bookDate FROM entry WHERE id = i.voucher), i.dueOn) <= ?2"
      end = "e.endedOn <= ?2"
      later = """
        (SELECT ifnull(sum(amount), 0) FROM posting g
          WHERE g.account = t.account AND g.bookDate > ?2)
        """
    }
  }

  /// The deposits of which a condition is true. A condition of its own each, so that one deposit is
  /// not looked for among all of them; its text is the first argument, the day the second.
  private func stored(
    _ condition: String, _ text: String? = nil, asOf day: BookDate? = nil
  ) throws -> [Stored] {
    let row = try rows(condition, asOf: day)
    if let text { row.bind(text, at: 1) }
    if let day { row.bind(Int64(day.dayNumber), at: 2) }
    defer { row.reset() }
    var found: [Stored] = []
    while try row.step() { found.append(try Self.stored(row)) }
    return found
  }

  /// The deposit of which the code of the account is the first argument, to be asked for again and
  /// again.
  func oneStanding() throws -> SQLStatement { try rows("a.code = ?1", asOf: nil) }

  private func rows(_ condition: String, asOf day: BookDate?) throws -> SQLStatement {
    let until = Bounds(day)
    return try SQLStatement(
      db,
      """
      SELECT t.account, a.code, s.member, m.number, m.name, s.product, p.code, t.certificate,
        t.period, t.openedOn, t.principal, b.balance - \(until.later), t.tenor,
        t.rateBillionths, t.rateBasis,
        t.depositDayCount, t.payout, t.roundingMode, t.roundingStep, t.breakPenalty, t.rollOver,
        t.interestTo,
        ifnull((SELECT max(number) FROM depositInterest i
          WHERE i.account = t.account AND i.period = t.period AND \(until.interest)), t.paidBefore),
        t.interestBefore,
        (SELECT ifnull(sum(gross), 0) FROM depositInterest i
          WHERE i.account = t.account AND i.period = t.period AND \(until.interest)
            AND (e.account IS NULL OR \(Self.stands))),
        (SELECT ifnull(sum(tax), 0) FROM depositInterest i
          WHERE i.account = t.account AND i.period = t.period AND \(until.interest)
            AND (e.account IS NULL OR \(Self.stands))),
        e.endedOn,
        (SELECT CASE WHEN \(Self.isReleased) THEN NULL ELSE pledgedFor END
          FROM depositPledge g WHERE g.account = t.account ORDER BY event DESC LIMIT 1),
        h.name, h.relation,
        (SELECT l.number FROM depositPledge g JOIN loan l ON l.id = g.loan
          WHERE g.account = t.account AND NOT (\(Self.isReleased))
            AND g.event = (SELECT max(event) FROM depositPledge n WHERE n.account = t.account)),
        \(Self.firstOpened), m.phone
      FROM termDeposit t JOIN account a ON a.id = t.account
      JOIN savingsAccount s ON s.account = t.account JOIN member m ON m.id = s.member
      JOIN savingsProduct p ON p.id = s.product JOIN accountBalance b ON b.account = t.account
      LEFT JOIN depositEnd e ON e.account = t.account AND \(until.end)
      LEFT JOIN depositHeir h ON h.account = t.account
      WHERE t.period = (SELECT max(period) FROM termDeposit l
          WHERE l.account = t.account AND \(until.period))
        AND \(condition)
      ORDER BY t.account
      """)
  }

  /// The deposits that matured by a day and wait: neither paid out nor run again by themselves; in
  /// the order of their accounts.
  func waiting(on day: BookDate) throws -> [TermDeposit] {
    guard try db.hasRow("termDeposit") else { return [] }
    // No month is shorter than 28 days: what cannot have matured yet is not read.
    return try stored(
      """
      e.account IS NULL AND t.rollOver = ?1 AND t.openedOn + 28 * t.tenor <= \(day.dayNumber)
      """, TermRollOver.none.rawValue
    ).map(\.deposit).filter { $0.maturity <= day }
  }

  /// What a deposit runs again under, as a rate or a tax is looked at.
  struct RollOver {
    let account: AccountCode
    let opened: BookDate
    let principal: Rupiah
    let terms: TermDepositTerms
  }

  /// Hands on what deposits run again under that began to do so in a month and have not ended, in
  /// the order of their accounts. The rest of each deposit is not read.
  func forEachRollOver(in month: BookMonth, _ body: (RollOver) throws -> Void) throws {
    let row = try SQLStatement(
      db,
      """
      SELECT a.code, t.openedOn, t.principal, \(Self.firstOpened), t.tenor, t.rateBillionths,
        t.rateBasis, t.depositDayCount, t.payout, t.roundingMode, t.roundingStep, t.breakPenalty
      FROM termDeposit t JOIN account a ON a.id = t.account
      WHERE t.period > 1 AND t.openedOn BETWEEN ?1 AND ?2
        AND NOT EXISTS (SELECT 1 FROM depositEnd e WHERE e.account = t.account)
        AND NOT EXISTS (SELECT 1 FROM termDeposit n
          WHERE n.account = t.account AND n.period = t.period + 1)
      ORDER BY t.account
      """)
    row.bind(Int64(month.firstDay.dayNumber), at: 1)
    row.bind(Int64(month.lastDay.dayNumber), at: 2)
    defer { row.reset() }
    while try row.step() {
      let opened = try BookDate(stored: row.int64(1))
      var terms = try Self.terms(row, from: 4)
      try terms.keepDay(of: BookDate(stored: row.int64(3)), since: opened)
      try body(
        RollOver(
          account: AccountCode(stored: row.text(0) ?? ""), opened: opened,
          principal: Rupiah(sen: row.int64(2)), terms: terms))
    }
  }

  /// The deposits that run again by themselves though their member died by a day.
  func ofDead(on day: BookDate) throws -> [TermDeposit] {
    guard try db.hasRow("memberDeath") else { return [] }
    return try stored(
      """
      e.account IS NULL AND t.rollOver <> ?1 AND \(MemberTable.diedOn) <= \(day.dayNumber)
      """, TermRollOver.none.rawValue
    ).map(\.deposit)
  }

  /// One deposit by the code of its account; as it stands, or as it stood on the evening of a day.
  ///
  /// - Throws: `deposit.unknown`, also for one that was opened after the day.
  func deposit(_ account: AccountCode, asOf day: BookDate? = nil) throws -> Stored {
    guard let found = try stored("a.code = ?1", account.text, asOf: day).first else {
      throw LedgerError.depositUnknown(account)
    }
    return found
  }

  /// When the last period of a deposit was recorded.
  func recordedAt(_ account: AccountCode) throws -> Timestamp {
    let seconds = try Int64.fetchOne(
      db,
      sql: """
        SELECT recordedAt FROM event WHERE subject = ? AND kind = ? ORDER BY number DESC LIMIT 1
        """,
      arguments: [account.text, EventKind.depositOpened.rawValue])
    guard let seconds else { throw LedgerError.invariantBroken("\(account): depositOpened") }
    return Timestamp(seconds: seconds)
  }

  // MARK: - What falls due

  /// The deposits that have a value date in a span of days that was not paid, the earliest first.
  ///
  /// What fell due in a closed month was paid when it was closed, so the open month is where to
  /// begin: the cost is that of what falls due, and not of the deposits that there are or were.
  func due(
    from first: BookDate, through last: BookDate, account: AccountCode? = nil
  ) throws -> [(account: AccountCode, day: BookDate)] {
    guard try db.hasRow("termDeposit") else { return [] }
    let statement = try db.cachedStatement(sql: Self.dueRows + " ORDER BY x.due, x.account")
    return try Row.fetchAll(
      statement, arguments: [first.dayNumber, last.dayNumber, account?.text]
    ).map { (AccountCode(stored: try $0.value(0)), try BookDate(stored: $0.value(1))) }
  }

  /// Whether ``due(from:through:account:)`` finds any.
  func isDue(from first: BookDate, through last: BookDate) throws -> Bool {
    try Row.fetchOne(
      db, sql: Self.dueRows + " LIMIT 1", arguments: [first.dayNumber, last.dayNumber, nil]) != nil
  }

  private static let dueRows = """
    SELECT a.code, x.due FROM (
      SELECT account, firstDue AS due FROM termDeposit t
      WHERE firstDue BETWEEN ?1 AND ?2 AND NOT EXISTS (SELECT 1 FROM depositInterest i
        WHERE i.account = t.account AND i.period = t.period)
      UNION ALL
      SELECT account, nextDue FROM depositInterest d
      WHERE nextDue BETWEEN ?1 AND ?2 AND NOT EXISTS (SELECT 1 FROM depositInterest i
        WHERE i.account = d.account AND i.period = d.period AND i.number > d.number)) x
    JOIN account a ON a.id = x.account
    WHERE (?3 IS NULL OR a.code = ?3)
      AND NOT EXISTS (SELECT 1 FROM depositEnd e WHERE e.account = x.account)
    """

  /// Whether interest `i` was not taken back, for SQL. Only that in advance can be, with the
  /// opening that paid it.
  static let stands = """
    (i.number > 0 OR NOT EXISTS (SELECT 1 FROM entryReversal r WHERE r.entry = i.voucher))
    """

  /// The day on which the deposit of a row `t` was first opened.
  static let firstOpened = """
    (SELECT f.openedOn FROM termDeposit f WHERE f.account = t.account AND f.period = 1)
    """

  /// Whether a period `row` of a term deposit was known, for SQL: each was an event about its
  /// account, and the first one stands on the voucher that opened it.
  static func isKnown(_ row: String, at state: KnownState) -> String {
    guard !state.isAll else { return "TRUE" }
    return """
      (\(row).period = 1
        OR \(row).period <= (SELECT count(*) FROM event v JOIN account a ON a.code = v.subject
          WHERE a.id = \(row).account AND v.kind = \(EventKind.depositOpened.sql)
            AND v.number <= \(state.event)))
      """
  }

  /// The deposit of a row.
  static func stored(_ row: SQLStatement) throws -> Stored {
    let code = AccountCode(stored: row.text(1) ?? "")
    let (opened, first) = try (BookDate(stored: row.int64(9)), BookDate(stored: row.int64(31)))
    var terms = try terms(row, from: 12)
    terms.keepDay(of: first, since: opened)
    var deposit = try TermDeposit(
      account: code, member: row.number(3) ?? "", memberName: row.text(4) ?? "",
      product: row.number(6) ?? "", certificate: row.text(7) ?? code.text,
      period: Int(row.int64(8)), opened: opened,
      principal: Rupiah(sen: row.int64(10)), balance: Rupiah(sen: row.int64(11)).negated(),
      terms: terms, rollOver: row.stored(20, in: .termRollOvers),
      paid: Int(row.int64(22)),
      interest: Rupiah(sen: row.int64(23)) + Rupiah(sen: row.int64(24)),
      tax: Rupiah(sen: row.int64(25)),
      endedOn: row.optionalInt64(26).map { try BookDate(stored: $0) }, pledge: row.text(27),
      heir: row.text(28).map { TermDepositHeir(name: $0, relation: row.text(29)) })
    deposit.phone = row.text(32)
    return Stored(
      id: AccountID(row.int64(0)), memberID: row.int64(2), productID: row.int64(5),
      interestTo: row.optionalInt64(21).map { AccountID($0) }, deposit: deposit,
      firstOpened: first, securedLoan: row.text(30))
  }

  /// Whether what a pledge secures is over: its collateral was given back, or its loan is paid,
  /// refused or withdrawn. What was given up is claimed on, and secured.
  private static let isReleased = """
    g.loan IS NOT NULL AND (
      EXISTS (SELECT 1 FROM loanRelease r WHERE r.loan = g.loan AND r.line = g.line)
      OR EXISTS (SELECT 1 FROM loanStep s WHERE s.loan = g.loan
        AND s.kind IN (\(Loan.Step.rejected.sql), \(Loan.Step.withdrawn.sql)))
      OR EXISTS (SELECT 1 FROM loanAccount c WHERE c.loan = g.loan)
        AND NOT EXISTS (SELECT 1 FROM loanAccount c JOIN accountBalance b ON b.account = c.account
          WHERE c.loan = g.loan AND b.balance <> 0)
        AND NOT EXISTS (SELECT 1 FROM loanStep s JOIN entryStanding n ON n.id = s.entry
          WHERE s.loan = g.loan AND s.kind = \(Loan.Step.writtenOff.sql)
            AND n.reversedBy IS NULL))
    """

  /// What was agreed: tenor, rate and its basis, day count, payout, rounding, penalty.
  static func terms(_ row: SQLStatement, from first: Int32) throws -> TermDepositTerms {
    try TermDepositTerms(
      rate: Rate(
        billionths: row.int64(first + 1), per: row.stored(first + 2, in: .rateBases)),
      tenor: Int(row.int64(first)), dayCount: row.stored(first + 3, in: .termDayCounts),
      payout: row.stored(first + 4, in: .termPayouts),
      rounding: Rounding(
        row.stored(first + 5, in: .roundingModes), to: Rupiah(sen: row.int64(first + 6))),
      penalty: BreakPenalty(parsing: row.text(first + 7) ?? ""))
  }

  private static func word<Word: TermWord>(_ row: Row, _ index: Int) throws -> Word {
    try Word(parsing: row.value(index) as String)
  }

  // MARK: - Offers

  /// Every offer, oldest first; of one day the last one holds.
  func offers() throws -> [TermDepositOffer] {
    try offers("TRUE ORDER BY p.id, o.offeredFrom, o.event", [])
  }

  /// What a product offers on a day; nil before its first offer.
  func offer(_ product: ProductCode, on day: BookDate) throws -> TermDepositOffer? {
    try offers(
      "p.code = ? AND o.offeredFrom <= ? ORDER BY o.offeredFrom DESC, o.event DESC LIMIT 1",
      [product.text, day.dayNumber]
    ).first
  }

  private func offers(
    _ condition: String, _ arguments: StatementArguments
  ) throws -> [TermDepositOffer] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT o.event, p.code, o.offeredFrom, o.depositDayCount, o.payout, o.roundingMode,
          o.roundingStep, o.breakPenalty, o.rollOver, o.isAccrued
        FROM depositOffer o JOIN savingsProduct p ON p.id = o.product WHERE \(condition)
        """)
    return try Row.fetchAll(statement, arguments: arguments).map { row in
      try TermDepositOffer(
        product: row.value(1), effectiveFrom: BookDate(stored: row.value(2)),
        tiers: tiers(of: row.value(0)), dayCount: Self.word(row, 3), payout: Self.word(row, 4),
        rounding: Rounding(Self.word(row, 5), to: Rupiah(sen: row.value(6) as Int64)),
        penalty: BreakPenalty(parsing: row.value(7) as String), rollOver: Self.word(row, 8),
        isAccrued: row.value(9))
    }
  }

  private func tiers(of event: Int64) throws -> [TermDepositOffer.Tier] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT tenor, threshold, rateBillionths, rateBasis FROM depositRate WHERE event = ?
        ORDER BY tenor, threshold
        """)
    return try Row.fetchAll(statement, arguments: [event]).map { row in
      try TermDepositOffer.Tier(
        tenor: row.value(0), from: Rupiah(sen: row.value(1) as Int64), rate: row.rate(2))
    }
  }
}
