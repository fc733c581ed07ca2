/// What is set aside for loans of each class (penyisihan), and how much of a collateral counts.
public struct ProvisionTable: Hashable, Sendable {
  /// The code that a product names.
  public let code: String
  /// Its name.
  public let name: Phrase
  /// The part set aside for each class, in billionths.
  public let rates: [LoanClass: Int64]
  /// The classes whose collateral is taken off first.
  public let securedClasses: Set<LoanClass>
  /// The part of a collateral's value that counts, by kind, in billionths.
  public let haircuts: [Collateral.Kind: Int64]

  /// Describes a table.
  public init(
    code: String, name: Phrase, rates: [LoanClass: Int64], securedClasses: Set<LoanClass>,
    haircuts: [Collateral.Kind: Int64]
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
    let exact = Int128(collateral.value.sen) * Int128(haircuts[collateral.kind] ?? 0)
    return try Rounding.downToRupiah.round(exact, over: 1_000_000_000)
  }

  /// What is to be set aside for a loan, rounded half up to the rupiah.
  ///
  /// - Parameters:
  ///   - outstanding: The principal that is owed.
  ///   - loanClass: Its class.
  ///   - counted: The collateral that counts.
  /// - Returns: The class's part of what the collateral does not cover.
  /// - Throws: `amount.overflow`.
  public func required(
    outstanding: Rupiah, loanClass: LoanClass, counted: Rupiah
  ) throws(LedgerError) -> Rupiah {
    let exposed = try exposed(outstanding: outstanding, loanClass: loanClass, counted: counted)
    return try Rounding.rupiah.round(
      Int128(exposed.sen) * Int128(rates[loanClass] ?? 0), over: 1_000_000_000)
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
      .lancar: 0, .dalamPerhatianKhusus: 50_000_000, .kurangLancar: 150_000_000,
      .diragukan: 500_000_000, .macet: 1_000_000_000,
    ],
    securedClasses: Set(LoanClass.allCases), haircuts: standardHaircuts)

  /// The scale that is deductible for savings cooperatives: 0.5, 10, 50 and 100 %, the last three
  /// after collateral.
  public static let cooperative = ProvisionTable(
    code: "koperasi",
    name: Phrase(id: "Koperasi (0,5/10/50/100)", en: "Cooperative (0.5/10/50/100)"),
    rates: [
      .lancar: 5_000_000, .dalamPerhatianKhusus: 5_000_000, .kurangLancar: 100_000_000,
      .diragukan: 500_000_000, .macet: 1_000_000_000,
    ],
    securedClasses: [.kurangLancar, .diragukan, .macet], haircuts: standardHaircuts)

  /// The risk of problem loans of the health rating (Permen 14/2009): 50, 75 and 100 %, without
  /// collateral.
  public static let healthRating = ProvisionTable(
    code: "rpm", name: Phrase(id: "Risiko pinjaman bermasalah", en: "Risk of problem loans"),
    rates: [
      .lancar: 0, .dalamPerhatianKhusus: 0, .kurangLancar: 500_000_000,
      .diragukan: 750_000_000, .macet: 1_000_000_000,
    ],
    securedClasses: [], haircuts: [:])

  private static let standardHaircuts: [Collateral.Kind: Int64] = [
    .deposit: 1_000_000_000, .mortgage: 800_000_000, .land: 600_000_000, .vehicle: 500_000_000,
  ]

  /// Every table that a product can name.
  public static let all = [cooperative, microfinance, healthRating]

  /// The table with a code; nil for none.
  public static func named(_ code: String) -> ProvisionTable? { all.first { $0.code == code } }
}
