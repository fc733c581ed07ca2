import KSPCore

/// The balances that one reader of statements has read, by day, as long as nothing is written.
final class KeptBalances {
  private var days: [BookDate: StatementBalances] = [:]
  private var changes = 0

  /// The balances of a day: those that were read, or what `read` finds. `changes` counts what this
  /// connection has written; what was read before it moved counts no more.
  func balances(
    of day: BookDate, after changes: Int, _ read: () throws -> StatementBalances
  ) rethrows -> StatementBalances {
    if changes != self.changes {
      days.removeAll()
      self.changes = changes
    }
    if let known = days[day] { return known }
    let found = try read()
    days[day] = found
    return found
  }
}
