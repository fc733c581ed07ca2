public import KSPCore

extension Ledger {
  /// Reads a cash book as the treasurer keeps it (buku kas umum), a file for each month, and says
  /// what each row is taken for; nothing is stored.
  ///
  /// A row is a deposit or a withdrawal of a member, income, an expense, or money taken to or from
  /// a bank, by the words of the treasurer (``cashWords()``). Members are found by number or name.
  /// Balances and sums are worked out again, and what of them is printed otherwise is named.
  ///
  /// - Parameters:
  ///   - sheets: The files, one a month, in any order.
  ///   - cash: The account that the cash book is of; nil for the usual cash.
  /// - Returns: Sheets and rows; its CSV is the list to be answered.
  /// - Throws: `import.refused` with all cells that cannot be read, `cashBook.monthTwice`,
  ///   `cashBook.withoutMonth`, `account.termsUnfit` for an account that is no cash.
  public func cashBookProposals(
    _ sheets: [SheetText], cash: AccountCode? = nil
  ) throws(LedgerError) -> CashProposals {
    let read = try CashSheets(reading: sheets)
    return try store.read { db in
      try CashProposalReader(db, shared.memory, catalog(db), cash: cash).proposals(read)
    }
  }

  /// Books a cash book by the answers to its proposals: all of it, or nothing.
  ///
  /// Each row has an answer in the column of that name: yes to what stands beside it, changed or
  /// not, or booked for what is in the book by another act. Several answers to one row share its
  /// amount. Rows carry references made of month and content, so that done twice nothing is stored
  /// twice; what was reversed may come in again. Where an answer corrects what a row was taken for,
  /// its words are kept for the next time.
  ///
  /// Afterwards cash ends every day with what the sheets say; where it does not, and all cash of
  /// those days came from cash books, everything is refused with both figures.
  ///
  /// - Parameters:
  ///   - sheets: The files, one a month, in any order.
  ///   - answers: The CSV of the proposals, filled in.
  ///   - cash: The account that the cash book is of; nil for the usual cash.
  ///   - note: Author, and what is done knowingly; the memo of an entry is what its row says.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: What was stored and proved, and the words that were learned.
  /// - Throws: `import.refused` with all rows that cannot be booked, among them
  ///   `cashBook.unanswered` and `cashBook.answerUnfit`; `cashBook.gap`, `cashBook.differs`, and as
  ///   ``cashBookProposals(_:cash:)``.
  public func importCashBook(
    _ sheets: [SheetText], answers: SheetText, cash: AccountCode? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> CashImportReport {
    let read = try CashSheets(reading: sheets)
    let answered = try CashAnswers(answers)
    return try post(dryRun: dryRun, alone: true) { session in
      var work = try CashBookImport(read, answered, cash: cash, session: session, note)
      return try work.run()
    }
  }

  /// The words by which rows of a cash book are told: those that are kept, then the names of
  /// accounts, products and banks.
  ///
  /// - Throws: What reading the file can throw.
  public func cashWords() throws(LedgerError) -> [CashWord] {
    try store.read { db in
      try CashWordTable(CashWordDesk.words(db, catalog(db))).words
    }
  }

  /// What somebody means by a word of the cash book, the code of a product, or the code or name of
  /// an account.
  ///
  /// - Throws: `cashBook.wordUnknown`.
  public func cashMeaning(named text: String) throws(LedgerError) -> CashMeaning {
    try store.read { db in
      try CashWordDesk.meaning(
        text, db, CashWordTable(CashWordDesk.words(db, catalog(db))))
    }
  }

  /// Keeps what a word of the cash book means, in place of what it meant before; nil ends it, so
  /// that a name of an account or a product counts again.
  ///
  /// - Returns: The words that are kept.
  /// - Throws: `cashBook.wordUnknown` where a word ends that is not kept, `product.unknown`,
  ///   `account.unknown`, `account.notPostable`, `account.ownAct`, `entry.noteUnacceptable`.
  @discardableResult
  public func setCashWord(
    _ word: String, to meaning: CashMeaning?, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> [CashWord] {
    try post(dryRun: dryRun) { session in
      try CashWordDesk(session: session).set(word, to: meaning, note)
    }
  }
}
