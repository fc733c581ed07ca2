import GRDB
import KSPCore

/// Reads what the notes to the statements are made of, on the last days of two periods.
struct NotesReader {
  let db: Database
  let financial: FinancialReader
  /// The products of savings and of loans that were there.
  let products: (savings: [Catalog.Product], loans: [LoanProductRecord])
  let chart: StatementChart
  let period: BookPeriod
  let previous: BookPeriod
  let balances: (now: StatementBalances, before: StatementBalances)

  init(
    _ db: Database, _ catalog: Catalog, _ financial: FinancialReader, _ period: BookPeriod
  ) throws {
    self.db = db
    self.financial = financial
    let state = financial.state
    products = (
      try catalog.products.filter { try Self.isKnown($0.product.code, db, state) },
      try catalog.loanProducts.filter { try Self.isKnown($0.product.code, db, state) }
    )
    chart = try financial.chart()
    self.period = period
    previous = try period.aYearBefore()
    balances = (try financial.balances(period.last), try financial.balances(previous.last))
  }

  private typealias Line = FinancialNotes.Line

  /// All notes but that of the classes of loans, which the register of loans tells.
  func notes() throws -> [FinancialNotes.Note] {
    try always() + corrections()
  }

  private func always() throws -> [FinancialNotes.Note] {
    let savings = products.savings.map { ($0.id, $0.product.code, $0.product.name) }
    let loans = products.loans.map { ($0.id, $0.product.code, $0.product.name) }
    let related = try related()
    return [
      try FinancialNotes.Note(
        .savings, lines(savings, self.savings()),
        book: book(of: products.savings.map(\.product.controlAccount), .credit)),
      try FinancialNotes.Note(.depositMaturities, lines(deposits), book: nil),
      try FinancialNotes.Note(.loans, lines(loans, self.loans()), book: loanBook),
      try FinancialNotes.Note(.loanMaturities, lines(remaining), book: loanBook),
      try movement(.allowance, products.loans.map(\.product.accounts.allowance), .credit),
      try movement(.assets, holders([.fixedAsset]), .debit),
      try movement(.depreciation, holders([.accumulatedDepreciation]), .credit),
      try movement(
        .tax, holders([.taxFinal, .taxOrganization, .taxCorporate, .taxEmployee]), .credit),
      try FinancialNotes.Note(
        .relatedSavings, lines(savings, self.savings("AND s.member IN (\(related))")), book: nil),
      try FinancialNotes.Note(
        .relatedLoans, lines(loans, self.loans("AND n.member IN (\(related))")), book: nil),
    ]
  }

