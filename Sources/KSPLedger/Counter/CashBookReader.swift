import GRDB
import KSPCore

/// Puts a cash book together of the statements of the cash accounts. Its cost follows the movements
/// of cash in the period; the sums of a month's foot also those of the year before it.
struct CashBookReader {
  let db: Database
  let memory: BookMemory
  let period: BookPeriod
  let state: KnownState
  /// Whose work is asked for; nil for everybody's.
  let recordedBy: String?

  /// A cash account with its place in the file.
  private typealias Till = (id: AccountID, account: CashBook.CashAccount)

  /// The cash book of some accounts; of none, that of all that are cash and no bank.
  ///
  /// - Throws: `account.unknown`, `account.termsUnfit` for one that is not cash, `author.unknown`.
  func book(of codes: [AccountCode]) throws -> CashBook {
    try Authors.require(recordedBy, db, officers: memory.catalog(db).officers)
    let reader = try StatementReader(
      db, memory.catalog(db), memory: memory, period: period, state: state)
    let all = try codes.isEmpty ? everyTill().filter { try reader.has($0.id) } : codes.map(till)
    var tills: [Till] = []
    var opening = Rupiah.zero
    var closing = Rupiah.zero
    var movements: [(till: Int, line: AccountStatement.Line)] = []
    let usual = try usualTill()
    for till in all {
      let statement = try reader.statement(of: till.id)
      // Of tills that nobody has used the book says nothing.
      if codes.isEmpty, till.id != usual, statement.isEmpty { continue }
      try opening += statement.opening
      try closing += statement.closing
      movements += statement.lines.map { (tills.count, $0) }
      tills.append(
        (till.id, CashBook.CashAccount(code: till.account.code, name: statement.heading.title)))
    }
    movements.sort {
      ($0.line.bookDate, $0.line.entry, $0.till) < ($1.line.bookDate, $1.line.entry, $1.till)
    }
    let isWhole = recordedBy == nil
    let lines = try lines(movements, tills.map(\.account.code), from: isWhole ? opening : .zero)
    let isMonth = isWhole && period == BookPeriod(period.first.month)
    return try CashBook(
      period: period, known: state.known, accounts: tills.map(\.account), recordedBy: recordedBy,
      opening: isWhole ? opening : .zero, lines: lines,
      closing: isWhole ? closing : lines.last?.balance ?? .zero,
      yearToDate: isMonth ? yearToDate(tills.map(\.id), opening: opening, lines: lines) : nil)
  }

  private func lines(
    _ movements: [(till: Int, line: AccountStatement.Line)], _ codes: [AccountCode],
    from opening: Rupiah
  ) throws -> [CashBook.Line] {
    let parties = try CashParties(db, memory: memory, state: state)
    var running = opening
    var lines: [CashBook.Line] = []
    for (till, line) in movements {
      let author = try parties.author(of: line.entry)
      if let recordedBy, author != recordedBy { continue }
      try running += line.amount
      let party = try parties.party(of: line.entry)
      lines.append(
        CashBook.Line(
          account: codes[till], bookDate: line.bookDate, entry: line.entry, kind: line.kind,
          memo: line.memo, member: party?.number, name: party?.name, recordedBy: author,
          received: line.debit, paid: line.credit, balance: running))
    }
    return lines
  }

  /// What came in and went out between 1 January and the month, and with the month. What an earlier
  /// book left was there before.
  private func yearToDate(
    _ tills: [AccountID], opening: Rupiah, lines: [CashBook.Line]
  ) throws -> CashBook.YearToDate {
    let january = try max(
      BookMonth(year: period.first.month.year, month: 1), memory.catalog(db).settings.firstMonth
    ).firstDay
    let sums = try memory.statement(
      db,
      """
      SELECT ifnull(sum(max(amount, 0)), 0), ifnull(sum(-min(amount, 0)), 0) FROM posting
      WHERE account = ? AND bookDate >= ? AND bookDate < ? AND entry <= ?
      """)
    var received = Rupiah.zero
    var paid = Rupiah.zero
    for till in tills {
      sums.bind(till.value, at: 1)
      sums.bind(Int64(january.dayNumber), at: 2)
      sums.bind(Int64(period.first.dayNumber), at: 3)
      sums.bind(state.entry, at: 4)
      defer { sums.reset() }
      guard try sums.step() else { continue }
      try received += Rupiah(sen: sums.int64(0))
      try paid += Rupiah(sen: sums.int64(1))
    }
    let broughtForward = try opening - received + paid
    for line in lines {
      try received += line.received
      try paid += line.paid
    }
    return try CashBook.YearToDate(
      broughtForward: broughtForward, received: received, paid: paid)
  }

