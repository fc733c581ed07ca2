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

  /// The deposits in the order of their accounts: all, or those of one member.
  func deposits(of member: MemberNumber? = nil) throws -> [Stored] {
    guard let member else { return try stored("TRUE", []) }
    return try stored("m.number = ?", [member.text])
  }

  /// The deposits of which a condition is true, as they stand. A condition of its own each, so that
  /// one deposit is not looked for among all of them.
  private func stored(_ condition: String, _ arguments: StatementArguments) throws -> [Stored] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT t.account, a.code, s.member, m.number, m.name, s.product, p.code, t.certificate,
          t.period, t.openedOn, t.principal, b.balance, t.tenor, t.rateBillionths, t.rateBasis,
          t.depositDayCount, t.payout, t.roundingMode, t.roundingStep, t.breakPenalty, t.rollOver,
          t.interestTo, t.paidBefore, t.interestBefore,
          (SELECT count(*) FROM depositInterest i
            WHERE i.account = t.account AND i.period = t.period),
          (SELECT max(number) FROM depositInterest i
            WHERE i.account = t.account AND i.period = t.period),
          (SELECT ifnull(sum(gross), 0) FROM depositInterest i
            WHERE i.account = t.account AND i.period = t.period),
          (SELECT ifnull(sum(tax), 0) FROM depositInterest i
            WHERE i.account = t.account AND i.period = t.period),
          e.endedOn,
          (SELECT CASE WHEN \(Self.isReleased) THEN NULL ELSE pledgedFor END
            FROM depositPledge g WHERE g.account = t.account ORDER BY event DESC LIMIT 1),
          h.name, h.relation,
          (SELECT l.number FROM depositPledge g JOIN loan l ON l.id = g.loan
            WHERE g.account = t.account AND NOT (\(Self.isReleased))
              AND g.event = (SELECT max(event) FROM depositPledge n WHERE n.account = t.account)),
          \(Self.firstOpened)
        FROM termDeposit t JOIN account a ON a.id = t.account
        JOIN savingsAccount s ON s.account = t.account JOIN member m ON m.id = s.member
        JOIN savingsProduct p ON p.id = s.product JOIN accountBalance b ON b.account = t.account
        LEFT JOIN depositEnd e ON e.account = t.account
        LEFT JOIN depositHeir h ON h.account = t.account
        WHERE t.period = (SELECT max(period) FROM termDeposit l WHERE l.account = t.account)
          AND \(condition)
        ORDER BY t.account
        """)
    return try Row.fetchAll(statement, arguments: arguments).map { try Self.stored($0) }
  }

  /// One deposit by the code of its account.
  ///
  /// - Throws: `deposit.unknown`.
  func deposit(_ account: AccountCode) throws -> Stored {
    guard let found = try stored("a.code = ?", [account.text]).first else {
      throw LedgerError.depositUnknown(account)
    }
    return found
  }

  // MARK: - What falls due

  /// The deposits that have a value date in a span of days that was not paid, the earliest first.
  ///
  /// What fell due in a closed month was paid when it was closed, so the open month is where to
  /// begin: the cost is that of what falls due, and not of the deposits that there are or were.
  func due(
    from first: BookDate, through last: BookDate, account: AccountCode? = nil
  ) throws -> [(account: AccountCode, day: BookDate)] {
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

  /// The day on which the deposit of a row `t` was first opened.
  static let firstOpened = """
    (SELECT f.openedOn FROM termDeposit f WHERE f.account = t.account AND f.period = 1)
    """

  private static func stored(_ row: Row) throws -> Stored {
    let code = AccountCode(stored: try row.value(1))
    let paidRows: Int = try row.value(24)
    let highest: Int? = try row.optional(25)
    let (opened, first) = try (BookDate(stored: row.value(9)), BookDate(stored: row.value(33)))
    var terms = try terms(row, from: 12)
    terms.keepDay(of: first, since: opened)
    let deposit = try TermDeposit(
      account: code, member: row.value(3), memberName: row.value(4), product: row.value(6),
      certificate: row.optional(7) ?? code.text, period: row.value(8),
      opened: opened, principal: Rupiah(sen: row.value(10) as Int64),
      balance: Rupiah(sen: row.value(11) as Int64).negated(),
      terms: terms, rollOver: word(row, 20),
      paid: paidRows > 0 ? highest ?? 0 : row.value(22),
      interest: Rupiah(sen: row.value(23) as Int64) + Rupiah(sen: row.value(26) as Int64),
      tax: Rupiah(sen: row.value(27) as Int64),
      endedOn: (row.optional(28) as Int64?).map { try BookDate(stored: $0) },
      pledge: row.optional(29),
      heir: (row.optional(30) as String?).map { name in
        TermDepositHeir(name: name, relation: try row.optional(31))
      })
    return Stored(
      id: AccountID(try row.value(0)), memberID: try row.value(2), productID: try row.value(5),
      interestTo: try (row.optional(21) as Int64?).map { AccountID($0) }, deposit: deposit,
      firstOpened: first, securedLoan: try row.optional(32))
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
  static func terms(_ row: Row, from first: Int) throws -> TermDepositTerms {
    guard let basis = Rate.Basis(rawValue: try row.value(first + 2)) else {
      throw LedgerError.invariantBroken("rateBasis \(try row.value(first + 2) as String)")
    }
    return try TermDepositTerms(
      rate: Rate(billionths: row.value(first + 1), per: basis), tenor: row.value(first),
      dayCount: word(row, first + 3), payout: word(row, first + 4),
      rounding: Rounding(
        word(row, first + 5), to: Rupiah(sen: row.value(first + 6) as Int64)),
      penalty: BreakPenalty(parsing: row.value(first + 7) as String))
  }

  private static func word<Word: TermWord>(_ row: Row, _ index: Int) throws -> Word {
    try Word(parsing: row.value(index) as String)
  }

  // MARK: - Offers

  /// Every offer, oldest first; of one day the last one holds.
  func offers() throws -> [TermDepositOffer] {
    let rates = Dictionary(
      grouping: try Row.fetchAll(
        db,
        sql: """
          SELECT event, tenor, threshold, rateBillionths, rateBasis FROM depositRate
          ORDER BY event, tenor, threshold
          """
      ).map { row -> (event: Int64, tier: TermDepositOffer.Tier) in
        guard let basis = Rate.Basis(rawValue: try row.value(4)) else {
          throw LedgerError.invariantBroken("rateBasis \(try row.value(4) as String)")
        }
        return (
          try row.value(0),
          TermDepositOffer.Tier(
            tenor: try row.value(1), from: Rupiah(sen: try row.value(2) as Int64),
            rate: try Rate(billionths: row.value(3), per: basis))
        )
      }, by: \.event)
    return try Row.fetchAll(
      db,
      sql: """
        SELECT o.event, p.code, o.offeredFrom, o.depositDayCount, o.payout, o.roundingMode,
          o.roundingStep, o.breakPenalty, o.rollOver, o.isAccrued
        FROM depositOffer o JOIN savingsProduct p ON p.id = o.product
        ORDER BY p.id, o.offeredFrom, o.event
        """
    ).map { row in
      try TermDepositOffer(
        product: row.value(1), effectiveFrom: BookDate(stored: row.value(2)),
        tiers: (rates[row.value(0)] ?? []).map(\.tier), dayCount: Self.word(row, 3),
        payout: Self.word(row, 4),
        rounding: Rounding(Self.word(row, 5), to: Rupiah(sen: row.value(6) as Int64)),
        penalty: BreakPenalty(parsing: row.value(7) as String), rollOver: Self.word(row, 8),
        isAccrued: row.value(9))
    }
  }

  /// What a product offers on a day; nil before its first offer.
  func offer(_ product: ProductCode, on day: BookDate) throws -> TermDepositOffer? {
    try offers().last { $0.product == product && $0.effectiveFrom <= day }
  }
}
