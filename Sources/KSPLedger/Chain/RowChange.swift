import KSPCore

/// What an event writes into one table of state: rows that are new, or columns that change.
///
/// The same value is written into the chain and into the table, so that neither can say what the
/// other does not.
struct RowChange: Hashable, Sendable {
  enum Operation: UInt8, Sendable {
    case insert = 1
    case update = 2
  }

  let table: String
  let operation: Operation
  /// The columns that find the row; empty for new rows.
  let key: [String]
  /// The columns that are written.
  let columns: [String]
  var rows: [Row]

  struct Row: Hashable, Sendable {
    var key: [StoredValue] = []
    /// What the columns held before; empty for a new row.
    var before: [StoredValue] = []
    var values: [StoredValue]
  }

  init(
    table: String, operation: Operation, key: [String], columns: [String], rows: [Row]
  ) {
    self.table = table
    self.operation = operation
    self.key = key
    self.columns = columns
    self.rows = rows
  }

  /// One new row. Columns that hold nothing are left out.
  static func insert(
    _ table: String, _ values: KeyValuePairs<String, StoredValue>,
    also more: [(String, StoredValue)] = []
  ) -> RowChange {
    insert(table, values.map { ($0.key, $0.value) } + more)
  }

  /// One new row. Columns that hold nothing are left out.
  static func insert(_ table: String, _ values: [(String, StoredValue)]) -> RowChange {
    let written = values.filter { $0.1 != .null }
    return RowChange(
      table: table, operation: .insert, key: [], columns: written.map(\.0),
      rows: [Row(values: written.map(\.1))])
  }

  /// New rows of one shape.
  static func insert(
    _ table: String, columns: [String], rows: [[StoredValue]]
  ) -> RowChange {
    RowChange(
      table: table, operation: .insert, key: [], columns: columns,
      rows: rows.map { Row(values: $0) })
  }

  /// Columns of one row that change; nil where none of them does.
  static func update(
    _ table: String, key: KeyValuePairs<String, StoredValue>,
    _ changes: [(column: String, before: StoredValue, after: StoredValue)]
  ) -> RowChange? {
    let changed = changes.filter { $0.before != $0.after }
    guard !changed.isEmpty else { return nil }
    return RowChange(
      table: table, operation: .update, key: key.map(\.key), columns: changed.map(\.column),
      rows: [
        Row(
          key: key.map(\.value), before: changed.map(\.before), values: changed.map(\.after))
      ])
  }

  /// The value of a column of the first row.
  subscript(column: String) -> StoredValue? {
    guard let row = rows.first else { return nil }
    if let index = columns.firstIndex(of: column) { return row.values[index] }
    return key.firstIndex(of: column).map { row.key[$0] }
  }
}

extension [RowChange] {
  /// The month that an event closes; nil for one that closes none.
  var closedMonth: BookMonth? {
    guard let change = first(where: { $0.table == "closedMonth" && $0.operation == .insert }),
      let ordinal = change["month"]?.integer
    else { return nil }
    return try? BookMonth(ordinal: Int32(clamping: ordinal))
  }
}
