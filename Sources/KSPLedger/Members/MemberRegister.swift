import GRDB
import KSPCore

/// What stands of members beside their own row, by their numbers.
struct MemberRegister {
  private(set) var memberships: [MemberNumber: [Member.Membership]] = [:]
  private(set) var attributes: [MemberNumber: [String: String]] = [:]

  /// Reads it of members; `condition` may use the member as `m`.
  init(_ db: Database, where condition: String, _ arguments: StatementArguments) throws {
    let standings = try db.cachedStatement(
      sql: """
        SELECT m.number, s.since, s.kind FROM membership s JOIN member m ON m.id = s.member
        WHERE \(condition) ORDER BY s.member, s.since
        """)
    for row in try Row.fetchAll(standings, arguments: arguments) {
      let number: MemberNumber = try row.value(0)
      guard let standing = Member.Standing(rawValue: try row.value(2)) else {
        throw LedgerError.invariantBroken("membership \(number)")
      }
      memberships[number, default: []].append(
        Member.Membership(standing, since: try BookDate(stored: row.value(1))))
    }
    let values = try db.cachedStatement(
      sql: """
        SELECT m.number, a.name, a.value FROM memberAttribute a JOIN member m ON m.id = a.member
        WHERE a.value IS NOT NULL AND \(condition)
        """)
    for row in try Row.fetchAll(values, arguments: arguments) {
      attributes[try row.value(0), default: [:]][try row.value(1)] = try row.value(2) as String
    }
  }
}
