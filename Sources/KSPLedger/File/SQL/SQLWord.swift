import KSPCore

/// A word that the file keeps, for a query that is about one kind alone: which kinds there are, and
/// how each is written, is said once.
protocol SQLWord: RawRepresentable<String> {}

extension SQLWord {
  /// The word as a literal of SQL.
  var sql: String { "'\(rawValue)'" }
}

extension Sequence where Element: SQLWord {
  /// The words as a list of SQL: `kind IN \(kinds.sqlList)`.
  var sqlList: String { "(" + map(\.sql).joined(separator: ", ") + ")" }
}

extension AccountRole: SQLWord {}
extension EntryKind: SQLWord {}
extension EventKind: SQLWord {}
extension Loan.Step: SQLWord {}
extension SavingsKind: SQLWord {}
extension Till.Kind: SQLWord {}
