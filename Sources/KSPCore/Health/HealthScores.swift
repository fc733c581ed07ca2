/// A worksheet scored by the official rules of 2009.
///
/// What the cells do not hold, such as the questionnaires about management, is given in points;
/// where something is neither given nor worked out there is no verdict.
public struct HealthScores: Hashable, Sendable, Codable {
  /// What the total is called.
  public enum Verdict: String, CaseIterable, Sendable, Codable {
    /// 80 points and more.
    case healthy
    /// 66 points and more.
    case fairlyHealthy
    /// 51 points and more.
    case watched
    /// Less.
    case closelyWatched

    /// The verdict of a total, in hundredths of a point.
    package init(hundredths total: Int) {
      self =
        switch total {
        case 8_000...: .healthy
        case 6_600...: .fairlyHealthy
        case 5_100...: .watched
        default: .closelyWatched
        }
    }

    /// What people call it.
    public var name: Phrase {
      switch self {
      case .healthy: Phrase(id: "sehat", en: "healthy")
      case .fairlyHealthy: Phrase(id: "cukup sehat", en: "fairly healthy")
      case .watched: Phrase(id: "dalam pengawasan", en: "watched")
      case .closelyWatched: Phrase(id: "dalam pengawasan khusus", en: "closely watched")
      }
    }
  }

  /// One item.
  public struct Score: Hashable, Sendable, Codable {
    /// Which one it is.
    public let item: HealthItem
    /// The percentage of its ratio with two decimals; nil where there is none.
    public let percent: String?
    /// What the percentage is worth, 0 to 100; nil where points were given, or there is none.
    public let value: Int?
    /// Its points in hundredths; nil where it is not scored.
    public let hundredths: Int?
    /// Whether the table that gives the value was seen in a source.
    public let isSure: Bool
  }

  /// What an aspect comes to.
  public struct AspectScore: Hashable, Sendable, Codable {
    /// The points that were reached, in hundredths.
    public let hundredths: Int
    /// The most points of what is scored of it.
    public let scored: Int
  }

  /// The items in the order of the aspects.
  public let scores: [Score]
  /// The points that were reached, in hundredths.
  public let total: Int
  /// The most points of what is scored.
  public let scored: Int
  /// The verdict; nil where something is not scored.
  public let verdict: Verdict?

  /// Scores a worksheet.
  ///
  /// - Throws: `amount.overflow`.
  init(_ cells: HealthCells, _ profile: HealthProfile) throws(LedgerError) {
    var scores: [Score] = []
    for item in HealthItem.allCases { scores.append(try Self.score(item, cells, profile)) }
    self.scores = scores
    total = scores.compactMap(\.hundredths).reduce(0, +)
    scored = scores.filter { $0.hundredths != nil }.map(\.item.points).reduce(0, +)
    verdict = scores.contains { $0.hundredths == nil } ? nil : Verdict(hundredths: total)
  }

  /// The points of an aspect in hundredths, and the most of what is scored of it.
  public func aspect(_ aspect: HealthItem.Aspect) -> AspectScore {
    let own = scores.filter { $0.item.aspect == aspect && $0.hundredths != nil }
    return AspectScore(
      hundredths: own.compactMap(\.hundredths).reduce(0, +),
      scored: own.map(\.item.points).reduce(0, +))
  }

  private static func score(
    _ item: HealthItem, _ cells: HealthCells, _ profile: HealthProfile
  ) throws(LedgerError) -> Score {
    if let given = profile.given[item] {
      return Score(item: item, percent: nil, value: nil, hundredths: given, isSure: true)
    }
    let fraction: HealthFraction?
    let scale: HealthScale
    let isSure: Bool
    if item == .car {
      fraction = Self.fraction(
        HealthProfile.sum(profile.capital, cells),
        over: HealthProfile.sum(profile.riskAssets, cells))
      (scale, isSure) = (HealthRule.capitalAdequacy, true)
    } else if let rule = HealthRule.official[item] {
      fraction = Self.fraction(rule.numerator.value(cells), over: rule.denominator.value(cells))
      (scale, isSure) = (rule.scale, rule.isSure)
    } else {
      return Score(item: item, percent: nil, value: nil, hundredths: nil, isSure: true)
    }
    guard let fraction else {
      return Score(item: item, percent: nil, value: nil, hundredths: nil, isSure: isSure)
    }
    let value = try scale.value(of: fraction)
    return Score(
      item: item, percent: try fraction.percent(), value: value, hundredths: value * item.points,
      isSure: isSure)
  }

  /// Nil over nothing and over less: there the quotient says the opposite of what the ratio means.
  private static func fraction(_ numerator: Int128, over denominator: Int128) -> HealthFraction? {
    denominator > 0 ? HealthFraction(numerator, over: denominator) : nil
  }
}
