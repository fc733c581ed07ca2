import GRDB
import KSPCore

/// Reads where a year of the book stands: its SHU from income and expenses, and what its acts left.
struct YearReader {
  let db: Database
  let catalog: Catalog
  let financial: FinancialReader

  /// `settings` are those of the state; nil for those of now.
  init(
    _ db: Database, _ catalog: Catalog, _ state: KnownState, _ settings: BookSettings? = nil
  ) {
    self.db = db
    self.catalog = catalog
    financial = FinancialReader(db: db, state: state, settings: settings ?? catalog.settings)
  }

  /// The year with a number: one of the book, or one before it that a meeting ratified since.
  ///
  /// - Throws: `year.beforeBook`, `month.unreadable`.
  func year(_ number: Int) throws -> BookYear {
    let year = try BookYear(number, startingIn: financial.yearStart)
    guard try !isFormer(year) || ratification(of: year) != nil else {
      throw LedgerError.yearBeforeBook(year, first: catalog.settings.firstMonth)
    }
    return year
  }

  /// Whether a year ended before the book began: the opening balances hold its result.
  func isFormer(_ year: BookYear) -> Bool { year.lastMonth < catalog.settings.firstMonth }

  /// The year before, where the book has a month of it.
  func earlier(_ year: BookYear) throws -> BookYear? {
    let earlier = try year.previous()
    return earlier.lastMonth >= catalog.settings.firstMonth ? earlier : nil
  }

  // MARK: - As a whole

  /// Where a year stands.
  func yearEnd(_ year: BookYear) throws -> YearEnd {
    let ratification = try ratification(of: year)
    let shu = try ratification?.shu ?? shu(of: year)
    return YearEnd(
      year: year, openMonths: openMonths(of: year), shu: shu, missing: try missing(year),
      adjustments: try adjustments(of: year), closedAt: try closedAt(year),
      closings: try entries(of: year, .yearClosing), ratification: ratification,
      covers: try covers(of: year), corrections: try corrections(of: year),
      corporateTax: try CorporateTaxReader(book: db, known: db, catalog: catalog).adjusted(year))
  }

  /// Its months that are open, without those before the book.
  func openMonths(of year: BookYear) -> [BookMonth] {
    year.months.filter { month in
      month >= catalog.settings.firstMonth && catalog.lastClosedMonth.map { month > $0 } ?? true
    }
  }

  /// What must hold before the closing voucher, and does not.
  func missing(_ year: BookYear) throws -> [YearEnd.Requirement] {
    try YearEnd.Requirement.allCases.filter { requirement in
      switch requirement {
      case .monthsClosed: !openMonths(of: year).isEmpty
      case .openingComplete: try !MonthEndRun.openingDifference(db, catalog).isZero
      case .earlierYearClosed: try earlier(year).map { try closedAt($0) == nil } ?? false
      case .rolesHeld: missingRole != nil
      case .balanced:
        try Int64.fetchOne(db, sql: "SELECT sum(balance) FROM accountBalance") ?? 0 != 0
      }
    }
  }

  /// A role that a year's end needs and no account holds.
  var missingRole: AccountRole? {
    [.shuCurrent, .shuUndistributed].first { catalog.roles[$0] == nil }
  }

  // MARK: - Figures

  /// Income less expenses of a year, with its adjustments.
  func shu(of year: BookYear) throws -> Rupiah {
    try lines(of: year).map { $0.type == .income ? $0.amount : try $0.amount.negated() }.sum()
  }

  /// What the year brought to every account of income and expense, by code.
  func lines(of year: BookYear) throws -> [YearClosing.Line] {
    let moved = try financial.movements(year.period)
    return try financial.chart().accounts.compactMap { account in
      guard [.income, .expense].contains(account.type), let amount = moved[account.code],
        !amount.isZero
      else { return nil }
      return YearClosing.Line(
        account: account.code, name: account.name, type: account.type,
        amount: try account.type.normalSide.balance(debitPositive: amount))
    }
  }

  // MARK: - What acts left

  /// When the closing voucher was posted; nil until then.
  func closedAt(_ year: BookYear) throws -> Timestamp? {
    try Int64.fetchOne(
      db, sql: "SELECT closedAt FROM yearClosing WHERE year = ?", arguments: [year.number]
    ).map { Timestamp(seconds: $0) }
  }

