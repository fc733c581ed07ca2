import GRDB

// What the rooms bring to a book that is verified or made again. The list stands at the root, so
// that the chain, which all rooms stand on, knows none of them.

extension VerifierRules {
  /// The checks that are one query each, in the order in which people read them.
  static let all = journal + months + interest + reversals + chain + savings
}

extension Rebuilder {
  /// Sets how far the balances of a new book may go; `refused` hears the code of an account whose
  /// balance lies beyond.
  static func applyLimits(to db: Database, refused: (String) -> Void) throws {
    try AccountLimits.apply(to: db, refused: refused)
  }
}
