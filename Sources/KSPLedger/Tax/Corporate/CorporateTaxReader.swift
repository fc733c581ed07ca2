import GRDB
import KSPCore

/// Reads how the cooperative's income is taxed, and works the tax of a month out from its vouchers.
struct CorporateTaxReader {
  /// A rule as the book keeps it.
  struct Stored {
    let event: Int64
    let rule: CorporateTaxRule
    let exempt: Set<AccountID>
  }

  /// What comes to the accounts beside the vouchers that are sealed: what a month end is about to
  /// post.
  typealias Pending = (AccountID) -> Rupiah

  /// Holds the journal and the evidence.
  let book: Database
  /// Holds the rules and the accounts, as they were known.
  let known: Database
  let catalog: Catalog

  init(book: Database, known: Database, catalog: Catalog) {
    self.book = book
    self.known = known
    self.catalog = catalog
  }

  init(_ month: EndingMonth) {
    self.init(book: month.book, known: month.known, catalog: month.catalog)
  }

  // MARK: - Rules

  /// All rules, in the order in which they were set.
  func rules() throws -> [Stored] {
    var exempt: [Int64: [(id: AccountID, code: AccountCode)]] = [:]
    let accounts = try Row.fetchAll(
      known,
      sql: """
        SELECT x.event, a.id, a.code FROM corporateTaxExempt x JOIN account a ON a.id = x.account
        ORDER BY x.event, a.code
        """)
    for row in accounts {
      exempt[try row.value(0), default: []].append(
        (AccountID(try row.value(1)), AccountCode(stored: try row.value(2))))
    }
    let rows = try Row.fetchAll(
      known,
      sql: """
        SELECT event, effectiveFrom, until, basis, rateBillionths FROM corporateTaxRule
        ORDER BY event
        """)
    return try rows.map { row in
      guard let basis = CorporateTaxRule.Basis(rawValue: try row.value(3)) else {
        throw LedgerError.invariantBroken("corporateTaxRule \(try row.value(3) as String)")
      }
      let event: Int64 = try row.value(0)
      let own = exempt[event] ?? []
      return Stored(
        event: event,
        rule: try CorporateTaxRule(
          basis, Share(billionths: row.value(4)), from: BookMonth(ordinal: row.value(1)),
          until: (row.optional(2) as Int32?).map { try BookMonth(ordinal: $0) },
          exempt: own.map(\.code)), exempt: Set(own.map(\.id)))
    }
  }

  /// The income that is no turnover where nobody says otherwise.
  func usuallyExempt(by basis: CorporateTaxRule.Basis) throws -> [AccountCode] {
    guard basis == .turnover else { return [] }
    let cells = CorporateTaxRule.turnoverCells
    return try String.fetchAll(
      known,
      sql: """
        SELECT code FROM account WHERE type = ? AND isPostable = 1
          AND ifnull(healthCell NOT BETWEEN ? AND ?, 1) ORDER BY code
        """,
      arguments: [AccountType.income.rawValue, cells.lowerBound, cells.upperBound]
    ).map { AccountCode(stored: $0) }
  }

  // MARK: - Working

  /// The rule by which tax falls due at the end of a month, and the first month that it looks at.
  func due(_ month: BookMonth) throws -> (stored: Stored, first: BookMonth)? {
    try due(month, by: rules())
  }

  private func due(
    _ month: BookMonth, by stored: [Stored]
  ) throws -> (stored: Stored, first: BookMonth)? {
    guard !stored.isEmpty else { return nil }
    let year = try BookYear(of: month.firstDay, startingIn: catalog.settings.yearStart)
    let rules = stored.map(\.rule)
    guard let first = CorporateTaxRule.firstMonth(dueIn: month, of: rules, year: year),
      let rule = CorporateTaxRule.rule(in: month, of: rules),
      let found = stored.last(where: { $0.rule == rule })
    else { return nil }
    return (found, first)
  }

  /// The accounts that a rule looks at.
  func accounts(_ stored: Stored) throws -> [(id: AccountID, code: AccountCode, name: Phrase)] {
    let types: [AccountType] = stored.rule.basis == .result ? [.income, .expense] : [.income]
    let rows = try Row.fetchAll(
      known,
      sql: """
        SELECT a.id, a.code, a.nameIndonesian, a.nameEnglish FROM account a
        WHERE a.type IN (\(types.map { "'\($0.rawValue)'" }.joined(separator: ", ")))
          AND a.isPostable = 1 AND NOT EXISTS (SELECT 1 FROM accountRole r
            WHERE r.account = a.id AND r.role = ?)
        ORDER BY a.code
        """, arguments: [AccountRole.incomeTax.rawValue])
    return try rows.compactMap { row in
      let id = AccountID(try row.value(0))
      guard !stored.exempt.contains(id) else { return nil }
      return (
        id, AccountCode(stored: try row.value(1)),
        Phrase(id: try row.value(2), en: try row.value(3))
      )
    }
  }

