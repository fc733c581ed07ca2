import Dispatch
import KSPCore
import Synchronization

/// A transaction that several writers wait for, each on its own thread.
final class CommitGroup: Sendable {
  private let open = DispatchGroup()
  private let problem = Mutex<LedgerError?>(nil)

  init() { open.enter() }

  /// The transaction is on the disk, or is not and will not be.
  func end(_ error: LedgerError?) {
    problem.withLock { $0 = error }
    open.leave()
  }

  /// Waits until it is on the disk.
  ///
  /// - Throws: Why it is not, and nothing of it.
  func wait() throws(LedgerError) {
    open.wait()
    if let error = problem.withLock({ $0 }) { throw error }
  }
}
