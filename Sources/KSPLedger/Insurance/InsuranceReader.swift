import GRDB
import KSPCore

/// Reads what insurers owe, claim by claim.
struct InsuranceReader {
  let db: Database

  /// One claim.
  ///
  /// - Throws: `insurance.claimUnknown`.
  func claim(_ entry: EntryNumber) throws -> InsuranceClaim {
    guard let claim = try claims(where: "p.entry = ?", [entry.value]).first else {
      throw LedgerError.insuranceClaimUnknown(entry)
    }
    return claim
  }

  func list(includingPaid: Bool) throws -> InsuranceClaims {
    let balance = try Int64.fetchOne(
      db,
      sql: """
        SELECT sum(b.balance) FROM \(Self.insurers) k JOIN accountBalance b ON b.account = k.account
        """)
    return try InsuranceClaims(
      claims: claims(where: "1", []).filter { includingPaid || $0.open.isPositive },
      balance: Rupiah(sen: balance ?? 0))
  }

  private static let insurers = """
    (SELECT account FROM accountRole WHERE role = '\(AccountRole.insurer.rawValue)' AND isHeld = 1)
    """

  /// The payments on loans that an insurer's receivable stands for, without those taken back.
  private func claims(
    where condition: String, _ arguments: StatementArguments
  ) throws -> [InsuranceClaim] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT p.entry, e.bookDate, a.code, a.nameIndonesian, a.nameEnglish, e.memo,
          sum(p.amount), ifnull((SELECT sum(r.amount) FROM insurancePayment r
            JOIN entryStanding s ON s.id = r.entry
            WHERE r.claim = p.entry AND s.reversedBy IS NULL), 0),
          (SELECT group_concat(DISTINCT l.member) FROM posting q INDEXED BY postingEntry
            JOIN loanAccount c ON c.account = q.account JOIN loan l ON l.id = c.loan
            WHERE q.entry = p.entry)
        FROM \(Self.insurers) k JOIN posting p ON p.account = k.account
        JOIN account a ON a.id = p.account JOIN entryStanding e ON e.id = p.entry
        WHERE e.kind IN \(EntryKind.sqlList([.repayment, .recovery])) AND e.reversedBy IS NULL
          AND \(condition)
        GROUP BY p.entry, p.account HAVING sum(p.amount) > 0 ORDER BY p.entry
        """, arguments: arguments
    ).map { row in
      let owner = try owner(row.optional(8))
      return try InsuranceClaim(
        entry: EntryNumber(row.value(0)), date: BookDate(stored: row.value(1)),
        account: AccountCode(stored: row.value(2)),
        insurer: Phrase(id: row.value(3), en: row.value(4)), member: owner?.number,
        name: owner?.name, memo: row.optional(5), claimed: Rupiah(sen: row.value(6) as Int64),
        received: Rupiah(sen: row.value(7) as Int64))
    }
  }

  /// The only borrower of a voucher.
  private func owner(_ members: String?) throws -> (number: MemberNumber, name: String)? {
    guard let id = members.flatMap({ Int64($0) }) else { return nil }
    let row = try Row.fetchOne(
      db, sql: "SELECT number, name FROM member WHERE id = ?", arguments: [id])
    return try row.map { (try $0.value(0), try $0.value(1)) }
  }
}
