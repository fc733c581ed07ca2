import GRDB
import KSPCore

/// One write transaction at the counter: guards, posting rules and the journal, in that order.
///
/// An import drives many events through one session; the façade makes a session for a single one.
final class PostingSession {
  let db: Database
  private let memory: BookMemory
  let catalog: Catalog
  let recordedAt: Timestamp
  private let chain: ChainWriter
  private let writer: JournalWriter

  init(db: Database, memory: BookMemory, catalog: Catalog, recordedAt: Timestamp) throws {
    self.db = db
    self.memory = memory
    self.catalog = catalog
    self.recordedAt = recordedAt
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
    try chain.perform(note, body)
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

  /// The act that carries a reference; nil where there is none but the one under way.
  func recordedAct(_ reference: String) throws -> RecordedAct? {
    try chain.recordedAct(reference)
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
    let query = try statement("SELECT id FROM entry WHERE reverses = ?")
    query.bind(entry.value, at: 1)
    defer { query.reset() }
    return try query.step() ? EntryNumber(query.int64(0)) : nil
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
  /// `guards` are the checks that only concern an entry that is not in the book yet.
  ///
  /// - Throws: `reference.reused` for other content, `reference.reversed` where the entry under
  ///   the reference was taken back.
  func post(_ entry: JournalEntry, guards: () throws -> Void = {}) throws -> Outcome {
    try chain.requireUsable(entry.note)
    if let reference = entry.note.reference, let known = try recordedAct(reference) {
      return try replay(entry, of: known, reference)
    }
    try requireOpen(entry.bookDate, kind: entry.kind)
    try guards()
    return Outcome(number: try writer.append(entry), isReplay: false, note: entry.note)
  }

  private func replay(
    _ entry: JournalEntry, of known: RecordedAct, _ reference: String
  ) throws -> Outcome {
    guard let number = known.entries.first(where: { $0.kind == entry.kind.rawValue })?.number
    else {
      throw LedgerError.referenceReused(
        reference, by: known.name, differing: Phrase("jenis", "kind"))
    }
    if let field = try differing(entry, from: number) {
      throw LedgerError.referenceReused(reference, by: known.name, differing: field)
    }
    if let reversal = try reversal(of: number) {
      throw LedgerError.referenceReversed(reference, entry: number, by: reversal)
    }
    return Outcome(
      number: number, isReplay: true, note: try storedNote(of: number, under: reference))
  }

  /// The memo and the author of a stored entry, with the reference of its act.
  func storedNote(of entry: EntryNumber, under reference: String) throws -> EntryNote {
    let query = try statement("SELECT memo, recordedBy FROM entry WHERE id = ?")
    query.bind(entry.value, at: 1)
    defer { query.reset() }
    guard try query.step() else { return EntryNote(reference: reference) }
    return EntryNote(reference: reference, memo: query.text(0), recordedBy: query.text(1))
  }

  /// The writer, for vouchers that are written leg by leg.
  var journal: JournalWriter { writer }

  /// In what a stored entry is another one; nil where date, kind and legs are the same. Memo and
  /// author are no part of what it is.
  private func differing(
    _ entry: JournalEntry, from number: EntryNumber
  ) throws -> Phrase? {
    let header = try statement("SELECT bookDate, reverses FROM entry WHERE id = ?")
    header.bind(number.value, at: 1)
    defer { header.reset() }
    guard try header.step() else { return Phrase("jenis", "kind") }
    if header.int64(0) != Int64(entry.bookDate.dayNumber) { return Phrase("tanggal", "date") }
    if header.optionalInt64(1) != entry.reverses?.value { return Phrase("bukti", "voucher") }
    let stored = try postings(of: number)
    let wanted = JournalWriter.storedOrder(entry.postings)
    if stored.map(\.account) != wanted.map(\.account) { return Phrase("akun", "accounts") }
    return stored == wanted ? nil : Phrase("jumlah", "amount")
  }

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

  /// Refuses dates in closed months, and dates before the book except for opening balances.
  func requireOpen(_ date: BookDate, kind: EntryKind) throws {
    if let closed = catalog.lastClosedMonth, date <= closed.lastDay {
      throw LedgerError.periodClosed(date, open: try catalog.openMonth())
    }
    let first = catalog.settings.firstMonth
    guard kind == .opening || date >= first.firstDay else {
      throw LedgerError.dateBeforeBook(date, first: first)
    }
  }

  func requirePositive(_ amount: Rupiah) throws {
    guard amount.isPositive else { throw LedgerError.amountNotPositive(amount) }
  }
}
