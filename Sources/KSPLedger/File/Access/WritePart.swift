import Dispatch
import GRDB
import KSPCore

/// What one writer wants written, and the thread that waits until it is on the disk.
///
/// Whoever leads runs it, on its own thread, while the writer waits: what the two share is handed
/// over by the line and by the semaphore, hence unchecked.
final class WritePart: @unchecked Sendable {
  private var body: ((Database) throws -> Void)?
  private var woken: DispatchSemaphore?
  /// Whether it is settled what became of it.
  private(set) var isAnswered = false
  /// Why nothing of it is stored; nil where all of it is.
  private(set) var failure: LedgerError?

  init(_ body: @escaping (Database) throws -> Void) { self.body = body }

  /// Does its work, once. What it held is dropped before its writer is answered.
  func run(_ db: Database) throws {
    defer { body = nil }
    try body?(db)
  }

  /// Settles what became of it; its writer goes on with ``wake()``.
  func answer(_ failure: LedgerError?) {
    body = nil
    self.failure = failure
    isAnswered = true
  }

  /// Another one leads, who will wake it.
  func prepareToWait() { woken = DispatchSemaphore(value: 0) }

  /// Waits until somebody has settled it, or hands over the lead.
  func wait() { woken?.wait() }

  /// Lets its writer go on.
  func wake() { woken?.signal() }
}
