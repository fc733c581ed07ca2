import Dispatch
import KSPLedger
import Synchronization

/// A book opened for reading a number of times, each behind a queue of its own: a ledger has one
/// connection, on which calls take turns, and none of them may hold a thread on which the server runs.
final class BookReaders: Sendable {
  private let readers: [(ledger: Ledger, queue: DispatchQueue)]
  private let turn = Atomic<Int>(0)

  /// Opens the book beside whoever posts to it.
  init(path: String, count: Int, clock: @escaping Ledger.Clock) throws(LedgerError) {
    var readers: [(ledger: Ledger, queue: DispatchQueue)] = []
    for number in 1...max(1, count) {
      readers.append(
        (
          try Ledger.open(at: path, access: .readOnly, clock: clock),
          DispatchQueue(label: "book.\(number)")
        ))
    }
    self.readers = readers
  }

  /// Lets the reader whose turn it is do some work.
  func callAsFunction<Value: Sendable>(
    _ work: @escaping @Sendable (Ledger) throws(LedgerError) -> Value
  ) async throws(LedgerError) -> Value {
    let turn = turn.wrappingAdd(1, ordering: .relaxed).newValue
    let reader = readers[abs(turn % readers.count)]
    let result: Result<Value, LedgerError> = await withCheckedContinuation { continuation in
      reader.queue.async {
        continuation.resume(
          returning: Result { () throws(LedgerError) in try work(reader.ledger) })
      }
    }
    return try result.get()
  }
}
