import GRDB
import KSPCore

/// The names of members and accounts as they were at an earlier point, and what was there then.
struct KnownNames {
  private let db: Database
  private let state: KnownState
  private let name: SQLStatement
  private let opened: SQLStatement
  private let renamed: SQLStatement

  /// Nil where everything counts: then the tables of state say it.
  init?(_ db: Database, _ state: KnownState) throws {
    guard !state.isAll else { return nil }
    self.db = db
    self.state = state
    name = try SQLStatement(
      db,
      """
      SELECT value FROM personalValue WHERE owner = ? AND field = ? AND event <= ?
      ORDER BY event DESC LIMIT 1
      """, isShared: false)
    opened = try SQLStatement(
      db,
      """
      SELECT EXISTS (SELECT 1 FROM event WHERE subject = a.code AND number <= ?2
          AND kind IN \([EventKind.accountOpened, .accountAdded].sqlList))
        OR EXISTS (SELECT 1 FROM loanAccount c JOIN loan l ON l.id = c.loan
          JOIN event v ON v.subject = l.number AND v.number <= ?2
            AND v.kind = \(EventKind.loanOpened.sql)
          WHERE c.account = a.id)
      FROM account a WHERE a.id = ?1
      """, isShared: false)
    renamed = try SQLStatement(
      db,
      """
      SELECT 1 FROM event
      WHERE subject = ? AND kind = \(EventKind.accountChanged.sql) AND number > ?
      """,
      isShared: false)
  }

  /// A personal value of a member; its mark where it was erased since, nil where there was none.
  func personal(_ field: String, of member: Int64) throws -> String? {
    name.bind(member, at: 1)
    name.bind(field, at: 2)
    name.bind(state.event, at: 3)
    defer { name.reset() }
    guard try name.step() else { return nil }
    return name.text(0) ?? ErasedData.mark
  }

  /// The name of a member.
  func member(_ id: Int64) throws -> String { try personal("name", of: id) ?? "" }

  /// Whether an account was there.
  func has(account: AccountID) throws -> Bool {
    opened.bind(account.value, at: 1)
    opened.bind(state.event, at: 2)
    defer { opened.reset() }
    return try opened.step() && opened.int64(0) == 1
  }

  /// The name of an account of the chart; nil where it is the one that it has now.
  func account(_ code: AccountCode) throws -> Phrase? {
    renamed.bind(code.text, at: 1)
    renamed.bind(state.event, at: 2)
    defer { renamed.reset() }
    guard try renamed.step() else { return nil }
    let rows = try KnownRows(db, table: "account", subject: code.text, through: state.event)
    return rows.first.map { row in
      Phrase(id: row["nameIndonesian"]?.text ?? "", en: row["nameEnglish"]?.text ?? "")
    }
  }
}
