import GRDB
import KSPCore

/// Reads and writes the register of members.
enum MemberTable {
  private static let columns =
    "m.number, m.kind, m.name, m.address, m.phone, m.nationalID, m.joinedOn, m.leftOn"

  static func member(_ db: Database, number: String) throws -> Member? {
    let query = try db.cachedStatement(
      sql: "SELECT \(columns) FROM member m WHERE number = ?")
    return try Row.fetchOne(query, arguments: [number]).map { try member($0) }
  }

  /// The member who must be there.
  static func requireMember(_ db: Database, number: String) throws -> Member {
    guard let member = try member(db, number: number) else { throw try unknown(db, number) }
    return member
  }

  /// Nobody has the number; somebody may have it with other zeros in front.
  ///
  /// The spellings are looked up in the index: a list may hold many strangers.
  static func unknown(_ db: Database, _ number: String) throws -> LedgerError {
    let bare = number.drop { $0 == "0" }
    let spellings = (0...8).map { String(repeating: "0", count: $0) + bare }
    let marks = databaseQuestionMarks(count: spellings.count)
    let similar = try String.fetchAll(
      db, sql: "SELECT number FROM member WHERE number IN (\(marks)) LIMIT 2",
      arguments: StatementArguments(spellings))
    return .memberUnknown(number, similar: similar.count == 1 ? similar[0] : nil)
  }

  static func member(_ row: Row) throws -> Member {
    guard let kind = Member.Kind(rawValue: try row.value(1)) else {
      throw LedgerError.invariantBroken("member \(try row.value(0) as String)")
    }
    return try Member(
      number: row.value(0),
      profile: MemberProfile(
        name: row.value(2), kind: kind, address: row.optional(3), phone: row.optional(4),
        nationalID: row.optional(5)),
      joinedOn: BookDate(stored: row.value(6)),
      leftOn: (row.optional(7) as Int64?).map { try BookDate(stored: $0) })
  }

  /// Members with their accounts, by number; `condition` may use the member as `m`.
  static func summaries(
    _ db: Database, where condition: String, _ arguments: StatementArguments
  ) throws -> [MemberSummary] {
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(columns), a.code, p.code, p.nameIndonesian, p.nameEnglish, a.balance, a.closedOn
        FROM member m
        LEFT JOIN savingsAccount s ON s.member = m.id
        LEFT JOIN account a ON a.id = s.account
        LEFT JOIN product p ON p.id = s.product
        WHERE \(condition) ORDER BY m.number, p.id
        """, arguments: arguments)
    var summaries: [MemberSummary] = []
    var current: Member?
    var savings: [MemberSummary.Savings] = []
    while let row = try cursor.next() {
      let number: String = try row.value(0)
      if let member = current, member.number != number {
        summaries.append(MemberSummary(member: member, savings: savings))
        savings = []
        current = nil
      }
      if current == nil { current = try member(row) }
      guard let code = try row.optional(8) as String? else { continue }
      try savings.append(
        MemberSummary.Savings(
          account: AccountCode(stored: code), product: row.value(9),
          productName: Phrase(row.value(10), row.value(11)),
          balance: Rupiah(sen: row.value(12) as Int64).negated(),
          closedOn: (row.optional(13) as Int64?).map { try BookDate(stored: $0) }))
    }
    if let current { summaries.append(MemberSummary(member: current, savings: savings)) }
    return summaries
  }

  static func check(_ profile: MemberProfile) throws(LedgerError) {
    guard profile.name.isUsableText else { throw .memberProfileUnacceptable(profile.name) }
    for text in [profile.address, profile.phone, profile.nationalID] {
      if let text, !text.isUsableText { throw .noteUnacceptable(text) }
    }
  }

  static func insert(
    _ db: Database, number: String, _ profile: MemberProfile, joinedOn: BookDate
  ) throws -> Int64 {
    let insert = try SQLStatement(
      db,
      """
      INSERT INTO member (number, kind, name, address, phone, nationalID, joinedOn)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
    insert.bind(number, at: 1)
    insert.bind(profile.kind.rawValue, at: 2)
    insert.bind(profile.name, at: 3)
    insert.bind(profile.address, at: 4)
    insert.bind(profile.phone, at: 5)
    insert.bind(profile.nationalID, at: 6)
    insert.bind(Int64(joinedOn.dayNumber), at: 7)
    try insert.run()
    return db.lastInsertedRowID
  }

  /// The smallest four-digit number above every number that is all digits; numbers of more than
  /// eighteen digits are names that nobody counts on from.
  static func nextNumber(_ db: Database) throws -> String {
    let sql = """
      SELECT max(CAST(number AS INTEGER)) FROM member
      WHERE length(number) <= 18 AND number NOT GLOB '*[^0-9]*'
      """
    let next = (try Int64.fetchOne(db, sql: sql) ?? 0) + 1
    let digits = String(next)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