  // MARK: - The accounts

  /// The account that counter money goes to; it is in every cash book.
  private func usualTill() throws -> AccountID? {
    try Int64.fetchOne(
      db, sql: "SELECT account FROM accountRole WHERE role = ? AND isHeld = 1",
      arguments: [AccountRole.cash.rawValue]
    ).map { AccountID($0) }
  }

  /// Every account with cash that is no bank; tills by their role also where they are not marked.
  private func everyTill() throws -> [Till] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id, code, nameIndonesian, nameEnglish FROM account
        WHERE id IN (\(CashTerms.cashAccounts)) ORDER BY code
        """
    ).map(till)
  }

  private func till(_ row: Row) throws -> Till {
    (
      AccountID(try row.value(0)),
      CashBook.CashAccount(
        code: AccountCode(stored: try row.value(1)),
        name: Phrase(id: try row.value(2), en: try row.value(3)))
    )
  }

  /// An account that was asked for; it may be a bank.
  private func till(_ code: AccountCode) throws -> Till {
    let row = try Row.fetchOne(
      db, sql: "SELECT id, code, nameIndonesian, nameEnglish, isCash FROM account WHERE code = ?",
      arguments: [code.text])
    guard let row else { throw try MemberTable.unknownAccount(db, code.text) }
    let found = try till(row)
    let isCash: Bool = try row.value(4)
    guard try isCash || everyTill().contains(where: { $0.id == found.id }) else {
      throw LedgerError.accountTermsUnfit(
        code, Phrase(id: "akun itu bukan kas", en: "the account is not cash"))
    }
    return found
  }
}

/// Who a receipt or payment of cash belongs to, and who recorded it.
struct CashParties {
  private let members: SQLStatement
  private let owners: SQLStatement
  private let parties: SQLStatement
  private let authors: SQLStatement
  private let names: KnownNames?

  init(_ db: Database, memory: BookMemory, state: KnownState) throws {
    names = try KnownNames(db, state)
    // A payroll list has the legs of many members: two are enough to know that it is nobody's.
    members = try memory.statement(
      db,
      """
      SELECT DISTINCT m.id, m.number, m.name FROM posting p
      LEFT JOIN savingsAccount s ON s.account = p.account
      LEFT JOIN loanAccount c ON c.account = p.account
      LEFT JOIN loan l ON l.id = c.loan
      JOIN member m ON m.id = ifnull(s.member, l.member)
      WHERE p.entry = ? LIMIT 2
      """)
    // Interest of a deposit that was paid in cash, and what came of a claim that was given up,
    // touch no account of the member's.
    owners = try memory.statement(
      db,
      """
      SELECT m.id, m.number, m.name FROM depositInterest d
      JOIN savingsAccount s ON s.account = d.account JOIN member m ON m.id = s.member
      WHERE d.voucher = ?1
      UNION SELECT m.id, m.number, m.name FROM loanStep t JOIN loan l ON l.id = t.loan
      JOIN member m ON m.id = l.member WHERE t.entry = ?1 LIMIT 2
      """)
    parties = try memory.statement(
      db,
      """
      SELECT party FROM cashParty WHERE entry = ?1
      UNION ALL SELECT payee FROM leaverPayment WHERE entry = ?1
      """)
    authors = try memory.statement(db, "SELECT recordedBy FROM entry WHERE id = ?")
  }

  /// The only member whose savings or loans an entry touches, or who is named beside it.
  func party(of entry: EntryNumber) throws -> (number: MemberNumber?, name: String)? {
    switch try only(of: members, entry) {
    case .one(let number, let name): return (number, name)
    case .several: return nil
    case .nobody: break
    }
    parties.bind(entry.value, at: 1)
    defer { parties.reset() }
    if try parties.step() { return (nil, parties.text(0) ?? "") }
    guard case .one(let number, let name) = try only(of: owners, entry) else { return nil }
    return (number, name)
  }

  private enum Found {
    case nobody
    case one(MemberNumber, name: String)
    case several
  }

  /// Whom a statement finds for an entry.
  private func only(of statement: SQLStatement, _ entry: EntryNumber) throws -> Found {
    statement.bind(entry.value, at: 1)
    defer { statement.reset() }
    guard try statement.step() else { return .nobody }
    let number = MemberNumber(statement.text(1) ?? "")
    let name = try names?.member(statement.int64(0)) ?? statement.text(2) ?? ""
    return try statement.step() ? .several : .one(number, name: name)
  }

  /// Who recorded an entry.
  func author(of entry: EntryNumber) throws -> String? {
    authors.bind(entry.value, at: 1)
    defer { authors.reset() }
    return try authors.step() ? authors.text(0) : nil
  }
}
