import GRDB
public import KSPCore
import Synchronization

/// A cooperative's book: one SQLite file with members, savings, loans and a double-entry journal.
///
/// A `Ledger` may be passed between threads; its methods are synchronous, block until what they
/// did is on the disk, and throw `LedgerError`. A book that is dropped is closed. Several ledgers
/// of one process may have the same book open: those that write share one connection, and threads
/// that post at the same time share a sync of the disk, each with its own result; those that read
/// have their own, and never wait for a writer. Of several processes one at a time may write, and
/// any number may read.
///
/// ```swift
/// let ledger = try Ledger.open(at: "koperasi.ksp")
/// let receipt = try ledger.deposit(500_000, member: "0001", on: ledger.today())
/// print(receipt.entry, receipt.amountInWords[.indonesian])
/// ```
///
/// Several acts in one transaction: ``transact(dryRun:pointingOut:_:)``; several questions about
/// one moment: ``reading(_:)``; for as long as a closure runs:
/// ``withBook(at:access:waiting:clock:_:)``.
public final class Ledger: Sendable {
  /// Tells the time. The rooms of the library read no clock but the one a book was opened with.
  public typealias Clock = @Sendable () -> Timestamp

  /// What a book is opened for.
  public enum Access: Sendable {
    /// To post; excludes other writers until the book is closed.
    case readWrite
    /// To look; never waits for a writer and never changes the file.
    case readOnly
    /// To verify a file that may be damaged: as ``readOnly``, and one whose end was cut off is read
    /// as far as it goes.
    case inspection
  }

  /// The file; those of this process that write it share it.
  let shared: Store
  /// Tells the time.
  let clock: Clock
  /// The file, as it was named when the book was opened.
  public let path: String
  /// The transaction that this book stands for, inside ``transact(dryRun:pointingOut:_:)``.
  let transaction: OpenTransaction?
  private let isClosed = Atomic(false)

  /// Opens what a store reads or writes.
  init(_ store: Store, clock: @escaping Clock, path: String? = nil) {
    shared = store
    self.clock = clock
    self.path = path ?? store.path
    transaction = nil
  }

  /// The book inside a transaction of another one.
  init(_ transaction: OpenTransaction, of ledger: Ledger) {
    shared = ledger.shared
    clock = ledger.clock
    path = ledger.path
    self.transaction = transaction
  }

  deinit {
    // Whoever drops a book without closing it gives it back all the same.
    try? close()
  }

  /// The file, for as long as the book is open.
  var store: Store {
    get throws(LedgerError) {
      if let transaction { try transaction.requireRunning() }
      guard !isClosed.load(ordering: .relaxed) else { throw .bookClosed(path) }
      return shared
    }
  }

  /// Opens an existing book.
  ///
  /// ```swift
  /// let ledger = try Ledger.open(at: "koperasi.ksp", waiting: .seconds(5))
  /// for warning in ledger.warnings { print(warning[.indonesian]) }
  /// ```
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - access: For posting or for looking only.
  ///   - waiting: How long to wait for another writer to close the book. Readers wait for nobody,
  ///     but for the moments of at most five seconds in which SQLite must be alone.
  ///   - whileWaiting: Hears again and again, at most a fiftieth of a second apart, who has the
  ///     book (as the error that waiting in vain ends in) and how long that has been waited for.
  ///   - clock: Tells the time at which entries are recorded.
  /// - Returns: The open book.
  /// - Throws: `book.missing`, `book.nameUnusable`, `book.notABook`, `book.newer`, `book.damaged`,
  ///   `book.busy` when another program writes it (`LedgerError.holder`), `book.otherName` and
  ///   `book.rulesMissing` for posting only, `book.readerNeedsFolder` for looking only,
  ///   `book.readOnly`, `sqlite.tooOld`, and the codes that begin with `disk`.
  public static func open(
    at path: String, access: Access = .readWrite, waiting: Duration = .zero,
    whileWaiting: ((_ busy: LedgerError, _ waited: Duration) -> Void)? = nil,
    clock: @escaping Clock = Ledger.systemClock
  ) throws(LedgerError) -> Ledger {
    let opening = Store.Opening(
      path: path, isReadOnly: access != .readWrite, isInspection: access == .inspection,
      waiting: waiting, whileWaiting: whileWaiting)
    let store =
      opening.isReadOnly
      ? try Store(opening, clock: clock) : try WritingStores.store(for: opening, clock: clock)
    return Ledger(store, clock: clock, path: path)
  }

