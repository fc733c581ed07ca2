import GRDBSQLite
import KSPCore

/// The SQLite that the program runs with.
package enum SQLiteVersion {
  /// 3.37.0, the first that knows STRICT tables.
  package static let oldest: Int32 = 3_037_000

  /// Refuses a library that does not know what the book asks of it.
  ///
  /// - Throws: `sqlite.tooOld`.
  package static func require(_ number: Int32 = sqlite3_libversion_number()) throws(LedgerError) {
    guard number < oldest else { return }
    throw .sqliteTooOld(found: text(number), needed: text(oldest))
  }

  private static func text(_ number: Int32) -> String {
    "\(number / 1_000_000).\(number / 1_000 % 1_000).\(number % 1_000)"
  }
}
