import Foundation
import GRDB
import KSPCore
@testable import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// An event that somebody appends with a program of their own, with a hash that fits; where its rows
/// can be written, the tables say the same.
struct ForgedEvent: Sendable {
  let kind: String
  let subject: String
  var content: [UInt8]
  var changes: [RowChange] = []
  /// The first event of the act that it claims; counted from the end of the chain where it is 0 or
  /// below.
  var act: Int64?

  init(_ kind: EventKind, _ subject: String, _ changes: [RowChange?], act: Int64? = nil) {
    self.init(kind.rawValue, subject, EventContent.encode(changes.compactMap(\.self)))
    self.changes = changes.compactMap(\.self)
    self.act = act
  }

  init(_ kind: String, _ subject: String, _ content: [UInt8]) {
    self.kind = kind
    self.subject = subject
    self.content = content
  }

  /// Appends it, and writes its rows.
  func append(to queue: DatabaseQueue) throws {
    try queue.write { db in
      let last = try #require(
        try Row.fetchOne(
          db, sql: "SELECT number, hash, recordedAt FROM chain ORDER BY number DESC LIMIT 1"))
      let end: Int64 = last["number"]
      let header = EventHeader(
        number: end + 1, kind: kind, subject: subject, act: act.map { $0 > 0 ? $0 : end + $0 },
        afterEntry: try Int64.fetchOne(db, sql: "SELECT max(id) FROM entry") ?? 0,
        recordedAt: last["recordedAt"], recordedBy: nil, reference: nil, memo: nil)
      let hash = EventHasher.hash(header, content: content, previous: Array(last["hash"] as Data))
      try db.execute(
        sql: """
          INSERT INTO event (number, kind, subject, act, afterEntry, recordedAt, content, hash)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          header.number, header.kind, header.subject, header.act, header.afterEntry,
          header.recordedAt, Data(content), Data(hash),
        ])
      for change in changes { try Projector(db).apply(change) }
    }
  }

  /// The checks that fail on the book with everything and this event, and what a new book made from
  /// it leaves behind.
  func found() throws -> (failed: [VerificationReport.Check], rebuilt: RebuildReport) {
    let (folder, queue) = try RichBook.prepared()
    try append(to: queue)
    try queue.close()
    return (
      try RichBook.failures(folder),
      try Ledger.rebuild(from: folder.file(), to: folder.file("new.ksp"), clock: standingClock)
    )
  }
}
