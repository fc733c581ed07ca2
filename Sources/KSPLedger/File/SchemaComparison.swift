import GRDB
import KSPCore
import Synchronization

/// The rules inside a file, beside those that a book of its version has.
///
/// What SQLite keeps for itself is left out: its statistics (`sqlite_stat1` and the like, which
/// ANALYZE makes), its counters and the indexes that belong to keys.
struct SchemaComparison {
  /// What an object is called: a trigger may have the name of a table.
  struct Name: Hashable {
    let type: String
    let name: String
  }

  struct Object: Hashable {
    let table: String
    let sql: String
  }

  /// How many rules the version has.
  let expected: Int
  /// Rules that are not there, or not as they were made, in the order of their names.
  let missing: [String]
  /// Tables, views, triggers and indexes that are not ours.
  let foreign: [String]
  /// The first thing that forbids posting: a rule that is missing or changed, or a table, view or
  /// trigger that is not ours. An index too many slows a book down and changes nothing.
  let strange: String?

  /// Compares what a connection sees in its main file.
  init(_ db: Database) throws {
    let version = try Migration.version(db)
    let found = try Self.objects(db)
    // Making the rules to compare with takes longer than the rest of an opening. Nearly every file
    // holds them to the letter; only one that does not is compared with what SQLite makes of them.
    if let read = Self.rulesAsWritten(version: version), read == found {
      expected = read.count
      (missing, foreign, strange) = ([], [], nil)
      return
    }
    let rules = try Self.rulesAsMade(version: version)
    expected = rules.count
    missing = rules.filter { found[$0.key] != $0.value }.map(\.key.name).sorted()
    let tooMany = found.keys.filter { rules[$0] == nil }.sorted { $0.name < $1.name }
    foreign = tooMany.map(\.name)
    strange = missing.first ?? tooMany.first { $0.type != "index" }?.name
  }

  /// What forbids posting, as every opening asks. Nearly every book holds the schema as it was
  /// executed, which is seen without taking either apart; that an object has the name of its
  /// statement SQLite itself makes sure of, where nobody lets the list of tables be written.
  static func strange(_ db: Database) throws -> String? {
    let text = Schema.sql(of: try Migration.version(db))
    return try SchemaText.isHeld(text, by: db) ? nil : SchemaComparison(db).strange
  }

  /// What a version's schema makes when it is executed; worked out once for each process.
  static func rulesAsMade(version: Int64) throws -> [Name: Object] {
    if let known = made.withLock({ $0[version] }) { return known }
    let rules = try DatabaseQueue().inDatabase { db in
      try db.execute(sql: Schema.sql(of: version))
      return try objects(db)
    }
    made.withLock { $0[version] = rules }
    return rules
  }

  /// The same as it stands in the text of the schema, or nil where that cannot be told.
  static func rulesAsWritten(version: Int64) -> [Name: Object]? {
    if let known = written.withLock({ $0[version] }) { return known }
    let rules = SchemaText(Schema.sql(of: version)).objects
    written.withLock { $0[version] = .some(rules) }
    return rules
  }

  private static let made = Mutex<[Int64: [Name: Object]]>([:])
  private static let written = Mutex<[Int64: [Name: Object]?]>([:])

  private static func objects(_ db: Database) throws -> [Name: Object] {
    let sql = "SELECT name, type, tbl_name, sql FROM sqlite_master"
    let rows = try SQLStatement(db, sql, isShared: false)
    var objects: [Name: Object] = [:]
    while try rows.step() {
      let name = rows.text(0) ?? ""
      let type = rows.text(1) ?? ""
      if isOfSQLite(name, type, hasText: !rows.isNull(3)) { continue }
      objects[Name(type: type, name: name)] = Object(
        table: rows.text(2) ?? "", sql: rows.text(3) ?? "")
    }
    return objects
  }

  private static func isOfSQLite(_ name: String, _ type: String, hasText: Bool) -> Bool {
    switch type {
    case "table":
      ["sqlite_stat1", "sqlite_stat2", "sqlite_stat3", "sqlite_stat4", "sqlite_sequence"]
        .contains(name)
    case "index": !hasText && name.hasPrefix("sqlite_autoindex_")
    default: false
    }
  }
}
