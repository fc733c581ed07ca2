import GRDB
import KSPCore

extension PersonalValue {
  /// The changes of an event with the personal values that their digests stand for.
  struct Revealed {
    /// What was not found, because it was erased or lost, reads "?".
    var changes: [RowChange]
    var found: [PersonalValue] = []
    var missing: [Missing] = []
  }

  /// A personal value that the chain knows by its digest alone.
  struct Missing {
    let owner: Int64
    let field: String
    /// How people find it.
    let name: String
  }

  /// Refuses an event that says a personal value in plain words: it could never be erased.
  static func requireHidden(_ changes: [RowChange]) throws {
    for change in changes {
      for (index, column) in personalColumns(of: change)
      where change.rows.contains(where: { $0.values[index].text != nil }) {
        throw LedgerError.invariantBroken("\(change.table) \(column)")
      }
    }
  }

  /// Looks up in a book the personal values that an event brought.
  static func reveal(
    _ changes: [RowChange], of event: ChainRows.Event, in book: Database
  ) throws -> Revealed {
    var revealed = Revealed(changes: changes)
    guard changes.contains(where: { !personalColumns(of: $0).isEmpty }) else { return revealed }
    // What cannot be read is as good as lost: it is named, and the event stands.
    let known =
      try unlessDamaged { try values(book, event: event.header.number, of: changes) } ?? [:]
    let owner = owner(of: changes) ?? 0
    for (place, change) in changes.enumerated() {
      for (index, column) in personalColumns(of: change) {
        for row in change.rows.indices {
          guard case .digest(let digest) = change.rows[row].values[index] else { continue }
          if let value = known[digest] {
            revealed.changes[place].rows[row].values[index] = .text(value.text)
            revealed.found.append(value)
          } else {
            // What was erased is written over by the event that erased it.
            revealed.changes[place].rows[row].values[index] = .text("?")
            revealed.missing.append(
              Missing(
                owner: owner,
                field: field(change.table, column, row: change.keyValues(of: change.rows[row])),
                name: "\(change.table) \(event.header.subject) · \(column)"))
          }
        }
      }
    }
    return revealed
  }
}
