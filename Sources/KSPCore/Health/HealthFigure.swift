/// A figure of the health worksheet: cells added to and subtracted from each other, each with its
/// weight.
///
/// `.cells(71...74) - .cells(79...80)` is the net participation of members.
struct HealthFigure: Sendable {
  /// Cells that count alike.
  private struct Term: Sendable {
    let cells: ClosedRange<Int>
    /// By how many percent they count; less than nothing where they are subtracted.
    var percent: Int128
    /// Whether they count without their sign: an allowance lowers the assets however it is entered.
    let isAbsolute: Bool
  }

  private var terms: [Term]

  /// The sum of some cells, counted at so many percent.
  static func cells(_ range: ClosedRange<Int>, percent: Int128 = 100) -> HealthFigure {
    HealthFigure(terms: [Term(cells: range, percent: percent, isAbsolute: false)])
  }

  /// One cell, counted at so many percent.
  static func cell(_ number: Int, percent: Int128 = 100) -> HealthFigure {
    .cells(number...number, percent: percent)
  }

  /// One cell without its sign.
  static func absolute(_ number: Int) -> HealthFigure {
    HealthFigure(terms: [Term(cells: number...number, percent: 100, isAbsolute: true)])
  }

  static func + (left: HealthFigure, right: HealthFigure) -> HealthFigure {
    HealthFigure(terms: left.terms + right.terms)
  }

  static func - (left: HealthFigure, right: HealthFigure) -> HealthFigure {
    var negative = right.terms
    for index in negative.indices { negative[index].percent.negate() }
    return HealthFigure(terms: left.terms + negative)
  }

  /// The figure in hundredths of a sen, exactly.
  func value(_ cells: HealthCells) -> Int128 {
    terms.reduce(0) { sum, term in
      term.cells.reduce(sum) { sum, number in
        let sen = Int128(cells[number].sen)
        return sum + term.percent * (term.isAbsolute ? abs(sen) : sen)
      }
    }
  }

  /// The figure as an amount, rounded to the sen.
  ///
  /// - Throws: `amount.overflow`.
  func amount(_ cells: HealthCells) throws(LedgerError) -> Rupiah {
    try Rounding.sen.round(value(cells), over: 100)
  }
}

/// The figures that the ratios are made of, by the cells of the worksheet. Sources and where they
/// differ: `Docs/AccountingPolicy.md`.
extension HealthFigure {
  static let cashAndBank = cells(1...6)
  static let loans = cells(8...12)
  static let currentAssets = cells(1...12) - absolute(13) + cells(14...19)
  static let totalAssets =
    currentAssets + cells(20...29) - absolute(30) + cells(31...32) - absolute(33) + cells(34...35)
    - absolute(36) + cell(37)
  static let currentLiabilities = cells(38...53)
  static let longTermLiabilities = cells(54...61)
  static let participation = cell(65)
  /// Participation capital is equity and no own capital.
  static let ownCapital = cells(62...64) + cells(66...70)
  static let liabilitiesAndEquity =
    currentLiabilities + longTermLiabilities + ownCapital + participation
  /// Liabilities and equity without tax, accruals and payables for costs.
  static let fundsReceived = liabilitiesAndEquity - cells(44...45) - cell(47)
  static let membersIncome = cells(71...74)
  static let income = cells(71...78)
  static let membersCost = cells(79...80)
  static let grossResult = income - cells(79...86)
  static let operatingExpense = cells(87...102)
  static let cooperativeExpense = cells(103...105)
  static let resultAfterTax =
    grossResult - operatingExpense - cooperativeExpense + cells(106...108) - cells(109...110)
  static let resultOfBalanceSheet = cell(70)
  static let problemLoans = cells(111...113)
  static let membersSavings = cell(38) + cell(40)
  static let allSavings = cells(38...41)
  static let shares = cells(62...63)
  static let riskReserve = cell(68)
  static let allowance = absolute(13)
}
