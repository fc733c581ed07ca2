import GRDB
import KSPCore

/// What an entry says as an event: day, kind, amount and accounts.
///
/// A voucher of a month end may have a million legs. Of more than fifty, members' accounts are
/// summed into those above them; where single accounts are asked for, only their legs are read.
struct EntryFields {
  private static let limit = 50
  private let legs: SQLStatement
  private let sums: SQLStatement
  private let own: SQLStatement?

  init(_ db: Database, accounts: [Int64]) throws {
    legs = try SQLStatement(
      db,
      """
      SELECT a.code, p.amount FROM posting p JOIN account a ON a.id = p.account
      WHERE p.entry = ? ORDER BY p.line LIMIT \(EntryFields.limit + 1)
      """, isShared: false)
    sums = try SQLStatement(
      db,
      """
      WITH leg (account, amount) AS (
        SELECT CASE WHEN s.account IS NULL AND c.account IS NULL THEN a.id ELSE a.parent END,
          p.amount
        FROM posting p JOIN account a ON a.id = p.account
        LEFT JOIN savingsAccount s ON s.account = a.id
        LEFT JOIN loanAccount c ON c.account = a.id
        WHERE p.entry = ?)
      SELECT a.code, sum(l.amount) FROM leg l JOIN account a ON a.id = l.account
      GROUP BY l.account, l.amount > 0 ORDER BY l.amount < 0, a.code
      """, isShared: false)
    let list = accounts.map(String.init).joined(separator: ", ")
    own =
      accounts.isEmpty
      ? nil
      : try SQLStatement(
        db,
        """
        SELECT a.code, p.amount FROM posting p JOIN account a ON a.id = p.account
        WHERE p.account IN (\(list)) AND p.bookDate = ?2 AND p.entry = ?1 ORDER BY p.line
        """, isShared: false)
  }

  /// The fields of an entry.
  func fields(
    _ entry: EntryNumber, kind: String, on date: BookDate, reverses: EntryNumber?, memo: String?
  ) throws -> [LedgerEvent.Field] {
    legs.bind(entry.value, at: 1)
    var rows = try read(legs)
    if rows.count > EntryFields.limit {
      let query = own ?? sums
      query.bind(entry.value, at: 1)
      if own != nil { query.bind(Int64(date.dayNumber), at: 2) }
      rows = try read(query)
    }
    var (debit, credit) = (Rupiah.zero, Rupiah.zero)
    for row in rows {
      try debit += row.amount.orZero
      try credit += row.amount.negated().orZero
    }
    let accounts = try rows.map { row -> [LedgerEvent.Field] in
      [
        .init("account", .text(row.code)), .init("debit", .amount(row.amount.orZero)),
        .init("credit", .amount(try row.amount.negated().orZero)),
      ]
    }
    var fields: [LedgerEvent.Field] = [
      .init("date", .date(date)), .init("kind", word(kind)),
      .init("amount", .amount(max(debit, credit))), .init("accounts", .rows(accounts)),
    ]
    if let reverses { fields.append(.init("reverses", .entry(reverses))) }
    if let memo { fields.append(.init("memo", .text(memo))) }
    return fields
  }

  private func word(_ kind: String) -> LedgerEvent.Value {
    FieldWords.value(kind, of: "kind", in: "entry").map { .word(kind, $0) } ?? .text(kind)
  }

  private func read(_ query: SQLStatement) throws -> [(code: String, amount: Rupiah)] {
    defer { query.reset() }
    var rows: [(code: String, amount: Rupiah)] = []
    while try query.step() {
      rows.append((query.text(0) ?? "", Rupiah(sen: query.int64(1))))
    }
    return rows
  }
}
