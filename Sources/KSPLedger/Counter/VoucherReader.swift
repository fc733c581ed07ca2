import GRDB
import KSPCore

/// Reads what the paper of an entry says.
struct VoucherReader {
  let db: Database

  /// One leg as the file holds it.
  private struct Leg {
    let account: Int64
    let code: AccountCode
    let title: Phrase
    let holder: String?
    let member: MemberNumber?
    let isSavings: Bool
    let isCash: Bool
    let amount: Rupiah
  }

  func voucher(_ number: EntryNumber) throws -> Voucher {
    guard let entry = try JournalReader(db).entry(number) else {
      throw LedgerError.entryUnknown(number)
    }
    let legs = try legs(of: number)
    var cash = Rupiah.zero
    for leg in legs where leg.isCash { try cash += leg.amount }
    let savings = legs.filter(\.isSavings)
    let giver = entry.kind == .transfer ? savings.first { $0.amount.isPositive } : nil
    let taker = entry.kind == .transfer ? savings.first { $0.amount.isNegative } : nil
    let owners = Set(legs.compactMap(\.member))
    let owner = giver ?? (owners.count == 1 ? legs.first { $0.member != nil } : nil)
    let accounts = Set(savings.map(\.account))
    let shown = giver?.account ?? (accounts.count == 1 ? accounts.first : nil)
    return try Voucher(
      entry: entry,
      lines: legs.map { leg in
        try Voucher.Line(
          account: leg.code, title: leg.title, holder: leg.holder, debit: leg.amount.orZero,
          credit: leg.amount.negated().orZero)
      },
      name: owner?.holder ?? party(of: number), member: owner?.member,
      receiver: taker.map { "\($0.holder ?? "") (\($0.code))" },
      amount: cash.isZero ? entry.amount : cash.isNegative ? cash.negated() : cash,
      balance: shown.map { try balance(of: $0, after: entry) },
      reversed: entry.reverses.map(reversed))
  }

  private func legs(of number: EntryNumber) throws -> [Leg] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT a.id, a.code, coalesce(p.nameIndonesian, a.nameIndonesian, h.nameIndonesian),
          coalesce(p.nameEnglish, a.nameEnglish, h.nameEnglish), ifnull(m.name, b.name),
          ifnull(m.number, b.number), s.account IS NOT NULL, a.isCash, q.amount
        FROM posting q JOIN account a ON a.id = q.account
        LEFT JOIN account h ON h.id = a.parent
        LEFT JOIN savingsAccount s ON s.account = a.id
        LEFT JOIN savingsProduct p ON p.id = s.product
        LEFT JOIN member m ON m.id = s.member
        LEFT JOIN loanAccount c ON c.account = a.id
        LEFT JOIN loan l ON l.id = c.loan
        LEFT JOIN member b ON b.id = l.member
        WHERE q.entry = ? ORDER BY q.line
        """, arguments: [number.value]
    ).map { row in
      try Leg(
        account: row.value(0), code: AccountCode(stored: row.value(1)),
        title: Phrase(id: row.optional(2) ?? "", en: row.optional(3) ?? ""),
        holder: row.optional(4), member: row.optional(5), isSavings: row.value(6),
        isCash: row.value(7), amount: Rupiah(sen: row.value(8) as Int64))
    }
  }

  /// Who brought or got money that is no member's; of a reversal, of what it takes back.
  private func party(of number: EntryNumber) throws -> String? {
    try String.fetchOne(
      db,
      sql: """
        WITH meant (entry) AS (SELECT ?1 UNION SELECT reverses FROM entry WHERE id = ?1)
        SELECT party FROM cashParty WHERE entry IN meant
        UNION ALL SELECT payee FROM leaverPayment WHERE entry IN meant
        """, arguments: [number.value])
  }

  /// What an account held on the day of an entry when it had been recorded, as its slip said.
  private func balance(of account: Int64, after entry: PostedEntry) throws -> Rupiah {
    let sen = try Int64.fetchOne(
      db,
      sql: """
        SELECT sum(amount) FROM posting WHERE account = ? AND bookDate <= ? AND entry <= ?
        """, arguments: [account, entry.bookDate.dayNumber, entry.number.value])
    return try Rupiah(sen: sen ?? 0).negated()
  }

  private func reversed(_ number: EntryNumber) throws -> Receipt.Reversed {
    let row = try Row.fetchOne(
      db, sql: "SELECT kind, bookDate FROM entry WHERE id = ?", arguments: [number.value])
    guard let row, let kind = EntryKind(rawValue: try row.value(0)) else {
      throw LedgerError.entryUnknown(number)
    }
    return Receipt.Reversed(
      entry: number, kind: kind, bookDate: try BookDate(stored: row.value(1)))
  }
}
