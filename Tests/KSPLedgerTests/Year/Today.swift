import KSPLedger
import KSPTestSupport
import Synchronization

/// A clock that a test sets to another day: noon in Jakarta.
final class Today: Sendable {
  private let seconds: Atomic<Int64>

  init(_ date: String) throws { seconds = Atomic(try Self.seconds(date)) }

  func set(_ date: String) throws { seconds.store(try Self.seconds(date), ordering: .relaxed) }

  var clock: Ledger.Clock { { Timestamp(seconds: self.seconds.load(ordering: .relaxed)) } }

  private static func seconds(_ date: String) throws -> Int64 {
    Int64(try day(date).dayNumber - day("1970-01-01").dayNumber) * 86_400 + 5 * 3_600
  }
}
