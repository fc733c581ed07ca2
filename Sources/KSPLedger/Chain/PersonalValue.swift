import GRDB
import KSPCore

/// A piece of personal data with the salt under which the chain knows it.
///
/// The chain holds SHA-256 over salt, owner, field and value. Who erases value and salt leaves a
/// digest that nobody can guess the value from, and a chain that still verifies.
struct PersonalValue {
  /// The member whom it belongs to.
  let owner: Int64
  /// What it is: `name`, `memberAttribute.shirt.value`, `loanGuarantor.12.1.name`.
  let field: String
  let salt: [UInt8]
  let text: String

  var digest: [UInt8] {
    EventHasher.digest(salt: salt, owner: owner, field: field, value: text)
  }

  /// The name of a personal column of a row.
  static func field(_ table: String, _ column: String, row: [StoredValue]) -> String {
    guard table != "member" else { return column }
    let names = row.map { value in
      switch value {
      case .integer(let number): String(number)
      case .text(let text): text
      case .null, .bytes, .digest: ""
      }
    }
    return ([table] + names + [column]).joined(separator: ".")
  }

  /// The changes of a draft as the chain holds them: each personal value hidden behind its digest.
  static func hide(
    _ draft: EventDraft, salting newSalt: () -> [UInt8]
  ) throws -> (changes: [RowChange], values: [PersonalValue]) {
    guard draft.changes.contains(where: { !personalColumns(of: $0).isEmpty }) else {
      return (draft.changes, [])
    }
    guard let owner = draft.owner else {
      throw LedgerError.invariantBroken("\(draft.kind.rawValue): owner")
    }
    var values: [PersonalValue] = []
    let changes = draft.changes.map { change in
      var hidden = change
      let columns = personalColumns(of: change)
      for (rowIndex, row) in change.rows.enumerated() {
        for (index, column) in columns {
          // What it held before stands under the digest of the event that brought it.
          if !row.before.isEmpty { hidden.rows[rowIndex].before[index] = .null }
          guard let text = row.values[index].text else { continue }
          let value = PersonalValue(
            owner: owner, field: field(change.table, column, row: change.keyValues(of: row)),
            salt: newSalt(), text: text)
          hidden.rows[rowIndex].values[index] = .digest(value.digest)
          values.append(value)
        }
      }
      return hidden
    }
    return (changes, values)
  }

  /// Where the first rows of an event say whose personal values it brings.
  private static let owners = [
    "member": "id", "memberAttribute": "member", "loan": "member", "leaverPayment": "member",
    "depositHeir": "member",
  ]

  /// The member whom the personal values of an event belong to.
  static func owner(of changes: [RowChange]) -> Int64? {
    for change in changes {
      let column = Self.owners[change.table]
      if let column, let owner = change[column]?.integer { return owner }
    }
    return nil
  }

  /// The personal values that an event brought and that are not erased, by their digests.
  static func values(
    _ db: Database, event: Int64, of changes: [RowChange]
  ) throws -> [[UInt8]: PersonalValue] {
    guard let owner = owner(of: changes) else { return [:] }
    let query = try SQLStatement(
      db,
      """
      SELECT field, salt, value FROM personalValue
      WHERE owner = ? AND event = ? AND value IS NOT NULL
      """)
    query.bind(owner, at: 1)
    query.bind(event, at: 2)
    defer { query.reset() }
    var values: [[UInt8]: PersonalValue] = [:]
    while try query.step() {
      let value = PersonalValue(
        owner: owner, field: query.text(0) ?? "", salt: query.bytes(1), text: query.text(2) ?? "")
      values[value.digest] = value
    }
    return values
  }

  /// The columns of a change that hold personal data, with their places.
  static func personalColumns(of change: RowChange) -> [(index: Int, column: String)] {
    guard let personal = Schema.projection[change.table]?.personal, !personal.isEmpty else {
      return []
    }
    return change.columns.enumerated().filter { personal.contains($0.element) }
      .map { ($0.offset, $0.element) }
  }

  static func randomSalt() -> [UInt8] {
    var random = SystemRandomNumberGenerator()
    var salt: [UInt8] = []
    salt.append(big: random.next())
    salt.append(big: random.next())
    return salt
  }
}

extension RowChange {
  /// The values of the table's key in a row, without the member whom a row belongs to.
  func keyValues(of row: Row) -> [StoredValue] {
    let key = Schema.projection[table]?.key.filter { $0 != "member" } ?? []
    return key.map { name in
      if let index = columns.firstIndex(of: name) { return row.values[index] }
      return self.key.firstIndex(of: name).map { row.key[$0] } ?? .null
    }
  }
}
