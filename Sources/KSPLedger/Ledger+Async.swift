public import KSPCore

/// The long calls for asynchronous programs: they do what the synchronous ones do, on a thread that
/// may block, while the caller's executor stays free.
extension Ledger {
  /// Does something with the book on a thread that may block: whatever has no asynchronous form of
  /// its own.
  ///
  /// ```swift
  /// let page = try await reader.background { book in
  ///   (try book.member("0001"), try book.statement(ofMember: "0001", period: period))
  /// }
  /// ```
  ///
  /// - Parameter body: Uses the book, which is this one.
  /// - Returns: What the closure returns.
  /// - Throws: What the closure throws.
  public func background<Value, Failure: Error>(
    _ body: (_ book: Ledger) throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    try await BlockingExecutor.run { () throws(Failure) in try body(self) }
  }

  /// Posts the interest of a month and closes it, as the synchronous form does. Where the task is
  /// cancelled it stops between two members or loans, and the month stays open (`month.cancelled`).
  ///
  /// ```swift
  /// let report = try await ledger.runMonthEnd(month)
  /// ```
  ///
  /// - Throws: As the synchronous form.
  public func runMonthEnd(
    _ month: BookMonth, reference: String? = nil, note: EntryNote = EntryNote(),
    progress: (@Sendable (StageProgress) throws -> Void)? = nil
  ) async throws(LedgerError) -> MonthEndReport {
    try await BlockingExecutor.run { () throws(LedgerError) in
      try runMonthEnd(month, note: note.keyed(by: reference), progress: progress)
    }
  }

  /// Says what a month end would post, as the synchronous form does.
  ///
  /// - Throws: As the synchronous form.
  public func previewMonthEnd(
    _ month: BookMonth, reference: String? = nil, note: EntryNote = EntryNote(),
    progress: (@Sendable (StageProgress) throws -> Void)? = nil
  ) async throws(LedgerError) -> MonthEndReport {
    try await BlockingExecutor.run { () throws(LedgerError) in
      try previewMonthEnd(month, note: note.keyed(by: reference), progress: progress)
    }
  }

  /// Proves the book from its own rows, as the synchronous form does.
  ///
  /// - Throws: As the synchronous form.
  public func verify(
    isQuick: Bool = false, progress: (@Sendable (StageProgress) -> Void)? = nil
  ) async throws(LedgerError) -> VerificationReport {
    try await BlockingExecutor.run { () throws(LedgerError) in
      try verify(isQuick: isQuick, progress: progress)
    }
  }

  /// Copies the book and proves the copy, as the synchronous form does.
  ///
  /// - Throws: As the synchronous form.
  public func backup(
    to path: String, reference: String? = nil, note: EntryNote = EntryNote(),
    progress: (@Sendable (StageProgress) -> Void)? = nil,
    notNoted: (@Sendable (LedgerError) -> Void)? = nil
  ) async throws(LedgerError) -> VerificationReport {
    try await BlockingExecutor.run { () throws(LedgerError) in
      try backup(to: path, note: note.keyed(by: reference), progress: progress, notNoted: notNoted)
    }
  }

  /// Enters the members of a sheet in the register, as the synchronous form does.
  ///
  /// - Throws: As the synchronous form.
  public func importMembers(
    _ text: SheetText, _ way: ImportWay = ImportWay()
  ) async throws(LedgerError) -> ImportReport {
    try await BlockingExecutor.run { () throws(LedgerError) in try importMembers(text, way) }
  }

  /// Brings in opening balances, as the synchronous form does.
  ///
  /// - Throws: As the synchronous form.
  public func importOpeningBalances(
    _ text: SheetText, on date: BookDate, _ way: ImportWay = ImportWay()
  ) async throws(LedgerError) -> ImportReport {
    try await BlockingExecutor.run { () throws(LedgerError) in
      try importOpeningBalances(text, on: date, way)
    }
  }

  /// Takes over running loans, as the synchronous form does.
  ///
  /// - Throws: As the synchronous form.
  public func importLoans(
    _ text: SheetText, on date: BookDate, _ way: ImportWay = ImportWay()
  ) async throws(LedgerError) -> ImportReport {
    try await BlockingExecutor.run { () throws(LedgerError) in
      try importLoans(text, on: date, way)
    }
  }

