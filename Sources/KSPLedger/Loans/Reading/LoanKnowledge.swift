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
  /// The last step that counts; voucher and step are told apart because not every step has one.
  var step: Int64 = .max
  /// What of the chain counts, where names and what secures the loan are asked for.
  var names: KnownNames?

  /// Whether everything that is booked counts.
  var isAll: Bool { entry == .max && plan == .max && step == .max }

  /// Everything that is booked.
  static var all: LoanKnowledge { LoanKnowledge(entry: .max, plan: .max) }

  /// What was known of a loan at an earlier point; nil where there was none.
  static func at(
    _ state: KnownState, of number: LoanNumber, _ db: Database
  ) throws -> LoanKnowledge? {
    guard let names = try KnownNames(db, state) else { return .all }
    let query = try SQLStatement(
      db,
      """
      SELECT content FROM event WHERE subject = ? AND number <= ? AND kind GLOB 'loan.*'
      ORDER BY number
      """, isShared: false)
    query.bind(number, at: 1)
    query.bind(state.event, at: 2)
    var (plan, step, isThere) = (Int64(0), Int64(0), false)
    while try query.step() {
      isThere = true
      for change in EventContent.decode(query.bytes(0)) ?? [] {
        if change.table == "loanPlan" { plan = max(plan, change["version"]?.integer ?? 0) }
        if change.table == "loanStep" { step = max(step, change["id"]?.integer ?? 0) }
      }
    }
    guard isThere else { return nil }
    return LoanKnowledge(entry: state.entry, plan: plan, step: step, names: names)
  }

  /// What was known of a loan before a voucher was booked.
  static func before(_ entry: EntryNumber, of loan: Int64, _ db: Database) throws -> LoanKnowledge {
    let known = entry.value - 1
    return LoanKnowledge(entry: known, plan: try lastPlan(of: loan, known: known, entry.value, db))
  }

  /// What was known of a loan when a voucher had just been booked, with what it changed about
  /// payments of later days.
  static func after(_ entry: EntryNumber, of loan: Int64, _ db: Database) throws -> LoanKnowledge {
    let known =
      try Int64.fetchOne(
        db,
        sql: """
          WITH RECURSIVE own (id, act) AS (
            SELECT id, ifnull(act, event) FROM entry WHERE id = ?1
            UNION ALL
            SELECT e.id, own.act FROM own JOIN entry e ON e.id = own.id + 1
            WHERE e.act = own.act AND e.kind = \(EntryKind.reallocation.sql))
          SELECT max(id) FROM own
          """, arguments: [entry.value]) ?? entry.value
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
