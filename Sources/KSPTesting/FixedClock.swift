public import KSPCore
public import KSPLedger
import Synchronization

/// A clock for tests: it stands still until it is moved.
///
/// ```swift
/// let clock = FixedClock(try BookDate(parsing: "2026-03-31"))
/// let book = try TemporaryBook(clock: clock)
/// clock.move(to: try BookDate(parsing: "2026-04-01"))
/// ```
public final class FixedClock: Sendable {
  private let time: Mutex<Timestamp>

  /// A clock that shows noon in Jakarta on a day.
  public init(_ day: BookDate) { time = Mutex(Self.noon(of: day)) }

  /// A clock that shows a moment.
  public init(_ moment: Timestamp) { time = Mutex(moment) }

  /// What it shows.
  public var now: Timestamp { time.withLock { $0 } }

  /// Shows noon in Jakarta on another day, also an earlier one.
  public func move(to day: BookDate) { time.withLock { $0 = Self.noon(of: day) } }

  /// Shows a later moment, or an earlier one; at most the last or the first that there is.
  public func advance(seconds: Int64) {
    time.withLock {
      let (moved, overflow) = $0.seconds.addingReportingOverflow(seconds)
      $0 = Timestamp(seconds: overflow ? (seconds < 0 ? .min : .max) : moved)
    }
  }

  /// What a book is opened with.
  public var clock: Ledger.Clock { { self.now } }

  private static func noon(of day: BookDate) -> Timestamp {
    Timestamp(seconds: Int64(day.dayNumber) * 86_400 + 5 * 3_600)
  }
}
