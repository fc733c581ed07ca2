import GRDB
import KSPCore

/// What stands of members beside their own row, by their numbers.
struct MemberRegister {
  private(set) var memberships: [MemberNumber: [Member.Membership]] = [:]
  private(set) var attributes: [MemberNumber: [String: String]] = [:]
  private(set) var diedOn: [MemberNumber: BookDate] = [:]
  private(set) var mergedInto: [MemberNumber: MemberNumber] = [:]
  private(set) var mergedFrom: [MemberNumber: [MemberNumber]] = [:]

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
    diedOn = try MemberTable.deaths(db, where: condition, arguments)
    // From the few who were merged to their rows, and not from every member to none.
    for (side, other) in [("member", "survivor"), ("survivor", "member")] {
      let merges = try db.cachedStatement(
        sql: """
          SELECT m.number, o.number FROM memberMerge g CROSS JOIN member m ON m.id = g.\(side)
          JOIN member o ON o.id = g.\(other) WHERE \(condition) ORDER BY g.event
          """)
      for row in try Row.fetchAll(merges, arguments: arguments) {
        let (number, other): (MemberNumber, MemberNumber) = (try row.value(0), try row.value(1))
        if side == "member" {
          mergedInto[number] = other
        } else {
          mergedFrom[number, default: []].append(other)
        }
      }
    }
  }
}
