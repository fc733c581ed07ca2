import GRDB
import KSPCore

/// One write transaction: it posts, guards and remembers, and knows no act of any room.
///
/// The acts stand in the desks of the rooms, which are small structs over a session. An import
/// drives many events through one session; the façade makes a session for a single one. It belongs
/// to no room: the door hands it to every one of them.
final class PostingSession {
  let db: Database
  let memory: BookMemory
  let catalog: Catalog
  let recordedAt: Timestamp
  /// Which days the entries of this transaction may have.
  let days: EntryDays
  private let chain: ChainWriter
  private let writer: JournalWriter
  /// Whether nothing of this transaction will be stored.
  let isRehearsal: Bool
  /// What is to be looked at when the transaction is complete.
  let judgement: Judgement

  init(
    db: Database, memory: BookMemory, catalog: Catalog, recordedAt: Timestamp, isRehearsal: Bool
  ) throws {
    self.isRehearsal = isRehearsal
    judgement = Judgement(cash: catalog.cash, promised: catalog.promised)
    self.db = db
    self.memory = memory
    self.catalog = catalog
    self.recordedAt = recordedAt
    days = EntryDays(
      catalog: catalog,
      today: recordedAt.day(offsetSeconds: catalog.settings.utcOffsetSeconds))
    chain = try ChainWriter(db, memory: memory, recordedAt: recordedAt)
    writer = try JournalWriter(db, memory: memory, chain: chain)
  }

  /// A statement of the open book, kept between transactions.
  func statement(_ sql: StaticString) throws -> SQLStatement {
    try memory.statement(db, sql)
  }

  // MARK: - Acts

  /// Runs `body` as one act: its first event carries the reference, the others point at it.
  func act<Value>(_ note: EntryNote, _ body: () throws -> Value) throws -> Value {
    try catalog.requireOfficer(note.recordedBy, on: days.today)
    return try chain.perform(note, body)
  }

  /// Records an event without legs: into the chain, and into the tables of state.
  func record(_ draft: EventDraft) throws { try chain.append(draft) }

  /// The number of the event that was recorded last.
  var lastEvent: Int64 { chain.end.event }

  /// An event without legs as the chain holds it; nil for none with the number.
  func storedEvent(
    _ number: Int64
  ) throws -> (kind: String, subject: String, changes: [RowChange])? {
    try chain.storedEvent(number)
  }

  /// The act that carries a reference; nil where there is none but the one under way, and where no
  /// reference is given.
  func recordedAct(_ reference: String?) throws -> RecordedAct? {
    try reference.flatMap { try chain.recordedAct($0) }
  }

  /// Records an event that may be repeated: the same again is not new.
  ///
  /// What the event gives out itself, such as numbers, is not compared.
  ///
  /// - Returns: Whether it was recorded now.
  /// - Throws: `reference.reused`, which names the field that differs.
  func recordOnce(_ draft: EventDraft, ignoring given: Set<String>) throws -> Bool {
    try chain.appendOnce(draft, ignoring: given)
  }

  /// The entry of an act that carries a reference: of a kind, or its first one.
  func entryNumber(reference: String, kind: EntryKind? = nil) throws -> EntryNumber? {
    try recordedAct(reference)?.entries.first {
      kind == nil || $0.kind == kind?.rawValue
    }?.number
  }

  /// The entry that reverses another one, if there is one.
  func reversal(of entry: EntryNumber) throws -> EntryNumber? {
    let query = try statement("SELECT reversedBy FROM entryStanding WHERE id = ?")
    query.bind(entry.value, at: 1)
    defer { query.reset() }
    return try query.step() ? query.optionalInt64(0).map { EntryNumber($0) } : nil
  }

  // MARK: - Posting

  /// What became of an entry: stored now, or found under its reference.
  struct Outcome {
    let number: EntryNumber
    let isReplay: Bool
    /// Reference, memo and author as they are in the book: what was typed again beside a reference
    /// does not count.
    let note: EntryNote
  }

