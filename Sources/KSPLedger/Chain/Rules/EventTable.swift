import KSPCore

/// What an event of a kind writes into one table of state.
///
/// Declared once for each kind: the writer refuses anything else as a fault of the program,
/// `verify` and `rebuild` as an event that this program did not write, and the log takes from it
/// what it shows.
struct EventTable: Sendable {
  /// How many new rows it writes.
  enum NewRows: Sendable {
    case none
    /// One, in every event of the kind.
    case one
    case any
  }

  /// How a row leads to what the event is about.
  enum Subject: Sendable {
    /// The book itself.
    case book
    /// It stands in a column.
    case text(String)
    /// A column holds it, as a month.
    case month(String)
    /// The column of the first row holds it, as a day.
    case firstDay(String)
    /// A query finds it by the value of a column.
    case row(String, String)
    /// The same for the last row alone: those before it make room for it.
    case lastRow(String, String)
  }

  let table: String
  let subject: Subject
  var new = NewRows.none
  /// The columns that it may change in rows that are there.
  var changing: Set<String> = []
  /// Whether the log shows its rows as a list and not flat, beside those of other tables.
  var isList = false
  /// What the column `kind` says.
  var word: String?
  /// The column with the day or month that must not be closed yet.
  var open: String?
  /// The kinds of which the entry of the same act is that the column `entry` names; empty where it
  /// names none.
  var entries: [EntryKind] = []

  /// One new row.
  static func one(_ table: String, _ subject: Subject, open: String? = nil) -> EventTable {
    EventTable(table: table, subject: subject, new: .one, open: open)
  }

  /// Any number of new rows, shown as a list.
  static func list(_ table: String, _ subject: Subject, open: String? = nil) -> EventTable {
    EventTable(table: table, subject: subject, new: .any, isList: true, open: open)
  }

  /// Changed columns of rows that are there.
  static func changed(
    _ table: String, _ columns: Set<String>, _ subject: Subject, isList: Bool = false,
    open: String? = nil
  ) -> EventTable {
    EventTable(table: table, subject: subject, changing: columns, isList: isList, open: open)
  }

  /// The same table, where rows that are there may change as well.
  func changing(_ columns: Set<String>) -> EventTable {
    var table = self
    table.changing = columns
    return table
  }
}
