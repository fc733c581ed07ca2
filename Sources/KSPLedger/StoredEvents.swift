public import KSPCore
import Synchronization

/// Which events a transaction recorded.
struct StoredEvents {
  private(set) var before: Int64 = 0
  private(set) var last: Int64 = 0

  init() {}

  init(after before: Int64, through last: Int64) {
    self.before = before
    self.last = last
  }

  /// Does what a transaction is for, judges it, and notes what it recorded.
  mutating func noting<Value>(
    _ session: PostingSession, _ body: (PostingSession) throws -> Value
  ) throws -> Value {
    before = session.lastEvent
    let value = try session.judgement.of(session, body)
    last = session.lastEvent
    return value
  }
}

/// Hears what is stored in a book, for as long as it is kept (``Ledger/observe(_:)``).
public final class Observation: Sendable {
  private let observers: Observers
  private let number: Int

  fileprivate init(_ observers: Observers, _ number: Int) {
    self.observers = observers
    self.number = number
  }

  deinit { cancel() }

  /// Hears nothing more.
  public func cancel() { observers.remove(number) }
}

/// Those who want to hear what is stored through the writers of one book.
final class Observers: Sendable {
  typealias Observer = @Sendable (_ events: ClosedRange<Int64>) -> Void
  private struct List {
    var last = 0
    var hearing: [Int: Observer] = [:]
  }

  private let list = Mutex(List())
  private let isHeard = Atomic(false)

  func add(_ observer: @escaping Observer) -> Observation {
    let number = list.withLock { list in
      list.last += 1
      list.hearing[list.last] = observer
      return list.last
    }
    isHeard.store(true, ordering: .relaxed)
    return Observation(self, number)
  }

  fileprivate func remove(_ number: Int) {
    list.withLock { $0.hearing[number] = nil }
  }

  /// Says what was stored; nothing where it was nothing.
  func tell(_ stored: StoredEvents) {
    guard stored.last > stored.before, isHeard.load(ordering: .relaxed) else { return }
    let events = stored.before + 1...stored.last
    for observer in list.withLock({ Array($0.hearing.values) }) { observer(events) }
  }
}

extension Ledger {
  /// Has a closure hear what the writers of this program store in the book, after it is on the
  /// disk: the numbers of the events, which ``events(_:_:)`` reads (`EventSelection.after`).
  ///
  /// It is called on the thread that posted, before the act returns there, so it should be quick;
  /// it cannot refuse anything. Of acts of several threads a later one may be heard of first. What
  /// other programs store is not heard: those poll with `EventSelection.after`.
  ///
  /// ```swift
  /// let observation = try ledger.observe { events in queue.yield(events) }
  /// ```
  ///
  /// - Parameter body: Gets the numbers of the first and the last event that were stored together.
  /// - Returns: Hears as long as it is kept.
  /// - Throws: `book.closed`.
  public func observe(
    _ body: @escaping @Sendable (_ events: ClosedRange<Int64>) -> Void
  ) throws(LedgerError) -> Observation {
    try store.observers.add(body)
  }
}
