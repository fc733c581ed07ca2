import GRDB
import KSPCore

/// The slips of closed months: what their month ends left, and what was settled since.
enum WithholdingSlipReader {
  /// The slips of a month by member number; one for each member.
  static func slips(
    _ db: Database, _ month: BookMonth, of member: Int64? = nil
  ) throws -> [WithholdingSlip] {
    var slips: [WithholdingSlip] = []
    try each(db, month...month, of: member) { slips.append($0) }
    return slips
  }

  /// The slips of some months, by member number and month.
  static func each(
    _ db: Database, _ months: ClosedRange<BookMonth>, of member: Int64? = nil,
    _ body: (WithholdingSlip) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        WITH later AS (
          SELECT t.* FROM taxSettled t JOIN closedMonth c ON c.month = t.month
          WHERE t.month BETWEEN ?1 AND ?2 AND t.known > c.lastEntry
            AND (?3 IS NULL OR t.member = ?3))
        SELECT m.number, m.name, m.nik, m.npwp, w.payer, w.article, w.rateBillionths, w.gross,
          w.tax, w.claim + w.recovered, w.recovered, 0 AS isCorrection, w.month
        FROM withholdingSlip w JOIN member m ON m.id = w.member
        WHERE w.month BETWEEN ?1 AND ?2 AND (?3 IS NULL OR w.member = ?3) AND NOT EXISTS
          (SELECT 1 FROM later l WHERE l.member = w.member AND l.month = w.month)
        UNION ALL
        SELECT m.number, m.name, m.nik, m.npwp, l.payer, l.article, l.rateBillionths, l.gross,
          l.monthTax, ifnull((SELECT w.claim + w.recovered FROM withholdingSlip w
            WHERE w.month = l.month AND w.member = l.member), 0)
          + (SELECT sum(o.tax - o.withheld) FROM later o
            WHERE o.member = l.member AND o.month = l.month),
          ifnull((SELECT w.recovered FROM withholdingSlip w
            WHERE w.month = l.month AND w.member = l.member), 0), 1, l.month
        FROM later l JOIN member m ON m.id = l.member
        WHERE l.ordinal = (SELECT max(o.ordinal) FROM later o
          WHERE o.member = l.member AND o.month = l.month)
        ORDER BY 1, 13
        """, arguments: [months.lowerBound.ordinal, months.upperBound.ordinal, member])
    while let row = try rows.next() { try body(slip(row)) }
  }

  /// Of each member with a slip of a month the open account whose interest is worked out again
  /// where their tax is to be: one that had interest in the month before the others.
  static func correctable(
    _ db: Database, _ month: BookMonth
  ) throws -> [MemberNumber: AccountCode] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT m.number, a.code FROM withholdingSlip w JOIN member m ON m.id = w.member
        JOIN savingsAccount s ON s.member = m.id JOIN account a ON a.id = s.account
        WHERE w.month = ?1 AND a.closedOn IS NULL
        ORDER BY m.number,
          EXISTS (SELECT 1 FROM savingsInterest i WHERE i.month = ?1 AND i.account = s.account)
            OR EXISTS (SELECT 1 FROM interestPart p
              WHERE p.taxedIn = ?1 AND p.account = s.account) DESC,
          s.product, s.ordinal
        """, arguments: [month.ordinal])
    return try Dictionary(
      rows.map { try ($0.value(0), AccountCode(stored: $0.value(1))) },
      uniquingKeysWith: { a, _ in a })
  }

  private static func slip(_ row: Row) throws -> WithholdingSlip {
    let payer = TaxPayer(rawValue: try row.value(4)) ?? .individual
    return try WithholdingSlip(
      month: BookMonth(ordinal: row.value(12)), memberNumber: row.value(0),
      memberName: row.value(1), nik: row.optional(2), npwp: row.optional(3), memberKind: payer,
      article: TaxArticle(rawValue: row.value(5)), rate: Share(billionths: row.value(6)),
      gross: Rupiah(sen: row.value(7) as Int64), tax: Rupiah(sen: row.value(8) as Int64),
      claimed: Rupiah(sen: row.value(9) as Int64).orZero,
      recovered: Rupiah(sen: row.value(10) as Int64), isCorrection: row.value(11))
  }
}
