import GRDB
import KSPCore

/// What somebody means by the subject of events.
struct EventSubject {
  /// The subjects of events without legs.
  private(set) var subjects: [String] = []
  /// The accounts whose entries are meant.
  private(set) var accounts: [Int64] = []
  /// The events of one act.
  private(set) var act: ClosedRange<Int64>?
  /// Of what is said about the book, only this setting.
  private(set) var setting: String?
  /// Of what is said about accounts, only this role.
  private(set) var role: String?

  /// - Throws: `event.subjectUnknown`.
  init(_ text: String, _ db: Database, _ memory: BookMemory) throws {
    func ids(_ sql: String) throws -> [Int64] {
      try Int64.fetchAll(db, sql: sql, arguments: [text])
    }
    func texts(_ sql: String) throws -> [String] {
      try String.fetchAll(db, sql: sql, arguments: [text])
    }
    if text.uppercased().hasPrefix("JU-"), let entry = try? EntryNumber(parsing: text) {
      act = try EventSubject.act(of: entry, db, memory)
      if act != nil { return }
    }
    subjects = try texts("SELECT subject FROM event WHERE subject = ? LIMIT 1")
    if let member = try ids("SELECT id FROM member WHERE number = ?").first {
      subjects += try String.fetchAll(
        db,
        sql: """
          SELECT a.code FROM savingsAccount s JOIN account a ON a.id = s.account
          WHERE s.member = ?1 UNION SELECT number FROM loan WHERE member = ?1
          """, arguments: [member])
      accounts += try EventSubject.accounts(ofMember: member, db)
    }
    accounts += try ids("SELECT id FROM account WHERE code = ? AND isPostable = 1")
    accounts += try ids(
      "SELECT c.account FROM loanAccount c JOIN loan l ON l.id = c.loan WHERE l.number = ?")
    subjects += try texts(
      """
      SELECT code FROM account WHERE code = ?1
      UNION SELECT l.number FROM loanAccount c JOIN loan l ON l.id = c.loan
        JOIN account a ON a.id = c.account WHERE a.code = ?1
      """)
    if BookSettings.isName(text) {
      setting = text
      subjects.append("book")
    }
    if AccountRole(rawValue: text) != nil {
      role = text
      subjects += [text]
      subjects += try texts(
        "SELECT a.code FROM accountRole r JOIN account a ON a.id = r.account WHERE r.role = ?")
    }
    subjects = Array(Set(subjects)).sorted()
    accounts = Array(Set(accounts)).sorted()
    if subjects.isEmpty, accounts.isEmpty {
      guard (try? BookMonth(parsing: text)) != nil else {
        throw LedgerError.eventSubjectUnknown(text)
      }
      subjects = [text]
    }
  }

  /// The accounts of a member's savings and loans.
  static func accounts(ofMember id: Int64, _ db: Database) throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT account FROM savingsAccount WHERE member = ?1
        UNION SELECT c.account FROM loanAccount c JOIN loan l ON l.id = c.loan
        WHERE l.member = ?1
        """, arguments: [id])
  }

  /// Whether an event of the subjects is meant, and not only something else about them.
  func covers(_ changes: [RowChange]) -> Bool {
    if let setting {
      return changes.contains { change in
        change.table == "setting"
          && change.rows.contains { row in
            (row.key + row.values).contains(.text(setting))
          }
      }
    }
    guard let role else { return true }
    return changes.contains { change in
      change.table == "accountRole"
        && change.rows.contains { ($0.key + $0.values).contains(.text(role)) }
    }
  }

  /// The events of the act that a voucher belongs to; they follow one another.
  private static func act(
    of entry: EntryNumber, _ db: Database, _ memory: BookMemory
  ) throws -> ClosedRange<Int64>? {
    let row = try Row.fetchOne(
      db, sql: "SELECT coalesce(act, event), event FROM entry WHERE id = ?",
      arguments: [entry.value])
    guard let row else { return nil }
    let first: Int64 = try row.value(0)
    let own: Int64 = try row.value(1)
    let event = try Int64.fetchOne(
      db, sql: "SELECT min(number) FROM event WHERE number > ?1 AND act IS NOT ?2",
      arguments: [own, first])
    let next = try Int64.fetchOne(
      db,
      sql: "SELECT event FROM entry WHERE id > ?1 AND act IS NOT ?2 ORDER BY id LIMIT 1",
      arguments: [entry.value, first])
    let end = try memory.chainEnd(db).event
    return first...max(own, min(event ?? end + 1, next ?? end + 1) - 1)
  }
}
