import GRDB
import KSPCore

/// The names of groups, which stand with their members.
enum GroupNames {
  /// A group as the register writes it, whatever the case of its name; nil stands for everybody.
  ///
  /// - Throws: `group.unknown` for one that no member is or was in.
  static func require(_ db: Database, _ name: String?) throws -> String? {
    guard let name else { return nil }
    let group = try String.fetchOne(
      db,
      sql: """
        SELECT unit FROM member WHERE unit = ?1 COLLATE NOCASE
        ORDER BY unit <> ?1, leftOn IS NOT NULL LIMIT 1
        """, arguments: [name])
    guard let group else { throw LedgerError.groupUnknown(name, known: try known(db)) }
    return group
  }

  /// The groups that have members now, the first twenty by name.
  static func known(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT unit FROM member WHERE unit IS NOT NULL AND leftOn IS NULL
        ORDER BY unit LIMIT 20
        """)
  }
}
