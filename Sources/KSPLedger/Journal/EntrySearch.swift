import GRDB
import KSPCore

/// Finds the numbers of entries, by book date and then by number.
struct EntrySearch {
  private let db: Database
  private var conditions = QueryConditions()

  /// - Throws: `account.unknown`, `member.unknown`.
  init(_ db: Database, _ query: EntryQuery, through last: Int64) throws {
    self.db = db
    conditions.add("e.id <= ?", .integer(last))
    if let period = query.period {
      conditions.add(
        "e.bookDate BETWEEN ? AND ?", .integer(Int64(period.first.dayNumber)),
        .integer(Int64(period.last.dayNumber)))
    }
    if let code = query.account { try addTouching([Self.account(db, code)], query.period) }
    if let member = query.member {
      try addTouching(Self.accounts(db, ofMember: member), query.period)
    }
    if !query.kinds.isEmpty {
      conditions.add(
        "e.kind IN (\(databaseQuestionMarks(count: query.kinds.count)))",
        query.kinds.map(\.rawValue).sorted().map { .text($0) })
    }
    if let author = query.recordedBy { conditions.add("e.recordedBy = ?", .text(author)) }
    if let amount = query.amount {
      let bounds: [StoredValue] = [
        .integer(amount.lowerBound.sen), .integer(amount.upperBound.sen),
      ]
      conditions.add(
        """
        (EXISTS (SELECT 1 FROM posting p WHERE p.entry = e.id AND abs(p.amount) BETWEEN ? AND ?)
        OR \(Self.amount) BETWEEN ? AND ?)
        """, bounds + bounds)
    }
  }

  /// What a voucher `e` moves, for SQL: as ``PostedEntry/amount``, nothing for one without legs.
  static let amount = """
    (SELECT ifnull(sum(net), 0) FROM (SELECT sum(p.amount) AS net
      FROM posting p INDEXED BY postingEntry WHERE p.entry = e.id GROUP BY p.account)
      WHERE net > 0)
    """

  /// The numbers.
  func numbers() throws -> SQLStatement {
    try conditions.statement(db, "SELECT e.id FROM entry e", order: "e.bookDate, e.id")
  }

  /// The postings of an account lie together by their days, so a search never leaves them.
  private mutating func addTouching(_ accounts: [Int64], _ period: BookPeriod?) {
    let list = accounts.map(String.init).joined(separator: ", ")
    let days = period.map {
      " AND bookDate BETWEEN \($0.first.dayNumber) AND \($0.last.dayNumber)"
    }
    conditions.add(
      "e.id IN (SELECT entry FROM posting WHERE account IN (\(list))\(days ?? ""))")
  }

  private static func account(_ db: Database, _ code: AccountCode) throws -> Int64 {
    let id = try Int64.fetchOne(
      db, sql: "SELECT id FROM account WHERE code = ?", arguments: [code.text])
    guard let id else { throw try MemberTable.unknownAccount(db, code.text) }
    return id
  }

  private static func accounts(_ db: Database, ofMember number: MemberNumber) throws -> [Int64] {
    let id = try Int64.fetchOne(
      db, sql: "SELECT id FROM member WHERE number = ?", arguments: [number.text])
    guard let id else { throw try MemberTable.unknown(db, number) }
    return try EventSubject.accounts(ofMember: id, db)
  }
}
