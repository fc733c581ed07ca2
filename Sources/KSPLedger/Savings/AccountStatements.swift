public import KSPCore
import Synchronization

/// The statements of all members' accounts, made one after the other as they are asked for
/// (``Ledger/statements(period:asRecordedThrough:)``).
///
/// All of them show one state of the book: the newest when the iteration begins. It has a
/// connection and a thread of its own for as long as it lasts, so its ledger stays free, inside the
/// loop as well. It ends when the iterator goes away or its task is cancelled.
///
/// ```swift
/// let reader = try Ledger.open(at: "koperasi.ksp", access: .readOnly)
/// for try await statement in reader.statements(period: january) {
///   try await response.write(page(of: statement))
/// }
/// ```
public struct AccountStatements: AsyncSequence, Sendable {
  /// A statement.
  public typealias Element = AccountStatement

  let ledger: Ledger
  let period: BookPeriod
  let asRecordedThrough: KnowledgePoint?

  /// Begins to read.
  public func makeAsyncIterator() -> Iterator { Iterator(self) }

  /// Reads one statement after the other.
  public final class Iterator: AsyncIteratorProtocol {
    private let statements: AccountStatements
    private let handover = Handover<AccountStatement>()
    private var hasBegun = false

    init(_ statements: AccountStatements) { self.statements = statements }

    deinit { handover.end(nil) }

    /// The next statement; nil after the last.
    ///
    /// - Throws: `known.beyond`, `statement.inconsistent`, what reading the file can throw, and
    ///   `CancellationError` where the task is cancelled.
    public func next() async throws -> AccountStatement? {
      if !hasBegun {
        hasBegun = true
        begin()
      }
      return try await handover.next()
    }

    private func begin() {
      BlockingExecutor.start { [statements, handover] in
        do {
          // Of the ledger's own connection the caller, who has the loop, may ask something too.
          let store = try statements.ledger.store
          let reader = try Ledger.open(
            at: store.book.realPath, access: .readOnly, clock: statements.ledger.clock)
          try reader.statements(
            period: statements.period, asRecordedThrough: statements.asRecordedThrough
          ) { try handover.offer($0) }
          handover.end(nil)
        } catch {
          handover.end(error)
        }
      }
    }
  }
}

extension Ledger {
  /// The statements of every member's accounts for asynchronous programs, made as they are asked
  /// for; otherwise as ``statements(period:asRecordedThrough:_:)``.
  public func statements(
    period: BookPeriod, asRecordedThrough: KnowledgePoint? = nil
  ) -> AccountStatements {
    AccountStatements(ledger: self, period: period, asRecordedThrough: asRecordedThrough)
  }
}
