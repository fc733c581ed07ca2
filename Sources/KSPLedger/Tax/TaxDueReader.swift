import GRDB
import KSPCore

/// What months owe to the state for tax, and what was paid of it.
///
/// A month owes what its month end withheld or claimed or booked as the cooperative's own, what the
/// closing period adjusted of that, and what was settled for it on another day. Tax that was given
/// back later is a claim on the state of its own and lowers nothing here. A month before the book
/// owes what the opening balances brought.
struct TaxDueReader {
  let db: Database
  let catalog: Catalog

  /// The accounts of both articles on interest, also those that held their roles before.
  private static let accounts = """
    (SELECT account FROM accountRole WHERE role IN \
    ('\(AccountRole.taxFinal.rawValue)', '\(AccountRole.taxOrganization.rawValue)'))
    """

  /// Whether a settlement `taxSettled` changed what is owed, for SQL: what went back after its
  /// month was closed is a claim on the state instead.
  static let changesOwed = """
    (tax > 0 OR NOT EXISTS (SELECT 1 FROM closedMonth c
      WHERE c.month = taxSettled.month AND c.lastEntry < taxSettled.known))
    """

  /// What a month owes, article by article; what was neither owed nor paid is left out.
  func due(_ month: BookMonth) throws -> [TaxDue] {
    let isBefore = month < catalog.settings.firstMonth
    let owed = isBefore ? try brought() : try owed(month)
    let paid = try paid(month, orEarlier: isBefore)
    return try TaxArticle.allCases.compactMap { article in
      let amounts = (owed[article] ?? .zero, paid[article] ?? .zero)
      guard !amounts.0.isZero || !amounts.1.isZero else { return nil }
      let account = try catalog.account(InterestTaxPass.role(article))
      return try TaxDue(
        month: month, article: article, account: code(account), owed: amounts.0,
        paid: amounts.1, held: balance(account).negated())
    }
  }

  /// The slips of a month beside the accounts of their tax; articles that share an account stand
  /// together.
  func accounts(_ slips: [WithholdingSlip], _ month: BookMonth) throws -> [TaxCheck.Account] {
    let holders = try TaxArticle.ofInterest.map { article in
      Set(
        try Int64.fetchAll(
          db, sql: "SELECT account FROM accountRole WHERE role = ?",
          arguments: [InterestTaxPass.role(article).rawValue]))
    }
    let isShared = !holders[0].isDisjoint(with: holders[1])
    let groups = isShared ? [TaxArticle.ofInterest] : TaxArticle.ofInterest.map { [$0] }
    return try groups.map { articles in
      var sum = Rupiah.zero
      for slip in slips where articles.contains(slip.article) { try sum += slip.tax }
      var posted = Rupiah.zero
      let ids = zip(TaxArticle.ofInterest, holders).filter { articles.contains($0.0) }
        .reduce(into: Set<Int64>()) { $0.formUnion($1.1) }
      for id in ids { try posted += credited(id, month) }
      for article in articles { try posted += settled(article, month) }
      return TaxCheck.Account(
        code: try code(catalog.account(InterestTaxPass.role(articles[0]))), articles: articles,
        slips: sum, posted: posted)
    }
  }

  /// What closed months have left to pay, the earliest first; nil for nothing.
  ///
  /// Tax on the result of a year counts once the month is open by whose end it is paid.
  func deadline() throws -> BookStatus.TaxDeadline? {
    let found = try open()
    guard let first = found.min(by: { $0.payBy < $1.payBy }) else { return nil }
    return BookStatus.TaxDeadline(
      month: first.month, left: try found.map(\.left).sum(), payBy: first.payBy,
      reportBy: first.reportBy)
  }

  /// Each closed month of the last year that has something left to pay, by article, and what those
  /// before left in one sum.
  func open() throws -> [BookStatus.TaxDeadline] {
    guard let last = catalog.lastClosedMonth else { return [] }
    return try interestDeadlines(last)
      + [TaxArticle.corporate, .employee].flatMap { try deadlines(last, under: $0) }
  }

