import GRDB
public import KSPCore

extension Ledger {
  /// A loan and where it stands on a day: its plan, payments, arrears, class and steps.
  ///
  /// - Parameters:
  ///   - number: The loan.
  ///   - date: The day; nil for today.
  ///   - asRecordedThrough: Leaves out what was recorded after this point, and shows names as they
  ///     were, so that an earlier print comes out again byte for byte; nil for everything.
  /// - Returns: The loan as it stood when the day ended; before it is paid out, and after it is
  ///   paid back or written off, nothing of it is open. A reversal counts from its own day on.
  /// - Throws: `loan.unknown`, `known.beyond`.
  public func loan(
    _ number: LoanNumber, asOf date: BookDate? = nil, asRecordedThrough: KnowledgePoint? = nil
  ) throws(LedgerError) -> LoanCard {
    let date = if let date { date } else { try today() }
    return try store.read { db in
      try LoanReader(db, try catalog(db), shared.memory).status(
        of: number, asOf: date, db, state: knownState(db, at: asRecordedThrough))
    }
  }

  /// Whether there is a loan with a number, so that a command can tell it from a savings account.
  ///
  /// - Throws: What reading the file can throw.
  public func hasLoan(_ number: LoanNumber) throws(LedgerError) -> Bool {
    try store.read { db in
      try LoanReader(db, try catalog(db), shared.memory).find(number) != nil
    }
  }

  /// The loans of the book, by number.
  ///
  /// - Parameters:
  ///   - member: Only this member's; nil for everybody's.
  ///   - date: The day on which they stand; nil for today.
  ///   - includingEnded: Whether settled, rejected and written-off loans are listed too.
  /// - Returns: The loans, one after the other.
  /// - Throws: `member.unknown`, and what reading the file can throw.
  public func loans(
    of member: MemberNumber? = nil, asOf date: BookDate? = nil, includingEnded: Bool = false
  ) throws(LedgerError) -> [LoanCard] {
    let date = if let date { date } else { try today() }
    return try store.read { db in
      try MemberTable.requireKnown(db, member)
      let reader = try LoanReader(db, try catalog(db), shared.memory)
      let selection = LoanSelection(member: member, includesEnded: includingEnded)
      var cards: [LoanCard] = []
      try selection.forEach(db, asOf: date) { id in
        let status = try reader.status(id: id, asOf: date, db)
        if status.loan.isOpen || includingEnded { cards.append(status) }
      }
      return cards
    }
  }

  /// The loans as they stood on a day, with arrears and classes, beside the control accounts.
  ///
  /// - Parameters:
  ///   - date: The day; nil for today.
  ///   - member: Only this member's; nil for everybody's.
  ///   - product: Only this product's; nil for all.
  ///   - includingEnded: Whether settled, rejected and written-off loans are listed too.
  /// - Returns: The loans by number; the control accounts, and what is booked of the allowance,
  ///   where all loans were asked for.
  /// - Throws: `member.unknown`, `loan.productUnknown`.
  public func loanRegister(
    asOf date: BookDate? = nil, of member: MemberNumber? = nil, product: ProductCode? = nil,
    includingEnded: Bool = false
  ) throws(LedgerError) -> LoanRegister {
    let date = if let date { date } else { try today() }
    let selection = LoanSelection(
      member: member, product: product, includesEnded: includingEnded)
    return try store.read { db in
      var rows: [LoanRegister.Row] = []
      let controls = try readRegister(db, selection, asOf: date) { rows.append($0) }
      let allowances =
        selection.isWhole
        ? try LoanRegisterReader(db, catalog(db), shared.memory, asOf: date).allowances(rows) : []
      return LoanRegister(asOf: date, rows: rows, controls: controls, allowances: allowances)
    }
  }

