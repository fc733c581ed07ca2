import KSPCore
import KSPLedger
import KSPTestSupport
import Synchronization
import Testing

/// The same deposit twice within minutes is asked about.
@Suite struct SameAgainTests {
  @Test("K8: the same deposit twice in a row is asked about, and not after ten minutes")
  func theSameTwice() throws {
    let folder = try TestFolder()
    let start = try clock(on: "2026-01-20")().seconds
    let box = Clock(start)
    let ledger = try createBook(folder, clock: { box.now })
    try ledger.join("0001")
    func warnings(_ amount: Rupiah, reference: String? = nil) throws -> [LedgerWarning.Code] {
      try ledger.deposit(
        amount, member: "0001", on: day("2026-01-20"), reference: reference, dryRun: true
      ).warnings.map(\.code)
    }
    _ = try ledger.deposit(50_000, member: "0001", on: day("2026-01-20"))
    box.move(by: 120)
    #expect(try warnings(50_000) == [.sameAgain])
    #expect(try warnings(50_001).isEmpty)
    #expect(try warnings(50_000, reference: "K-1").isEmpty)
    box.move(by: 600)
    #expect(try warnings(50_000).isEmpty)
    let again = try ledger.deposit(50_000, member: "0001", on: day("2026-01-20"))
    #expect(try warnings(50_000) == [.sameAgain])
    _ = try ledger.reverse(again.entry)
    #expect(try warnings(50_000).isEmpty)
  }

  /// A clock that is moved by hand.
  private final class Clock: Sendable {
    private let seconds: Mutex<Int64>

    init(_ seconds: Int64) { self.seconds = Mutex(seconds) }

    var now: Timestamp { Timestamp(seconds: seconds.withLock { $0 }) }

    func move(by difference: Int64) { seconds.withLock { $0 += difference } }
  }
}
