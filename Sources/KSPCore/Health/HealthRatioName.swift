/// The 22 ratios of the health worksheet, in its order.
public enum HealthRatioName: String, CaseIterable, Sendable, Codable {
  /// SHU after tax over total assets.
  case roa
  /// SHU after tax over own capital.
  case roe
  /// Net participation of members over their portion of the expenses.
  case independence
  /// Cost, expenses and cooperative expenses of members over their income.
  case operatingCost
  /// Operating expenses over the gross SHU.
  case operatingExpense
  /// Loans to members over all loans.
  case memberLoans
  /// Substandard, doubtful and lost loans over all loans.
  case problemLoans
  /// The reserve for risk over problem loans.
  case riskReserve
  /// Cash and banks over current liabilities.
  case cash
  /// Loans over the funds received.
  case loansToFunds
  /// Current assets over current liabilities.
  case currentAssets
  /// Growth of total assets.
  case growthAssets
  /// Growth of the funds received.
  case growthFunds
  /// Growth of own capital.
  case growthEquity
  /// Growth of the SHU after tax.
  case growthResult
  /// Income from members over all income.
  case mainIncome
  /// SHU after tax over pokok and wajib.
  case shuToShares
  /// Savings and deposits of members over all of them.
  case memberSavings
  /// Own capital over total assets.
  case equityToAssets
  /// Weighted capital over weighted risk assets.
  case car
  /// Savings and deposits of members over total assets.
  case memberCapital
  /// Long-term debt over own capital.
  case longTermDebt

  /// What people call it.
  public var name: Phrase {
    switch self {
    case .roa: Phrase(id: "Rentabilitas aset", en: "Return on assets")
    case .roe: Phrase(id: "Rentabilitas ekuitas", en: "Return on equity")
    case .independence: Phrase(id: "Kemandirian operasional", en: "Operational independence")
    case .operatingCost:
      Phrase(id: "Beban operasional/pendapatan", en: "Operating cost/income")
    case .operatingExpense:
      Phrase(id: "Beban usaha/SHU kotor", en: "Operating expense/gross SHU")
    case .memberLoans: Phrase(id: "Pinjaman anggota/pinjaman", en: "Members' loans/all loans")
    case .problemLoans:
      Phrase(id: "Pinjaman bermasalah/pinjaman", en: "Problem loans/all loans")
    case .riskReserve:
      Phrase(id: "Cadangan risiko/bermasalah", en: "Risk reserve/problem loans")
    case .cash: Phrase(id: "Kas/kewajiban lancar", en: "Cash/current liabilities")
    case .loansToFunds: Phrase(id: "Pinjaman/dana diterima", en: "Loans/funds received")
    case .currentAssets:
      Phrase(id: "Aset lancar/kewajiban lancar", en: "Current assets/liabilities")
    case .growthAssets: Phrase(id: "Pertumbuhan aset", en: "Growth of assets")
    case .growthFunds: Phrase(id: "Pertumbuhan dana diterima", en: "Growth of funds received")
    case .growthEquity: Phrase(id: "Pertumbuhan modal sendiri", en: "Growth of own capital")
    case .growthResult: Phrase(id: "Pertumbuhan SHU", en: "Growth of SHU")
    case .mainIncome: Phrase(id: "Pendapatan utama/pendapatan", en: "Main income/income")
    case .shuToShares: Phrase(id: "SHU/simpanan pokok dan wajib", en: "SHU/pokok and wajib")
    case .memberSavings:
      Phrase(id: "Simpanan anggota/simpanan", en: "Members' savings/all savings")
    case .equityToAssets: Phrase(id: "Modal sendiri/aset", en: "Own capital/assets")
    case .car: Phrase(id: "Modal tertimbang/ATMR", en: "Weighted capital/risk assets")
    case .memberCapital: Phrase(id: "Modal pinjaman anggota/aset", en: "Members' savings/assets")
    case .longTermDebt: Phrase(id: "Utang jangka panjang/modal", en: "Long-term debt/own capital")
    }
  }

  /// Where its bands begin, in hundredths of a percent.
  var bands: HealthBands {
    switch self {
    case .roa: .higher(700, 500, 300)
    case .roe: .higher(1_000, 750, 500)
    case .independence: .higher(12_000, 11_000, 10_000)
    case .operatingCost: .lower(8_000, 9_000, 10_000)
    case .operatingExpense: .lower(4_000, 6_000, 8_000)
    case .memberLoans, .riskReserve, .memberSavings: .higher(7_500, 5_000, 2_500)
    case .problemLoans: .lower(500, 1_000, 1_500)
    case .cash: .higher(2_000, 1_500, 1_000)
    case .loansToFunds: .higher(9_000, 7_500, 6_000)
    case .currentAssets: .higher(12_500, 10_000, 7_500)
    case .growthAssets, .growthFunds, .growthEquity: .higher(1_000, 700, 400)
    case .growthResult: .higher(500, 300, 100)
    case .mainIncome: .higher(8_500, 6_000, 3_500)
    case .shuToShares, .equityToAssets, .memberCapital: .higher(3_000, 2_000, 1_000)
    case .car: .higher(800, 600, 400)
    case .longTermDebt: .lower(10_000, 12_500, 15_000)
    }
  }
}

/// The bounds between the four bands of a ratio, in hundredths of a percent; a ratio that reaches a
/// bound lies in the band that begins there.
enum HealthBands {
  /// More is better.
  case higher(Int128, Int128, Int128)
  /// Less is better.
  case lower(Int128, Int128, Int128)

  /// The band of a ratio that is not rounded: 1, the best, to 4.
  ///
  /// - Throws: `amount.overflow`.
  func band(of ratio: HealthFraction) throws(LedgerError) -> Int {
    switch self {
    case .higher(let first, let second, let third):
      if try ratio.reaches(first) { return 1 }
      if try ratio.reaches(second) { return 2 }
      return try ratio.reaches(third) ? 3 : 4
    case .lower(let first, let second, let third):
      if try ratio.reaches(third) { return 4 }
      if try ratio.reaches(second) { return 3 }
      return try ratio.reaches(first) ? 2 : 1
    }
  }
}
