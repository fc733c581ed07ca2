import KSPCore

extension EntryKind {
  /// The kinds of which something is true, as a list: `kind IN \(EntryKind.sqlList(.ofLoan))`.
  static func sqlList(_ traits: Traits) -> String { sqlList(all(traits)) }

  /// Kinds as a list of SQL.
  static func sqlList(_ kinds: [EntryKind]) -> String { kinds.sqlList }
}
