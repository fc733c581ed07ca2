import KSPCore
import KSPStatements

extension Samples {
  /// The papers of term deposits.
  static func termDeposits(_ style: ReportStyle) throws -> [(name: String, text: String)] {
    let terms = try TermDepositTerms(
      rate: Rate(parsing: "12%/year"), tenor: 6, payout: .capitalise,
      penalty: BreakPenalty(parsing: "0.5%:principal"))
    let opened = try BookDate(parsing: "2026-01-30")
    let broken = try TermDepositPlan(
      terms, principal: 1_250_000_000, opened: opened,
      brokenOn: BookDate(parsing: "2026-04-12"))
    return [("term-plan", TermDepositPlanRenderer(style).string(broken))]
  }
}