  /// What both periods set right of years that a meeting had ratified, by voucher, and what took
  /// such a correction back in another period: what each adds to the SHU and to equity; no note
  /// where nothing was.
  private func corrections() throws -> [FinancialNotes.Note] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT e.id, y.year, y.document, e.bookDate >= ?3,
          \(YearReader.effect(on: "'income', 'expense', 'equity'"))
        FROM yearEntry y CROSS JOIN entry c ON c.id = y.entry
        LEFT JOIN entryReversal r ON r.entry = c.id AND r.reversedBy <= ?5
        CROSS JOIN entry e ON e.id IN (c.id, r.reversedBy)
        WHERE c.kind = \(EntryKind.yearCorrection.sql) AND e.id <= ?5
          AND ((e.bookDate BETWEEN ?1 AND ?2
              AND NOT ifnull(c.bookDate >= ?1 AND r.reversedOn <= ?2, 0))
            OR (e.bookDate BETWEEN ?3 AND ?4
              AND NOT ifnull(c.bookDate >= ?3 AND r.reversedOn <= ?4, 0)))
        ORDER BY e.id
        """,
      arguments: [
        previous.first.dayNumber, previous.last.dayNumber, period.first.dayNumber,
        period.last.dayNumber, financial.state.entry,
      ])
    guard !rows.isEmpty else { return [] }
    let lines = try rows.map { row in
      let (year, paper) = (try row.value(1) as Int, try row.value(2) as String)
      let (isNow, amount) = (try row.value(3) as Bool, Rupiah(sen: try row.value(4) as Int64))
      return Line(
        code: EntryNumber(try row.value(0)).description,
        label: Phrase(id: "Tahun \(year): \(paper)", en: "Year \(year): \(paper)"),
        amount: isNow ? amount : .zero, previous: isNow ? .zero : amount)
    }
    return [try FinancialNotes.Note(.formerYears, lines, book: nil)]
  }

  /// The note of classes, from what the register says of each on both days.
  func classes(
    _ now: [LoanClass: Rupiah], _ before: [LoanClass: Rupiah]
  ) throws -> FinancialNotes.Note {
    try FinancialNotes.Note(
      .loanClasses,
      LoanClass.allCases.map {
        Line(
          code: $0.code, label: $0.name, amount: now[$0] ?? .zero, previous: before[$0] ?? .zero)
      }, book: loanBook)
  }

  // MARK: - What accounts hold

  private var loanBook: FinancialNotes.Book {
    get throws {
      try book(of: products.loans.map(\.product.accounts.principalControl), .debit)
    }
  }

  private func holders(_ roles: Set<AccountRole>) -> [AccountCode] {
    chart.accounts.filter { !roles.isDisjoint(with: $0.roles) }.map(\.code)
  }

  private func book(of accounts: [AccountCode], _ side: Side) throws -> FinancialNotes.Book {
    let accounts = Set(accounts).sorted { $0.text < $1.text }
    func held(_ balances: StatementBalances) throws -> Rupiah {
      try side.balance(debitPositive: accounts.map { balances[$0] ?? .zero }.sum())
    }
    return FinancialNotes.Book(
      accounts: accounts, amount: try held(balances.now), previous: try held(balances.before))
  }

  // MARK: - By product

  /// Whether a product was there.
  private static func isKnown(
    _ product: ProductCode, _ db: Database, _ state: KnownState
  ) throws -> Bool {
    guard !state.isAll else { return true }
    return try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM event WHERE subject = ? AND number <= ?
          AND kind IN \([EventKind.savingsProductAdded, .loanProductAdded].sqlList))
        """, arguments: [product.text, state.event]) == true
  }

  /// The members who were related to the cooperative, as a list for SQL.
  private func related() throws -> String {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT m.id, m.number, a.value FROM memberAttribute a JOIN member m ON m.id = a.member
        WHERE a.name = ?
        """, arguments: [Member.relatedAttribute])
    return try rows.filter { row in
      guard financial.state.isAll else {
        let known = try KnownRows(
          db, table: "memberAttribute", subject: row.value(1) as String,
          through: financial.state.event)
        let said = known.all.first { $0["name"]?.text == Member.relatedAttribute }
        return said?["value"]?.text?.isEmpty == false
      }
      return (try row.optional(2) as String?)?.isEmpty == false
    }.map { "\(try $0.value(0) as Int64)" }.joined(separator: ", ")
  }

  private func savings(_ condition: String = "") -> (BookDate) throws -> [Int64: Rupiah] {
    { day in
      try held(
        """
        SELECT s.product, -sum(l.amount) FROM leaf l
        JOIN savingsAccount s ON s.account = l.account WHERE 1 \(condition) GROUP BY s.product
        """, day)
    }
  }

  private func loans(_ condition: String = "") -> (BookDate) throws -> [Int64: Rupiah] {
    { day in
      try held(
        """
        SELECT n.product, sum(l.amount) FROM leaf l JOIN loanAccount c ON c.account = l.account
        JOIN loan n ON n.id = c.loan WHERE c.part = 'principal' \(condition) GROUP BY n.product
        """, day)
    }
  }

  private func lines(
    _ products: [(id: Int64, code: ProductCode, name: Phrase)],
    _ held: (BookDate) throws -> [Int64: Rupiah]
  ) throws -> [Line] {
    let (now, before) = (try held(period.last), try held(previous.last))
    return products.map { product in
      Line(
        code: product.code.text, label: product.name, amount: now[product.id] ?? .zero,
        previous: before[product.id] ?? .zero)
    }
  }

  // MARK: - By time

  private func lines(
    _ spans: (BookDate) throws -> [RemainingTime: Rupiah]
  ) throws -> [Line] {
    let (now, before) = (try spans(period.last), try spans(previous.last))
    return RemainingTime.allCases.map { span in
      Line(
        code: span.rawValue, label: span.name, amount: now[span] ?? .zero,
        previous: before[span] ?? .zero)
    }
  }

  /// Term deposits by the maturity of the period that runs on a day.
  private func deposits(_ day: BookDate) throws -> [RemainingTime: Rupiah] {
    let leaf = try leaf(day)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        WITH leaf (account, amount) AS (\(leaf.sql)),
        held (account, amount) AS (SELECT account, sum(amount) FROM leaf GROUP BY account)
        SELECT h.amount, t.openedOn, t.tenor, \(TermDepositReader.firstOpened) FROM held h
        JOIN termDeposit t ON t.account = h.account AND t.period = (SELECT max(o.period)
          FROM termDeposit o WHERE o.account = h.account
            AND (o.openedOn <= \(day.dayNumber) OR o.period = 1)
            AND \(TermDepositReader.isKnown("o", at: financial.state)))
        WHERE h.amount <> 0
        """, arguments: leaf.arguments)
    var spans: [RemainingTime: Rupiah] = [:]
    while let row = try rows.next() {
      let first = try BookDate(stored: row.value(3))
      let due = try TermDepositTerms.valueDate(
        row.value(2), of: BookDate(stored: row.value(1)), keeping: first.components.day)
      let span = try RemainingTime(until: due, from: day)
      spans[span] = try (spans[span] ?? .zero) - Rupiah(sen: row.value(0) as Int64)
    }
    return spans
  }

  /// The principal of loans by the last installment of the plan that holds on a day.
  private func remaining(_ day: BookDate) throws -> [RemainingTime: Rupiah] {
    let leaf = try leaf(day)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        WITH leaf (account, amount) AS (\(leaf.sql)),
        held (loan, amount) AS (SELECT c.loan, sum(l.amount) FROM leaf l
          JOIN loanAccount c ON c.account = l.account WHERE c.part = 'principal' GROUP BY c.loan)
        SELECT h.amount, (SELECT max(i.due) FROM loanInstallment i
          WHERE i.loan = h.loan AND i.version = (SELECT max(p.version) FROM loanPlan p
            WHERE p.loan = h.loan AND p.startedOn <= \(day.dayNumber)
              AND \(LoanPlanReader.isKnown("p", at: financial.state)) AND NOT EXISTS
              (SELECT 1 FROM entryReversal r
                WHERE r.entry = p.entry AND r.reversedOn <= \(day.dayNumber)
                  AND r.reversedBy <= \(financial.state.entry))))
        FROM held h WHERE h.amount <> 0
        """, arguments: leaf.arguments)
    var spans: [RemainingTime: Rupiah] = [:]
    while let row = try rows.next() {
      let due = try (row.optional(1) as Int64?).map { try BookDate(stored: $0) }
      let span = try RemainingTime(until: due ?? day, from: day)
      spans[span] = try (spans[span] ?? .zero) + Rupiah(sen: row.value(0) as Int64)
    }
    return spans
  }

  // MARK: - Movements

  /// An opening balance and what moved it, by the kinds of vouchers; what was reversed counts with
  /// what it reversed. Opening vouchers moved nothing: what they took over was there before, also
  /// where the book begins within the period.
  private func movement(
    _ subject: FinancialNotes.Subject, _ accounts: [AccountCode], _ side: Side
  ) throws -> FinancialNotes.Note {
    let accounts = Set(accounts).sorted { $0.text < $1.text }
    let (now, before) = (try moved(accounts, period), try moved(accounts, previous))
    let kinds = EntryKind.allCases.filter {
      $0 != .opening && (now[$0] != nil || before[$0] != nil)
    }
    func opening(_ period: BookPeriod, _ takenOver: Rupiah?) throws -> Rupiah {
      let balances = try financial.balances(period.first.adding(days: -1))
      let held = try accounts.map { balances[$0] ?? .zero }.sum()
      return try side.balance(debitPositive: held + (takenOver ?? .zero))
    }
    let first = Line(
      code: "opening", label: Phrase(id: "Saldo awal", en: "Opening"),
      amount: try opening(period, now[.opening]),
      previous: try opening(previous, before[.opening]))
    let lines = try kinds.map { kind in
      Line(
        code: kind.rawValue, label: kind.name,
        amount: try side.balance(debitPositive: now[kind] ?? .zero),
        previous: try side.balance(debitPositive: before[kind] ?? .zero))
    }
    return try FinancialNotes.Note(subject, [first] + lines, book: book(of: accounts, side))
  }

  private func moved(
    _ accounts: [AccountCode], _ period: BookPeriod
  ) throws -> [EntryKind: Rupiah] {
    var moved: [EntryKind: Rupiah] = [:]
    for account in accounts {
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT ifnull(r.kind, e.kind), sum(p.amount) FROM account a
          JOIN posting p ON p.account = a.id JOIN entry e ON e.id = p.entry
          LEFT JOIN entry r ON r.id = e.reverses
          WHERE a.code = ? AND p.bookDate BETWEEN ? AND ? AND p.entry <= ? GROUP BY 1
          """,
        arguments: [
          account.text, period.first.dayNumber, period.last.dayNumber, financial.state.entry,
        ])
      for row in rows {
        guard let kind = EntryKind(rawValue: try row.value(0)) else {
          throw LedgerError.invariantBroken("entry kind \(try row.value(0) as String)")
        }
        moved[kind] = try (moved[kind] ?? .zero) + Rupiah(sen: row.value(1) as Int64)
      }
    }
    return moved
  }

  // MARK: - Balances

  private func leaf(_ day: BookDate) throws -> TrialBalanceSums {
    try TrialBalanceSums.computed(db, asOf: day, through: financial.state.entry)
  }

  private func held(_ sql: String, _ day: BookDate) throws -> [Int64: Rupiah] {
    let leaf = try leaf(day)
    let rows = try Row.fetchAll(
      db, sql: "WITH leaf (account, amount) AS (\(leaf.sql)) \(sql)", arguments: leaf.arguments)
    return try rows.reduce(into: [:]) { held, row in
      held[try row.value(0)] = Rupiah(sen: try row.value(1) as Int64)
    }
  }
}