  /// Posts an entry, or returns the one that its reference and content name already.
  ///
  /// The reference comes first: a replay is answered even when the month has been closed since.
  /// `guards` are the checks that only concern an entry that is not in the book yet. What takes an
  /// entry back may be as old as one of the kind `reversed`.
  ///
  /// - Throws: `reference.reused` for other content, `reference.reversed` where the entry under
  ///   the reference was taken back.
  func post(
    _ entry: JournalEntry, reversed: EntryKind? = nil, guards: () throws -> Void = {}
  ) throws -> Outcome {
    try entry.note.requireUsable()
    try catalog.requireOfficer(entry.note.recordedBy, on: days.today)
    if let reference = entry.note.reference, let known = try recordedAct(reference) {
      return try EntryReplay(session: self).outcome(of: entry, in: known, under: reference)
    }
    try days.requireOpen(entry.bookDate, kind: reversed ?? entry.kind)
    // How late a reversal may be depends on its entry; the journal's desk sees to it.
    if entry.reverses == nil { try days.requireNotAhead(entry.bookDate, entry.note) }
    try guards()
    try catalog.tills.requireOpen(entry)
    let number = try writer.append(entry)
    judgement.note(entry)
    return Outcome(number: number, isReplay: false, note: entry.note)
  }

  /// The writer, for vouchers that are written leg by leg.
  var journal: JournalWriter { writer }

  /// The legs of a stored entry, in order.
  func postings(of number: EntryNumber) throws -> [Posting] {
    let query = try statement(
      "SELECT account, amount FROM posting WHERE entry = ? ORDER BY line")
    query.bind(number.value, at: 1)
    var legs: [Posting] = []
    while try query.step() {
      legs.append(
        Posting(account: AccountID(query.int64(0)), amount: Rupiah(sen: query.int64(1))))
    }
    return legs
  }

  // MARK: - Guards

  func requirePositive(_ amount: Rupiah) throws {
    guard amount.isPositive else { throw LedgerError.amountNotPositive(amount) }
  }

  /// Refuses legs on headers, on closed accounts, and below what a member's account may hold.
  func requireAcceptable(_ postings: [Posting], on date: BookDate) throws {
    var totals: [AccountID: Rupiah] = [:]
    for posting in postings {
      totals[posting.account] = try totals[posting.account, default: .zero] + posting.amount
    }
    // A payroll list has thousands of accounts that take legs and are no member's savings: nothing
    // more is asked of those.
    let plain = try statement(
      """
      SELECT 1 FROM account WHERE id = ?1 AND isPostable = 1 AND closedOn IS NULL
        AND NOT EXISTS (SELECT 1 FROM savingsAccount WHERE account = ?1)
      """)
    for (id, total) in totals.sorted(by: { $0.key < $1.key }) {
      plain.bind(id.value, at: 1)
      let isPlain = try plain.step()
      plain.reset()
      if isPlain { continue }
      let account = try account(id)
      guard account.isPostable else { throw LedgerError.accountNotPostable(account.code) }
      if let closed = account.closedOn {
        throw LedgerError.accountClosed(account.code, on: closed)
      }
      guard let savings = account.savings, total.isPositive,
        let product = catalog.savingsProduct(id: savings.product)
      else { continue }
      try requireFunds(
        total,
        in: SavingsAccountState(account, product: product.id),
        on: date, under: product.terms(in: date.month), keepsMinimum: false)
    }
  }

  /// Refuses taking more from an account than it holds, on the day and on every day after it, or
  /// than its holds leave free.
  ///
  /// A withdrawal dated back lowers every later balance too, so the lowest of them decides.
  /// `keepsMinimum` says whether what must stay after a withdrawal stays here as well.
  func requireFunds(
    _ amount: Rupiah, in account: SavingsAccountState, on date: BookDate,
    under terms: SavingsTerms, keepsMinimum: Bool
  ) throws {
    var lowest = (balance: account.balance, since: BookDate?.none)
    var running = account.balance
    var isLowest = true
    let later = try statement(
      """
      SELECT bookDate, amount FROM posting WHERE account = ? AND bookDate > ?
      ORDER BY bookDate DESC, entry DESC, line DESC
      """)
    later.bind(account.id.value, at: 1)
    later.bind(Int64(date.dayNumber), at: 2)
    defer { later.reset() }
    while chain.mayHaveEntries(after: date), try later.step() {
      // What the account holds since this movement is the lowest so far.
      if isLowest { lowest.since = try BookDate(stored: later.int64(0)) }
      // Undo the movement: what the account held before it.
      try running += Rupiah(sen: later.int64(1))
      isLowest = running <= lowest.balance
      if isLowest { lowest = (running, nil) }
    }
    let least = try terms.leastBalance(keepsMinimum: keepsMinimum)
    guard try lowest.balance - amount >= least else {
      throw LedgerError.overdraft(
        account.code, balance: lowest.balance, needed: amount,
        available: try lowest.balance - least,
        keeping: keepsMinimum ? terms.minimumBalance : .zero, lowestOn: lowest.since)
    }
    try HoldGuard(session: self).require(
      amount, of: account.id, account.code, holding: account.balance, on: date, keeping: least)
  }

