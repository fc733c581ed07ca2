/// What is set aside for loans of each class (penyisihan), and how much of a collateral counts.
public struct ProvisionTable: Hashable, Sendable, Codable {
  /// The code that a product names.
  public let code: String
  /// Its name.
  public let name: Phrase
  /// The share set aside for each class.
  public let rates: [LoanClass: Share]
  /// The classes whose collateral is taken off first.
  public let securedClasses: Set<LoanClass>
  /// The share of a collateral's value that counts, by kind.
  public let haircuts: [Collateral.Kind: Share]

  /// Describes a table.
  package init(
    code: String, name: Phrase, rates: [LoanClass: Share], securedClasses: Set<LoanClass>,
    haircuts: [Collateral.Kind: Share]
  ) {
    self.code = code
    self.name = name
    self.rates = rates
    self.securedClasses = securedClasses
    self.haircuts = haircuts
  }

  /// How much of the collaterals counts, rounded down to the rupiah.
  ///
  /// - Throws: `amount.overflow`.
  public func counted(_ collaterals: [Collateral]) throws(LedgerError) -> Rupiah {
    var sum = Rupiah.zero
    for collateral in collaterals { try sum += counted(collateral) }
    return sum
  }

  /// How much of one collateral counts, rounded down to the rupiah.
  ///
  /// - Throws: `amount.overflow`.
  public func counted(_ collateral: Collateral) throws(LedgerError) -> Rupiah {
    try (haircuts[collateral.kind] ?? .zero).of(collateral.value, rounded: .downToRupiah)
  }

  /// What is to be set aside for a loan, rounded half up to the rupiah.
  ///
  /// - Parameters:
  ///   - outstanding: The principal that is owed.
  ///   - loanClass: Its class.
  ///   - counted: The collateral that counts.
  /// - Returns: The class's part of what the collateral does not cover.
  /// - Throws: `amount.overflow`.
  package func required(
    outstanding: Rupiah, loanClass: LoanClass, counted: Rupiah
  ) throws(LedgerError) -> Rupiah {
    let exposed = try exposed(outstanding: outstanding, loanClass: loanClass, counted: counted)
    return try (rates[loanClass] ?? .zero).of(exposed, rounded: .rupiah)
  }

  /// What the collateral does not cover of a loan; in some classes none of it counts.
  func exposed(
    outstanding: Rupiah, loanClass: LoanClass, counted: Rupiah
  ) throws(LedgerError) -> Rupiah {
    let covered = securedClasses.contains(loanClass) ? counted : .zero
    return try (outstanding - covered).orZero
  }

  /// Microfinance institutions (POJK 41/2024): 0, 5, 15, 50 and 100 % after collateral.
  public static let microfinance = ProvisionTable(
    code: "lkm", name: Phrase(id: "LKM (POJK 41/2024)", en: "Microfinance (POJK 41/2024)"),
    rates: [
      .lancar: .zero, .dalamPerhatianKhusus: .percent("5"), .kurangLancar: .percent("15"),
      .diragukan: .percent("50"), .macet: .whole,
    ],
    securedClasses: Set(LoanClass.allCases), haircuts: standardHaircuts)

  /// The scale that is deductible for savings cooperatives: 0.5, 10, 50 and 100 %, the last three
  /// after collateral.
  public static let cooperative = ProvisionTable(
    code: "koperasi",
    name: Phrase(id: "Koperasi (0,5/10/50/100)", en: "Cooperative (0.5/10/50/100)"),
    rates: [
      .lancar: .percent("0.5"), .dalamPerhatianKhusus: .percent("0.5"),
      .kurangLancar: .percent("10"),
      .diragukan: .percent("50"), .macet: .whole,
    ],
    securedClasses: [.kurangLancar, .diragukan, .macet], haircuts: standardHaircuts)

  /// The risk of problem loans of the health rating (Permen 14/2009): 50, 75 and 100 %, without
  /// collateral.
  public static let healthRating = ProvisionTable(
    code: "rpm", name: Phrase(id: "Risiko pinjaman bermasalah", en: "Risk of problem loans"),
    rates: [
      .lancar: .zero, .dalamPerhatianKhusus: .zero, .kurangLancar: .percent("50"),
      .diragukan: .percent("75"), .macet: .whole,
    ],
    securedClasses: [], haircuts: [:])

  private static let standardHaircuts: [Collateral.Kind: Share] = [
    .deposit: .whole, .mortgage: .percent("80"), .land: .percent("60"), .vehicle: .percent("50"),
  ]

  /// Every table that a product can name.
  public static let all = [cooperative, microfinance, healthRating]

  /// The table with a code; nil for none.
  public static func named(_ code: String) -> ProvisionTable? { all.first { $0.code == code } }
}
