/// What the official rules of 2009 score (Permenkop 14/2009, repeated by Perdep 06/2016): seven
/// aspects, 100 points.
public enum HealthItem: String, CaseIterable, Sendable, Codable, CodingKeyRepresentable {
  /// Own capital over total assets.
  case equityToAssets
  /// Own capital over loans at risk.
  case equityToRisk
  /// Weighted capital over weighted risk assets.
  case car
  /// Loans to members over all loans.
  case memberLoans
  /// The risk of problem loans over all loans.
  case problemLoans
  /// The reserve for risk over the risk of problem loans.
  case riskReserve
  /// Loans at risk over all loans.
  case loansAtRisk
  /// The questionnaires about management.
  case management
  /// The cost of serving members over their income.
  case operatingCost
  /// Operating expenses over the gross SHU.
  case operatingExpense
  /// The cost of staff over the loans.
  case service
  /// Cash and banks over current liabilities.
  case cash
  /// Loans over the funds received.
  case loansToFunds
  /// SHU after tax over total assets.
  case roa
  /// SHU after tax over own capital.
  case roe
  /// Net participation of members over the expenses.
  case independence
  /// Income from members over all income.
  case mainIncome
  /// What members have of the cooperative over pokok and wajib.
  case memberBenefit

  /// The seven aspects.
  public enum Aspect: String, CaseIterable, Sendable, Codable {
    /// Permodalan.
    case capital
    /// Kualitas aktiva produktif.
    case assets
    /// Manajemen.
    case management
    /// Efisiensi.
    case efficiency
    /// Likuiditas.
    case liquidity
    /// Kemandirian dan pertumbuhan.
    case independence
    /// Jatidiri koperasi.
    case identity

    /// What people call it.
    public var name: Phrase {
      switch self {
      case .capital: Phrase(id: "Permodalan", en: "Capital")
      case .assets: Phrase(id: "Kualitas aktiva produktif", en: "Quality of earning assets")
      case .management: Phrase(id: "Manajemen", en: "Management")
      case .efficiency: Phrase(id: "Efisiensi", en: "Efficiency")
      case .liquidity: Phrase(id: "Likuiditas", en: "Liquidity")
      case .independence:
        Phrase(id: "Kemandirian dan pertumbuhan", en: "Independence and growth")
      case .identity: Phrase(id: "Jatidiri koperasi", en: "Identity")
      }
    }

    /// The most points there are for it.
    public var points: Int {
      HealthItem.allCases.filter { $0.aspect == self }.map(\.points).reduce(0, +)
    }
  }

  /// The aspect that it belongs to.
  public var aspect: Aspect {
    switch self {
    case .equityToAssets, .equityToRisk, .car: .capital
    case .memberLoans, .problemLoans, .riskReserve, .loansAtRisk: .assets
    case .management: .management
    case .operatingCost, .operatingExpense, .service: .efficiency
    case .cash, .loansToFunds: .liquidity
    case .roa, .roe, .independence: .independence
    case .mainIncome, .memberBenefit: .identity
    }
  }

  /// The most points that it gives.
  public var points: Int {
    switch self {
    case .equityToAssets, .equityToRisk: 6
    case .car, .roa, .roe, .memberBenefit: 3
    case .memberLoans, .cash: 10
    case .problemLoans, .riskReserve, .loansAtRisk, .loansToFunds: 5
    case .management: 15
    case .operatingCost, .operatingExpense, .independence: 4
    case .service: 2
    case .mainIncome: 7
    }
  }

  /// What people call it.
  public var name: Phrase {
    switch self {
    case .equityToRisk: Phrase(id: "Modal sendiri/pinjaman berisiko", en: "Own capital/at risk")
    case .problemLoans: Phrase(id: "Risiko bermasalah/pinjaman", en: "Problem risk/loans")
    case .riskReserve: Phrase(id: "Cadangan/risiko bermasalah", en: "Reserve/problem risk")
    case .loansAtRisk: Phrase(id: "Pinjaman berisiko/pinjaman", en: "Loans at risk/loans")
    case .management: Phrase(id: "Kuesioner manajemen", en: "Management questionnaires")
    case .operatingCost: Phrase(id: "Beban operasi/partisipasi", en: "Cost/members' income")
    case .service: Phrase(id: "Biaya karyawan/pinjaman", en: "Cost of staff/loans")
    case .memberBenefit: Phrase(id: "Promosi ekonomi/simpanan", en: "Member benefit/shares")
    default: HealthRatioName(rawValue: rawValue)?.name ?? Phrase(id: rawValue, en: rawValue)
    }
  }
}