  /// Makes a new book with a chart of accounts and the products pokok, wajib and sukarela.
  ///
  /// The file appears when the book is complete and on the disk, and may be read and written by
  /// its owner only (0600).
  ///
  /// - Parameters:
  ///   - path: A file that does not exist yet.
  ///   - settings: What the book says about itself.
  ///   - chart: The chart of accounts; nil for the standard one.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author of the book's beginning.
  ///   - clock: Tells the time at which entries are recorded.
  /// - Returns: The new book, open for posting.
  /// - Throws: `book.exists`, `book.nameUnusable`, `book.folderMissing`, `book.readOnly`,
  ///   `disk.full`, `chart.invalid`, and what `BookSettings.checked()` refuses.
  public static func create(
    at path: String, settings: BookSettings, chart: ChartOfAccounts? = nil,
    reference: String? = nil, note: EntryNote = EntryNote(),
    clock: @escaping Clock = Ledger.systemClock
  ) throws(LedgerError) -> Ledger {
    try BookFile.requireNewName(path)
    let accounts = if let chart { chart } else { try ChartOfAccounts.standard() }
    let settings = try settings.checked()
    do {
      try WholeFile.write(to: path, replacing: false, mode: 0o600) { temporary in
        let opening = Store.Opening(path: temporary, name: path, isNew: true)
        let store = try Store(opening, clock: clock)
        try store.write(alone: true) { db in
          let chain = try ChainWriter(db, memory: store.memory, recordedAt: clock())
          try chain.perform(note.keyed(by: reference)) {
            try BookSetup(db: db, chain: chain).install(settings, chart: accounts)
          }
        }
        try store.requireWhole()
        try store.close()
        // Closing moves the log into the book, and says nothing where there is no room for that:
        // a book that gets its name without its log is an empty one.
        if (FileFacts(path: temporary + "-wal")?.size ?? 0) > 0 { throw LedgerError.diskFull(path) }
      }
    } catch {
      throw LedgerError(wrapping: error, path: path)
    }
    do throws(LedgerError) {
      return try open(at: path, clock: clock)
    } catch {
      throw error.code == .diskFull ? .diskFullAfterMaking(path) : error
    }
  }

  /// What a person should know about the file, such as that everybody on the machine may read it;
  /// a program shows it when the book is opened.
  public var warnings: [Phrase] { shared.warnings }

  /// Closes the book. Other programs may write it once the last of this process that writes it is
  /// closed. Later calls of other methods throw `book.closed`; a book that goes away without being
  /// closed is closed then. The book of a transaction ends with it.
  ///
  /// - Throws: `disk.failed` when the file cannot be closed.
  public func close() throws(LedgerError) {
    guard transaction == nil, !isClosed.exchange(true, ordering: .relaxed) else { return }
    if WritingStores.leave(shared) { try shared.close() }
  }

  /// What the book says about itself.
  public var settings: BookSettings {
    get throws(LedgerError) {
      try store.read { db in try catalog(db).settings }
    }
  }

  /// The day it is now in the book's time zone.
  public func today() throws(LedgerError) -> BookDate {
    let offset = try store.read { db in try shared.memory.utcOffsetSeconds(db) }
    return clock().day(offsetSeconds: offset)
  }

  /// The catalog in force, read once and kept while nobody changes it.
  func catalog(_ db: Database) throws -> Catalog { try shared.memory.catalog(db) }

  /// Runs one posting transaction, or one act of the transaction that the book stands for.
  func post<Value>(
    dryRun: Bool = false, alone: Bool = false, _ body: (PostingSession) throws -> Value
  ) throws(LedgerError) -> Value {
    let store = try store
    if let transaction {
      return try transaction.act(isRehearsal: dryRun, changesCatalog: false, body)
    }
    var stored = StoredEvents()
    let value = try store.write(dryRun: dryRun, alone: alone) { db in
      try stored.noting(session(db, try catalog(db), isRehearsal: dryRun), body)
    }
    if !dryRun { store.observers.tell(stored) }
    return value
  }

  /// Runs a transaction that changes the catalog: products, terms, months.
  func changeCatalog<Value>(
    dryRun: Bool = false, _ body: (PostingSession) throws -> Value
  ) throws(LedgerError) -> Value {
    let store = try store
    if let transaction {
      return try transaction.act(isRehearsal: dryRun, changesCatalog: true, body)
    }
    var stored = StoredEvents()
    let value = try store.write(dryRun: dryRun, alone: true) { db in
      // While the connection is still ours: no other thread may post under what was before.
      store.memory.forgetCatalog()
      defer { store.memory.forgetCatalog() }
      return try stored.noting(session(db, Catalog(db), isRehearsal: dryRun), body)
    }
    if !dryRun { store.observers.tell(stored) }
    return value
  }

  private func session(
    _ db: Database, _ catalog: Catalog, isRehearsal: Bool
  ) throws -> PostingSession {
    try PostingSession(
      db: db, memory: shared.memory, catalog: catalog, recordedAt: clock(),
      isRehearsal: isRehearsal)
  }
}