  /// The vouchers of a kind, in the order in which they were recorded.
  func entries(of year: BookYear, _ kind: EntryKind) throws -> [EntryNumber] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT y.entry FROM yearEntry y JOIN entry e ON e.id = y.entry
        WHERE y.year = ? AND e.kind = ? ORDER BY y.entry
        """, arguments: [year.number, kind.rawValue]
    ).map { EntryNumber($0) }
  }

  /// What an entry `e` credits to accounts of some classes, as SQL.
  static func effect(on classes: String) -> String {
    """
    (SELECT ifnull(-sum(p.amount), 0) FROM posting p JOIN account a ON a.id = p.account
      WHERE p.entry = e.id AND a.type IN (\(classes)))
    """
  }

  private func adjustments(of year: BookYear) throws -> [YearEnd.Adjustment] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT e.id, e.recordedAt, ifnull(y.document, ''), e.memo, e.recordedBy,
          \(Self.effect(on: "'income', 'expense'"))
        FROM yearEntry y JOIN entry e ON e.id = y.entry
        WHERE y.year = ? AND e.kind = \(EntryKind.yearAdjustment.sql) ORDER BY e.id
        """, arguments: [year.number]
    ).map { row in
      try YearEnd.Adjustment(
        entry: EntryNumber(row.value(0)), recordedAt: Timestamp(seconds: row.value(1)),
        effect: Rupiah(sen: row.value(5) as Int64), document: row.value(2),
        reason: row.optional(3), recordedBy: row.optional(4))
    }
  }

  /// What the meeting decided; nil until it was known.
  func ratification(of year: BookYear) throws -> YearEnd.Ratification? {
    let state = financial.state
    let isKnown = """
      EXISTS (SELECT 1 FROM event WHERE subject = '\(year.number)' AND number <= \(state.event)
        AND kind = \(EventKind.yearRatified.sql))
      """
    return try Row.fetchOne(
      db,
      sql: """
        SELECT ratifiedOn, decision, shu FROM yearRatification
        WHERE year = ? AND \(state.isAll ? "TRUE" : isKnown)
        """, arguments: [year.number]
    ).map { row in
      try YearEnd.Ratification(
        date: BookDate(stored: row.value(0)), decision: row.value(1),
        shu: Rupiah(sen: row.value(2) as Int64), entry: entries(of: year, .yearRatification).first)
    }
  }

  /// What open years set right of it since; what was reversed sets nothing right.
  private func corrections(of year: BookYear) throws -> [YearEnd.Correction] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT s.id, s.bookDate, (SELECT sum(max(p.amount, 0)) FROM posting p WHERE p.entry = s.id),
          ifnull(y.document, ''), e.memo, e.recordedBy,
          \(Self.effect(on: "'income', 'expense'")), \(Self.effect(on: "'equity'"))
        FROM yearEntry y JOIN entryStanding s ON s.id = y.entry JOIN entry e ON e.id = y.entry
        WHERE y.year = ? AND s.kind = \(EntryKind.yearCorrection.sql) AND s.reversedBy IS NULL
        ORDER BY s.id
        """, arguments: [year.number]
    ).map { row in
      try YearEnd.Correction(
        entry: EntryNumber(row.value(0)), bookDate: BookDate(stored: row.value(1)),
        amount: Rupiah(sen: row.value(2) as Int64), effect: Rupiah(sen: row.value(6) as Int64),
        equity: Rupiah(sen: row.value(7) as Int64), document: row.value(3),
        reason: row.optional(4), recordedBy: row.optional(5))
    }
  }

  /// What reserves covered; what was reversed covers nothing.
  private func covers(of year: BookYear) throws -> [YearEnd.Cover] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT s.id, (SELECT sum(max(p.amount, 0)) FROM posting p WHERE p.entry = s.id),
          ifnull(y.document, '')
        FROM yearEntry y JOIN entryStanding s ON s.id = y.entry
        WHERE y.year = ? AND s.kind = \(EntryKind.lossCover.sql) AND s.reversedBy IS NULL
        ORDER BY s.id
        """, arguments: [year.number]
    ).map { row in
      try YearEnd.Cover(
        entry: EntryNumber(row.value(0)), amount: Rupiah(sen: row.value(1) as Int64),
        decision: row.value(2))
    }
  }
}
