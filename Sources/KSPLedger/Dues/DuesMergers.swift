import GRDB
import KSPCore

/// Which members were entered twice, as far as it was known and had happened by a day: their dues
/// stand with the member who stays.
struct DuesMergers {
  /// Those who were merged into others, with the number that stays.
  var merged: [Int64: MemberNumber] = [:]
  /// Whom a member took in, with the day on which they joined, in the order of the mergers.
  private(set) var absorbed: [Int64: [(id: Int64, joinedOn: BookDate)]] = [:]

  init(_ db: Database, through event: Int64, asOf date: BookDate?) throws {
    let mergers = try SQLStatement(
      db,
      """
      SELECT g.survivor, g.member, m.joinedOn, s.number FROM memberMerge g
      JOIN member m ON m.id = g.member JOIN member s ON s.id = g.survivor
      WHERE g.event <= ? AND g.mergedOn <= ? ORDER BY g.event
      """)
    mergers.bind(event, at: 1)
    mergers.bind(date.map { Int64($0.dayNumber) } ?? .max, at: 2)
    defer { mergers.reset() }
    while try mergers.step() {
      let member = mergers.int64(1)
      merged[member] = mergers.number(3)
      absorbed[mergers.int64(0), default: []].append(
        (member, try BookDate(stored: mergers.int64(2))))
    }
  }
}
