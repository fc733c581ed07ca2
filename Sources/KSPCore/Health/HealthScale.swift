/// The value of a ratio by the rules of 2009, from 0 to 100: data, step by step.
struct HealthScale: Sendable {
  /// A value from a bound on.
  struct Step: Sendable {
    /// In percent.
    let bound: Int
    /// Whether a ratio at the bound itself has the value already.
    let includesBound: Bool
    let value: Int

    static func from(_ bound: Int, _ value: Int) -> Step {
      Step(bound: bound, includesBound: true, value: value)
    }

    static func above(_ bound: Int, _ value: Int) -> Step {
      Step(bound: bound, includesBound: false, value: value)
    }
  }

  /// The value below every step.
  let least: Int
  let steps: [Step]

  init(_ least: Int, _ steps: Step...) {
    self.least = least
    self.steps = steps
  }

  init(_ least: Int, _ steps: [Step]) {
    self.least = least
    self.steps = steps
  }

  /// The value of a ratio that is not rounded.
  ///
  /// - Throws: `amount.overflow`.
  func value(of ratio: HealthFraction) throws(LedgerError) -> Int {
    var value = least
    for step in steps {
      let isReached =
        step.includesBound
        ? try ratio.reaches(Int128(step.bound) * 100) : try ratio.exceeds(percent: step.bound)
      if isReached { value = step.value }
    }
    return value
  }
}

extension HealthFraction {
  /// Whether it is more than so many percent.
  ///
  /// - Throws: `amount.overflow`.
  func exceeds(percent: Int) throws(LedgerError) -> Bool {
    // Less than a bound, turned over: the negative ratio does not reach the negative bound.
    guard let opposite = HealthFraction(-numerator, over: denominator) else { return false }
    return try !opposite.reaches(Int128(-percent) * 100)
  }
}

/// How an item is read from the cells, and what its ratio is worth.
struct HealthRule: Sendable {
  let numerator: HealthFigure
  let denominator: HealthFigure
  let scale: HealthScale
  /// Whether the table, and the cells that the ratio is made of, were seen in a source.
  let isSure: Bool

  init(
    _ numerator: HealthFigure, _ denominator: HealthFigure, _ scale: HealthScale,
    isSure: Bool = true
  ) {
    self.numerator = numerator
    self.denominator = denominator
    self.scale = scale
    self.isSure = isSure
  }

  /// The risk of problem loans: half of the substandard ones, three quarters of the doubtful ones,
  /// all of the lost ones.
  private static let problemRisk =
    HealthFigure.cell(111, percent: 50) + .cell(112, percent: 75) + .cell(113)
  /// Loans at risk are those without collateral that covers them; the worksheet knows the
  /// collateral of problem loans alone.
  private static let atRisk = HealthFigure.problemLoans - .cells(114...116)

  /// The rules by item; none for what is no ratio of cells. Sources: `Docs/AccountingPolicy.md`.
  static let official: [HealthItem: HealthRule] = [
    .equityToAssets: HealthRule(
      .ownCapital, .totalAssets,
      HealthScale(0, .above(0, 25), .above(20, 50), .above(40, 100), .above(60, 50), .above(80, 25))
    ),
    .equityToRisk: HealthRule(
      .ownCapital, atRisk, HealthScale(0, (1...10).map { .from($0 * 10, $0 * 10) }), isSure: false),
    .memberLoans: HealthRule(
      .cell(8), .loans, HealthScale(0, .above(25, 50), .above(50, 75), .above(75, 100))),
    .problemLoans: HealthRule(
      problemRisk, .loans,
      HealthScale(
        100, .above(0, 80), .above(10, 60), .above(20, 40), .above(30, 20), .above(40, 10),
        .above(45, 0))),
    .riskReserve: HealthRule(
      .riskReserve, problemRisk,
      HealthScale(0, (0...8).map { .above($0 * 10, $0 * 10 + 10) } + [.from(90, 100)])),
    .loansAtRisk: HealthRule(
      atRisk, .loans, HealthScale(100, .from(21, 75), .from(26, 50), .above(30, 25)),
      isSure: false),
    .operatingCost: HealthRule(
      .membersCost + .operatingExpense + .cooperativeExpense, .membersIncome,
      HealthScale(100, .from(90, 75), .from(95, 50), .from(100, 0)), isSure: false),
    .operatingExpense: HealthRule(
      .operatingExpense, .grossResult,
      HealthScale(100, .above(40, 75), .above(60, 50), .above(80, 25)), isSure: false),
    .service: HealthRule(
      .cell(87), .loans, HealthScale(100, .above(5, 75), .above(10, 50), .above(15, 0)),
      isSure: false),
    .cash: HealthRule(
      .cashAndBank, .currentLiabilities,
      HealthScale(25, .above(10, 100), .above(15, 50), .above(20, 25)), isSure: false),
    .loansToFunds: HealthRule(
      .loans, .fundsReceived,
      HealthScale(25, .from(60, 50), .from(70, 75), .from(80, 100)), isSure: false),
    .roa: HealthRule(
      .resultAfterTax, .totalAssets,
      HealthScale(25, .from(5, 50), .from(8, 75), .from(10, 100)), isSure: false),
    .roe: HealthRule(
      .resultAfterTax, .ownCapital, HealthScale(25, .from(3, 50), .from(4, 75), .above(5, 100))),
    .independence: HealthRule(
      .membersIncome - .membersCost, .operatingExpense + .cooperativeExpense,
      HealthScale(0, .above(100, 100))),
    .mainIncome: HealthRule(
      .membersIncome, .income,
      HealthScale(25, .from(25, 50), .from(50, 75), .above(75, 100))),
  ]

  /// What capital over risk assets is worth; its figures are weights of the profile.
  static let capitalAdequacy = HealthScale(0, .from(4, 50), .from(6, 75), .above(8, 100))
}
