import GRDB
import KSPCore

/// What a program that embeds the ledger keeps with a member, as rows.
enum MemberAttributes {
  /// Refuses names and values that cannot be printed.
  static func check(_ attributes: [String: String?]) throws(LedgerError) {
    for (name, value) in attributes.sorted(by: { $0.key < $1.key }) {
      guard name.isUsableText else { throw .noteUnacceptable(name) }
      if let value, !value.isUsableText { throw .noteUnacceptable(value) }
    }
  }

  /// What becomes of the attributes that are named; nil takes one away.
  static func changes(
    _ db: Database, member: Int64, to attributes: [String: String?]
  ) throws -> [RowChange?] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT name, value FROM memberAttribute WHERE member = ?", arguments: [member])
    var known: [String: String?] = [:]
    for row in rows { known[try row.value(0)] = .some(try row.optional(1) as String?) }
    return attributes.sorted { $0.key < $1.key }.map { name, value in
      guard let before = known[name] else {
        return value.map {
          .insert(
            "memberAttribute",
            ["member": .integer(member), "name": .text(name), "value": .text($0)])
        }
      }
      return .update(
        "memberAttribute", key: ["member": .integer(member), "name": .text(name)],
        [("value", StoredValue(before), StoredValue(value))])
    }
  }

  /// The names of all that a member has.
  static func names(_ db: Database, member: Int64) throws -> [String] {
    try String.fetchAll(
      db, sql: "SELECT name FROM memberAttribute WHERE member = ? AND value IS NOT NULL",
      arguments: [member])
  }
}