  // MARK: - Accounts

  func account(_ code: AccountCode) throws -> AccountState {
    let find = try statement("SELECT id FROM account WHERE code = ?")
    find.bind(code.text, at: 1)
    defer { find.reset() }
    guard try find.step() else { throw try MemberTable.unknownAccount(db, code.text) }
    return try account(AccountID(find.int64(0)))
  }

  func account(_ id: AccountID) throws -> AccountState {
    let query = try statement(
      """
      SELECT a.id, a.code, a.type, a.isPostable, a.closedOn, b.balance, m.name, s.product,
        m.number
      FROM account a
      LEFT JOIN accountBalance b ON b.account = a.id
      LEFT JOIN savingsAccount s ON s.account = a.id
      LEFT JOIN member m ON m.id = s.member
      WHERE a.id = ?
      """)
    query.bind(id.value, at: 1)
    defer { query.reset() }
    guard try query.step(), let type = AccountType(rawValue: query.text(2) ?? "") else {
      throw LedgerError.accountUnknown("#\(id.value)")
    }
    return AccountState(
      id: AccountID(query.int64(0)), code: AccountCode(stored: query.text(1) ?? ""), type: type,
      isPostable: query.int64(3) == 1,
      closedOn: try query.optionalInt64(4).map { try BookDate(stored: $0) },
      balance: Rupiah(sen: query.int64(5)),
      savings: query.text(6).map { (query.number(8) ?? "", $0, query.int64(7)) })
  }

  /// The number that the next row of a table gets; `sql` asks for the highest there is.
  func nextID(of sql: StaticString) throws -> Int64 {
    let query = try statement(sql)
    defer { query.reset() }
    return try query.step() ? query.int64(0) + 1 : 1
  }

  /// Sets what the file holds an account's balance to; it follows from terms, not from events.
  func setLimits(of account: AccountID, lowest: Rupiah?, highest: Rupiah?) throws {
    let update = try statement(
      "UPDATE accountBalance SET lowest = ?, highest = ? WHERE account = ?")
    update.bind(lowest?.sen, at: 1)
    update.bind(highest?.sen, at: 2)
    update.bind(account.value, at: 3)
    try update.run()
  }

  /// A member's balance as a slip shows it: that of a day, when an entry had just been recorded;
  /// with the balance over all days where movements of later days had been recorded too.
  func balance(
    of account: AccountID, on date: BookDate, upTo number: EntryNumber
  ) throws -> (onDay: Rupiah, overall: Rupiah?) {
    let query = try statement(
      """
      SELECT sum(amount) FILTER (WHERE bookDate <= ?2), sum(amount) FILTER (WHERE bookDate > ?2)
      FROM posting WHERE account = ?1 AND entry <= ?3
      """)
    query.bind(account.value, at: 1)
    query.bind(Int64(date.dayNumber), at: 2)
    query.bind(number.value, at: 3)
    defer { query.reset() }
    guard try query.step() else { return (.zero, nil) }
    let onDay = try Rupiah(sen: query.int64(0)).negated()
    let later = try query.optionalInt64(1).map { try Rupiah(sen: $0).negated() }
    return (onDay, try later.map { try onDay + $0 })
  }

  /// What the movements of an account after a day come to, debit-positive; nil for none.
  func movement(of account: AccountID, after date: BookDate) throws -> Rupiah? {
    guard chain.mayHaveEntries(after: date) else { return nil }
    let query = try statement(
      "SELECT sum(amount) FROM posting WHERE account = ? AND bookDate > ?")
    query.bind(account.value, at: 1)
    query.bind(Int64(date.dayNumber), at: 2)
    defer { query.reset() }
    return try query.step() ? query.optionalInt64(0).map { Rupiah(sen: $0) } : nil
  }
}
