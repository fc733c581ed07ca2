import GRDB
import KSPCore

/// How much of the book counts when a loan is read: all of it, or what was known at one moment.
///
/// What is known is told by sequence: vouchers by their number, plans by their version.
struct LoanKnowledge {
  /// The last voucher that counts.
  let entry: Int64
  /// The last plan that counts.
  let plan: Int64

  /// Everything that is booked.
  static let all = LoanKnowledge(entry: .max, plan: .max)

  /// What was known of a loan before a voucher was booked.
  static func before(_ entry: EntryNumber, of loan: Int64, _ db: Database) throws -> LoanKnowledge {
    let known = entry.value - 1
    return LoanKnowledge(entry: known, plan: try lastPlan(of: loan, known: known, entry.value, db))
  }

  /// What was known of a loan when a voucher had just been booked.
  static func after(_ entry: EntryNumber, of loan: Int64, _ db: Database) throws -> LoanKnowledge {
    let known = entry.value
    return LoanKnowledge(entry: known, plan: try lastPlan(of: loan, known: known, known, db))
  }

  /// The last plan that a known voucher began, or a rescheduling before a voucher.
  private static func lastPlan(
    of loan: Int64, known: Int64, _ next: Int64, _ db: Database
  ) throws -> Int64 {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT max(version) FROM loanPlan
        WHERE loan = ? AND (entry <= ? OR (entry IS NULL AND afterEntry < ?))
        """, arguments: [loan, known, next]) ?? 0
  }
}
