import GRDB
import KSPCore

/// The slips of a closed month: what its month end left, and what was settled since.
enum WithholdingSlipReader {
  /// By member number; one for each member.
  static func slips(_ db: Database, _ month: BookMonth) throws -> [WithholdingSlip] {
    let last = try Int64.fetchOne(
      db, sql: "SELECT lastEntry FROM closedMonth WHERE month = ?", arguments: [month.ordinal])
    guard let last else { return [] }
    let rows = try Row.fetchAll(
      db,
      sql: """
        WITH later AS (SELECT * FROM taxSettled WHERE month = ?1 AND known > ?2)
        SELECT m.number, m.name, m.nik, m.npwp, w.payer, w.article, w.rateBillionths, w.gross,
          w.tax, w.claim + w.recovered, w.recovered, 0 AS isCorrection
        FROM withholdingSlip w JOIN member m ON m.id = w.member
        WHERE w.month = ?1 AND NOT EXISTS (SELECT 1 FROM later l WHERE l.member = w.member)
        UNION ALL
        SELECT m.number, m.name, m.nik, m.npwp, l.payer, l.article, l.rateBillionths, l.gross,
          l.monthTax, ifnull((SELECT w.claim + w.recovered FROM withholdingSlip w
            WHERE w.month = ?1 AND w.member = l.member), 0)
          + (SELECT sum(o.tax - o.withheld) FROM later o WHERE o.member = l.member),
          ifnull((SELECT w.recovered FROM withholdingSlip w
            WHERE w.month = ?1 AND w.member = l.member), 0), 1
        FROM later l JOIN member m ON m.id = l.member
        WHERE l.ordinal = (SELECT max(o.ordinal) FROM later o WHERE o.member = l.member)
        ORDER BY 1
        """, arguments: [month.ordinal, last])
    return try rows.map { row in
      let payer = TaxPayer(rawValue: try row.value(4)) ?? .individual
      return try WithholdingSlip(
        month: month, memberNumber: row.value(0), memberName: row.value(1),
        nik: row.optional(2), npwp: row.optional(3), memberKind: payer,
        article: TaxArticle(rawValue: row.value(5)), rate: Share(billionths: row.value(6)),
        gross: Rupiah(sen: row.value(7) as Int64), tax: Rupiah(sen: row.value(8) as Int64),
        claimed: Rupiah(sen: row.value(9) as Int64).orZero,
        recovered: Rupiah(sen: row.value(10) as Int64), isCorrection: row.value(11))
    }
  }
}
