import GRDB
import KSPCore

extension PostingSession {
  /// Does something of its own inside the transaction: where it is refused, nothing of it stays and
  /// the transaction goes on. No act of this session may be under way.
  ///
  /// - Returns: What it did, or why it was refused.
  /// - Throws: What concerns the file or the program, and not what was tried.
  func trying<Value>(
    _ body: (PostingSession) throws -> Value
  ) throws -> Result<Value, LedgerError> {
    let end = try memory.chainEnd(db)
    let before = (end.event, end.entry, end.hash, end.lastDay)
    try statement("SAVEPOINT trying").run()
    do {
      let own = try PostingSession(
        db: db, memory: memory, catalog: catalog, recordedAt: recordedAt,
        isRehearsal: isRehearsal)
      let value = try body(own)
      judgement.takeOver(own.judgement)
      try statement("RELEASE trying").run()
      return .success(value)
    } catch let error as LedgerError where error.isRefusal {
      try statement("ROLLBACK TO trying").run()
      try statement("RELEASE trying").run()
      // What was remembered of it is forgotten, but for the end of the chain, which this session
      // goes on from.
      memory.forgetWritten()
      (end.event, end.entry, end.hash, end.lastDay) = before
      memory.chainEnd = end
      return .failure(error)
    }
  }
}