  /// The tax of a month with its working; nil where none falls due.
  ///
  /// What is dated in the closing period of the year is recorded after its months were closed, and
  /// does not count unless adjustments are asked for; nor do opening balances, but for a result
  /// that was brought in with them.
  func working(
    _ month: BookMonth, pending: Pending? = nil, countsAdjustments: Bool = false
  ) throws -> (stored: Stored, tax: CorporateTax)? {
    guard let (stored, first) = try due(month) else { return nil }
    let from = catalog.firstDay(of: first)
    let isResult = stored.rule.basis == .result
    let query = try SQLStatement(
      book,
      """
      SELECT ifnull(sum(p.amount), 0) FROM posting p JOIN entry e ON e.id = p.entry
      LEFT JOIN entry o ON o.id = e.reverses
      WHERE p.account = ?1 AND p.bookDate BETWEEN ?2 AND ?3
        AND (?4 OR \(EntryKind.opening.sql) NOT IN (e.kind, ifnull(o.kind, '')))
        AND (?5 AND e.kind = \(EntryKind.yearAdjustment.sql)
          OR e.kind = \(EntryKind.yearCorrection.sql)
          OR NOT EXISTS (SELECT 1 FROM yearEntry y WHERE y.entry = e.id))
      """, isShared: false)
    var parts: [CorporateTax.Part] = []
    for account in try accounts(stored) {
      query.bind(account.id.value, at: 1)
      query.bind(Int64(from.dayNumber), at: 2)
      query.bind(Int64(month.lastDay.dayNumber), at: 3)
      query.bind(isResult ? Int64(1) : 0, at: 4)
      query.bind(countsAdjustments ? Int64(1) : 0, at: 5)
      defer { query.reset() }
      let sealed = try query.step() ? Rupiah(sen: query.int64(0)) : .zero
      let amount = try (sealed + (pending?(account.id) ?? .zero)).negated()
      guard !amount.isZero else { continue }
      parts.append(
        CorporateTax.Part(account: account.code, name: account.name, amount: amount))
    }
    let holidays = try TaxDueReader(db: known, catalog: catalog).holidays()
    let tax = try CorporateTax(
      month: month, first: first.firstDay, rule: stored.rule, parts: parts,
      brought: isResult ? .zero : brought(month), holidays: holidays)
    return (stored, tax)
  }

  /// What the month before left below zero.
  private func brought(_ month: BookMonth) throws -> Rupiah {
    let carried = try Int64.fetchOne(
      book, sql: "SELECT sum(carried) FROM corporateTaxMonth WHERE month = ?",
      arguments: [try month.previous().ordinal])
    return Rupiah(sen: carried ?? 0)
  }
}

// MARK: - When it is paid

extension CorporateTaxReader {
  /// The days by which the tax of a closed month is paid and reported; nil where it has none.
  func calendar(_ month: BookMonth) throws -> TaxCalendar? {
    let basis = try String.fetchOne(
      book,
      sql: """
        SELECT r.basis FROM corporateTaxMonth m JOIN corporateTaxRule r ON r.event = m.rule
        WHERE m.month = ?
        """, arguments: [month.ordinal])
    return try basis.flatMap { CorporateTaxRule.Basis(rawValue: $0) }
      .map { basis in
        try calendar(month, basis, TaxDueReader(db: known, catalog: catalog).holidays())
      }
  }

  private func calendar(
    _ month: BookMonth, _ basis: CorporateTaxRule.Basis, _ holidays: Set<BookDate>
  ) throws -> TaxCalendar {
    try basis == .result ? TaxCalendar(year: month) : TaxCalendar(month, holidays: holidays)
  }

  /// What is paid within a calendar year, by the rules as they are, with what is left of closed
  /// months.
  func duties(_ year: Int, holidays: Set<BookDate>) throws -> [DutyCalendar.Entry] {
    let within = try BookPeriod(year: year)
    let (taxes, settings) = (TaxDueReader(db: book, catalog: catalog), catalog.settings)
    let rules = try rules()
    var duties: [DutyCalendar.Entry] = []
    var month = max(try BookMonth(year: year - 1, month: 1), settings.firstMonth)
    while month <= within.last.month {
      if let (stored, first) = try due(month, by: rules) {
        let day = try calendar(month, stored.rule.basis, holidays).payBy
        if day >= within.first, day <= within.last {
          duties.append(
            DutyCalendar.Entry(
              due: day, duty: .corporateTaxPayment,
              period: try BookPeriod(from: first.firstDay, through: month.lastDay),
              left: catalog.hasClosed(month) ? try taxes.left(month, under: [.corporate]) : nil))
        }
      }
      month = try month.next()
    }
    return duties
  }
}
