/// The versions of the schema before this one, and the steps from each to the next.
///
/// Version 2 checks at once that the entry exists to which a row of another table refers; version 1
/// looked when the transaction was committed. A promise that is looked at later costs every entry a
/// look into each table that makes one: there were 34 of them, a fifth of what posting took. And
/// the rule that keeps the key of a balance runs where a change names the key, not for every leg.
extension Schema {
  private static let reference = "REFERENCES entry (id)"
  private static let later = " DEFERRABLE INITIALLY DEFERRED"
  /// Legs come before the entry that seals them, and so does what is kept of them at a month end or
  /// when a member leaves.
  private static let before = ["posting", "savingsInterest", "waitingSettlement"]

  /// Everything that the file of a version holds, as it is executed.
  static func sql(of version: Int64) -> String { version < 2 ? first : sql }

  private static let anyChange = "BEFORE UPDATE ON accountBalance"
  private static let changeOfKey =
    "BEFORE UPDATE OF account, rowid, oid, _rowid_ ON accountBalance"

  /// In version 1 every reference to an entry was looked at later, but that of a reversal to what
  /// it reverses; and a balance was looked at with every change.
  private static let first =
    sql
    .replacing(reference + later, with: reference)
    .replacing(reference, with: reference + later)
    .replacing("(reverses > 0) \(reference)\(later)", with: "(reverses > 0) \(reference)")
    .replacing(changeOfKey, with: anyChange)

  /// From version 1 to 2: the text of the rules changes and no row does, so the text is all that
  /// is written. A view that comes and goes tells other connections to read the rules again.
  static let secondStep = """
    PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET sql = replace(sql, '\(reference)\(later)', '\(reference)')
      WHERE type = 'table'
        AND name NOT IN (\(before.map { "'\($0)'" }.joined(separator: ", ")));
    UPDATE sqlite_schema SET sql = replace(sql, '\(anyChange)', '\(changeOfKey)')
      WHERE type = 'trigger' AND name = 'accountBalanceFixed';
    PRAGMA writable_schema = RESET;
    CREATE VIEW secondStep AS SELECT 2;
    DROP VIEW secondStep;
    """
}
