import GRDB
import KSPCore

/// Reads the statements of a bank account and what they were ticked against.
struct BankReader {
  let db: Database
  let account: AccountID

  /// The lines up to a day, in the order of the statement; a line that was ticked against a voucher
  /// which was reversed, or is of a later day, is open.
  func lines(through date: BookDate? = nil) throws -> [BankLine] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT l.number, l.day, l.amount, l.description, l.balance, e.id FROM bankLine l
        LEFT JOIN bankMatch m ON m.account = l.account AND m.number = l.number
          AND m.version = (SELECT max(version) FROM bankMatch
            WHERE account = l.account AND number = l.number)
        LEFT JOIN entryStanding e ON e.id = m.voucher AND e.bookDate <= ?2
          AND (e.reversedBy IS NULL OR e.reversedOn > ?2)
        WHERE l.account = ?1 AND l.day <= ?2 ORDER BY l.number
        """, arguments: [account.value, (date ?? .latest).dayNumber]
    ).map { row in
      try BankLine(
        number: row.value(0), date: BookDate(stored: row.value(1)),
        amount: Rupiah(sen: row.value(2) as Int64), description: row.value(3),
        balance: Rupiah(sen: row.value(4) as Int64),
        entry: (row.optional(5) as Int64?).map { EntryNumber($0) })
    }
  }

  /// What vouchers of some days moved on the account, without those that lines were ticked against,
  /// and without what was taken back within those days.
  func entries(
    _ days: ClosedRange<BookDate>, without lines: [BankLine]
  ) throws -> [BankEntry] {
    let ticked = Set(lines.compactMap(\.entry))
    return try Row.fetchAll(
      db,
      sql: """
        SELECT e.id, e.bookDate, e.kind, sum(p.amount), e.reference, e.memo
        FROM posting p JOIN entryStanding e ON e.id = p.entry
        LEFT JOIN entry o ON o.id = e.reverses
        WHERE p.account = ?1 AND p.bookDate BETWEEN ?2 AND ?3
          AND (e.reversedOn IS NULL OR e.reversedOn > ?3)
          AND (o.id IS NULL OR o.bookDate < ?2)
        GROUP BY e.id HAVING sum(p.amount) <> 0 ORDER BY e.bookDate, e.id
        """,
      arguments: [account.value, days.lowerBound.dayNumber, days.upperBound.dayNumber]
    ).compactMap { row in
      let entry = EntryNumber(try row.value(0))
      guard !ticked.contains(entry) else { return nil }
      guard let kind = EntryKind(rawValue: try row.value(2)) else {
        throw LedgerError.invariantBroken("\(entry): kind")
      }
      return try BankEntry(
        entry: entry, date: BookDate(stored: row.value(1)), kind: kind,
        amount: Rupiah(sen: row.value(3) as Int64), reference: row.optional(4),
        memo: row.optional(5))
    }
  }

  /// The rules in force, by their texts.
  func rules() throws -> [BankRule] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT r.text, a.code FROM bankRule r JOIN account a ON a.id = r.target
        WHERE r.account = ?1 AND r.version = (SELECT max(version) FROM bankRule
          WHERE account = r.account AND text = r.text) ORDER BY r.text
        """, arguments: [account.value]
    ).map { BankRule(text: try $0.value(0), target: AccountCode(stored: try $0.value(1))) }
  }

  /// What the account holds at the end of a day.
  func balance(on date: BookDate) throws -> Rupiah {
    let balance = try Int64.fetchOne(
      db, sql: "SELECT \(HeldBalances.evening(of: "?1", "?2"))",
      arguments: [account.value, date.dayNumber])
    return Rupiah(sen: balance ?? 0)
  }

  /// When lines were last ticked.
  func lastMatched() throws -> Timestamp? {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT max(v.recordedAt) FROM account a JOIN event v ON v.kind = ? AND v.subject = a.code
        WHERE a.id = ?
        """,
      arguments: [EventKind.bankMatched.rawValue, account.value]
    ).map { Timestamp(seconds: $0) }
  }

  /// The banks of the book: their accounts, by code. They are cash, too, which is found without
  /// looking at the accounts of all members.
  static func banks(_ db: Database) throws -> [(id: AccountID, code: AccountCode)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id, code FROM account INDEXED BY accountCash
        WHERE isCash = 1 AND isBank = 1 AND isPostable = 1 ORDER BY code
        """
    ).map { (AccountID(try $0.value(0)), AccountCode(stored: try $0.value(1))) }
  }

  /// The bank that is named, or the only one.
  ///
  /// - Throws: `bank.unknown`.
  static func bank(
    _ db: Database, _ code: AccountCode?
  ) throws -> (id: AccountID, code: AccountCode) {
    let banks = try banks(db)
    if code == nil, banks.count == 1 { return banks[0] }
    guard let found = banks.first(where: { $0.code == code }) else {
      throw LedgerError.bankUnknown(code, known: banks.map(\.code))
    }
    return found
  }

  /// The banks beside the book on a day that have a statement, by code.
  static func reconciliations(_ db: Database, on date: BookDate) throws -> [BankReconciliation] {
    try banks(db).map { try reconciliation(db, $0, date) }.filter { $0.bank != nil }
  }

  /// A bank beside the book on a day.
  static func reconciliation(
    _ db: Database, _ bank: (id: AccountID, code: AccountCode), _ date: BookDate
  ) throws -> BankReconciliation {
    let reader = BankReader(db: db, account: bank.id)
    let lines = try reader.lines(through: date)
    let first = lines.map(\.date).min()
    let names = try Row.fetchOne(
      db, sql: "SELECT nameIndonesian, nameEnglish FROM account WHERE id = ?",
      arguments: [bank.id.value])
    return try BankReconciliation(
      account: bank.code,
      name: Phrase(id: names?.value(0) ?? "", en: names?.value(1) ?? ""), date: date,
      bank: lines.last?.balance, bankDate: lines.last?.date, book: reader.balance(on: date),
      lines: lines.filter { $0.entry == nil }, rules: reader.rules(),
      entries: first.map { try reader.entries($0...max($0, date), without: lines) } ?? [],
      lastMatched: reader.lastMatched())
  }
}
