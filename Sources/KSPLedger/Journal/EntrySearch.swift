import GRDB
import KSPCore

/// Finds the numbers of entries, by book date and then by number.
struct EntrySearch {
  private let db: Database
  private var conditions: [String] = []
  private var values: [StoredValue] = []

  /// - Throws: `account.unknown`, `member.unknown`.
  init(_ db: Database, _ query: EntryQuery, through last: Int64) throws {
    self.db = db
    add("e.id <= ?", .integer(last))
    if let period = query.period {
      add(
        "e.bookDate BETWEEN ? AND ?", .integer(Int64(period.first.dayNumber)),
        .integer(Int64(period.last.dayNumber)))
    }
    if let code = query.account { try addTouching([Self.account(db, code)], query.period) }
    if let member = query.member {
      try addTouching(Self.accounts(db, ofMember: member), query.period)
    }
    if !query.kinds.isEmpty {
      add(
        "e.kind IN (\(databaseQuestionMarks(count: query.kinds.count)))",
        query.kinds.map(\.rawValue).sorted().map { .text($0) })
    }
    if let author = query.recordedBy { add("e.recordedBy = ?", .text(author)) }
    if let amount = query.amount {
      let bounds: [StoredValue] = [
        .integer(amount.lowerBound.sen), .integer(amount.upperBound.sen),
      ]
      add(
        """
        (EXISTS (SELECT 1 FROM posting p WHERE p.entry = e.id AND abs(p.amount) BETWEEN ? AND ?)
        OR (SELECT sum(p.amount) FROM posting p WHERE p.entry = e.id AND p.amount > 0)
          BETWEEN ? AND ?)
        """, bounds + bounds)
    }
  }

  /// The numbers, of a statement of its own, so that what is done with one may ask the same.
  func numbers() throws -> SQLStatement {
    let statement = try SQLStatement(
      db,
      """
      SELECT e.id FROM entry e WHERE \(conditions.joined(separator: " AND "))
      ORDER BY e.bookDate, e.id
      """, isShared: false)
    for (index, value) in values.enumerated() { statement.bind(value, at: Int32(index + 1)) }
    return statement
  }

  private mutating func add(_ condition: String, _ values: StoredValue...) {
    add(condition, values)
  }

  private mutating func add(_ condition: String, _ values: [StoredValue]) {
    conditions.append(condition)
    self.values += values
  }

  /// The postings of an account lie together by their days, so a search never leaves them.
  private mutating func addTouching(_ accounts: [Int64], _ period: BookPeriod?) {
    let list = accounts.map(String.init).joined(separator: ", ")
    let days = period.map {
      " AND bookDate BETWEEN \($0.first.dayNumber) AND \($0.last.dayNumber)"
    }
    conditions.append(
      "e.id IN (SELECT entry FROM posting WHERE account IN (\(list))\(days ?? ""))")
  }

  private static func account(_ db: Database, _ code: AccountCode) throws -> Int64 {
    let id = try Int64.fetchOne(
      db, sql: "SELECT id FROM account WHERE code = ?", arguments: [code.text])
    guard let id else { throw try MemberTable.unknownAccount(db, code.text) }
    return id
  }

  private static func accounts(_ db: Database, ofMember number: String) throws -> [Int64] {
    let id = try Int64.fetchOne(
      db, sql: "SELECT id FROM member WHERE number = ?", arguments: [number])
    guard let id else { throw try MemberTable.unknown(db, number) }
    return try Int64.fetchAll(
      db,
      sql: """
        SELECT account FROM savingsAccount WHERE member = ?1
        UNION ALL
        SELECT c.account FROM loan l JOIN loanAccount c ON c.loan = l.id WHERE l.member = ?1
        """, arguments: [id])
  }
}
