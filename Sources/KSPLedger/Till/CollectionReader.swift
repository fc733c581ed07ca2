import GRDB
import KSPCore

/// Reads the lists that collectors take out, with what was brought back.
struct CollectionReader {
  let db: Database
  let memory: BookMemory

  init(_ db: Database, _ memory: BookMemory) {
    self.db = db
    self.memory = memory
  }

  init(_ session: PostingSession) { self.init(session.db, session.memory) }

  /// The key of a line: what it brings is booked once.
  static func reference(_ till: String, _ round: Int, _ line: Int) -> String {
    "daftar/\(till)/\(round)/\(line)"
  }

  /// The opening with which a till is open, or was open last.
  func openRound(of till: TillAccounts.Account) throws -> Int64 {
    try Int64.fetchOne(
      db, sql: "SELECT max(number) FROM tillCount WHERE account = ? AND occasion = 'open'",
      arguments: [till.id.value]) ?? 0
  }

  func hasList(_ account: AccountID, _ round: Int64) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM tillLine WHERE account = ? AND round = ?)",
      arguments: [account.value, round]) ?? false
  }

  /// The list that went out last, or with an opening.
  ///
  /// - Throws: `till.unfit` where there is none.
  func list(of till: TillAccounts.Account, round: Int? = nil) throws -> CollectionList {
    let last = try Int.fetchOne(
      db, sql: "SELECT max(round) FROM tillLine WHERE account = ? AND round = ifnull(?, round)",
      arguments: [till.id.value, round])
    guard let last else {
      throw LedgerError.tillUnfit(
        till.name, Phrase(id: "tidak membawa daftar", en: "it has no list out"))
    }
    var day = BookDate.earliest
    let lines = try Row.fetchAll(
      db,
      sql: """
        SELECT l.line, m.number, m.name, p.code, o.number, l.due, l.day
        FROM tillLine l JOIN member m ON m.id = l.member
        LEFT JOIN savingsProduct p ON p.id = l.product LEFT JOIN loan o ON o.id = l.loan
        WHERE l.account = ? AND l.round = ? ORDER BY l.line
        """, arguments: [till.id.value, last]
    ).map { row in
      day = try BookDate(stored: row.value(6))
      let number: Int = try row.value(0)
      let loan: LoanNumber? = try row.optional(4)
      let found = try collected(Self.reference(till.name, last, number), till.id)
      return try CollectionList.Line(
        number: number, member: row.value(1), name: row.value(2),
        target: loan.map { .loan($0) } ?? .savings(row.value(3)),
        due: Rupiah(sen: row.value(5) as Int64), collected: found?.amount ?? .zero,
        entry: found?.entry)
    }
    let keeper = try String.fetchOne(
      db, sql: "SELECT keeper FROM tillCount WHERE account = ? AND number = ?",
      arguments: [till.id.value, last])
    let balance = try Int64.fetchOne(
      db, sql: "SELECT balance FROM accountBalance WHERE account = ?", arguments: [till.id.value])
    return try CollectionList(
      till: till.name, account: till.code, round: last, date: day, keeper: keeper, lines: lines,
      balance: Rupiah(sen: balance ?? 0))
  }

  /// What stands in the book under the key of a line; what was taken back does not count.
  private func collected(
    _ reference: String, _ till: AccountID
  ) throws -> (entry: EntryNumber, amount: Rupiah)? {
    var key = reference
    while let entry = try RecordedAct(db, memory, reference: key)?.entries.first?.number {
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT e.reversedBy, (SELECT sum(p.amount) FROM posting p
            WHERE p.entry = e.id AND p.account = ?2)
          FROM entryStanding e WHERE e.id = ?1
          """, arguments: [entry.value, till.value])
      if let row, try (row.optional(0) as Int64?) == nil {
        return (entry, Rupiah(sen: try row.optional(1) ?? 0))
      }
      key = EntryReplay.next(reference, after: key)
    }
    return nil
  }
}
