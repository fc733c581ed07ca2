import GRDB
import KSPCore

/// A transaction of several acts: each happens wholly or not at all, and all of them together.
///
/// It is used only by the thread that has the connection, which every use makes sure of: hence
/// unchecked.
final class OpenTransaction: @unchecked Sendable {
  private let db: Database
  private let store: Store
  private let recordedAt: Timestamp
  private let isRehearsal: Bool
  private let judgement: Judgement
  private var isOver = false
  /// Whether an act changed the catalog: taken back with the whole, it must be read again.
  private(set) var changedCatalog = false

  init(
    db: Database, store: Store, recordedAt: Timestamp, isRehearsal: Bool, judgement: Judgement
  ) {
    self.db = db
    self.store = store
    self.recordedAt = recordedAt
    self.isRehearsal = isRehearsal
    self.judgement = judgement
  }

  /// Refuses the book of a transaction that has ended, or in the hands of another thread or queue.
  func requireRunning() throws(LedgerError) {
    guard store.turns.isMine, !isOver else { throw .transactionOver(store.path) }
    guard AccessQueue.isCurrent else { throw .bookOnOtherQueue(store.path) }
  }

  /// Runs one act. Where it is refused nothing of it stays, and the transaction can go on.
  func act<Value>(
    isRehearsal: Bool, changesCatalog: Bool, _ body: (PostingSession) throws -> Value
  ) throws(LedgerError) -> Value {
    guard store.turns.nestedReadings == 0 else { throw .bookBusyReading(store.path) }
    let memory = store.memory
    do {
      try memory.statement(db, "SAVEPOINT act").run()
      if changesCatalog {
        changedCatalog = true
        memory.forgetCatalog()
      }
      defer { if changesCatalog { memory.forgetCatalog() } }
      do {
        let session = try PostingSession(
          db: db, memory: memory, catalog: memory.catalog(db), recordedAt: recordedAt,
          isRehearsal: isRehearsal || self.isRehearsal)
        let value = try body(session)
        if isRehearsal {
          try session.judgement.judge(session)
          try takeBack()
        } else {
          judgement.takeOver(session.judgement)
          try memory.statement(db, "RELEASE act").run()
        }
        return session.judgement.handing(to: value, isRehearsal: session.isRehearsal)
      } catch {
        if db.isInsideTransaction { try takeBack() }
        throw error
      }
    } catch {
      throw LedgerError(wrapping: error, path: store.path)
    }
  }

  private func takeBack() throws {
    try store.memory.statement(db, "ROLLBACK TO act").run()
    try store.memory.statement(db, "RELEASE act").run()
    store.memory.forgetWritten()
  }

  /// Judges the cash of all acts together, and ends; its book can be used no more.
  ///
  /// - Returns: What was pointed out.
  func end() throws -> [LedgerWarning] {
    isOver = true
    let session = try PostingSession(
      db: db, memory: store.memory, catalog: store.memory.catalog(db), recordedAt: recordedAt,
      isRehearsal: isRehearsal)
    try judgement.judge(session)
    return judgement.warnings
  }

  /// Ends without judging, because it is taken back.
  func abandon() { isOver = true }
}
