/// The health worksheet worked out: the 22 ratios with their bands, what must be set aside, and
/// whether the cells agree with themselves.
///
/// ```swift
/// let report = try HealthReport(current: cells, previous: lastYear)
/// report.ratios[0].percent   // "4.21"
/// ```
public struct HealthReport: Hashable, Sendable, Codable {
  /// Two figures of the worksheet that must agree.
  public struct Control: Hashable, Sendable, Codable {
    /// What the cells are compared for.
    public enum Name: String, Sendable, Codable {
      /// Assets against liabilities and equity.
      case balance
      /// The result after tax, from cells 71 to 110, against cell 70.
      case result
    }

    /// Which comparison it is.
    public let name: Name
    /// Assets, or the result that income and expenses leave.
    public let first: Rupiah
    /// Liabilities and equity, or the result in equity.
    public let second: Rupiah

    /// Whether both are the same.
    public var holds: Bool { first == second }
  }

  /// By what the ratios were read.
  public let profile: HealthProfile
  /// The 22 ratios in the order of the worksheet.
  public let ratios: [HealthRatio]
  /// What must be set aside for losses (PPAPWD): 0.5 % of loans that are not a problem, and after
  /// collateral 10 % of substandard, 50 % of doubtful and all of lost ones; to the sen, half up.
  public let requiredAllowance: Rupiah
  /// The scores by the rules of 2009; nil where the profile does not ask for them.
  public let scores: HealthScores?
  /// What the profile asks about governance, with what people answered.
  public let governance: [HealthChecklist]
  /// The comparisons within the current year.
  public let controls: [Control]

  /// Works out a worksheet.
  ///
  /// - Throws: `amount.overflow`.
  public init(
    current: HealthCells, previous: HealthCells = HealthCells(),
    profile: HealthProfile = HealthProfile()
  ) throws(LedgerError) {
    let working = HealthWorking(current: current, previous: previous, profile: profile)
    var ratios: [HealthRatio] = []
    for name in HealthRatioName.allCases { ratios.append(try working.ratio(name)) }
    self.profile = profile
    self.ratios = ratios
    requiredAllowance = try Self.requiredAllowance(current)
    var governance: [HealthChecklist] = []
    for indicator in profile.indicators {
      governance.append(try HealthChecklist(indicator, profile.answers))
    }
    self.governance = governance
    scores = profile.rules == .official ? try HealthScores(current, profile) : nil
    controls = [
      Control(
        name: .balance, first: try HealthFigure.totalAssets.amount(current),
        second: try HealthFigure.liabilitiesAndEquity.amount(current)),
      Control(
        name: .result, first: try HealthFigure.resultAfterTax.amount(current),
        second: try HealthFigure.resultOfBalanceSheet.amount(current)),
    ]
  }

  private static func requiredAllowance(_ cells: HealthCells) throws(LedgerError) -> Rupiah {
    func sen(_ figure: HealthFigure) -> Int128 { max(0, figure.value(cells) / 100) }
    // In thousandths: 5, 100, 500 and 1,000. Collateral beyond a loan covers no other one.
    var exact = 5 * sen(.loans - .problemLoans)
    for (loan, collateral, rate) in [(111, 114, 100), (112, 115, 500), (113, 116, 1_000)] {
      exact += Int128(rate) * sen(.cell(loan) - .cell(collateral))
    }
    return try Rounding.sen.round(exact, over: 1_000)
  }
}

/// The ratios of two years by a profile.
struct HealthWorking {
  let current: HealthCells
  let previous: HealthCells
  let profile: HealthProfile

