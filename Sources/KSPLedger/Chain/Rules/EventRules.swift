import GRDB
import KSPCore

/// Holds events against the rules of their kind: which tables they write, what they are about, and
/// that nothing begins in a month that is closed.
///
/// Whoever has the file can compute the hash of a new last event; the library would never have
/// written one that breaks these.
struct EventRules {
  /// The tables as the chain has written them so far.
  private let db: Database
  private var lastClosed: BookMonth?
  private var queries: [String: SQLStatement] = [:]

  init(_ db: Database) {
    self.db = db
  }

  // MARK: - What needs no table

  /// What of an event its kind never writes; nil for nothing.
  static func strange(_ changes: [RowChange], of kind: EventKind) -> String? {
    let tables = kind.tables
    for change in changes {
      guard let table = tables.first(where: { $0.table == change.table }),
        change.operation == .insert
          ? table.new != .none : table.changing.isSuperset(of: change.columns)
      else { return change.table }
      if let word = table.word, change["kind"] != .text(word) { return "\(change.table) · kind" }
    }
    for table in tables where table.new == .one {
      let rows = changes.filter { $0.table == table.table && $0.operation == .insert }
        .reduce(0) { $0 + $1.rows.count }
      guard rows == 1 else { return table.table }
    }
    return strangeVersion(changes)
  }

  /// What belongs together says so: a rate to its terms, an installment to its plan, evidence to
  /// its month.
  private static func strangeVersion(_ changes: [RowChange]) -> String? {
    for column in ["effectiveFrom", "version", "month"] {
      var said: StoredValue?
      for change in changes {
        guard let index = change.columns.firstIndex(of: column) else { continue }
        for row in change.rows {
          guard said == nil || said == row.values[index] else {
            return "\(change.table) · \(column)"
          }
          said = row.values[index]
        }
      }
    }
    return nil
  }

  // MARK: - What needs the book

  /// What of an event breaks the rules of its kind; nil for nothing. Its rows must have been
  /// written, those of later events not yet.
  mutating func broken(
    _ event: ChainRows.Event, _ changes: [RowChange], act: ActWalk
  ) throws -> String? {
    guard let kind = EventKind(rawValue: event.header.kind) else { return nil }
    if let strange = Self.strange(changes, of: kind) { return strange }
    for table in kind.tables {
      let own = changes.filter { $0.table == table.table }
      if try !leads(own, to: event.header.subject, table.subject) { return table.table }
      if let column = table.open, !own.allSatisfy({ isOpen($0, column) }) {
        return "\(table.table) · \(column)"
      }
      guard own.allSatisfy({ stands($0, on: table.entries, act) }) else {
        return "\(table.table) · entry"
      }
      if let stamp = strangeStamp(own, event.header) { return "\(table.table) · \(stamp)" }
    }
    if let month = changes.closedMonth {
      if let last = lastClosed, month.ordinal != last.ordinal + 1 { return "closedMonth · month" }
      let lastDay = changes.first { $0.table == "closedMonth" }?["lastDay"]
      guard lastDay == StoredValue(month.lastDay) else { return "closedMonth · lastDay" }
      lastClosed = month
    }
    return nil
  }

  private mutating func leads(
    _ changes: [RowChange], to subject: String, _ way: EventTable.Subject
  ) throws -> Bool {
    switch way {
    case .book: return subject == "book"
    case .text(let column):
      return changes.allSatisfy { $0.all(column) { $0.text == subject } }
    case .month(let column):
      return changes.allSatisfy {
        $0.all(column) { value in
          guard let ordinal = value.integer.flatMap({ Int32(exactly: $0) }) else { return false }
          return (try? BookMonth(ordinal: ordinal))?.description == subject
        }
      }
    case .firstDay(let column):
      let first = changes.first?[column]?.integer
      return try first.map { try BookDate(stored: $0).description == subject } ?? false
    case .row(let column, let sql):
      for change in changes {
        guard try leads(change, to: subject, column, sql) else { return false }
      }
      return true
    case .lastRow(let column, let sql):
      guard let last = changes.last else { return false }
      return try leads(last, to: subject, column, sql)
    }
  }

  private mutating func leads(
    _ change: RowChange, to subject: String, _ column: String, _ sql: String
  ) throws -> Bool {
    var known: StoredValue?
    return try change.all(column) { value in
      // The installments of a plan all point at one loan.
      guard value != known else { return true }
      known = value
      let query = try queries[sql] ?? SQLStatement(db, sql, isShared: false)
      queries[sql] = query
      query.bind(value, at: 1)
      defer { query.reset() }
      return try query.step() && query.text(0) == subject
    }
  }

  /// Whether nothing of a change begins in a month that is closed.
  private func isOpen(_ change: RowChange, _ column: String) -> Bool {
    guard let closed = lastClosed, (change.columns + change.key).contains(column) else {
      return true
    }
    let isMonth =
      if case .month = Schema.projection[change.table]?.meanings[column] { true } else { false }
    let last = Int64(isMonth ? closed.ordinal : closed.lastDay.dayNumber)
    return change.all(column) { $0.integer ?? .max > last }
  }

  /// Whether a change names an entry of its act, of the right kind and in an open month; or none.
  private func stands(_ change: RowChange, on kinds: [EntryKind], _ act: ActWalk) -> Bool {
    guard !kinds.isEmpty else {
      return !change.columns.contains("entry") || change.all("entry") { $0 == .null }
    }
    return change.all("entry") { value in
      act.entries.contains { entry in
        .integer(entry.id) == value
          && kinds.contains {
            $0.rawValue == entry.kind && ($0.is(.inClosingPeriod) || isOpen(entry))
          }
      }
    }
  }

  private func isOpen(_ entry: ActWalk.Entry) -> Bool {
    lastClosed.map { entry.bookDate > $0.lastDay.dayNumber } ?? true
  }

  /// The column of a change that should say what the event itself says, and does not.
  private func strangeStamp(_ changes: [RowChange], _ header: EventHeader) -> String? {
    for change in changes {
      for column in ["createdAt", "closedAt", "madeAt"] where change.columns.contains(column) {
        guard change.all(column, { $0 == .integer(header.recordedAt) }) else { return column }
      }
      if change.columns.contains("event"),
        !change.all("event", { $0 == .integer(header.number) })
      {
        return "event"
      }
      if change.columns.contains("lastEntry"),
        !change.all("lastEntry", { $0 == .integer(header.afterEntry) })
      {
        return "lastEntry"
      }
    }
    return nil
  }
}

extension RowChange {
  /// Whether a column of every row, written or finding the row, is as it should be; not where the
  /// column is missing.
  fileprivate func all(
    _ column: String, _ isRight: (StoredValue) throws -> Bool
  ) rethrows -> Bool {
    if let index = columns.firstIndex(of: column) {
      return try rows.allSatisfy { try isRight($0.values[index]) }
    }
    guard let index = key.firstIndex(of: column) else { return false }
    return try rows.allSatisfy { try isRight($0.key[index]) }
  }
}
