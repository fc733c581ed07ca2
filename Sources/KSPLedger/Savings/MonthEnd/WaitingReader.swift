import GRDB
import KSPCore

/// Reads what waits of an account's interest to be credited: what month ends left, less what was
/// settled when its holder left.
struct WaitingReader {
  private let left: SQLStatement
  private let settled: SQLStatement
  private let month: Int64
  private let day: Int64

  /// What waits now, or what waits at the end of a month before that month looks at it.
  ///
  /// `book` holds the evidence, `known` what the chain said.
  init(book: Database, known: Database, month: BookMonth? = nil) throws {
    left = try SQLStatement(
      book,
      """
      SELECT brought + earned - credited - dropped FROM waitingInterest
      WHERE account = ? AND month < ? ORDER BY month DESC LIMIT 1
      """)
    settled = try SQLStatement(
      known, "SELECT 1 FROM waitingSettlement WHERE account = ? AND settledOn <= ?")
    self.month = month.map { Int64($0.ordinal) } ?? .max
    day = month.map { Int64($0.lastDay.dayNumber) } ?? .max
  }

  /// What waits.
  func standing(of account: AccountID) throws -> Rupiah {
    left.bind(account.value, at: 1)
    left.bind(month, at: 2)
    defer { left.reset() }
    guard try left.step() else { return .zero }
    settled.bind(account.value, at: 1)
    settled.bind(day, at: 2)
    defer { settled.reset() }
    return try settled.step() ? .zero : Rupiah(sen: left.int64(0))
  }
}
