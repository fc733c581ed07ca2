import GRDB
public import KSPCore

extension Ledger {
  /// An account by its code, with its balance of today.
  ///
  /// - Throws: `account.unknown`.
  public func account(_ code: AccountCode) throws(LedgerError) -> Account {
    let today = try today()
    return try store.read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          WITH \(HeldBalances.later(than: today))
          SELECT a.id, a.type, p.code, a.isPostable, \(HeldBalances.balance), a.closedOn,
            ifnull(m.name, a.nameIndonesian), ifnull(m.name, a.nameEnglish)
          FROM account a
          \(HeldBalances.join("a.id"))
          LEFT JOIN account p ON p.id = a.parent
          LEFT JOIN savingsAccount s ON s.account = a.id
          LEFT JOIN member m ON m.id = s.member
          WHERE a.code = ?
          """, arguments: [code.text])
      guard let row, let type = AccountType(rawValue: try row.value(1)) else {
        throw try MemberTable.unknownAccount(db, code.text)
      }
      return try Account(
        id: AccountID(row.value(0)), code: code, name: Phrase(id: row.value(6), en: row.value(7)),
        type: type,
        parent: (row.optional(2) as String?).map { AccountCode(stored: $0) },
        isPostable: row.value(3),
        balance: type.normalSide.balance(debitPositive: Rupiah(sen: row.value(4) as Int64)),
        closedOn: (row.optional(5) as Int64?).map { try BookDate(stored: $0) })
    }
  }

  /// What people mean by a number: an account's code, or a member's number for their sukarela.
  ///
  /// - Throws: `account.unknown`, `account.ambiguous` for the number of a member with several
  ///   open sukarela accounts.
  public func resolveAccount(_ text: String) throws(LedgerError) -> AccountCode {
    try store.read { db in
      let exact = "SELECT code FROM account WHERE code = ?"
      if let code = try String.fetchOne(db, sql: exact, arguments: [text]) {
        return AccountCode(stored: code)
      }
      let accounts = try Row.fetchAll(
        db,
        sql: """
          SELECT a.code, a.closedOn IS NULL FROM member m
          JOIN savingsAccount s ON s.member = m.id JOIN account a ON a.id = s.account
          JOIN savingsProduct p ON p.id = s.product
          WHERE m.number = ? AND p.code = 'sukarela' ORDER BY s.ordinal
          """, arguments: [text]
      ).map { (code: AccountCode(stored: try $0.value(0)), isOpen: try $0.value(1) as Bool) }
      let open = accounts.filter(\.isOpen)
      guard open.count < 2 else { throw LedgerError.accountAmbiguous(open.map(\.code)) }
      guard let account = open.first ?? accounts.first else {
        throw try MemberTable.member(db, number: MemberNumber(text)) == nil
          ? MemberTable.unknownAccount(db, text) : .accountNotOpened(member: MemberNumber(text))
      }
      return account.code
    }
  }

  /// Whose savings an account holds, and in which product.
  ///
  /// - Throws: `account.unknown` also for an account that is no member's savings.
  public func owner(
    of account: AccountCode
  ) throws(LedgerError) -> SavingsOwner {
    try store.read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT m.number, p.code FROM account a JOIN savingsAccount s ON s.account = a.id
          JOIN member m ON m.id = s.member JOIN savingsProduct p ON p.id = s.product
          WHERE a.code = ?
          """, arguments: [account.text])
      guard let row else { throw try MemberTable.unknownAccount(db, account.text) }
      return SavingsOwner(member: try row.value(0), product: try row.value(1))
    }
  }

  /// The statement of an account over a period (rekening koran).
  ///
  /// ```swift
  /// let january = BookPeriod(try BookMonth(parsing: "2026-01"))
  /// let statement = try ledger.statement(of: AccountCode("SUK-0001"), period: january)
  /// ```
  ///
  /// - Parameters:
  ///   - code: A member's account or an account of the chart that takes entries.
  ///   - period: The days.
  ///   - asRecordedThrough: Leaves out what was recorded after this point, and shows names as they
  ///     were, so that an earlier print comes out again byte for byte; nil for everything.
  /// - Returns: The statement, checked to add up.
  /// - Throws: `account.unknown`, `account.notPostable`, `statement.inconsistent`,
  ///   `known.beyond`.
  public func statement(
    of code: AccountCode, period: BookPeriod, asRecordedThrough: KnowledgePoint? = nil
  ) throws(LedgerError) -> AccountStatement {
    try store.read { db in
      let find = try shared.memory.statement(db, "SELECT id FROM account WHERE code = ?")
      find.bind(code.text, at: 1)
      defer { find.reset() }
      guard try find.step() else { throw try MemberTable.unknownAccount(db, code.text) }
      return try StatementReader(
        db, try catalog(db), memory: shared.memory, period: period,
        state: knownState(db, at: asRecordedThrough)
      ).statement(of: AccountID(find.int64(0)))
    }
  }

  /// The statements of all of a member's accounts (buku anggota).
  ///
  /// - Throws: `member.unknown`, `statement.inconsistent`, `known.beyond`.
  public func statement(
    ofMember number: MemberNumber, period: BookPeriod, asRecordedThrough: KnowledgePoint? = nil
  ) throws(LedgerError) -> MemberStatement {
    try store.read { db in
      let state = try knownState(db, at: asRecordedThrough)
      let member = try MemberTable.requireMember(db, number: number, state)
      let own = try db.cachedStatement(
        sql: """
          SELECT s.account FROM savingsAccount s JOIN member m ON m.id = s.member
          WHERE m.number = ? ORDER BY s.product, s.ordinal
          """)
      let ids = try Int64.fetchAll(own, arguments: [number.text])
      let reader = try StatementReader(
        db, try catalog(db), memory: shared.memory, period: period, state: state)
      var statement = try MemberStatement(
        member: member,
        accounts: try ids.map { AccountID($0) }.filter { try reader.has($0) }
          .map { try reader.statement(of: $0) }, known: state.known)
      statement.dues = try DuesReader(db, catalog(db), known: (state.event, state.entry))
        .cards(of: member, asOf: period.last)
      var planned = PlannedReader(db)
      planned.limit = (state.event, state.entry)
      statement.planned = try planned.cards(ofMember: number, on: period.last)
      return statement
    }
  }

  /// The statements of every member's accounts, one after the other, in flat memory.
  ///
  /// Accounts that were closed before the period, or opened after it, are left out. The others come
  /// by member, then by product, then as they were opened. All of them show one and
  /// the same state of the book.
  ///
  /// - Throws: What `body` throws, or a `LedgerError`.
  public func statements(
    period: BookPeriod, asRecordedThrough: KnowledgePoint? = nil,
    _ body: (AccountStatement) throws -> Void
  ) throws {
    let error = CallersError()
    try error.comingOut {
      try store.read { db in
        let state = try knownState(db, at: asRecordedThrough)
        let reader = try StatementReader(
          db, try catalog(db), memory: nil, period: period, state: state)
        let stands = try AccountLife(db, state)
        let accounts = try SQLStatement(
          db, "SELECT account FROM savingsAccount ORDER BY member, product, ordinal",
          isShared: false)
        while try accounts.step() {
          let account = AccountID(accounts.int64(0))
          guard try reader.has(account) else { continue }
          let statement = try reader.statement(of: account)
          if statement.isEmpty, try !stands.during(period, account) { continue }
          try error.noting { try body(statement) }
        }
      }
    }
  }
}