  /// Each month whose tax under another article is not paid. As for interest, what the account
  /// holds belongs to the latest months.
  private func deadlines(
    _ last: BookMonth, under article: TaxArticle
  ) throws -> [BookStatus.TaxDeadline] {
    let corporate = CorporateTaxReader(book: db, known: db, catalog: catalog)
    var available = try sum(
      """
      SELECT -sum(balance) FROM accountBalance
      WHERE account IN (SELECT account FROM accountRole WHERE role = ?)
      """, [InterestTaxPass.role(article).rawValue])
    var found: [BookStatus.TaxDeadline] = []
    var month = last
    for _ in 0..<12 where available.isPositive && month >= catalog.settings.firstMonth {
      let left = min(try left(month, under: [article]), available)
      available = try available - left
      if left.isPositive {
        let calendar =
          try article == .corporate
          ? corporate.calendar(month) : TaxCalendar(month, holidays: holidays())
        if let calendar, try calendar.payBy.month <= catalog.openMonth() {
          found.append(
            BookStatus.TaxDeadline(
              month: month, left: left, payBy: calendar.payBy, reportBy: calendar.reportBy))
        }
      }
      month = try month.previous()
    }
    return try found + earlier(month, available)
  }

  /// What an account holds beyond what the last twelve months left: it is of the month before them
  /// and of earlier ones, which are not looked at one by one.
  private func earlier(
    _ month: BookMonth, _ available: Rupiah
  ) throws -> [BookStatus.TaxDeadline] {
    guard available.isPositive, month >= catalog.settings.firstMonth else { return [] }
    let calendar = try TaxCalendar(month, holidays: holidays())
    return [
      BookStatus.TaxDeadline(
        month: month, left: available, payBy: calendar.payBy, reportBy: calendar.reportBy)
    ]
  }

  /// The same of tax on interest alone.
  ///
  /// What an account holds belongs to the latest months: what was paid by hand, or set off, was for
  /// those before.
  private func interestDeadlines(_ last: BookMonth) throws -> [BookStatus.TaxDeadline] {
    let held = try sum(
      "SELECT -sum(balance) FROM accountBalance WHERE account IN \(Self.accounts)")
    let running = try sum(
      "SELECT sum(tax) FROM taxSettled WHERE \(Self.changesOwed) AND month > ?", [last.ordinal])
    var available = try held - running
    var found: [BookStatus.TaxDeadline] = []
    var month = last
    for _ in 0..<12 where available.isPositive && month >= catalog.settings.firstMonth {
      let owed = try sum(
        """
        SELECT -sum(p.amount) FROM posting p JOIN entry e ON e.id = p.entry
        WHERE p.account IN \(Self.accounts) AND p.bookDate = ?
          AND e.kind IN \(EntryKind.sqlList(.byMonthEnd))
        """, [month.lastDay.dayNumber])
      let settled = try sum(
        "SELECT sum(tax) FROM taxSettled WHERE \(Self.changesOwed) AND month = ?",
        [month.ordinal])
      var paid = Rupiah.zero
      for (article, amount) in try self.paid(month, orEarlier: false)
      where TaxArticle.ofInterest.contains(article) {
        try paid += amount
      }
      let left = min(try owed + settled - paid, available)
      if left.isPositive {
        let calendar = try TaxCalendar(month, holidays: holidays())
        found.append(
          BookStatus.TaxDeadline(
            month: month, left: left, payBy: calendar.payBy, reportBy: calendar.reportBy))
        available = try available - left
      }
      month = try month.previous()
    }
    return try found + earlier(month, available)
  }

  /// What is left to pay of the months whose tax on interest is due in a year, as far as they are
  /// closed.
  func left(of year: Int) throws -> [BookMonth: Rupiah] {
    guard let last = catalog.lastClosedMonth else { return [:] }
    var left: [BookMonth: Rupiah] = [:]
    let end = try BookMonth(year: year, month: 12)
    var month = try BookMonth(year: year, month: 1).previous()
    while month < end, month <= last {
      if month >= catalog.settings.firstMonth {
        left[month] = try self.left(month, under: TaxArticle.ofInterest)
      }
      month = try month.next()
    }
    return left
  }

  /// What is left to pay of a month under some articles.
  func left(_ month: BookMonth, under articles: [TaxArticle]) throws -> Rupiah {
    try due(month).filter { articles.contains($0.article) }.map(\.left).sum()
  }

  /// The days without business.
  func holidays() throws -> Set<BookDate> {
    Set(
      try Int64.fetchAll(db, sql: "SELECT day FROM holiday").map { try BookDate(stored: $0) })
  }

