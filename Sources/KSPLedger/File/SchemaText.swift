/// The statements of a schema as SQLite keeps them, read from the text without executing it.
///
/// SQLite stores `CREATE`, the kind, and then every byte of the statement from the name to before
/// the semicolon. That is taken from the text as it is written in this package: a statement begins
/// on a line of its own with `CREATE`; it ends with a line that ends in a semicolon, that of a
/// trigger in `END;`.
struct SchemaText {
  /// Nil when a statement is of no kind that is known here.
  let objects: [SchemaComparison.Name: SchemaComparison.Object]?

  init(_ sql: String) {
    var objects: [SchemaComparison.Name: SchemaComparison.Object] = [:]
    var statement: [Substring] = []
    for line in sql.split(separator: "\n", omittingEmptySubsequences: false) {
      if statement.isEmpty {
        guard !line.utf8.allSatisfy({ $0 == UInt8(ascii: " ") }), !line.hasPrefix("--") else {
          continue
        }
      }
      statement.append(line)
      let isTrigger = statement[0].hasPrefix("CREATE TRIGGER ")
      guard line.hasSuffix(isTrigger ? "END;" : ";") else { continue }
      guard let (name, object) = Self.object(statement.joined(separator: "\n").dropLast()) else {
        self.objects = nil
        return
      }
      objects[name] = object
      statement = []
    }
    self.objects = statement.isEmpty ? objects : nil
  }

  private static let kinds = [
    ("CREATE TABLE ", "table"), ("CREATE INDEX ", "index"), ("CREATE UNIQUE INDEX ", "index"),
    ("CREATE TRIGGER ", "trigger"), ("CREATE VIEW ", "view"),
  ]

  private static func object(
    _ statement: Substring
  ) -> (SchemaComparison.Name, SchemaComparison.Object)? {
    guard let (start, type) = kinds.first(where: { statement.hasPrefix($0.0) }) else { return nil }
    let rest = statement.dropFirst(start.count)
    guard let name = word(rest), name != "IF" else { return nil }
    let table: String
    switch type {
    case "table", "view": table = name
    default:
      // The first ON is that before the table: what stands before it holds columns only.
      let words = rest.split { $0 == " " || $0 == "\n" }
      guard let index = words.firstIndex(of: "ON"), index + 1 < words.count,
        let found = word(words[index + 1])
      else { return nil }
      table = found
    }
    return (.init(type: type, name: name), .init(table: table, sql: String(statement)))
  }

  /// The identifier that a text begins with.
  private static func word(_ text: Substring) -> String? {
    let word = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    return word.isEmpty ? nil : String(word)
  }
}

extension Ledger {
  /// Whether the rules of the newest schema, read from its text, are those that SQLite makes of
  /// it. For the test that keeps opening a book cheap: if not, every opening executes the schema.
  package static func schemaIsReadAsMade() throws -> Bool {
    let version = Schema.version
    return try SchemaComparison.rulesAsWritten(version: version)
      == SchemaComparison.rulesAsMade(version: version)
  }
}
