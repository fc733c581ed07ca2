import GRDB
import KSPCore

/// Compares the tables of state of a book, row by row, with the same tables written from the chain.
struct StateComparison {
  let book: Database
  let copy: Database

  /// The table, its row, and what is wrong with it: a column, `+` for a row that the chain does not
  /// know, `−` for one that is gone.
  private func name(
    _ projection: Projection, _ key: [StoredValue]?, _ what: String
  ) throws -> String {
    let row = try RowName(databases: [copy, book]).text(
      projection.table, projection.key, key ?? [])
    return "\(row) · \(what)"
  }

  /// One check for each room; `progress` hears how many tables of how many are done.
  func run(progress: ((Int, Int) -> Void)? = nil) throws -> [VerificationReport.Check] {
    var done = 0
    return try Schema.parts.map { part in
      var offenders = Offenders()
      var examined = 0
      for projection in part.projections {
        progress?(done, Schema.projections.count)
        let rows = try unlessDamaged { try compare(projection) { offenders.add($0) } }
        if rows == nil { offenders.add(projection.table) }
        examined += rows ?? 0
        done += 1
      }
      return offenders.check("state.\(part.room)", part.meaning, examined: examined)
    }
  }

  /// Hands over the name of every row that differs, and counts the rows.
  func compare(_ projection: Projection, _ differs: (String) -> Void) throws -> Int {
    let columns = try String.fetchAll(
      copy, sql: "SELECT name FROM pragma_table_info(?) ORDER BY cid",
      arguments: [projection.table])
    let sql = """
      SELECT \((projection.key + columns).map { "\"\($0)\"" }.joined(separator: ", "))
      FROM \(projection.table) NOT INDEXED
      ORDER BY \(projection.key.map { "\"\($0)\"" }.joined(separator: ", "))
      """
    let left = try SQLStatement(book, sql, isShared: false)
    let right = try SQLStatement(copy, sql, isShared: false)
    let keys = projection.key.count
    func values(_ row: SQLStatement, _ range: Range<Int>) -> [StoredValue] {
      range.map { row.value(Int32($0)) }
    }
    var examined = 0
    var hasLeft = try left.step()
    var hasRight = try right.step()
    while hasLeft || hasRight {
      examined += 1
      let key = (
        hasLeft ? values(left, 0..<keys) : nil, hasRight ? values(right, 0..<keys) : nil
      )
      switch StoredValue.order(key.0, key.1) {
      case .leftOnly:
        differs(try name(projection, key.0, "+"))
        hasLeft = try left.step()
      case .rightOnly:
        differs(try name(projection, key.1, "−"))
        hasRight = try right.step()
      case .same:
        let all = keys..<(keys + columns.count)
        let rows = (values(left, all), values(right, all))
        if let index = rows.0.indices.first(where: { rows.0[$0] != rows.1[$0] }) {
          differs(try name(projection, key.0, columns[index]))
        }
        hasLeft = try left.step()
        hasRight = try right.step()
      }
    }
    return examined
  }
}

extension StoredValue {
  enum Order {
    case leftOnly, rightOnly, same
  }

  /// Which of two keys, in the order of SQLite, comes first.
  static func order(_ left: [StoredValue]?, _ right: [StoredValue]?) -> Order {
    guard let left else { return .rightOnly }
    guard let right else { return .leftOnly }
    for (one, other) in zip(left, right) where one != other {
      return one.precedes(other) ? .leftOnly : .rightOnly
    }
    return .same
  }

  private func precedes(_ other: StoredValue) -> Bool {
    switch (self, other) {
    case (.integer(let left), .integer(let right)): left < right
    // SQLite compares texts byte by byte.
    case (.text(let left), .text(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
    case (.bytes(let left), .bytes(let right)): left.lexicographicallyPrecedes(right)
    default: rank < other.rank
    }
  }

  /// The order of SQLite's kinds of values.
  private var rank: Int {
    switch self {
    case .null: 0
    case .integer: 1
    case .text: 2
    case .bytes, .digest: 3
    }
  }
}
