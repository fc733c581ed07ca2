/// The versions of the schema before this one, and the steps from each to the next.
///
/// Version 2 checks at once that the entry exists to which a row of another table refers; version 1
/// looked when the transaction was committed. A promise that is looked at later costs every entry a
/// look into each table that makes one: there were 34 of them, a fifth of what posting took. The
/// rule that keeps the key of a balance runs where a change names the key, not for every leg. And
/// the few accounts that are closed have an index of their own, so that a month end need not look
/// at every account whether it is.
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
  private static let closed =
    "CREATE INDEX accountClosed ON account (closedOn) WHERE closedOn IS NOT NULL;"

  /// In version 1 every reference to an entry was looked at later, but that of a reversal to what
  /// it reverses; a balance was looked at with every change; and no index had the closed accounts.
  private static let first =
    sql
    .replacing(reference + later, with: reference)
    .replacing(reference, with: reference + later)
    .replacing("(reverses > 0) \(reference)\(later)", with: "(reverses > 0) \(reference)")
    .replacing(changeOfKey, with: anyChange)
    .replacing(closed, with: "")

  /// From version 1 to 2: the text of the rules changes and no row does, so the text is all that
  /// is written. The index that follows tells other connections to read the rules again.
  static let secondStep = """
    PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET sql = replace(sql, '\(reference)\(later)', '\(reference)')
      WHERE type = 'table'
        AND name NOT IN (\(before.map { "'\($0)'" }.joined(separator: ", ")));
    UPDATE sqlite_schema SET sql = replace(sql, '\(anyChange)', '\(changeOfKey)')
      WHERE type = 'trigger' AND name = 'accountBalanceFixed';
    PRAGMA writable_schema = RESET;
    \(closed)
    """
}
