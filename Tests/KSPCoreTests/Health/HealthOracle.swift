@testable import KSPCore

/// The ratios in floating point, from the words of the worksheet.
struct HealthOracle {
  let ratios: [HealthRatioName: Double]

  init(_ now: [Int: Rupiah], _ before: [Int: Rupiah]) {
    let (a, b) = (Year(now), Year(before))
    let portion = a.sum(87, 102) * a.sum(71, 74) / a.sum(71, 78)
    ratios = [
      .roa: a.net / a.assets, .roe: a.net / a.own,
      .independence: (a.sum(71, 74) - a.sum(79, 80)) / (portion + a.sum(103, 105)),
      .operatingCost: (a.sum(79, 80) + portion + a.sum(103, 105)) / a.sum(71, 74),
      .operatingExpense: a.sum(87, 102) / (a.sum(71, 78) - a.sum(79, 86)),
      .memberLoans: a[8] / a.sum(8, 12), .problemLoans: a.sum(111, 113) / a.sum(8, 12),
      .riskReserve: a[68] / a.sum(111, 113), .cash: a.sum(1, 6) / a.sum(38, 53),
      .loansToFunds: a.sum(8, 12) / a.funds,
      .currentAssets: (a.sum(1, 12) - a[13] + a.sum(14, 19)) / a.sum(38, 53),
      .growthAssets: a.assets / b.assets - 1, .growthFunds: a.funds / b.funds - 1,
      .growthEquity: a.own / b.own - 1, .growthResult: (a.net - b.net) / b.net,
      .mainIncome: a.sum(71, 74) / a.sum(71, 78), .shuToShares: a.net / (a[62] + a[63]),
      .memberSavings: (a[38] + a[40]) / (a[38] + a[39] + a[40] + a[41]),
      .equityToAssets: a.own / a.assets, .memberCapital: (a[38] + a[40]) / a.assets,
      .longTermDebt: (a.sum(54, 61) + a[65]) / a.own,
    ].mapValues { $0 * 100 }
  }

  private struct Year {
    let cells: [Int: Rupiah]

    init(_ cells: [Int: Rupiah]) { self.cells = cells }

    subscript(cell: Int) -> Double { Double(cells[cell]?.sen ?? 0) }

    func sum(_ first: Int, _ last: Int) -> Double { (first...last).reduce(0) { $0 + self[$1] } }

    var assets: Double {
      sum(1, 37) - 2 * (self[13] + self[30] + self[33] + self[36])
    }
    var own: Double { sum(62, 70) - self[65] }
    var funds: Double { sum(38, 70) - self[44] - self[45] - self[47] }
    var net: Double {
      sum(71, 78) - sum(79, 86) - sum(87, 102) - sum(103, 105) + sum(106, 108) - self[109]
        - self[110]
    }
  }
}
