import KSPCore

/// What is asked before a month is closed, in the order in which people read it.
///
/// One more is one more line here, and its own room.
enum MonthEndQuestions {
  static let all: [any MonthEndQuestion.Type] = [
    CashQuestion.self,
    TillQuestion.self,
    BankQuestion.self,
    ClaimQuestion.self,
    TransitQuestion.self,
    InsuranceQuestion.self,
    TermDepositQuestion.self,
    OrderQuestion.self,
    PlannedQuestion.self,
    TaxQuestion.self,
    DuesQuestion.self,
    AssetQuestion.self,
    AccrualQuestion.self,
  ]

  /// What all of them find.
  static func findings(_ month: EndingMonth) throws -> [MonthFinding] {
    try all.flatMap { try $0.findings(month) }
  }
}