  /// The same loans, one after the other in flat memory, for books with more of them than a list
  /// should hold. All of them show one and the same state of the book.
  ///
  /// ```swift
  /// var arrears = Rupiah.zero
  /// let controls = try ledger.loanRegister { row in try arrears += row.arrears }
  /// ```
  ///
  /// - Parameters:
  ///   - date: The day; nil for today.
  ///   - member: Only this member's; nil for everybody's.
  ///   - product: Only this product's; nil for all.
  ///   - includingEnded: Whether settled, rejected and written-off loans come too.
  ///   - body: Takes a loan; they come by number.
  /// - Returns: The control accounts where all loans were asked for.
  /// - Throws: `member.unknown`, `loan.productUnknown`, or what `body` throws.
  @discardableResult
  public func loanRegister(
    asOf date: BookDate? = nil, of member: MemberNumber? = nil, product: ProductCode? = nil,
    includingEnded: Bool = false, _ body: (LoanRegister.Row) throws -> Void
  ) throws -> [LoanRegister.Control] {
    let date = if let date { date } else { try today() }
    let selection = LoanSelection(
      member: member, product: product, includesEnded: includingEnded)
    let error = CallersError()
    return try error.comingOut {
      try store.read { db in
        try readRegister(db, selection, asOf: date) { row in try error.noting { try body(row) } }
      }
    }
  }

  /// The loans that were open on a day, as they were known at a point.
  func openLoans(
    asOf date: BookDate, at state: KnownState, _ db: Database,
    _ body: (LoanRegister.Row) throws -> Void
  ) throws {
    _ = try LoanRegisterReader(db, catalog(db), shared.memory, asOf: date, at: state)
      .read(LoanSelection(), body)
  }

  private func readRegister(
    _ db: Database, _ selection: LoanSelection, asOf date: BookDate,
    _ body: (LoanRegister.Row) throws -> Void
  ) throws -> [LoanRegister.Control] {
    let catalog = try catalog(db)
    if let member = selection.member { _ = try MemberTable.requireMember(db, number: member) }
    if let product = selection.product { _ = try catalog.loanProduct(product) }
    return try LoanRegisterReader(db, catalog, shared.memory, asOf: date).read(selection, body)
  }

  /// The own capital of the cooperative (modal sendiri), as everything booked leaves it: equity
  /// without modal penyertaan, without SHU that is not divided, and without the clearing account of
  /// opening balances.
  ///
  /// Lending limits are measured by it (Permenkop UKM 8/2023 pasal 42–45).
  ///
  /// - Throws: `amount.overflow`, and what reading the file can throw.
  public func ownCapital() throws(LedgerError) -> Rupiah {
    try store.read { db in try GrantingRules.ownCapital(db) }
  }

  /// The installments that fall due in a period and are not paid yet, by due date.
  ///
  /// - Parameters:
  ///   - period: The days.
  ///   - group: The members of a group (unit) only; nil for all.
  ///   - collector: The members of a collector only (`Member.collectorAttribute`); nil for all.
  /// - Returns: The installments, and what each member has to pay.
  /// - Throws: `group.unknown`, and what reading the file can throw.
  public func dueInstallments(
    in period: BookPeriod, group: String? = nil, collector: String? = nil
  ) throws(LedgerError) -> DueList {
    let today = try today()
    return try store.read { db in
      let group = try GroupNames.require(db, group)
      let list = try DueListReader(db, try catalog(db), shared.memory, period, today: today).list()
      return try list.only(group: group, collector: collector)
    }
  }

  /// The loans that a member owes on a day, in a line each, by number; for
  /// `MemberSummary.loans` and `MemberStatement.loans`.
  ///
  /// - Parameters:
  ///   - member: The member number.
  ///   - date: The day.
  ///   - asRecordedThrough: Leaves out what was recorded after this point; nil for everything.
  /// - Returns: The loans with what is owed on them, in arrears and of late fees.
  /// - Throws: `member.unknown`, `known.beyond`, and what reading the file can throw.
  public func debts(
    of member: MemberNumber, asOf date: BookDate, asRecordedThrough: KnowledgePoint? = nil
  ) throws(LedgerError) -> [MemberSummary.Debt] {
    try store.read { db in
      try MemberTable.requireKnown(db, member)
      var debts: [MemberSummary.Debt] = []
      _ = try LoanRegisterReader(
        db, try catalog(db), shared.memory, asOf: date,
        at: knownState(db, at: asRecordedThrough)
      ).read(LoanSelection(member: member)) { row in
        guard row.loan.status == .running else { return }
        debts.append(
          MemberSummary.Debt(
            loan: row.loan.number, product: row.loan.product, outstanding: row.outstanding,
            arrears: row.arrears, lateFee: row.lateFee, daysPastDue: row.daysPastDue))
      }
      return debts
    }
  }
}
