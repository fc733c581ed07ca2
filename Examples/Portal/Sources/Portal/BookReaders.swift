import KSPLedger
import Synchronization

/// A book opened for reading a number of times: a ledger has one connection, on which calls take
/// turns.
final class BookReaders: Sendable {
  private let readers: [Ledger]
  private let turn = Atomic<Int>(0)

  /// Opens the book beside whoever posts to it.
  init(path: String, count: Int) throws(LedgerError) {
    var readers: [Ledger] = []
    for _ in 0..<max(1, count) {
      readers.append(try Ledger.open(at: path, access: .readOnly))
    }
    self.readers = readers
  }

  /// Lets the reader whose turn it is answer, from one moment of the book and on a thread that may
  /// block.
  func callAsFunction<Value>(_ work: (Ledger) throws -> Value) async throws -> Value {
    let turn = turn.wrappingAdd(1, ordering: .relaxed).newValue
    return try await readers[abs(turn % readers.count)].background { ledger in
      try ledger.reading(work)
    }
  }
}
