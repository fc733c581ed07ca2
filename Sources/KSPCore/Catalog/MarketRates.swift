/// What members would pay for loans, and get for savings, elsewhere (suku bunga pasar): what the
/// cooperative's own rates are held against. A rate that is not set says nothing.
public struct MarketRates: Hashable, Sendable, Codable {
  /// What a bank or a lender asks for a loan like the cooperative's.
  public var loans: Rate?
  /// What a bank pays for savings.
  public var savings: Rate?
  /// What a bank pays for term deposits.
  public var deposits: Rate?

  /// Market rates; nil for one that is not known.
  public init(loans: Rate? = nil, savings: Rate? = nil, deposits: Rate? = nil) {
    self.loans = loans
    self.savings = savings
    self.deposits = deposits
  }

  /// These rates, and those of others where there is none.
  package func completed(by others: MarketRates) -> MarketRates {
    MarketRates(
      loans: loans ?? others.loans, savings: savings ?? others.savings,
      deposits: deposits ?? others.deposits)
  }
}

extension BookSettings {
  /// The market rates by the names under which a book speaks of them; nil is the default.
  package static let marketChoices:
    [(name: String, value: any WritableKeyPath<BookSettings, String?> & Sendable)] = [
      ("marketLoans", \.marketLoansWord), ("marketSavings", \.marketSavingsWord),
      ("marketDeposits", \.marketDepositsWord),
    ]

  private var marketLoansWord: String? {
    get { market.loans?.description }
    set { market.loans = newValue.flatMap { try? Rate(parsing: $0) } }
  }

  private var marketSavingsWord: String? {
    get { market.savings?.description }
    set { market.savings = newValue.flatMap { try? Rate(parsing: $0) } }
  }

  private var marketDepositsWord: String? {
    get { market.deposits?.description }
    set { market.deposits = newValue.flatMap { try? Rate(parsing: $0) } }
  }
}
