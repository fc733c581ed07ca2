import GRDB
import KSPCore

/// Makes of what an event wrote what people read: names instead of keys, amounts, days, flags.
final class EventFields {
  private let db: Database
  private let showsPersonal: Bool
  private var names: [String: SQLStatement] = [:]

  init(_ db: Database, showsPersonal: Bool) {
    self.db = db
    self.showsPersonal = showsPersonal
  }

  typealias Fields = [LedgerEvent.Field]

  /// Before and after of an event.
  func fields(
    number: Int64, kind: String, _ changes: [RowChange]
  ) throws -> (before: Fields, after: Fields) {
    let personal = try Personal(db, number, changes)
    let shape = EventShape(kind)
    var before: Fields = []
    var after: Fields = []
    for table in shape.flat {
      for change in changes where change.table == table {
        for row in change.rows {
          let pair = try flat(change, row, personal)
          before += pair.before
          after += pair.after.filter { !shape.hides($0.name, of: table) }
        }
      }
    }
    var seen: Set<String> = []
    for table in changes.map(\.table) where !shape.flat.contains(table) {
      guard seen.insert(table).inserted else { continue }
      var old: [Fields] = []
      var new: [Fields] = []
      for change in changes where change.table == table {
        for row in change.rows {
          let name = try rowName(change, row)
          let pair = try columns(change, row, personal)
          if change.operation == .update { old.append(name + pair.before) }
          new.append(name + pair.after)
        }
      }
      if !old.isEmpty { before.append(.init(EventShape.list(of: table), .rows(old))) }
      after.append(.init(EventShape.list(of: table), .rows(new)))
    }
    return (before, after)
  }

  // MARK: - Rows

  private func flat(
    _ change: RowChange, _ row: RowChange.Row, _ personal: Personal
  ) throws -> (before: Fields, after: Fields) {
    guard change.table == "setting" else { return try columns(change, row, personal) }
    // A setting is known by its name, and that is the name of its field.
    let name = change.value("name", row)?.text ?? ""
    let new = change.value("value", row)?.text
    func field(_ text: String?) -> LedgerEvent.Field {
      .init(name, text.map { .text($0) } ?? .none)
    }
    guard change.operation == .update else { return ([], [field(new)]) }
    return ([field(row.before.first?.text)], [field(new)])
  }

  private func columns(
    _ change: RowChange, _ row: RowChange.Row, _ personal: Personal
  ) throws -> (before: Fields, after: Fields) {
    var before: Fields = []
    var after: Fields = []
    for (index, column) in change.columns.enumerated() {
      guard let name = EventShape.field(column, of: change.table) else { continue }
      let meaning = Schema.projection[change.table]?.meanings[column]
      func value(_ stored: StoredValue, among values: [StoredValue]) throws -> LedgerEvent.Value {
        if column == "rateBillionths", let billionths = stored.integer,
          let place = change.columns.firstIndex(of: "rateBasis"),
          let basis = values[place].text.flatMap({ Rate.Basis(rawValue: $0) })
        {
          return .rate(try Rate(billionths: billionths, per: basis))
        }
        return try self.value(stored, meaning, column, change.table)
      }
      if Schema.projection[change.table]?.personal.contains(column) == true {
        let pair = try personal.pair(change, row, column, index)
        if change.operation == .update { before.append(.init(name, shown(pair.before))) }
        after.append(.init(name, shown(pair.after)))
      } else {
        if change.operation == .update {
          before.append(.init(name, try value(row.before[index], among: row.before)))
        }
        after.append(.init(name, try value(row.values[index], among: row.values)))
      }
    }
    return (before, after)
  }

  /// What tells a changed row of a list from the others.
  private func rowName(_ change: RowChange, _ row: RowChange.Row) throws -> Fields {
    try zip(change.key, row.key).compactMap { column, value in
      if column == "id" {
        guard let name = EventShape.names[change.table] else { return nil }
        return .init(
          name, try self.value(value, .row(of: change.table, as: name), column, change.table))
      }
      guard let name = EventShape.field(column, of: change.table) else { return nil }
      let meaning = Schema.projection[change.table]?.meanings[column]
      return .init(name, try self.value(value, meaning, column, change.table))
    }
  }

  // MARK: - Values

  private func value(
    _ stored: StoredValue, _ meaning: Projection.Meaning?, _ column: String, _ table: String
  ) throws -> LedgerEvent.Value {
    switch stored {
    case .null: return .none
    case .text(let text):
      return FieldWords.value(text, of: column, in: table).map { .word(text, $0) } ?? .text(text)
    case .bytes(let bytes), .digest(let bytes): return .text(bytes.hexadecimal)
    case .integer(let number):
      switch meaning {
      case .amount: return .amount(Rupiah(sen: number))
      case .day: return .date(try BookDate(stored: number))
      case .month:
        return .month(try BookMonth(ordinal: Int32(exactly: number) ?? .max))
      case .moment: return .moment(Timestamp(seconds: number))
      case .share: return .share(try Share(billionths: number))
      case .flag: return .flag(number != 0)
      case .entry: return number > 0 ? .entry(EntryNumber(number)) : .none
      case .row(let table, let column): return try name(of: number, table, column)
      case nil: return .number(number)
      }
    }
  }

  private func name(of id: Int64, _ table: String, _ column: String) throws -> LedgerEvent.Value {
    let query =
      try names[table]
      ?? SQLStatement(db, "SELECT \(column) FROM \(table) WHERE id = ?", isShared: false)
    names[table] = query
    query.bind(id, at: 1)
    defer { query.reset() }
    return .text(try query.step() ? query.text(0) ?? "" : "#\(id)")
  }

  /// A personal value, or as much of it as anybody may see.
  private func shown(_ text: String?) -> LedgerEvent.Value {
    guard let text else { return .none }
    guard !showsPersonal, text != ErasedData.mark else { return .text(text) }
    return .text(text.prefix(1) + "***")
  }
}

/// The personal values of an event: those that it brought, and those that were there before.
private struct Personal {
  private let db: Database
  private let event: Int64
  private let owner: Int64?
  private let values: [[UInt8]: String]

  init(_ db: Database, _ event: Int64, _ changes: [RowChange]) throws {
    self.db = db
    self.event = event
    owner = PersonalValue.owner(of: changes)
    values = try PersonalValue.values(db, event: event, of: changes).mapValues(\.text)
  }

  func pair(
    _ change: RowChange, _ row: RowChange.Row, _ column: String, _ index: Int
  ) throws -> (before: String?, after: String?) {
    let after: String? =
      if case .digest(let digest) = row.values[index] {
        values[digest] ?? ErasedData.mark
      } else { row.values[index].text }
    guard change.operation == .update, let owner else { return (nil, after) }
    let field = PersonalValue.field(change.table, column, row: change.keyValues(of: row))
    let query = try SQLStatement(
      db,
      """
      SELECT value FROM personalValue WHERE owner = ? AND field = ? AND event < ?
      ORDER BY event DESC LIMIT 1
      """)
    query.bind(owner, at: 1)
    query.bind(field, at: 2)
    query.bind(event, at: 3)
    defer { query.reset() }
    return (try query.step() ? query.text(0) ?? ErasedData.mark : nil, after)
  }
}

extension RowChange {
  /// The value of a column of a row, whether it is written or finds the row.
  func value(_ column: String, _ row: Row) -> StoredValue? {
    if let index = columns.firstIndex(of: column) { return row.values[index] }
    return key.firstIndex(of: column).map { row.key[$0] }
  }
}
