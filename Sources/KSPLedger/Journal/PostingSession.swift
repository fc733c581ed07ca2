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
  private let writer: JournalWriter

  init(db: Database, memory: BookMemory, catalog: Catalog, recordedAt: Timestamp) throws {
    self.db = db
    self.memory = memory
    self.catalog = catalog
    self.recordedAt = recordedAt
    writer = try JournalWriter(db, memory: memory, recordedAt: recordedAt)
  }

  /// A statement of the open book, kept between transactions.
  func statement(_ sql: StaticString) throws -> SQLStatement {
    try memory.statement(db, sql)
  }

  // MARK: - Posting

  /// What became of an entry: stored now, or found under its reference.
  struct Outcome {
    let number: EntryNumber
    let isReplay: Bool
  }

  /// Posts an entry, or returns the one that its reference and content name already.
  ///
  /// The reference comes first: a replay is answered even when the month has been closed since.
  /// `guards` are the checks that only concern an entry that is not in the book yet.
  func post(_ entry: JournalEntry, guards: () throws -> Void = {}) throws -> Outcome {
    for text in [entry.note.reference, entry.note.memo, entry.note.recordedBy] {
      if let text, !text.isUsableText { throw LedgerError.noteUnacceptable(text) }
    }
    if let reference = entry.note.reference, let number = try entryNumber(reference: reference) {
      guard try isSame(entry, as: number) else {
        throw LedgerError.referenceReused(reference, by: number)
      }
      return Outcome(number: number, isReplay: true)
    }
    try requireOpen(entry.bookDate, kind: entry.kind)
    try guards()
    return Outcome(number: try writer.append(entry), isReplay: false)
  }

  /// The writer, for vouchers that are written leg by leg.
  var journal: JournalWriter { writer }

  /// The entry that carries a reference.
  func entryNumber(reference: String) throws -> EntryNumber? {
    let query = try statement("SELECT id FROM entry WHERE reference = ?")
    query.bind(reference, at: 1)
    defer { query.reset() }
    return try query.step() ? EntryNumber(query.int64(0)) : nil
  }

  /// Whether a stored entry has the same date, kind, memo and legs.
  private func isSame(_ entry: JournalEntry, as number: EntryNumber) throws -> Bool {
    let header = try statement(
      "SELECT bookDate, kind, memo, reverses FROM entry WHERE id = ?")
    header.bind(number.value, at: 1)
    defer { header.reset() }
    guard try header.step(), header.int64(0) == Int64(entry.bookDate.dayNumber),
      header.text(1) == entry.kind.rawValue, header.text(2) == entry.note.memo,
      header.optionalInt64(3) == entry.reverses?.value
    else { return false }
    let stored = try postings(of: number)
    return stored == JournalWriter.storedOrder(entry.postings)
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
