import GRDB
import KSPCore

/// Names a row of a table as people know it: a member by their number, an account by its code, a
/// day and a month as they are written.
struct RowName {
  /// Where names are looked up, the most trusted first.
  let databases: [Database]

  func text(_ table: String, _ columns: [String], _ values: [StoredValue]) throws -> String {
    let row = try zip(columns, values).map { column, value in
      try text(of: value, RowName.meaning(of: column, in: table, alone: columns.count == 1))
    }.joined(separator: "/")
    return "\(table) \(row)"
  }

  private func text(of value: StoredValue, _ meaning: Projection.Meaning?) throws -> String {
    switch (value, meaning) {
    case (.integer(let number), .day):
      return (try? BookDate(stored: number))?.description ?? "#\(number)"
    case (.integer(let number), .month):
      return (try? BookMonth(ordinal: Int32(clamping: number)))?.description ?? "#\(number)"
    case (.integer(let number), .row(let table, let column)):
      for db in databases {
        let name = try unlessDamaged {
          try String.fetchOne(
            db.cachedStatement(sql: "SELECT \(column) FROM \(table) WHERE id = ?"),
            arguments: [number])
        }
        if let name = name.flatMap(\.self) { return name }
      }
      return "#\(number)"
    case (.integer(let number), _): return String(number)
    case (.text(let text), _): return text
    case (.null, _), (.bytes, _), (.digest, _): return "?"
    }
  }

  /// What a column stands for; the number of a row itself stands for what people call the row.
  private static func meaning(
    of column: String, in table: String, alone: Bool
  ) -> Projection.Meaning? {
    if let meaning = Schema.projection[table]?.meanings[column] { return meaning }
    if alone && column == "id" { return names[table] }
    switch column {
    case "month": return .month
    case "bookDate": return .day
    case "account", "loan", "member": return names[column]
    case "owner": return names["member"]
    default: return nil
    }
  }

  /// By which column people know a row of a table that other tables point at.
  private static let names: [String: Projection.Meaning] = {
    var names: [String: Projection.Meaning] = [:]
    for meaning in Schema.projections.flatMap(\.meanings.values) {
      if case .row(let table, _) = meaning { names[table] = meaning }
    }
    return names
  }()
}
