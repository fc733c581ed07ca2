import GRDB
import KSPCore

/// The rows of a table of state as the events of one subject had left them at an earlier point.
///
/// They are read from the chain and not from the table, so that the cost follows what happened to
/// the subject. Personal data that was erased since shows its mark.
struct KnownRows {
  private let key: [String]
  private var rows: [[StoredValue]: [String: StoredValue]] = [:]

  init(_ db: Database, table: String, subject: String, through event: Int64) throws {
    key = Schema.projection[table]?.key ?? []
    let query = try SQLStatement(
      db, "SELECT number, content FROM event WHERE subject = ? AND number <= ? ORDER BY number",
      isShared: false)
    query.bind(subject, at: 1)
    query.bind(event, at: 2)
    while try query.step() {
      guard let changes = EventContent.decode(query.bytes(1)),
        changes.contains(where: { $0.table == table })
      else { continue }
      let personal = try PersonalValue.values(db, event: query.int64(0), of: changes)
        .mapValues(\.text)
      for change in changes where change.table == table { apply(change, personal) }
    }
  }

  private mutating func apply(_ change: RowChange, _ personal: [[UInt8]: String]) {
    for row in change.rows {
      let values = row.values.map { value -> StoredValue in
        guard case .digest(let digest) = value else { return value }
        return .text(personal[digest] ?? ErasedData.mark)
      }
      var named = Dictionary(zip(change.columns, values)) { first, _ in first }
      named.merge(zip(change.key, row.key)) { first, _ in first }
      rows[key.map { named[$0] ?? .null }, default: [:]].merge(named) { $1 }
    }
  }

  /// All rows, in no order.
  var all: [[String: StoredValue]] { Array(rows.values) }

  /// The row of a table whose subject has one.
  var first: [String: StoredValue]? { rows.values.first }
}
