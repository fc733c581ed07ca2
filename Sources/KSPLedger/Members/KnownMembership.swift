import GRDB
import KSPCore

/// How members belonged to the cooperative on a day, as it was known at a point: what was recorded
/// about them since is taken back. Of all others the tables of state say it.
struct KnownMembership {
  /// The days of joining that were put right since.
  private(set) var joinedOn: [Int64: BookDate] = [:]
  /// Who left since.
  private(set) var left: Set<Int64> = []
  /// The standings of those who were given another one since.
  private var standings: [Int64: Member.Standing] = [:]

  /// Takes back what was recorded after a point; nothing where everything counts.
  init(_ db: Database, _ state: KnownState, on day: BookDate) throws {
    guard !state.isAll else { return }
    let query = try SQLStatement(
      db,
      """
      SELECT content FROM event WHERE number > ?
        AND kind IN \([EventKind.memberChanged, .memberLeft].sqlList) ORDER BY number DESC
      """, isShared: false)
    query.bind(state.event, at: 1)
    var since: [Int64: Set<Int64>] = [:]
    while try query.step() {
      for change in EventContent.decode(query.bytes(0)) ?? [] {
        switch change.table {
        case "member": try takeBack(change)
        case "membership":
          guard let member = change["member"]?.integer, let day = change["since"]?.integer else {
            throw LedgerError.invariantBroken("event \(EventKind.memberChanged.rawValue)")
          }
          since[member, default: []].insert(day)
        default: break
        }
      }
    }
    for (member, days) in since {
      standings[member] = try Self.standing(db, of: member, on: day, without: days)
    }
  }

  private mutating func takeBack(_ change: RowChange) throws {
    for row in change.rows {
      guard let id = row.key.first?.integer else {
        throw LedgerError.invariantBroken("event \(EventKind.memberChanged.rawValue)")
      }
      if let column = change.columns.firstIndex(of: "joinedOn"),
        let day = row.before[column].integer
      {
        joinedOn[id] = try BookDate(stored: day)
      }
      if change.columns.contains("leftOn") { left.insert(id) }
    }
  }

  private static func standing(
    _ db: Database, of member: Int64, on day: BookDate, without later: Set<Int64>
  ) throws -> Member.Standing {
    let rows = try Row.fetchAll(
      db,
      sql: "SELECT since, kind FROM membership WHERE member = ? AND since <= ? ORDER BY since DESC",
      arguments: [member, day.dayNumber])
    let known = try rows.first { try !later.contains($0.value(0)) }
    return try known.flatMap { Member.Standing(rawValue: try $0.value(1)) } ?? .member
  }

  /// Whether somebody was a prospective member; `now` is what ``standing(of:on:)`` says.
  func isProspective(_ member: Int64, now: String) -> Bool {
    (standings[member]?.rawValue ?? now) == Member.Standing.prospective.rawValue
  }

  /// How a member belongs on a day by the table of now, for SQL; both are expressions.
  static func standing(of member: String, on day: String) -> String {
    """
    ifnull((SELECT s.kind FROM membership s WHERE s.member = \(member) AND s.since <= \(day)
      ORDER BY s.since DESC LIMIT 1), 'member')
    """
  }
}
