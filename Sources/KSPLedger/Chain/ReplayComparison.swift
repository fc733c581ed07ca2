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

  /// Whether personal data that the event brought was erased since: then nobody can say any more
  /// whether the two are the same.
  func isErased(_ stored: [RowChange]) -> Bool {
    stored.flatMap(\.rows).flatMap(\.values).contains { value in
      guard case .digest(let digest) = value else { return false }
      return personal[digest] == nil
    }
  }

  /// What people call the first thing that differs; nil where the two say the same.
  func difference(between draft: EventDraft, and stored: [RowChange]) -> Phrase? {
    let tables = (draft.changes.map(\.table), stored.map(\.table))
    guard tables.0 == tables.1 else {
      let table = Set(tables.0).symmetricDifference(tables.1).min() ?? tables.0.first
      return FieldWords.label(EventShape.list(of: table ?? ""))
    }
    for (new, old) in zip(draft.changes, stored) {
      guard new.rows.count == old.rows.count else {
        return FieldWords.label(EventShape.list(of: new.table))
      }
      for (newRow, oldRow) in zip(new.rows, old.rows) {
        if let column = difference(between: (new, newRow), and: (old, oldRow)) {
          // A setting and an attribute are known by their names.
          let name = column == "value" ? new.value("name", newRow)?.text : nil
          return FieldWords.label(name ?? column)
        }
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
