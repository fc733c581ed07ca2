/// The limits of lending, capital and rates on a day, each beside the figure of the book (batas).
///
/// Of limits that many are held to, everybody beyond is named; where nobody is, who comes nearest.
public struct SupervisionLimits: Hashable, Sendable, Codable {
  /// The day.
  public let asOf: BookDate
  /// Own capital (modal sendiri): pokok, wajib, reserves and grants, which is equity without modal
  /// penyertaan, without SHU that is not divided and without opening balances in transit.
  public let ownCapital: Rupiah
  /// The own capital with which the cooperative began; nil where nobody gave it, and own capital
  /// is not held to it.
  public let initialCapital: Rupiah?
  /// All assets.
  public let assets: Rupiah
  /// The limits that the book has a figure for.
  public let limits: [SupervisionLimit]

  /// Whether all of them are kept.
  public var areKept: Bool { limits.allSatisfy(\.isKept) }

  /// Own capital and assets from which on an audit is due.
  private static let audited: Rupiah = 5_000_000_000

  /// A member with an amount.
  package struct Holder {
    package let member: MemberNumber
    package let name: String
    package let amount: Rupiah

    package init(member: MemberNumber, name: String, amount: Rupiah) {
      self.member = member
      self.name = name
      self.amount = amount
    }
  }

  /// What a product pays or asks for.
  package struct Offer {
    package let product: ProductCode
    package let rate: Rate

    package init(product: ProductCode, rate: Rate) {
      self.product = product
      self.rate = rate
    }
  }

  /// What the book says beside its balances.
  package struct Figures {
    /// What borrowers owe.
    package var borrowers: [Holder] = []
    /// Which of them are related to the cooperative.
    package var related: Set<MemberNumber> = []
    /// Pokok and wajib of members.
    package var capital: [Holder] = []
    package var loans: [Offer] = []
    package var savings: [Offer] = []
    /// The own capital below which it must not fall.
    package var initialCapital: Rupiah?

    package init() {}
  }

  /// Holds what a book says on a day against the limits.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    asOf: BookDate, chart: StatementChart, balances: StatementBalances, figures: Figures
  ) throws(LedgerError) {
    let capital = try Self.ownCapital(chart, balances)
    let assets = try Self.sum(chart, balances) { $0.type == .asset }
    let related = figures.borrowers.filter { figures.related.contains($0.member) }
    let others = figures.borrowers.filter { !figures.related.contains($0.member) }
    var limits = try Self.held(others, to: .borrower, of: capital)
    limits += try Self.held(related, to: .relatedBorrower, of: capital)
    limits += try Self.held(figures.capital, to: .memberCapital, of: capital)
    for (name, role) in [
      (SupervisionLimit.Name.borrowings, AccountRole.borrowing), (.participation, .participation),
    ] {
      let figure = try Self.sum(chart, balances) { $0.roles.contains(role) }.negated()
      guard !figure.isZero else { continue }
      limits.append(
        SupervisionLimit(
          name: name, subject: nil, measure: .amount(figure, limit: try name.largest(of: assets))))
    }
    if let initial = figures.initialCapital {
      limits.append(
        SupervisionLimit(
          name: .ownCapital, subject: nil, measure: .amount(capital, limit: initial)))
    }
    limits += Self.held(figures.loans, to: .loanRate, LoanTerms.largestRate)
    limits += Self.held(figures.savings, to: .savingsRate, SavingsTerms.largestRate)
    limits.append(
      SupervisionLimit(
        name: .audit, subject: nil, measure: .amount(capital, limit: Self.audited)))
    self.asOf = asOf
    ownCapital = capital
    initialCapital = figures.initialCapital
    self.assets = assets
    self.limits = limits
  }

  /// Equity without what stands on accounts of roles outside own capital.
  ///
  /// - Throws: `amount.overflow`.
  package static func ownCapital(
    _ chart: StatementChart, _ balances: StatementBalances
  ) throws(LedgerError) -> Rupiah {
    try sum(chart, balances) {
      $0.type == .equity && $0.roles.allSatisfy { !AccountRole.outsideOwnCapital.contains($0) }
    }.negated()
  }

  private static func sum(
    _ chart: StatementChart, _ balances: StatementBalances, _ counts: (StatementAccount) -> Bool
  ) throws(LedgerError) -> Rupiah {
    var sum = Rupiah.zero
    for account in chart.accounts where counts(account) {
      sum = try sum + (balances[account.code] ?? .zero)
    }
    return sum
  }

  /// Members beyond a limit, the largest first; of none, who comes nearest.
  private static func held(
    _ holders: [Holder], to name: SupervisionLimit.Name, of base: Rupiah
  ) throws(LedgerError) -> [SupervisionLimit] {
    let largest = try name.largest(of: base)
    let sorted = holders.sorted { ($1.amount, $0.member) < ($0.amount, $1.member) }
    return shown(sorted) { $0.amount > largest }.map {
      SupervisionLimit(
        name: name, subject: .member($0.member, name: $0.name),
        measure: .amount($0.amount, limit: largest))
    }
  }

  private static func held(
    _ offers: [Offer], to name: SupervisionLimit.Name, _ largest: Rate
  ) -> [SupervisionLimit] {
    let sorted = offers.sorted {
      ($1.rate.billionthsPerYear, $0.product) < ($0.rate.billionthsPerYear, $1.product)
    }
    return shown(sorted) { $0.rate.billionthsPerYear > largest.billionthsPerYear }.map {
      SupervisionLimit(
        name: name, subject: .product($0.product), measure: .rate($0.rate, limit: largest))
    }
  }

  private static func shown<Value>(
    _ sorted: [Value], _ isBeyond: (Value) -> Bool
  ) -> ArraySlice<Value> {
    sorted.prefix(max(sorted.prefix(while: isBeyond).count, 1))
  }
}
