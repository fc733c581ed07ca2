/// How ratios are read where the sources of the worksheet differ.
public struct HealthReadings: Hashable, Sendable, Codable {
  /// Whose expenses the independence and the operating cost count.
  public enum Expenses: String, CaseIterable, Sendable, Codable {
    /// The operating expenses in the proportion of members' income to all income.
    case members
    /// All of them.
    case all
  }

  /// Which cells are cash.
  public enum Cash: String, CaseIterable, Sendable, Codable {
    /// Cash, banks, and savings and deposits elsewhere: cells 1 to 6.
    case withDeposits = "1-6"
    /// Cells 1 to 4.
    case cashAndBank = "1-4"
  }

  /// What stands against loans that are a problem.
  public enum RiskReserve: String, CaseIterable, Sendable, Codable {
    /// The reserve for risk: cell 68.
    case reserve = "68"
    /// The reserve and the allowance: cells 68 and 13.
    case withAllowance = "68+13"
  }

  /// What is long-term debt.
  public enum LongTermDebt: String, CaseIterable, Sendable, Codable {
    /// Long-term liabilities and participation capital: cells 54 to 61 and 65.
    case withParticipation = "54-61+65"
    /// Cells 54 to 61.
    case liabilities = "54-61"
  }

  /// Whose expenses the independence and the operating cost count.
  public var expenses: Expenses
  /// Which cells are cash.
  public var cash: Cash
  /// What stands against loans that are a problem.
  public var riskReserve: RiskReserve
  /// What is long-term debt.
  public var longTermDebt: LongTermDebt

  /// The readings; what is not given is read as most sources do.
  public init(
    expenses: Expenses = .members, cash: Cash = .withDeposits,
    riskReserve: RiskReserve = .reserve, longTermDebt: LongTermDebt = .withParticipation
  ) {
    self.expenses = expenses
    self.cash = cash
    self.riskReserve = riskReserve
    self.longTermDebt = longTermDebt
  }
}
