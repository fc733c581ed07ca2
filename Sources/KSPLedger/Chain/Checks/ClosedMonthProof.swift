import GRDB
import KSPCore

/// Sets every closed month beside what it comes to again, while the chain is replayed.
protocol ClosedMonthProof {
  /// Looks at a month; `known` holds the tables of state as the chain had made them before it was
  /// closed.
  func look(at month: BookMonth, known: Database) throws
  /// What is to be said of all months.
  func checks() -> [VerificationReport.Check]
}
