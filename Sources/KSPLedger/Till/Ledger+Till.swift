import GRDB
public import KSPCore

extension Ledger {
  /// Makes a till (kas teller), a safe (brankas) or the bag of a field collector (kas lapangan).
  ///
  /// A book needs none: until the first is made all cash lies in the usual account. From then on
  /// the cash of an act goes through the till that its note names, or through the one that its
  /// author has open, and through the usual cash otherwise.
  ///
  /// - Parameters:
  ///   - name: The name that people type, such as `kas-1`.
  ///   - kind: What it is.
  ///   - keeper: Who answers for it; nil for nobody in particular.
  ///   - account: A cash account of the chart; nil for a new one beside the usual cash.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The till.
  /// - Throws: `till.unfit` for a name that is taken and for an account that cannot be one,
  ///   `account.unknown`, `account.closed`, `entry.noteUnacceptable`, `reference.reused`.
  @discardableResult
  public func addTill(
    _ name: String, _ kind: Till.Kind = .till, keeper: String? = nil, account: AccountCode? = nil,
    reference: String? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> Till {
    try changeCatalog(dryRun: dryRun) { session in
      try TillDesk(session: session).add(
        name, kind, keeper: keeper, account: account, note.keyed(by: reference))
    }
  }

  /// Says who answers for a till that is closed; nil for nobody in particular.
  ///
  /// - Returns: The till.
  /// - Throws: `till.unknown`, `till.open`, `entry.noteUnacceptable`, `reference.reused`.
  @discardableResult
  public func setTillKeeper(
    _ keeper: String?, of name: String, reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> Till {
    try changeCatalog(dryRun: dryRun) { session in
      try TillDesk(session: session).setKeeper(name, keeper, note.keyed(by: reference))
    }
  }

  /// Opens a till (buka kas) for its keeper: cash is handed over into it, and what it holds is
  /// counted. What differs from the book is booked to selisih kas.
  ///
  /// ```swift
  /// try ledger.openTill("kas-1", TillOpening(keeper: "sari"), on: today)
  /// ```
  ///
  /// - Parameters:
  ///   - name: The till.
  ///   - opening: Who keeps it, what is handed over, what was counted.
  ///   - date: The day, in an open month and after everything that went through the till.
  ///   - reference: The caller's key: the same one with the same content returns the first result.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The count.
  /// - Throws: `till.unknown`, `till.open`, `till.counted`, `till.unfit` for a safe and for a
  ///   keeper who has another one open, `cash.belowZero`, `account.unknown` where a difference has
  ///   no account of selisih kas, `account.termsUnfit` where the other side is no cash,
  ///   `date.beforeBook`, `date.future`, `period.closed`, `reference.reused`.
  @discardableResult
  public func openTill(
    _ name: String, _ opening: TillOpening = TillOpening(), on date: BookDate,
    reference: String? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> TillCount {
    try changeCatalog(dryRun: dryRun) { session in
      try TillDesk(session: session).open(name, opening, on: date, note.keyed(by: reference))
    }
  }

  /// Counts what is in a till or a safe in between (opname kas).
  ///
  /// - Parameters:
  ///   - name: The till, which is open, or the safe.
  ///   - content: What was found: a sum, or notes and coins.
  ///   - date: The day, in an open month and after everything that went through the till.
  ///   - reference: The caller's key: the same one with the same content returns the first result.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The count.
  /// - Throws: `till.closed`, and as ``openTill(_:_:on:reference:note:dryRun:)``.
  @discardableResult
  public func countTill(
    _ name: String, _ content: TillContent, on date: BookDate, reference: String? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> TillCount {
    try changeCatalog(dryRun: dryRun) { session in
      try TillDesk(session: session).count(name, content, on: date, note.keyed(by: reference))
    }
  }

  /// Counts what is in a till, closes it (tutup kas), and hands over what goes elsewhere.
  ///
  /// What a till at the counter is short or over is booked to selisih kas; what a collector is
  /// short or over stays in the field till under the collector's name, unless it is to be booked.
  ///
  /// - Parameters:
  ///   - name: The till.
  ///   - closing: What was found, and what goes where.
  ///   - date: The day, in an open month and after everything that went through the till.
  ///   - reference: The caller's key: the same one with the same content returns the first result.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The count.
  /// - Throws: `till.closed`, and as ``openTill(_:_:on:reference:note:dryRun:)``.
  @discardableResult
  public func closeTill(
    _ name: String, _ closing: TillClosing, on date: BookDate, reference: String? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> TillCount {
    try changeCatalog(dryRun: dryRun) { session in
      try TillDesk(session: session).close(name, closing, on: date, note.keyed(by: reference))
    }
  }

  /// Moves cash (pindah kas) between tills, safe, bank and the usual cash. Tills need not be open
  /// for it.
  ///
  /// - Parameters:
  ///   - amount: More than zero.
  ///   - giver: The account that gives; ``cashAccount(named:)`` finds it by the name of its till.
  ///   - receiver: The account that gets.
  ///   - date: The day, in an open month.
  ///   - reference: The caller's key: the same one with the same content returns the first receipt.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The receipt.
  /// - Throws: `amount.notPositive`, `account.unknown`, `account.closed`, `account.termsUnfit` for
  ///   one that is no cash and for the same one twice, `cash.belowZero`, `till.counted`,
  ///   `date.beforeBook`, `date.future`, `period.closed`, `reference.reused`, `reference.reversed`.
  public func moveCash(
    _ amount: Rupiah, from giver: AccountCode, to receiver: AccountCode, on date: BookDate,
    reference: String? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in
      try TillDesk(session: session).move(
        amount, from: giver, to: receiver, on: date, note.keyed(by: reference))
    }
  }

  /// The tills, safes and field tills of the book by name, with what they hold.
  ///
  /// - Throws: What reading the file can throw.
  public func tills() throws(LedgerError) -> [Till] {
    try store.read { db in try TillReader(db: db, tills: catalog(db).tills).all() }
  }

  /// The tills of the book with the cash that lies in none of them, so that the sum is the cash of
  /// the cash book (daftar kas).
  ///
  /// ```swift
  /// let list = try ledger.tillList()
  /// print(try list.total, list.others.map(\.account))
  /// ```
  ///
  /// - Throws: What reading the file can throw.
  public func tillList() throws(LedgerError) -> TillList {
    try store.read { db in
      let reader = try TillReader(db: db, tills: catalog(db).tills)
      return try TillList(tills: reader.all(), others: reader.others())
    }
  }

  /// The counts of a till, the first one first.
  ///
  /// - Throws: `till.unknown`.
  public func tillCounts(of name: String) throws(LedgerError) -> [TillCount] {
    try store.read { db in
      let tills = try catalog(db).tills
      return try TillReader(db: db, tills: tills).counts(of: tills.named(name))
    }
  }

  /// The account of cash that somebody means: by the name of a till, by a code, by a name that the
  /// book keeps for it, or by `kas` for the usual cash.
  ///
  /// - Throws: `till.unknown` for a word that is none of them.
  public func cashAccount(named text: String) throws(LedgerError) -> AccountCode {
    try store.read { db in
      let catalog = try catalog(db)
      if let till = catalog.tills.all.first(where: { $0.name == Till.kept(text) }) {
        return till.code
      }
      if ["kas", "cash"].contains(text.lowercased()) {
        return AccountCode(stored: try db.code(of: catalog.account(.cash)) ?? "")
      }
      let code = try String.fetchOne(
        db, sql: "SELECT code FROM account WHERE code = ?", arguments: [text])
      if let code { return AccountCode(stored: code) }
      let names = try CashDesk.names(db)
      guard let named = names.first(where: { $0.name == AccountName.kept(text) }) else {
        throw LedgerError.tillUnknown(text, known: catalog.tills.all.map(\.name))
      }
      return named.account
    }
  }
}