  // MARK: - Parts

  private func owed(_ month: BookMonth) throws -> [TaxArticle: Rupiah] {
    try byArticle(
      """
      SELECT article, sum(amount) FROM (
        SELECT article, tax - settled AS amount FROM withholdingSlip WHERE month = ?1
        UNION ALL SELECT article, tax FROM taxSettled WHERE month = ?1
          AND \(Self.changesOwed)
        UNION ALL SELECT '\(TaxArticle.corporate.rawValue)', tax FROM corporateTaxMonth
          WHERE month = ?1 AND tax > 0
        UNION ALL SELECT '\(TaxArticle.corporate.rawValue)', -p.amount FROM yearEntry y
          CROSS JOIN entry e ON e.id = y.entry CROSS JOIN posting p ON p.entry = e.id
          WHERE e.kind = \(EntryKind.yearAdjustment.sql) AND e.bookDate = ?3 AND p.account IN
            (SELECT account FROM accountRole WHERE role = '\(AccountRole.taxCorporate.rawValue)')
        UNION ALL SELECT '\(TaxArticle.employee.rawValue)', r.tax FROM shuReward r
          JOIN entryStanding s ON s.id = r.entry
          WHERE s.bookDate BETWEEN ?2 AND ?3 AND s.reversedBy IS NULL AND r.tax > 0)
      GROUP BY article
      """, [month.ordinal, month.firstDay.dayNumber, month.lastDay.dayNumber])
  }

  private func paid(
    _ month: BookMonth, orEarlier: Bool
  ) throws -> [TaxArticle: Rupiah] {
    try byArticle(
      """
      SELECT p.article, sum(p.amount) FROM taxPayment p JOIN entryStanding s ON s.id = p.entry
      WHERE p.month \(orEarlier ? "<" : "=") ? AND s.reversedBy IS NULL GROUP BY p.article
      """, [orEarlier ? catalog.settings.firstMonth.ordinal : month.ordinal])
  }

  /// What the opening balances brought of tax that is owed.
  private func brought() throws -> [TaxArticle: Rupiah] {
    var brought: [TaxArticle: Rupiah] = [:]
    for article in TaxArticle.allCases {
      brought[article] = try sum(
        """
        SELECT -sum(p.amount) FROM posting p JOIN entry e ON e.id = p.entry
        LEFT JOIN entry o ON o.id = e.reverses
        WHERE p.account IN (SELECT account FROM accountRole WHERE role = ?)
          AND \(EntryKind.opening.sql) IN (e.kind, o.kind)
        """, [InterestTaxPass.role(article).rawValue]
      ).orZero
    }
    return brought
  }

  /// What month ends credited to an account.
  private func credited(_ account: Int64, _ month: BookMonth) throws -> Rupiah {
    try sum(
      """
      SELECT -sum(p.amount) FROM posting p JOIN entry e ON e.id = p.entry
      WHERE p.account = ? AND p.bookDate = ? AND e.kind IN \(EntryKind.sqlList(.byMonthEnd))
      """, [account, month.lastDay.dayNumber])
  }

  /// What was settled for a month on another day; below zero what was given back.
  private func settled(_ article: TaxArticle, _ month: BookMonth) throws -> Rupiah {
    try sum(
      "SELECT sum(tax) FROM taxSettled WHERE month = ? AND article = ?",
      [month.ordinal, article.rawValue])
  }

  private func balance(_ account: AccountID) throws -> Rupiah {
    try sum("SELECT balance FROM accountBalance WHERE account = ?", [account.value])
  }

  private func code(_ account: AccountID) throws -> AccountCode {
    try AccountCode(db.code(of: account) ?? "")
  }

  private func sum(_ sql: String, _ arguments: StatementArguments = []) throws -> Rupiah {
    let statement = try db.cachedStatement(sql: sql)
    return Rupiah(sen: try Int64.fetchOne(statement, arguments: arguments) ?? 0)
  }

  private func byArticle(
    _ sql: String, _ arguments: StatementArguments
  ) throws -> [TaxArticle: Rupiah] {
    var sums: [TaxArticle: Rupiah] = [:]
    for row in try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments) {
      guard let article = TaxArticle(rawValue: try row.value(0)) else { continue }
      sums[article] = Rupiah(sen: try row.value(1) as Int64)
    }
    return sums
  }
}