  /// Posts the transactions of a sheet, as the synchronous form does.
  ///
  /// - Throws: As the synchronous form.
  public func importTransactions(
    _ text: SheetText, _ way: ImportWay = ImportWay()
  ) async throws(LedgerError) -> ImportReport {
    try await BlockingExecutor.run { () throws(LedgerError) in try importTransactions(text, way) }
  }

  /// Posts a payroll list, as the synchronous form does.
  ///
  /// - Throws: As the synchronous form.
  public func importPayroll(
    _ text: SheetText, on date: BookDate, from payer: AccountCode? = nil,
    _ terms: PayrollTerms = PayrollTerms(), _ way: ImportWay = ImportWay()
  ) async throws(LedgerError) -> RepaymentListReport {
    try await BlockingExecutor.run { () throws(LedgerError) in
      try importPayroll(text, on: date, from: payer, terms, way)
    }
  }

  /// Takes over running term deposits, as the synchronous form does.
  ///
  /// - Throws: As the synchronous form.
  public func importTermDeposits(
    _ text: SheetText, on date: BookDate, _ way: ImportWay = ImportWay()
  ) async throws(LedgerError) -> ImportReport {
    try await BlockingExecutor.run { () throws(LedgerError) in
      try importTermDeposits(text, on: date, way)
    }
  }

  /// Takes over running planned savings, as the synchronous form does.
  ///
  /// - Throws: As the synchronous form.
  public func importPlannedSavings(
    _ text: SheetText, on date: BookDate, _ way: ImportWay = ImportWay()
  ) async throws(LedgerError) -> ImportReport {
    try await BlockingExecutor.run { () throws(LedgerError) in
      try importPlannedSavings(text, on: date, way)
    }
  }

  /// Enters days without business, as the synchronous form does.
  ///
  /// - Throws: As the synchronous form.
  public func importHolidays(
    _ text: SheetText, _ way: ImportWay = ImportWay()
  ) async throws(LedgerError) -> ImportReport {
    try await BlockingExecutor.run { () throws(LedgerError) in
      try importHolidays(text, way)
    }
  }

  /// Brings in the lines of a bank statement, as the synchronous form does.
  ///
  /// - Throws: As the synchronous form.
  public func importBankStatement(
    _ text: SheetText, account: AccountCode? = nil, _ way: ImportWay = ImportWay()
  ) async throws(LedgerError) -> ImportReport {
    try await BlockingExecutor.run { () throws(LedgerError) in
      try importBankStatement(text, account: account, way)
    }
  }

  /// Books the answered rows of a cash book, as the synchronous form does.
  ///
  /// - Throws: As the synchronous form.
  public func importCashBook(
    _ sheets: [SheetText], answers: SheetText, cash: AccountCode? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) async throws(LedgerError) -> CashImportReport {
    try await BlockingExecutor.run { () throws(LedgerError) in
      try importCashBook(sheets, answers: answers, cash: cash, note: note, dryRun: dryRun)
    }
  }

  /// Books the list of a payroll claim as it comes back, as the synchronous form does.
  ///
  /// - Throws: As the synchronous form.
  public func importDeductions(
    _ text: SheetText, ofClaim claim: Int, on date: BookDate, _ way: ImportWay = ImportWay()
  ) async throws(LedgerError) -> ClaimReceipt {
    try await BlockingExecutor.run { () throws(LedgerError) in
      try importDeductions(text, ofClaim: claim, on: date, way)
    }
  }

  /// Books what a collector brings back, as the synchronous form does.
  ///
  /// - Throws: As the synchronous form.
  @discardableResult
  public func importCollection(
    _ text: SheetText, of name: String, on date: BookDate, _ way: ImportWay = ImportWay()
  ) async throws(LedgerError) -> CollectionList {
    try await BlockingExecutor.run { () throws(LedgerError) in
      try importCollection(text, of: name, on: date, way)
    }
  }
}
