/// How interest (jasa simpanan) is computed: part of the terms of a savings product.
public struct InterestTerms: Hashable, Sendable, Codable {
  /// Which balance earns.
  public enum Method: String, TermWord {
    /// Each day's closing balance (saldo harian).
    case daily
    /// The lowest closing balance of the period (saldo terendah).
    case lowest
    /// The day-weighted average of the closing balances (saldo rata-rata).
    case average
    /// The unweighted mean of the successive balances, as in the Ministry's SOP (Kepmen 96/2004).
    case mean

    /// The name for people.
    public var name: Phrase {
      switch self {
      case .daily: Phrase(id: "saldo harian", en: "daily balance")
      case .lowest: Phrase(id: "saldo terendah", en: "lowest balance")
      case .average: Phrase(id: "saldo rata-rata", en: "average balance")
      case .mean: Phrase(id: "rata-rata saldo tanpa bobot hari", en: "unweighted mean balance")
      }
    }

    /// Indonesian words.
    public static let otherWords: [String: Self] = [
      "harian": .daily, "terendah": .lowest, "rata-rata": .average, "rata-rata-saldo": .mean,
    ]
  }

  /// A step of the rate: the whole balance earns `rate` from `threshold` upwards.
  public struct Tier: Hashable, Sendable, Codable {
    /// The smallest balance that earns this rate.
    public let threshold: Rupiah
    /// The rate for the whole balance.
    public let rate: Rate
    /// For whom it is, by how they belong on the last day of a month; nil for all who have no
    /// tiers of their own.
    public let standing: Member.Standing?

    /// A step of the rate.
    public init(from threshold: Rupiah, rate: Rate, for standing: Member.Standing? = nil) {
      self.threshold = threshold
      self.rate = rate
      self.standing = standing
    }
  }

  /// When the exact figure is rounded.
  public enum RoundingMoment: String, TermWord {
    /// Once, when the interest is posted.
    case posting
    /// Each day's interest by itself.
    case eachDay = "each-day"

    /// The name for people.
    public var name: Phrase {
      switch self {
      case .posting: Phrase(id: "saat dibukukan", en: "when posted")
      case .eachDay: Phrase(id: "tiap hari", en: "each day")
      }
    }

    /// Indonesian words.
    public static let otherWords: [String: Self] = [
      "dibukukan": .posting, "tiap-hari": .eachDay,
    ]
  }

  /// Which balance earns.
  public var method: Method
  /// How days become a fraction of a year.
  public var dayCount: DayCount
  /// The rates by balance, in rising order of threshold; below the first nothing is earned. Those
  /// of one standing take the place of those for all.
  public var tiers: [Tier]
  /// The balance below which no interest is paid.
  public var floor: Rupiah
  /// Whether the last day of the period, on which interest is posted, earns as well.
  public var countsPostingDay: Bool
  /// How the exact figure becomes an amount.
  public var rounding: Rounding
  /// When it is rounded.
  public var roundingMoment: RoundingMoment
  /// When it is credited.
  public var crediting: InterestCrediting

  /// Interest terms; the defaults are those of the product that a new book starts with.
  public init(
    method: Method = .daily, dayCount: DayCount = .actual365, tiers: [Tier],
    floor: Rupiah = .zero, countsPostingDay: Bool = true, rounding: Rounding = .rupiah,
    roundingMoment: RoundingMoment = .posting, crediting: InterestCrediting = .init()
  ) {
    self.method = method
    self.dayCount = dayCount
    self.tiers = tiers.sorted { $0.threshold < $1.threshold }
    self.floor = floor
    self.countsPostingDay = countsPostingDay
    self.rounding = rounding
    self.roundingMoment = roundingMoment
    self.crediting = crediting
  }

  /// The terms as they hold for somebody who belongs in some way: with the tiers of that standing
  /// alone or, where there are none, with those for all.
  package func applying(to standing: Member.Standing) -> InterestTerms {
    guard tiers.contains(where: { $0.standing != nil }) else { return self }
    var terms = self
    let own = tiers.filter { $0.standing == standing }
    terms.tiers = own.isEmpty ? tiers.filter { $0.standing == nil } : own
    return terms
  }

  /// The rate that a whole balance earns: that of the highest tier it reaches, zero below the
  /// floor, below the first tier and for negative balances. It looks at all tiers:
  /// `applying(to:)` comes first.
  public func rate(for balance: Rupiah) -> Rate {
    guard balance.isPositive, balance >= floor else { return .zero }
    return tiers.last { $0.threshold <= balance }?.rate ?? .zero
  }
}
