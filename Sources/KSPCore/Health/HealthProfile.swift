/// What the health worksheet leaves to whoever fills it in: readings, and the weights of capital
/// and risk assets.
public struct HealthProfile: Hashable, Sendable, Codable {
  /// How many percent of a cell count.
  public struct Weight: Hashable, Sendable, Codable {
    /// The cell.
    public let cell: Int
    /// The percentage of it that counts.
    public let percent: Int

    /// A cell with its weight.
    public init(cell: Int, percent: Int) {
      self.cell = cell
      self.percent = percent
    }
  }

  /// The rules by which a worksheet is judged.
  public enum Rules: String, CaseIterable, Sendable, Codable {
    /// KKPKK (Permenkop 9/2020, Juknis 15/2021): ratios with their bands, no score.
    case worksheet = "2020"
    /// Permenkop 14/2009 and Perdep 06/2016: scores besides.
    case official = "2009"
  }

  /// The rules by which it is judged.
  public var rules: Rules
  /// The points, in hundredths, of what the cells do not hold or somebody else has worked out; by
  /// the rules of 2009 alone.
  public var given: [HealthItem: Int] = [:]
  /// What is asked about governance; nothing by the rules of 2009, whose questions are not known.
  public var indicators: [HealthIndicator]
  /// What people answered, by the numbers of the questions.
  public var answers: [String: Bool] = [:]
  /// How ratios are read where sources differ.
  public var readings: HealthReadings
  /// The capital that counts against risk. Pokok, wajib, penyetaraan, grants and the general
  /// reserve count whole, the risk reserve and both SHU by half (Juknis 15/2021 table 4.2, and
  /// Permenkop 14/2009 for the cells whose weights were not seen there).
  public var capital: [Weight]
  /// The weights of risk assets (ATMR). Those of Juknis 15/2021 are not known, so there are none
  /// unless they are given; without them the ratio of capital to risk assets has no percentage.
  public var riskAssets: [Weight]

  /// A profile; what is not given is as most sources have it.
  public init(
    rules: Rules = .worksheet, readings: HealthReadings = HealthReadings(),
    capital: [Weight] = Self.usualCapital, riskAssets: [Weight] = []
  ) {
    self.rules = rules
    indicators = rules == .worksheet ? HealthIndicator.worksheet : []
    self.readings = readings
    self.capital = capital
    self.riskAssets = riskAssets
  }

  /// The profile that the settings of a book make.
  public init(rules: Rules = .worksheet, settings: HealthSettings) {
    self.init(
      rules: rules, readings: settings.readings,
      riskAssets: settings.riskWeights.sorted { $0.key < $1.key }.map {
        Weight(cell: $0.key, percent: $0.value)
      })
  }

  /// Cells 62 to 64, 66 and 67 at 100 %, 68 to 70 at 50 %.
  public static let usualCapital =
    [62, 63, 64, 66, 67].map { Weight(cell: $0, percent: 100) }
    + [68, 69, 70].map { Weight(cell: $0, percent: 50) }

  /// The sum of weighted cells, in hundredths of a sen.
  static func sum(_ weights: [Weight], _ cells: HealthCells) -> Int128 {
    weights.reduce(0) { $0 + Int128($1.percent) * Int128(cells[$1.cell].sen) }
  }
}
