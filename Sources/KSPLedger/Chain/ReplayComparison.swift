import GRDB
import KSPCore

/// Compares what somebody asks for under a known reference with what was recorded under it.
struct ReplayComparison {
  private let ignored: Set<String>
  /// The personal values that the event brought, by their digests.
  private let personal: [[UInt8]: PersonalValue]

  init(_ db: Database, event: Int64, of changes: [RowChange], ignoring given: Set<String>) throws {
    ignored = given
    personal = try PersonalValue.values(db, event: event, of: changes)
  }

  /// The first column that differs; nil where the two say the same.
  func difference(between draft: EventDraft, and stored: [RowChange]) -> String? {
    let tables = (draft.changes.map(\.table), stored.map(\.table))
    guard tables.0 == tables.1 else {
      return Set(tables.0).symmetricDifference(tables.1).min() ?? tables.0.first
    }
    for (new, old) in zip(draft.changes, stored) {
      guard new.rows.count == old.rows.count else { return new.table }
      for (newRow, oldRow) in zip(new.rows, old.rows) {
        if let column = difference(between: (new, newRow), and: (old, oldRow)) { return column }
      }
    }
    return nil
  }

  private func difference(
    between new: (change: RowChange, row: RowChange.Row),
    and old: (change: RowChange, row: RowChange.Row)
  ) -> String? {
    let known = Dictionary(
      zip(old.change.columns, old.row.values), uniquingKeysWith: { first, _ in first })
    for (column, value) in zip(new.change.columns, new.row.values)
    where !ignored.contains(column) {
      guard let stored = known[column], isSame(value, stored) else { return column }
    }
    return Set(old.change.columns).subtracting(new.change.columns).subtracting(ignored).min()
  }

  private func isSame(_ value: StoredValue, _ stored: StoredValue) -> Bool {
    guard case .digest(let digest) = stored else { return value == stored }
    return value.text != nil && value.text == personal[digest]?.text
  }
}
