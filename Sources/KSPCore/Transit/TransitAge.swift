/// How old an open item of a transit account is.
public enum TransitAge: Int, CaseIterable, Sendable, Codable {
  /// 0 to 30 days.
  case current
  /// 31 to 60 days.
  case second
  /// 61 to 90 days.
  case third
  /// More than 90 days.
  case old

  /// The age of an item of so many days.
  package init(days: Int) {
    self =
      switch days {
      case ...30: .current
      case ...60: .second
      case ...90: .third
      default: .old
      }
  }

  /// From how many days to how many: `31–60`.
  package var range: String {
    switch self {
    case .current: "0–30"
    case .second: "31–60"
    case .third: "61–90"
    case .old: "> 90"
    }
  }

  /// The days, for people.
  public var name: Phrase { Phrase(id: "\(range) hari", en: "\(range) days") }
}