  /// What a ratio divides, in hundredths of a sen: `Docs/AccountingPolicy.md` in code.
  func ratio(_ name: HealthRatioName) throws(LedgerError) -> HealthRatio {
    switch name {
    case .roa: try plain(name, .resultAfterTax, .totalAssets)
    case .roe: try plain(name, .resultAfterTax, .ownCapital)
    case .independence: try independence()
    case .operatingCost: try operatingCost()
    case .operatingExpense: try plain(name, .operatingExpense, .grossResult)
    case .memberLoans: try plain(name, .cell(8), .loans)
    case .problemLoans: try plain(name, .problemLoans, .loans)
    case .riskReserve: try plain(name, riskReserve, .problemLoans)
    case .cash: try plain(name, cash, .currentLiabilities)
    case .loansToFunds: try plain(name, .loans, .fundsReceived)
    case .currentAssets: try plain(name, .currentAssets, .currentLiabilities)
    case .growthAssets: try growth(name, .totalAssets)
    case .growthFunds: try growth(name, .fundsReceived)
    case .growthEquity: try growth(name, .ownCapital)
    case .growthResult: try growth(name, .resultAfterTax)
    case .mainIncome: try plain(name, .membersIncome, .income)
    case .shuToShares: try plain(name, .resultAfterTax, .shares)
    case .memberSavings: try plain(name, .membersSavings, .allSavings)
    case .equityToAssets: try plain(name, .ownCapital, .totalAssets)
    case .car: try capitalAdequacy()
    case .memberCapital: try plain(name, .membersSavings, .totalAssets)
    case .longTermDebt: try plain(name, longTermDebt, .ownCapital)
    }
  }

  private var riskReserve: HealthFigure {
    switch profile.readings.riskReserve {
    case .reserve: .riskReserve
    case .withAllowance: .riskReserve + .allowance
    }
  }

  private var cash: HealthFigure {
    switch profile.readings.cash {
    case .withDeposits: .cashAndBank
    case .cashAndBank: .cells(1...4)
    }
  }

  private var longTermDebt: HealthFigure {
    switch profile.readings.longTermDebt {
    case .withParticipation: .longTermLiabilities + .participation
    case .liabilities: .longTermLiabilities
    }
  }

  private func plain(
    _ name: HealthRatioName, _ numerator: HealthFigure, _ denominator: HealthFigure
  ) throws(LedgerError) -> HealthRatio {
    try HealthRatio(name, numerator.value(current), over: denominator.value(current))
  }

  private func growth(
    _ name: HealthRatioName, _ figure: HealthFigure
  ) throws(LedgerError) -> HealthRatio {
    let before = figure.value(previous)
    return try HealthRatio(name, figure.value(current) - before, over: before)
  }

  private func independence() throws(LedgerError) -> HealthRatio {
    let net = (HealthFigure.membersIncome - .membersCost).value(current)
    let cooperative = HealthFigure.cooperativeExpense.value(current)
    let expense = HealthFigure.operatingExpense.value(current)
    guard profile.readings.expenses == .members else {
      return try HealthRatio(.independence, net, over: expense + cooperative)
    }
    let income = HealthFigure.income.value(current)
    guard income != 0 else {
      return try HealthRatio(.independence, net, over: 0, gap: .incomeZero)
    }
    let portion = try expense.multiplied(by: HealthFigure.membersIncome.value(current))
    return try HealthRatio(
      .independence, try net.multiplied(by: income),
      over: try portion.adding(cooperative.multiplied(by: income)), parts: income)
  }

  private func operatingCost() throws(LedgerError) -> HealthRatio {
    let expense = HealthFigure.operatingExpense.value(current)
    guard profile.readings.expenses == .members else {
      return try plain(
        .operatingCost, .cells(79...105), .income)
    }
    let cost = (HealthFigure.membersCost + .cooperativeExpense).value(current)
    let (members, income) = (
      HealthFigure.membersIncome.value(current), HealthFigure.income.value(current)
    )
    guard income != 0 else {
      return try HealthRatio(.operatingCost, cost, over: 0, gap: .incomeZero)
    }
    let portion = try expense.multiplied(by: members)
    return try HealthRatio(
      .operatingCost, try portion.adding(cost.multiplied(by: income)),
      over: try members.multiplied(by: income), parts: income)
  }

  private func capitalAdequacy() throws(LedgerError) -> HealthRatio {
    try HealthRatio(
      .car, HealthProfile.sum(profile.capital, current),
      over: HealthProfile.sum(profile.riskAssets, current),
      gap: profile.riskAssets.isEmpty ? .weightsMissing : nil)
  }
}
