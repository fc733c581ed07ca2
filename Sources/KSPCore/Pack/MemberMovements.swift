/// Members who came and went in a period (mutasi anggota).
public struct MemberMovements: Hashable, Sendable, Codable {
  /// Somebody who came or went.
  public struct Line: Hashable, Sendable, Codable {
    /// The day.
    public let date: BookDate
    /// The member.
    public let member: MemberNumber
    /// The member's name.
    public let name: String
    /// Whether they left; false for somebody who joined.
    public let hasLeft: Bool
    /// Why they left, or what was noted when they did; nil where neither is known.
    public let reason: String?
  }

  /// The period.
  public let period: BookPeriod
  /// Up to which event of the chain it was known.
  public let known: Knowledge
  /// How many there were before it.
  public let opening: Int
  /// Who came and went, by day and number.
  public let lines: [Line]

  /// How many joined.
  public var joined: Int { lines.count { !$0.hasLeft } }
  /// How many left.
  public var left: Int { lines.count(where: \.hasLeft) }
  /// How many there are at its end.
  public var closing: Int { opening + joined - left }

  /// Counts members; somebody who came and went within the period stands there twice.
  ///
  /// - Parameters:
  ///   - period: The period.
  ///   - known: Up to which event of the chain it was known.
  ///   - members: Everybody who ever was one.
  ///   - memos: What was noted when members left.
  package init(
    period: BookPeriod, known: Knowledge, members: [Member],
    memos: [MemberNumber: String] = [:]
  ) {
    self.period = period
    self.known = known
    opening = members.count {
      $0.joinedOn < period.first && $0.leftOn.map { $0 >= period.first } ?? true
    }
    func isWithin(_ day: BookDate) -> Bool { period.first <= day && day <= period.last }
    var lines: [Line] = []
    for member in members {
      func line(_ date: BookDate, hasLeft: Bool) -> Line {
        Line(
          date: date, member: member.number, name: member.profile.name, hasLeft: hasLeft,
          reason: hasLeft ? member.leavingReason ?? memos[member.number] : nil)
      }
      if isWithin(member.joinedOn) { lines.append(line(member.joinedOn, hasLeft: false)) }
      if let left = member.leftOn, isWithin(left) { lines.append(line(left, hasLeft: true)) }
    }
    self.lines = lines.sorted { ($0.date, $0.member.text) < ($1.date, $1.member.text) }
  }
}
