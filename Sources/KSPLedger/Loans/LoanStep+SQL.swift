import KSPCore

extension Loan.Step {
  /// The step as a literal of SQL.
  var sql: String { "'\(rawValue)'" }
}
