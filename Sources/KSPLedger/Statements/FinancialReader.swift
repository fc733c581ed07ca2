import GRDB
import KSPCore

/// Reads what financial statements are made of: the chart as it is marked now, balances of a day,
/// and what vouchers of a period moved. Members' accounts are summed into theirs.
struct FinancialReader {
  let db: Database
  let state: KnownState
  let yearStart: YearStart
  /// The first month of the book.
  let firstMonth: BookMonth
  private let kept = KeptBalances()

  init(db: Database, state: KnownState, settings: BookSettings) {
    self.db = db
    self.state = state
    yearStart = settings.yearStart
    firstMonth = settings.firstMonth
  }

  /// Refuses what ended before the book: it would look like days without business. What shows what
  /// is held on a day has the days from the opening balances on.
  ///
  /// - Throws: `period.beforeBook`.
  func requireInBook(through last: BookDate, countingOpenings: Bool = false) throws {
    guard last < firstMonth.firstDay else { return }
    if countingOpenings, try lastDay(through: last) != nil { return }
    throw LedgerError.shownBeforeBook(last, first: firstMonth)
  }

  /// The accounts of the chart, named as they were known.
  func chart() throws -> StatementChart {
    let roles = try AccountRole.held(db)
    let names = try KnownNames(db, state)
    return StatementChart(
      try Row.fetchAll(
        db,
        sql: """
          SELECT id, code, nameIndonesian, nameEnglish, type, \(Account.Marks.columns)
          FROM account a
          WHERE \(ChartSums.isOfChart("a"))
          ORDER BY code
          """
      ).map { row in
        guard let type = AccountType(rawValue: try row.value(4)) else {
          throw LedgerError.invariantBroken("account \(try row.value(1) as String)")
        }
        let code = AccountCode(stored: try row.value(1))
        return StatementAccount(
          code: code, name: try names?.account(code) ?? Phrase(id: row.value(2), en: row.value(3)),
          type: type, roles: try roles[row.value(0)] ?? [],
          marks: try Account.Marks(row, from: 5))
      })
  }

