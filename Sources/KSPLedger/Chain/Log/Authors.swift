import GRDB
import KSPCore

/// Those who recorded in the book, for lists of what somebody did.
enum Authors {
  /// Refuses a name that nobody recorded under and that no officer has: an empty list would say
  /// that somebody did nothing who only was misspelt.
  ///
  /// - Throws: `author.unknown`.
  static func require(_ name: String?, _ db: Database, officers: [Officer]) throws {
    guard let name, !officers.contains(where: { $0.name == name }) else { return }
    let hasRecorded = try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM entry WHERE recordedBy = ?1)
          OR EXISTS (SELECT 1 FROM event WHERE recordedBy = ?1)
        """, arguments: [name])
    guard hasRecorded != true else { return }
    let known = try String.fetchAll(
      db,
      sql: """
        SELECT recordedBy FROM entry WHERE recordedBy IS NOT NULL
        UNION SELECT recordedBy FROM event WHERE recordedBy IS NOT NULL ORDER BY 1
        """)
    throw LedgerError.authorUnknown(name, known: known)
  }
}
