import GRDB
import KSPCore

/// Reads tills and their counts.
struct TillReader {
  let db: Database
  let tills: TillAccounts

  /// The tills by name, with what the book says that they hold.
  func all() throws -> [Till] { try tills.all.map(till) }

  /// The accounts with cash that are neither tills nor banks, and hold something.
  func others() throws -> [TillList.Other] {
    let known = Set(tills.all.map(\.id.value))
    return try Row.fetchAll(
      db,
      sql: """
        SELECT a.id, a.code, a.nameIndonesian, a.nameEnglish, b.balance FROM account a
        JOIN accountBalance b ON b.account = a.id
        WHERE a.id IN (\(CashTerms.cashAccounts)) AND b.balance <> 0 ORDER BY a.code
        """
    ).compactMap { row in
      guard try !known.contains(row.value(0)) else { return nil }
      return try TillList.Other(
        account: AccountCode(stored: row.value(1)),
        name: Phrase(id: row.value(2), en: row.value(3)),
        balance: Rupiah(sen: row.value(4) as Int64))
    }
  }

  func till(_ till: TillAccounts.Account) throws -> Till {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT b.balance, EXISTS (SELECT 1 FROM posting p WHERE p.account = ?1
          AND p.bookDate >= \(Self.counted("day", "-2147483648"))
          AND p.entry > \(Self.counted(Self.seen, "0")))
        FROM accountBalance b WHERE b.account = ?1
        """, arguments: [till.id.value])
    return try Till(
      name: till.name, account: till.code, kind: till.kind, keeper: till.keeper,
      openSince: till.openSince, countedOn: till.countedOn,
      balance: Rupiah(sen: row?.value(0) ?? 0), isUncounted: row?.value(1) ?? false)
  }

  /// The last voucher that a count took into account: the last before it, and its own.
  static let seen = "max(known, ifnull(difference, 0), ifnull(handover, 0))"

  private static func counted(_ what: String, _ otherwise: String) -> String {
    """
    ifnull((SELECT \(what) FROM tillCount WHERE account = ?1 ORDER BY number DESC LIMIT 1), \
    \(otherwise))
    """
  }

  /// The counts of a till, the first one first.
  func counts(of till: TillAccounts.Account) throws -> [TillCount] {
    try counts(till, "c.account = ?", [till.id.value])
  }

  /// The counts of an act.
  func counts(ofAct first: Int64, _ till: TillAccounts.Account) throws -> [TillCount] {
    try counts(
      till, "c.account = ? AND (v.number = ? OR v.act = ?)", [till.id.value, first, first])
  }

  private func counts(
    _ till: TillAccounts.Account, _ condition: String, _ arguments: StatementArguments
  ) throws -> [TillCount] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT c.number, c.occasion, c.day, c.keeper, c.expected, c.counted, c.difference,
          c.handover, v.recordedBy, v.recordedAt
        FROM tillCount c JOIN event v ON v.number = c.event
        WHERE \(condition) ORDER BY c.number
        """, arguments: arguments
    ).map { row in
      guard let occasion = TillCount.Occasion(rawValue: try row.value(1)) else {
        throw LedgerError.invariantBroken("tillCount \(till.name)")
      }
      let number: Int = try row.value(0)
      return try TillCount(
        till: till.name, account: till.code, kind: till.kind, number: number, occasion: occasion,
        date: BookDate(stored: row.value(2)), keeper: row.optional(3),
        book: Rupiah(sen: row.value(4) as Int64), counted: Rupiah(sen: row.value(5) as Int64),
        pieces: pieces(of: till.id, number),
        differenceEntry: (row.optional(6) as Int64?).map { EntryNumber($0) },
        handover: (row.optional(7) as Int64?).map { try handover(EntryNumber($0), till.id) },
        recordedBy: row.optional(8), recordedAt: Timestamp(seconds: row.value(9)))
    }
  }

  private func pieces(of account: AccountID, _ number: Int) throws -> CashPieces? {
    let pieces = try Row.fetchAll(
      db, sql: "SELECT denomination, pieces FROM tillPiece WHERE account = ? AND number = ?",
      arguments: [account.value, number]
    ).map { row in
      try CashPieces.Piece(value: Rupiah(sen: row.value(0) as Int64), count: row.value(1))
    }
    return pieces.isEmpty ? nil : try CashPieces(pieces)
  }

  /// The other side of what was handed over.
  private func handover(
    _ entry: EntryNumber, _ till: AccountID
  ) throws -> TillCount.Handover {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT p.amount, a.code, a.nameIndonesian, a.nameEnglish, s.reversedBy FROM posting p
        JOIN account a ON a.id = p.account JOIN entryStanding s ON s.id = p.entry
        WHERE p.entry = ? AND p.account <> ?
        """, arguments: [entry.value, till.value])
    guard let row else { throw LedgerError.entryUnknown(entry) }
    let amount = Rupiah(sen: try row.value(0) as Int64)
    return try TillCount.Handover(
      entry: entry, amount: amount.isNegative ? amount.negated() : amount,
      account: AccountCode(stored: row.value(1)), name: Phrase(id: row.value(2), en: row.value(3)),
      reversedBy: (row.optional(4) as Int64?).map { EntryNumber($0) })
  }
}
