#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Dispatch
import Synchronization

/// The line of those who write, and who leads it.
///
/// Most of the time of a posting is the disk's. A writer who finds nobody before it leads: it does
/// its own part, then those of all who have come meanwhile, and commits them together. Waking a
/// thread costs as much as a posting does, so the others sleep until theirs is on the disk, and who
/// leads runs their parts. The first of those who came during the sync leads next, and gives those
/// who were just answered a moment to come again. A writer who is alone commits at once.
final class WriteTurns: @unchecked Sendable {
  /// So many parts are committed together at most, so that the first does not wait too long.
  static let most = 64

  private struct Line {
    var isLed = false
    var parts: [WritePart] = []
  }

  private let line = Mutex(Line())
  /// The thread that has the connection in its hands; 0 for none.
  private let holder = Atomic<UInt>(0)

  /// Comes into the line. Returns whether the writer leads it; otherwise it is to wait.
  func enter(_ part: WritePart) -> Bool {
    line.withLock { line in
      guard line.isLed else {
        line.isLed = true
        return true
      }
      part.prepareToWait()
      line.parts.append(part)
      return false
    }
  }

  /// The next part, for whoever leads and has run `count` of them; nil when it is time to commit.
  ///
  /// Those who were answered a moment ago come again at once if they come at all, so they are
  /// waited for, as long as ``patience`` lasts.
  func next(after count: Int) -> WritePart? {
    guard count < Self.most else { return nil }
    var part = first()
    guard part == nil, count < expected else { return part }
    let start = Self.moment
    var spent: UInt64 = 0
    while part == nil, spent < patience {
      sched_yield()
      part = first()
      spent = Self.moment - start
    }
    patience -= min(patience, spent)
    return part
  }

  private func first() -> WritePart? {
    line.withLock { $0.parts.isEmpty ? nil : $0.parts.removeFirst() }
  }

  /// How many writers wait in the line.
  var waiting: Int { line.withLock { $0.parts.count } }

  /// Hands over the lead to the first who waits.
  func pass() {
    let heir = line.withLock { line -> WritePart? in
      guard line.parts.isEmpty else { return line.parts.removeFirst() }
      line.isLed = false
      return nil
    }
    heir?.wake()
  }

  // MARK: - Patience

  // Touched only by who leads, inside an access to the connection.

  /// How many wrote in the last transaction, or came while it was on its way to the disk. Who is
  /// alone has nobody to wait for.
  private var expected = 1
  /// How long they are still waited for: of what a sync takes, which each would cost by itself.
  private var patience: UInt64 = 0

  /// Commits `count` parts, and learns from it how long a sync takes.
  func syncing(_ count: Int, _ commit: () throws -> Void) rethrows {
    let start = Self.moment
    defer {
      expected = count + waiting
      patience = (Self.moment - start) / 4
    }
    try commit()
  }

  private static var moment: UInt64 { DispatchTime.now().uptimeNanoseconds }

  // MARK: - The connection

  /// Whether the connection is in somebody's hands: what comes inside its accesses is nested.
  var isTaken: Bool { holder.load(ordering: .relaxed) != 0 }

  /// Whether it is in the hands of this thread, which must not wait in the line for itself.
  var isMine: Bool { holder.load(ordering: .relaxed) == Self.thisThread }

  /// How many readings are under way inside the access: nothing may be written under them. Touched
  /// only by who has the connection.
  private(set) var nestedReadings = 0
  /// Whether the file was closed inside an access, and is to be given up after it.
  let closesAfterwards = Atomic(false)

  /// Runs a reading inside an access.
  func reading<Value>(_ body: () throws -> Value) rethrows -> Value {
    nestedReadings += 1
    defer { nestedReadings -= 1 }
    return try body()
  }

  /// Runs what has the connection for itself, inside an access to it.
  func during<Value>(_ body: () throws -> Value) rethrows -> Value {
    holder.store(Self.thisThread, ordering: .relaxed)
    defer { holder.store(0, ordering: .relaxed) }
    return try body()
  }

  /// What tells this thread from all others, whatever type the system gives it.
  private static var thisThread: UInt {
    withUnsafeBytes(of: pthread_self()) { $0.load(as: UInt.self) }
  }
}
