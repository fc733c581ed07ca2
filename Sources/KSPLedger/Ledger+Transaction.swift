public import KSPCore

extension Ledger {
  /// Does several things in one transaction: all of them, or none.
  ///
  /// `book` is this book inside the transaction: it has the same acts, each with its receipt, and
  /// the same questions, which see what was done so far. An act that is refused leaves nothing
  /// behind; where the closure lets its error out, nothing of the whole stays, and where it catches
  /// it, the rest does. Cash is judged once, when all of it is done. Other threads that post wait
  /// meanwhile, so a closure should not wait for people or for a network.
  ///
  /// ```swift
  /// let (saved, paid) = try ledger.transact { book in
  ///   (
  ///     try book.deposit(100_000, member: "0001", product: "wajib", on: today),
  ///     try book.repay(500_000, loan: "PJ-0001", on: today)
  ///   )
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - dryRun: Checks everything and stores nothing.
  ///   - pointingOut: Hears what is accepted of the whole and should be looked at, such as a bank
  ///     account that is below zero; what concerns one act stands in its receipt.
  ///   - body: What is to be done. `book` ends with it.
  /// - Returns: What the closure returns.
  /// - Throws: What the closure throws; `cash.belowZero`, `book.readOnly`, `book.busy` inside a
  ///   listing of the same book, and what opening the file can throw. A book of a transaction that
  ///   has ended, or in the hands of another thread, throws `transaction.over`.
  public func transact<Value>(
    dryRun: Bool = false, pointingOut: (LedgerWarning) -> Void = { _ in },
    _ body: (_ book: Ledger) throws -> Value
  ) throws -> Value {
    guard transaction == nil else { throw LedgerError.bookBusyReading(path) }
    var warnings: [LedgerWarning] = []
    var stored = StoredEvents()
    let error = CallersError()
    let value = try error.comingOut {
      try store.write(dryRun: dryRun, alone: true) { db in
        let before = try shared.memory.chainEnd(db).event
        let catalog = try catalog(db)
        let transaction = OpenTransaction(
          db: db, store: shared, recordedAt: clock(), isRehearsal: dryRun,
          judgement: Judgement(cash: catalog.cash, promised: catalog.promised))
        defer {
          transaction.abandon()
          if transaction.changedCatalog { shared.memory.forgetCatalog() }
        }
        let value = try error.noting { try body(Ledger(transaction, of: self)) }
        warnings = try transaction.end()
        stored = StoredEvents(after: before, through: try shared.memory.chainEnd(db).event)
        return value
      }
    }
    if !dryRun { shared.observers.tell(stored) }
    warnings.forEach(pointingOut)
    return value
  }

  /// Asks several questions about one moment: nothing that others record meanwhile is seen.
  ///
  /// ```swift
  /// let page = try ledger.reading { book in
  ///   (try book.member("0001"), try book.statement(ofMember: "0001", period: period))
  /// }
  /// ```
  ///
  /// - Parameter body: Asks; `book` is this book. It cannot post (`book.busy`).
  /// - Returns: What the closure returns.
  /// - Throws: What the closure throws, and what reading the file can throw.
  public func reading<Value>(_ body: (_ book: Ledger) throws -> Value) throws -> Value {
    let error = CallersError()
    return try error.comingOut {
      try store.read { _ in try error.noting { try body(self) } }
    }
  }

  /// Opens a book, hands it to a closure, and closes it, whatever becomes of it.
  ///
  /// ```swift
  /// try Ledger.withBook(at: "koperasi.ksp") { book in
  ///   if let month = try book.monthToClose() { _ = try book.runMonthEnd(month) }
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - access: For posting or for looking only.
  ///   - waiting: How long to wait for another program that writes it.
  ///   - clock: Tells the time at which entries are recorded.
  ///   - body: Uses the book.
  /// - Returns: What the closure returns.
  /// - Throws: What the closure throws, and what opening and closing can throw.
  public static func withBook<Value>(
    at path: String, access: Access = .readWrite, waiting: Duration = .zero,
    clock: @escaping Clock = Ledger.systemClock, _ body: (_ book: Ledger) throws -> Value
  ) throws -> Value {
    let ledger = try open(at: path, access: access, waiting: waiting, clock: clock)
    let result = Result { try body(ledger) }
    do {
      try ledger.close()
    } catch  where (try? result.get()) != nil {
      throw error
    } catch {}
    return try result.get()
  }
}