  /// The last day that has an entry, up to a day; nil where there is none.
  func lastDay(through day: BookDate) throws -> BookDate? {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT bookDate FROM entry WHERE id <= ? AND bookDate <= ? ORDER BY bookDate DESC LIMIT 1
        """, arguments: [state.entry, day.dayNumber]
    ).map { try BookDate(stored: $0) }
  }

  /// The balances of the evening of a day. A statement asks for some evenings several times, such
  /// as the last one of a year that is the day before the next: they are read once.
  func balances(_ day: BookDate) throws -> StatementBalances {
    try kept.balances(of: day, after: db.totalChangesCount) { try readBalances(day) }
  }

  /// What members' accounts and principals of loans come to on a day, by control account, each by
  /// the product that it is of and not by the account that it stands below. The balances of the day
  /// are read on the same way, so that a balance sheet looks through the accounts once.
  func controls(_ day: BookDate, _ catalog: Catalog) throws -> [ControlProof] {
    let sums = try TrialBalanceSums.computed(db, asOf: day, through: state.entry)
    let rows = try Row.fetchAll(
      db,
      sql: """
        WITH leaf (account, amount) AS (\(sums.sql)),
        part (owner, savings, loans, amount) AS (
          SELECT CASE WHEN s.account IS NULL AND c.account IS NULL THEN a.id ELSE a.parent END,
            s.product, CASE c.part WHEN 'principal' THEN n.product END, sum(l.amount)
          FROM leaf l JOIN account a ON a.id = l.account
          LEFT JOIN savingsAccount s ON s.account = a.id
          LEFT JOIN loanAccount c ON c.account = a.id LEFT JOIN loan n ON n.id = c.loan
          GROUP BY 1, 2, 3)
        SELECT a.code, p.savings, p.loans, p.amount FROM part p JOIN account a ON a.id = p.owner
        """, arguments: sums.arguments)
    let savings = Dictionary(
      uniqueKeysWithValues: catalog.products.map { ($0.id, $0.product.controlAccount) })
    let loans = Dictionary(
      uniqueKeysWithValues: catalog.loanProducts.map {
        ($0.id, $0.product.accounts.principalControl)
      })
    var held: StatementBalances = [:]
    var listed: StatementBalances = [:]
    for row in rows {
      let (code, amount) = (
        AccountCode(stored: try row.value(0)), Rupiah(sen: try row.value(3) as Int64)
      )
      held[code] = try (held[code] ?? .zero) + amount
      let control =
        try (row.optional(1) as Int64?).flatMap { savings[$0] }
        ?? (row.optional(2) as Int64?).flatMap { loans[$0] }
      if let control { listed[control] = try (listed[control] ?? .zero) + amount }
    }
    let found = held.filter { !$0.value.isZero }
    _ = kept.balances(of: day, after: db.totalChangesCount) { found }
    return Set(savings.values).union(loans.values).sorted { $0.text < $1.text }.map { code in
      ControlProof(code: code, listed: listed[code] ?? .zero, held: held[code] ?? .zero)
    }
  }

  private func readBalances(_ day: BookDate) throws -> StatementBalances {
    let sums = try TrialBalanceSums.computed(db, asOf: day, through: state.entry)
    let rows = try Row.fetchAll(
      db,
      sql: """
        WITH leaf (account, amount) AS (\(sums.sql)), \(ChartSums.total)
        SELECT a.code, t.amount FROM total t JOIN account a ON a.id = t.account
        WHERE t.amount <> 0
        """, arguments: sums.arguments)
    return try amounts(rows)
  }

  /// The balances of a day, those of the evening before its year began, and what is carried.
  func day(_ day: BookDate) throws -> StatementDay {
    try self.day(balances(day), as: day)
  }

  /// The same, as if the year of the day had no closing voucher: its income and expenses stand
  /// where they were entered.
  func unclosedDay(_ day: BookDate) throws -> StatementDay {
    try self.day(
      unclosedBalances(BookPeriod(from: year(of: day).firstDay, through: day)), as: day)
  }

  /// The evening before a day, as that day sees it: the year before is over on a year's first day.
  func morning(of day: BookDate) throws -> StatementDay {
    try self.day(balances(before(day)), as: day, until: before(day))
  }

  private func day(
    _ all: StatementBalances, as day: BookDate, until end: BookDate? = nil
  ) throws -> StatementDay {
    let first = try year(of: day).firstDay
    let beforeYear = try balances(before(first))
    return StatementDay(
      all: all, beforeYear: beforeYear, carried: try carried(from: first, beforeYear, end ?? day))
  }

  /// What the account of the running year's SHU holds on a day of the years before the one that
  /// begins on `first`: what it held then, without what was ratified since. Debit positive.
  func carried(
    from first: BookDate, _ beforeYear: StatementBalances, _ day: BookDate
  ) throws -> Rupiah {
    guard let current = try shuCurrent() else { return .zero }
    let held = beforeYear[current] ?? .zero
    guard first <= day else { return held }
    return try held + ratified(BookPeriod(from: first, through: day), current)
  }

  /// The account that the SHU of the running year goes to, as the chart has it; asked for by its
  /// role, because reading the chart costs as much as the book has accounts.
  func shuCurrent() throws -> AccountCode? {
    try String.fetchOne(
      db,
      sql: """
        SELECT a.code FROM accountRole r JOIN account a ON a.id = r.account
        WHERE r.role = ? AND r.isHeld = 1 ORDER BY a.code LIMIT 1
        """, arguments: [AccountRole.shuCurrent.rawValue]
    ).map { AccountCode(stored: $0) }
  }

  /// What ratifications of a period moved on an account, debit positive.
  func ratified(_ period: BookPeriod, _ account: AccountCode) throws -> Rupiah {
    try sum(
      """
      SELECT ifnull(sum(p.amount), 0) FROM \(Self.yearEntries)
      WHERE e.kind = \(EntryKind.yearRatification.sql) AND e.bookDate BETWEEN ?1 AND ?2
        AND e.id <= ?3 AND a.code = ?4
      """, period, account.text)
  }

  /// The balances at the end of a period without what closing vouchers moved within it.
  func unclosedBalances(_ period: BookPeriod) throws -> StatementBalances {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT a.code, sum(p.amount) FROM \(Self.yearEntries)
        WHERE e.kind = \(EntryKind.yearClosing.sql) AND e.bookDate BETWEEN ?1 AND ?2 AND e.id <= ?3
        GROUP BY a.id
        """, arguments: bounds(period))
    return try amounts(rows).reduce(into: balances(period.last)) { balances, closed in
      balances[closed.key] = try (balances[closed.key] ?? .zero) - closed.value
    }
  }

  /// The year of the book in which a day lies.
  func year(of day: BookDate) throws -> BookYear {
    try BookYear(of: day, startingIn: yearStart)
  }

  /// What every account moved in a period; closing a year is no movement.
  func movements(_ period: BookPeriod) throws -> StatementBalances {
    let (start, end) = (try balances(before(period.first)), try unclosedBalances(period))
    return try end.reduce(into: start.mapValues { try $0.negated() }) { moved, balance in
      moved[balance.key] = try (moved[balance.key] ?? .zero) + balance.value
    }
  }

  /// What a period says of equity. Where a year ends within it, its SHU goes on to the lines of
  /// years that are over: what these hold when the last day's year begins, beyond what they held on
  /// the first morning less what was ratified since.
  func equityFacts(
    _ period: BookPeriod, _ chart: StatementChart,
    _ movements: [AccountCode: EquityChanges.Movement]
  ) throws -> EquityChanges.Facts {
    let (start, end) = (try morning(of: period.first), try day(period.last))
    let shu =
      try StatementDay.result(unclosedBalances(period), chart)
      - StatementDay.result(start.all, chart)
    var moved = (carried: Rupiah.zero, unclosed: Rupiah.zero)
    let boundary = try year(of: period.last).firstDay
    if boundary > period.first, let current = chart.holder(of: .shuCurrent)?.code {
      let rest =
        try start.carried
        + ratified(BookPeriod(from: period.first, through: before(boundary)), current)
      moved.carried = try rest - (end.beforeYear[current] ?? .zero)
    }
    if boundary > period.first {
      moved.unclosed = try end.results(chart).earlier - start.results(chart).earlier
    }
    return EquityChanges.Facts(
      start: start, end: end, movements: movements, shu: shu, moved: moved)
  }

  /// What an SHU of a period became in equity, from balances alone: the legs of members' accounts
  /// of equity are not looked through for it.
  func shuInEquity(
    _ period: BookPeriod, _ chart: StatementChart
  ) throws -> IncomeStatement.InEquity {
    let (start, end) = (try balances(before(period.first)), try unclosedBalances(period))
    let current = try shuCurrent()
    var movements: [AccountCode: EquityChanges.Movement] = [:]
    for account in chart.accounts where account.type == .equity {
      let code = account.code
      var moved = try (start[code] ?? .zero) - (end[code] ?? .zero)
      if code == current { try moved += ratified(period, code) }
      movements[code] = EquityChanges.Movement(credits: moved, debits: .zero, takenOver: .zero)
    }
    return try equityFacts(period, chart, movements).shuInEquity(chart)
  }

  /// What accounts of equity moved in a period, and beside it what was taken over within it and
  /// what the division of an SHU moved; closing the year and ratifying it are no movements.
  func equity(_ period: BookPeriod) throws -> [AccountCode: EquityChanges.Movement] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        WITH leg (account, parent, amount, isTakeover, isDivision) AS (
          SELECT a.id, a.parent, p.amount, \(Self.isTakeover),
            ifnull(r.kind, e.kind) = \(EntryKind.shuDistribution.sql)
          FROM account a CROSS JOIN posting p ON p.account = a.id JOIN entry e ON e.id = p.entry
          LEFT JOIN entry r ON r.id = e.reverses
          WHERE a.type = 'equity' AND p.bookDate BETWEEN ? AND ? AND p.entry <= ?
            AND e.kind NOT IN (\(EntryKind.yearClosing.sql), \(EntryKind.yearRatification.sql))),
        leaf (id, parent, credits, debits, takenOver, distributed) AS (
          SELECT account, parent,
            ifnull(sum(max(-amount, 0)) FILTER (WHERE NOT isTakeover AND NOT isDivision), 0),
            ifnull(sum(max(amount, 0)) FILTER (WHERE NOT isTakeover AND NOT isDivision), 0),
            ifnull(-sum(amount) FILTER (WHERE isTakeover), 0),
            ifnull(-sum(amount) FILTER (WHERE isDivision), 0)
          FROM leg GROUP BY account)
        SELECT b.code, sum(l.credits), sum(l.debits), sum(l.takenOver), sum(l.distributed)
        FROM leaf l JOIN account b ON b.id = \(ChartSums.owner("l"))
        GROUP BY b.code
        """, arguments: bounds(period))
    var movements: [AccountCode: EquityChanges.Movement] = [:]
    for row in rows {
      movements[AccountCode(stored: try row.value(0))] = EquityChanges.Movement(
        credits: try Rupiah(sen: row.value(1) as Int64),
        debits: try Rupiah(sen: row.value(2) as Int64),
        takenOver: try Rupiah(sen: row.value(3) as Int64),
        distributed: try Rupiah(sen: row.value(4) as Int64))
    }
    return movements
  }

  /// What happened to cash and banks in a period.
  func cash(_ period: BookPeriod, _ chart: StatementChart) throws -> CashFlowStatement.Facts {
    let accounts = chart.accounts.filter(\.marks.isCash).map(\.code)
    func cash(_ balances: StatementBalances) throws -> Rupiah {
      try accounts.map { balances[$0] ?? .zero }.sum()
    }
    let legs = try Row.fetchAll(
      db,
      sql: """
        WITH leaf (id, parent, amount) AS (
          SELECT a.id, a.parent, sum(p.amount) FROM account a
          CROSS JOIN posting p ON p.account = a.id
          WHERE a.isCash = 0 AND p.bookDate BETWEEN ?1 AND ?2 AND p.entry <= ?3
            AND p.entry IN (\(Self.entriesWithCash))
          GROUP BY a.id)
        SELECT b.code, sum(l.amount)
        FROM leaf l JOIN account b ON b.id = \(ChartSums.owner("l"))
        GROUP BY b.id HAVING sum(l.amount) <> 0
        """, arguments: bounds(period))
    let others = try Row.fetchOne(
      db,
      sql: """
        WITH voucher (entry, kind, isTakeover) AS (
          SELECT e.id, e.kind, \(Self.isTakeover)
          FROM entry e LEFT JOIN entry r ON r.id = e.reverses
          WHERE e.bookDate BETWEEN ?1 AND ?2 AND e.id <= ?3)
        SELECT count(*) FILTER (WHERE NOT isTakeover),
          ifnull(sum((SELECT sum(max(p.amount, 0)) FROM posting p WHERE p.entry = v.entry))
            FILTER (WHERE NOT isTakeover), 0),
          ifnull(sum((SELECT sum(p.amount) FROM posting p JOIN account a ON a.id = p.account
              WHERE p.entry = v.entry AND a.isCash = 1))
            FILTER (WHERE isTakeover), 0)
        FROM voucher v
        WHERE isTakeover OR (kind <> \(EntryKind.yearClosing.sql)
          AND entry NOT IN (SELECT q.entry \(Self.legsOfCash) WHERE \(Self.isLegOfCash)))
        """, arguments: bounds(period))
    let takenOver = Rupiah(sen: try others?.value(2) as Int64? ?? 0)
    return try CashFlowStatement.Facts(
      legs: amounts(legs), opening: cash(balances(before(period.first))) + takenOver,
      closing: cash(balances(period.last)), withoutCash: Int(others?.value(0) as Int64? ?? 0),
      withoutCashAmount: Rupiah(sen: others?.value(1) as Int64? ?? 0))
  }

  /// The numbers of the entries of a period that touch cash and take nothing over into the book.
  static let entriesWithCash = """
    SELECT q.entry \(legsOfCash) CROSS JOIN entry e ON e.id = q.entry
    LEFT JOIN entry r ON r.id = e.reverses
    WHERE \(isLegOfCash) AND NOT \(isTakeover)
    """

  /// Legs `q` of accounts `k`, those of cash when ``isLegOfCash`` holds.
  private static let legsOfCash = "FROM account k CROSS JOIN posting q ON q.account = k.id"

  /// Whether a leg of ``legsOfCash`` lies in a period and moves cash.
  private static let isLegOfCash =
    "k.isCash = 1 AND q.bookDate BETWEEN ?1 AND ?2 AND q.entry <= ?3"

  /// The legs `p` of the vouchers of years, read from the few that there are: left to choose,
  /// SQLite reads all entries of a period.
  private static let yearEntries = """
    yearEntry y CROSS JOIN entry e ON e.id = y.entry CROSS JOIN posting p ON p.entry = e.id
    CROSS JOIN account a ON a.id = p.account
    """

  /// Whether an entry `e`, which may reverse `r`, takes balances over into the book.
  private static let isTakeover =
    "(ifnull(r.kind, e.kind) IN \(EntryKind.sqlList(.beforeBook)))"

  private func bounds(_ period: BookPeriod) -> StatementArguments {
    [period.first.dayNumber, period.last.dayNumber, state.entry]
  }

  private func sum(
    _ sql: String, _ period: BookPeriod, _ more: any DatabaseValueConvertible...
  ) throws -> Rupiah {
    let arguments = bounds(period) + StatementArguments(more)
    return Rupiah(sen: try Int64.fetchOne(db, sql: sql, arguments: arguments) ?? 0)
  }

  private func amounts(_ rows: [Row]) throws -> StatementBalances {
    var amounts: StatementBalances = [:]
    for row in rows {
      amounts[AccountCode(stored: try row.value(0))] = Rupiah(sen: try row.value(1) as Int64)
    }
    return amounts
  }

  private func before(_ day: BookDate) -> BookDate {
    // Before the first day that there is nothing was entered either.
    (try? day.adding(days: -1)) ?? day
  }
}
