import KSPCore

/// The parts of a month end, in the order in which they find, post and report.
///
/// One more is one more line here, and its own room. The closing is the last: it seals what the
/// others began.
enum MonthEndPasses {
  static let all: [any MonthEndPass.Type] = [
    SavingsInterestPass.self,
    InterestTaxPass.self,
    LoanIncomePass.self,
    AllowancePass.self,
    DuesPass.self,
    TillPass.self,
    ClosingPass.self,
  ]
}
