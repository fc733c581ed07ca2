import Synchronization

/// Who writes when, and what is committed together.
///
/// Most of the time of a posting is the disk's. A writer announces itself before it waits for the
/// connection; whoever has done its part and sees another one coming leaves the transaction open
/// and waits outside, and the last one's COMMIT serves them all. While that sync is under way the
/// next ones gather. A writer that is alone commits at once.
///
/// All but announcing happens inside the accesses of one connection, which run one at a time:
/// hence unchecked.
final class WriteTurns: @unchecked Sendable {
  /// So many parts are committed together at most, so that the first does not wait too long.
  static let most = 64

  private let announced = Atomic(0)
  private var parts = 0
  /// The open transaction that several wait for; nil while there is none.
  private(set) var group: CommitGroup?
  /// Whether the connection is in somebody's hands: what comes now is nested in it.
  private(set) var isTaken = false

  /// Says that a writer is on its way to the connection.
  func announce() { announced.add(1, ordering: .sequentiallyConsistent) }

  /// The writer is there.
  func arrive() { announced.subtract(1, ordering: .sequentiallyConsistent) }

  /// How many writers are on their way.
  var waiting: Int { announced.load(ordering: .sequentiallyConsistent) }

  /// Whether nobody comes who would commit, or enough has gathered.
  var isLast: Bool {
    parts >= Self.most || waiting == 0
  }

  /// Runs what has the connection for itself.
  func during<Value>(_ body: () throws -> Value) rethrows -> Value {
    isTaken = true
    defer { isTaken = false }
    return try body()
  }

  /// Counts another part into the open transaction.
  func join() -> CommitGroup {
    let joined = group ?? CommitGroup()
    group = joined
    parts += 1
    return joined
  }

  /// The transaction has ended, one way or the other.
  func leave() {
    group = nil
    parts = 0
  }
}
