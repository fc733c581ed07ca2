import GRDB
import KSPCore

/// Something of its own inside a transaction: where it is refused, nothing of it stays and the
/// transaction goes on. No act of the session may be under way.
struct TriedAct {
  let session: PostingSession

  /// Does it, with a session of its own.
  ///
  /// - Returns: What it did, or why it was refused.
  /// - Throws: What concerns the file or the program, and not what was tried.
  func run<Value>(
    _ body: (PostingSession) throws -> Value
  ) throws -> Result<Value, LedgerError> {
    let memory = session.memory
    let end = try memory.chainEnd(session.db)
    let before = (end.event, end.entry, end.hash, end.lastDay)
    try session.statement("SAVEPOINT trying").run()
    do {
      let own = try PostingSession(
        db: session.db, memory: memory, catalog: session.catalog, recordedAt: session.recordedAt,
        isRehearsal: session.isRehearsal)
      let value = try body(own)
      session.judgement.takeOver(own.judgement)
      try session.statement("RELEASE trying").run()
      return .success(value)
    } catch let error as LedgerError where error.isRefusal {
      try session.statement("ROLLBACK TO trying").run()
      try session.statement("RELEASE trying").run()
      // What was remembered of it is forgotten, but for the end of the chain, which the session
      // goes on from.
      memory.forgetWritten()
      (end.event, end.entry, end.hash, end.lastDay) = before
      memory.chainEnd = end
      return .failure(error)
    }
  }
}
