import GRDB

/// The statements of a schema as SQLite keeps them, read from the text without executing it.
///
/// SQLite stores `CREATE`, the kind, and then every byte of the statement from the name to before
/// the semicolon. That is taken from the text as it is written in this package: a statement begins
/// on a line of its own with `CREATE`; it ends with a line that ends in a semicolon, that of a
/// trigger in `END;`.
struct SchemaText {
  /// Nil when a statement is of no kind that is known here.
  let objects: [SchemaComparison.Name: SchemaComparison.Object]?

  /// Reads bytes: an opening that took the text apart by characters spent half its time on it.
  init(_ sql: String) {
    let bytes = Array(sql.utf8)
    var objects: [SchemaComparison.Name: SchemaComparison.Object] = [:]
    var start: Int?
    for line in bytes.split(separator: Self.newline, omittingEmptySubsequences: false) {
      if start == nil {
        guard !line.allSatisfy({ $0 == Self.space }), !line.starts(with: "--".utf8) else {
          continue
        }
      }
      let first = start ?? line.startIndex
      start = first
      let isTrigger = bytes[first...].starts(with: "CREATE TRIGGER ".utf8)
      let end = isTrigger ? "END;" : ";"
      guard line.suffix(end.utf8.count).elementsEqual(end.utf8) else { continue }
      guard let (name, object) = Self.object(bytes[first..<(line.endIndex - 1)]) else {
        self.objects = nil
        return
      }
      objects[name] = object
      start = nil
    }
    self.objects = start == nil ? objects : nil
  }

  /// Whether a file was made by executing a schema and nothing else: its statements stand in the
  /// text one after the other. A copy that was put together anew holds the same in another order.
  static func isHeld(_ sql: String, by db: Database) throws -> Bool {
    let statements = try SQLStatement(
      db, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid", isShared: false)
    defer { statements.reset() }
    var sql = sql
    return try sql.withUTF8 { text in
      var place = 0
      while try statements.step() {
        place = statement(in: text, from: place)
        guard let count = statements.count(0, in: text, at: place) else { return false }
        place += count
      }
      return statement(in: text, from: place) == text.count
    }
  }

  /// Where the next statement begins, behind semicolons, blanks and remarks.
  private static func statement(in text: UnsafeBufferPointer<UInt8>, from place: Int) -> Int {
    var place = place
    while place < text.count {
      switch text[place] {
      case space, newline, UInt8(ascii: ";"): place += 1
      case UInt8(ascii: "-"): while place < text.count, text[place] != newline { place += 1 }
      default: return place
      }
    }
    return place
  }

  private static let newline = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")

  private static let kinds = [
    ("CREATE TABLE ", "table"), ("CREATE INDEX ", "index"), ("CREATE UNIQUE INDEX ", "index"),
    ("CREATE TRIGGER ", "trigger"), ("CREATE VIEW ", "view"),
  ]

  private static func object(
    _ statement: ArraySlice<UInt8>
  ) -> (SchemaComparison.Name, SchemaComparison.Object)? {
    guard let (start, type) = kinds.first(where: { statement.starts(with: $0.0.utf8) })
    else { return nil }
    let rest = statement.dropFirst(start.utf8.count)
    guard let name = word(rest), name != "IF" else { return nil }
    let isOwnTable = type == "table" || type == "view"
    guard let table = isOwnTable ? name : tableAfterOn(rest) else { return nil }
    return (
      .init(type: type, name: name),
      .init(table: table, sql: String(decoding: statement, as: UTF8.self))
    )
  }

  /// The word behind the first ON, which is that before the table: what stands before it holds
  /// columns only.
  private static func tableAfterOn(_ text: ArraySlice<UInt8>) -> String? {
    var rest = text
    while let end = rest.firstIndex(where: { $0 == space || $0 == newline }) {
      let isOn = rest[..<end].elementsEqual("ON".utf8)
      rest = rest[(end + 1)...].drop { $0 == space || $0 == newline }
      if isOn { return word(rest) }
    }
    return nil
  }

  /// The identifier that a text begins with.
  private static func word(_ text: ArraySlice<UInt8>) -> String? {
    let word = text.prefix { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
  }
}

extension Ledger {
  /// Whether the rules of the newest schema, read from its text, are those that SQLite makes of
  /// it, in its order. For the test that keeps opening a book cheap: if not, every opening takes
  /// the text apart, or executes the schema.
  package static func schemaIsReadAsMade() throws -> Bool {
    let version = Schema.version
    let isHeld = try DatabaseQueue().inDatabase { db in
      try db.execute(sql: Schema.sql)
      return try SchemaText.isHeld(Schema.sql, by: db)
    }
    return try isHeld
      && SchemaComparison.rulesAsWritten(version: version)
        == SchemaComparison.rulesAsMade(version: version)
  }
}
