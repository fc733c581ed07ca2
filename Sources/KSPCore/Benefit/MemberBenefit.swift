/// What members have of their cooperative in a year (promosi ekonomi anggota): what they paid less
/// for loans, and got more for savings and term deposits, than elsewhere, and the SHU.
///
/// For loans it is Σ daily balance × (market rate − own rate) ÷ 365, for savings and deposits
/// Σ daily balance × (own rate − market rate) ÷ 365, of a product's members together and rounded
/// once to the rupiah, half up. It is negative where the cooperative is dearer, or pays less. A
/// flat loan's own rate is charged on what was lent, as its plan does, until the plan ends.
public struct MemberBenefit: Hashable, Sendable, Codable {
  /// The parts of the report.
  public enum Section: String, CaseIterable, Sendable, Codable {
    /// Cheaper loans.
    case loans
    /// Better interest on savings.
    case savings
    /// Better interest on term deposits.
    case deposits
    /// The parts of members in the SHU.
    case shu
  }

  /// What came of one product in one year.
  public struct Figure: Hashable, Sendable, Codable {
    /// The mean of the daily balances, rounded to the sen.
    public let averageBalance: Rupiah
    /// What the market would ask or pay for it.
    public let market: Rupiah
    /// What the cooperative asks or pays: what is left of the market's figure with the benefit.
    public let own: Rupiah
    /// What members have of it.
    public let benefit: Rupiah

    /// Works a figure out; nil without a market rate, which leaves nothing to compare with.
    ///
    /// - Throws: `amount.overflow`.
    init?(
      _ section: Section, _ days: BenefitDays?, of period: BookPeriod, market rate: Rate?
    ) throws(LedgerError) {
      guard let rate else { return nil }
      let (held, own) = (days?.balance ?? 0, days?.own ?? 0)
      let market = try held.multiplied(by: Int128(rate.billionthsPerYear))
      let more = section == .loans ? market - own : own - market
      averageBalance = try Rounding.sen.round(held, over: Int128(period.dayCount))
      self.market = try Self.interest(market)
      benefit = try Self.interest(more)
      self.own = section == .loans ? try self.market - benefit : try self.market + benefit
    }

    /// Sen times days and billionths of a year, as rupiah.
    private static func interest(_ amount: Int128) throws(LedgerError) -> Rupiah {
      try Rounding.rupiah.round(amount, over: 365 * 1_000_000_000)
    }
  }

  /// One line of the report.
  public struct Line: Hashable, Sendable, Codable {
    /// The part in which it stands.
    public let section: Section
    /// The product, or `SHU`.
    public let code: String
    /// The name for people.
    public let label: Phrase
    /// What members have of it.
    public let amount: Rupiah
    /// The same in the year before.
    public let previous: Rupiah
    /// How the amount comes about; nil for the SHU.
    public let figure: Figure?
  }

  /// What members get of the SHU of a year.
  public struct Shu: Hashable, Sendable, Codable {
    /// Whether it is booked, decided or planned.
    public let state: ShuYear.State
    /// The parts of all members.
    public let amount: Rupiah

    /// What members get.
    package init(state: ShuYear.State, amount: Rupiah) {
      self.state = state
      self.amount = amount
    }
  }

  /// What a year's book says: balances over days by part, and the SHU.
  package struct Facts: Sendable {
    let period: BookPeriod
    let days: [Section: [BenefitDays]]
    let shu: Shu?

    /// What a year's book says; nil for an SHU that nobody has planned.
    package init(period: BookPeriod, days: [Section: [BenefitDays]], shu: Shu?) {
      self.period = period
      self.days = days
      self.shu = shu
    }
  }

  /// The year, or the part of it that is over.
  public let period: BookPeriod
  /// The year it is compared with.
  public let previous: BookPeriod
  /// Up to which event of the chain it was known.
  public let known: Knowledge
  /// What it is compared with: the same rates for both years.
  public let rates: MarketRates
  /// The lines, by part; a product that held nothing in either year has none.
  public let lines: [Line]
  /// The SHU of the year; nil where no shares are decided or planned.
  public let shu: Shu?
  /// What all lines come to.
  public let total: Rupiah
  /// The same in the year before.
  public let previousTotal: Rupiah

  /// The parts that have balances and no market rate to hold them against.
  public let unrated: [Section]

  /// Puts the report together.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    known: Knowledge, rates: MarketRates, now: Facts, before: Facts
  ) throws(LedgerError) {
    var lines: [Line] = []
    var unrated: [Section] = []
    for section in Section.allCases where section != .shu {
      let products = Self.products(section, now, before)
      guard let rate = rates.rate(of: section) else {
        if !products.isEmpty { unrated.append(section) }
        continue
      }
      for product in products {
        func figure(_ facts: Facts) throws(LedgerError) -> Figure? {
          try Figure(
            section, facts.days[section]?.first { $0.product == product.product },
            of: facts.period, market: rate)
        }
        let (own, earlier) = (try figure(now), try figure(before))
        lines.append(
          Line(
            section: section, code: product.product.text, label: product.name,
            amount: own?.benefit ?? .zero, previous: earlier?.benefit ?? .zero, figure: own))
      }
    }
    if now.shu != nil || before.shu != nil {
      lines.append(
        Line(
          section: .shu, code: "SHU",
          label: Phrase(id: "Bagian SHU anggota", en: "SHU of members"),
          amount: now.shu?.amount ?? .zero, previous: before.shu?.amount ?? .zero, figure: nil))
    }
    period = now.period
    previous = before.period
    self.known = known
    self.rates = rates
    self.lines = lines
    shu = now.shu
    total = try lines.map(\.amount).sum()
    previousTotal = try lines.map(\.previous).sum()
    self.unrated = unrated
  }

  /// The products of a part that held something in either year, by code.
  private static func products(
    _ section: Section, _ now: Facts, _ before: Facts
  ) -> [BenefitDays] {
    var found: [ProductCode: BenefitDays] = [:]
    for days in (before.days[section] ?? []) + (now.days[section] ?? []) where days.balance > 0 {
      found[days.product] = days
    }
    return found.values.sorted { $0.product.text < $1.product.text }
  }
}

extension MarketRates {
  /// The rate that a part is held against.
  func rate(of section: MemberBenefit.Section) -> Rate? {
    switch section {
    case .loans: loans
    case .savings: savings
    case .deposits: deposits
    case .shu: nil
    }
  }
}
