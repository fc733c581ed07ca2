import GRDB
public import KSPCore

extension Ledger {
  /// The cash book (buku kas) of some days: what was there, every receipt and payment, and what is
  /// left, with the sums since 1 January where the days are a whole month.
  ///
  /// ```swift
  /// let january = try ledger.cashBook(in: BookPeriod(BookMonth(parsing: "2026-01")))
  /// print(january.opening, january.received, january.paid, january.closing)
  /// ```
  ///
  /// - Parameters:
  ///   - period: The days.
  ///   - accounts: The accounts; empty for all that are cash and no bank, of which those that never
  ///     held anything are left out.
  ///   - recordedBy: Exactly who recorded what is shown; nil for everybody.
  ///   - asRecordedThrough: Leaves out what was recorded after this point, and shows names as they
  ///     were; nil for everything.
  /// - Returns: The cash book, checked to add up.
  /// - Throws: `account.unknown`, `account.termsUnfit` for an account that is not cash,
  ///   `author.unknown`, `statement.inconsistent`, `known.beyond`.
  public func cashBook(
    in period: BookPeriod, accounts: [AccountCode] = [], recordedBy: String? = nil,
    asRecordedThrough: KnowledgePoint? = nil
  ) throws(LedgerError) -> CashBook {
    try store.read { db in
      try CashBookReader(
        db: db, memory: shared.memory, period: period,
        state: knownState(db, at: asRecordedThrough), recordedBy: recordedBy
      ).book(of: accounts)
    }
  }

  /// Looks for a word in the whole book: members, accounts, loans and vouchers by part of a name, a
  /// number, a NIK, a telephone number, an amount, a memo, or by the caller's key.
  ///
  /// Of a few members that fit, accounts and loans come too. What is personal is covered but for
  /// its end. Members are read from the register, amounts and memos from the journal: it costs as
  /// much as the book has of them.
  ///
  /// ```swift
  /// for hit in try ledger.find("siti").hits { print(hit.kind, hit.code, hit.title[.english]) }
  /// ```
  ///
  /// - Parameters:
  ///   - text: The word, or several of a member's; an empty one finds nothing.
  ///   - limit: How many of each kind are given at most; less than one gives none.
  /// - Returns: What was found, and of which kinds there is more.
  /// - Throws: What reading the file can throw.
  public func find(_ text: String, limit: Int = 20) throws(LedgerError) -> SearchResult {
    let today = try today()
    return try store.read { db in
      try SearchReader(
        db: db, memory: shared.memory, catalog: catalog(db), today: today,
        limit: min(max(0, limit), Int(Int32.max))
      ).find(text)
    }
  }

  /// The loan that somebody means by its number, or by the number of a member who has only one that
  /// is running, or else only one that is asked for.
  ///
  /// - Parameters:
  ///   - text: The number of a loan, or of a member.
  ///   - status: Where the loan has to stand for what is to be done; nil for one that runs, or
  ///     else is asked for.
  /// - Returns: The loan's number.
  /// - Throws: `loan.unknown` for neither, `loan.ambiguous` for a member with none or several.
  public func resolveLoan(
    _ text: String, at status: Loan.Status? = nil
  ) throws(LedgerError) -> LoanNumber {
    guard try !hasLoan(LoanNumber(text)) else { return LoanNumber(text) }
    let today = try today()
    return try store.read { db in
      guard try MemberTable.member(db, number: MemberNumber(text)) != nil else {
        throw LedgerError.loanUnknown(LoanNumber(text))
      }
      var open: [Loan] = []
      _ = try LoanRegisterReader(db, catalog(db), shared.memory, asOf: today)
        .read(LoanSelection(member: MemberNumber(text), includesEnded: status != nil)) { row in
          if status == nil || row.loan.status == status { open.append(row.loan) }
        }
      let running = open.filter { $0.status == .running }
      let meant = running.isEmpty ? open : running
      guard meant.count == 1 else {
        throw LedgerError.loanAmbiguous(
          member: MemberNumber(text), open: meant.map(\.number), at: status)
      }
      return meant[0].number
    }
  }

  /// The term deposit that somebody means by its account, or by the number of a member who has only
  /// one that is not paid out.
  ///
  /// - Parameter text: The code of an account, or the number of a member.
  /// - Returns: The code of the deposit's account.
  /// - Throws: `deposit.unknown` for neither and for a member with none, `account.ambiguous` for
  ///   one with several.
  public func resolveTermDeposit(_ text: String) throws(LedgerError) -> AccountCode {
    let code = try AccountCode(text)
    guard try hasMember(MemberNumber(text)) else { return code }
    let open = try termDeposits(of: MemberNumber(text)).map(\.account)
    guard open.count < 2 else { throw LedgerError.accountAmbiguous(open) }
    // A member without one is answered as a code is that no deposit has.
    return open.first ?? code
  }

  /// Whether there is a member with a number.
  ///
  /// - Throws: What reading the file can throw.
  public func hasMember(_ number: MemberNumber) throws(LedgerError) -> Bool {
    try store.read { db in
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM member WHERE number = ?)", arguments: [number.text])
        ?? false
    }
  }

  /// A voucher with everything that its paper shows, to be printed again.
  ///
  /// - Throws: `entry.unknown`.
  public func voucher(_ number: EntryNumber) throws(LedgerError) -> Voucher {
    try store.read { db in try VoucherReader(db: db, catalog: catalog(db)).voucher(number) }
  }

  /// The movements of a savings account from a voucher on, for the savings book of the member.
  ///
  /// - Parameters:
  ///   - number: The voucher of the first line.
  ///   - account: Whose lines are meant, where the voucher touches several savings accounts, as a
  ///     month's interest and a transfer do; nil for the only one.
  ///   - row: The row of the page in which that line is printed, from 1.
  /// - Returns: The lines through the last movement.
  /// - Throws: `entry.unknown`, `passbook.none` for a voucher that does not touch the account, or
  ///   no savings account, or several where none is named, and for a row below 1.
  public func passbookLines(
    from number: EntryNumber, of account: AccountCode? = nil, row: Int
  ) throws(LedgerError) -> PassbookLines {
    try store.read { db in
      guard let entry = try JournalReader(db).entry(number) else {
        throw LedgerError.entryUnknown(number)
      }
      let accounts = try Set(
        Int64.fetchAll(
          db,
          sql: """
            SELECT s.account FROM posting p JOIN savingsAccount s ON s.account = p.account
            JOIN account a ON a.id = s.account
            WHERE p.entry = ?1 AND (?2 IS NULL OR a.code = ?2)
            """, arguments: [number.value, account?.text]))
      guard row > 0, accounts.count == 1, let account = accounts.first else {
        throw LedgerError.passbookNone(number)
      }
      let reader = try StatementReader(
        db, try catalog(db), memory: shared.memory,
        period: BookPeriod(from: entry.bookDate, through: .latest),
        state: knownState(db, at: nil))
      let statement = try reader.statement(of: AccountID(account))
      return PassbookLines(
        account: statement.heading.account, firstRow: row,
        lines: Array(statement.lines.drop { $0.entry != number }))
    }
  }
}
