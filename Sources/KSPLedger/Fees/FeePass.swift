import GRDB
import KSPCore

/// Says at a month end what was charged as monthly fees: that was posted before the other passes
/// looked, so that interest sees what it left.
final class FeePass: MonthEndPass {
  private let month: EndingMonth

  init(_ month: EndingMonth) { self.month = month }

  func report(into report: inout MonthEndReport) throws {
    // The vouchers of a rehearsal will not be there.
    try Self.read(month, naming: month.desk.session != nil, into: &report)
  }

  static func read(_ month: EndingMonth, into report: inout MonthEndReport) throws {
    try read(month, naming: true, into: &report)
  }

  private static func read(
    _ month: EndingMonth, naming isPosted: Bool, into report: inout MonthEndReport
  ) throws {
    let rows = try Row.fetchAll(
      month.book,
      sql: """
        SELECT p.nameIndonesian, p.nameEnglish, f.isDormant, count(*), sum(f.amount), f.entry
        FROM savingsFee f JOIN savingsAccount s ON s.account = f.account
        JOIN savingsProduct p ON p.id = s.product
        WHERE f.feeMonth = ? GROUP BY p.id, f.isDormant ORDER BY p.id, f.isDormant
        """, arguments: [month.month.ordinal])
    guard !rows.isEmpty else { return }
    report.sections.append(
      MonthEndReport.Section(
        code: "fees", name: Phrase(id: "Biaya bulanan", en: "Monthly fees"),
        lines: try rows.map { row in
          let isDormant: Bool = try row.value(2)
          let (indonesian, english): (String, String) = try (row.value(0), row.value(1))
          return MonthEndReport.Section.Line(
            name: Phrase(
              id: indonesian + (isDormant ? ", pasif" : ""),
              en: english + (isDormant ? ", dormant" : "")),
            count: try row.value(3), amount: Rupiah(sen: try row.value(4) as Int64),
            entry: isPosted ? EntryNumber(try row.value(5)) : nil)
        }))
  }

  func explain(
    _ account: AccountID, of member: MemberMonth, into explanation: inout AccountExplanation
  ) throws {
    explanation.fee = try Row.fetchOne(
      month.book,
      sql: """
        SELECT entry, balance, amount, isDormant FROM savingsFee
        WHERE account = ? AND feeMonth = ?
        """, arguments: [account.value, month.month.ordinal]
    ).map { row in
      try ChargedFee(
        entry: EntryNumber(row.value(0)), balance: Rupiah(sen: row.value(1) as Int64),
        amount: Rupiah(sen: row.value(2) as Int64), isDormant: row.value(3))
    }
    let product = try Int64.fetchOne(
      month.known, sql: "SELECT product FROM savingsAccount WHERE account = ?",
      arguments: [account.value])
    explanation.dormantSince = try product.flatMap { product in
      try DormancyReader(book: month.book, known: month.known, month: month.month)
        .dormantSince(account, of: product)
    }
  }
}

// MARK: - Proof

extension FeePass {
  /// The month of a day, counted as months are.
  private static func month(of day: String) -> String {
    """
    (CAST(strftime('%Y', \(day) * 86400, 'unixepoch') AS INTEGER) * 12
      + CAST(strftime('%m', \(day) * 86400, 'unixepoch') AS INTEGER) - 1)
    """
  }

  static let rules: [VerifierRules.Rule] = [
    VerifierRules.Rule(
      name: "fees.posted",
      meaning: Phrase(
        id: "Biaya bulanan setiap rekening sama dengan yang dibukukan",
        en: "The monthly fee of every account is what was posted"),
      examined: "SELECT count(*) FROM savingsFee",
      offenders: """
        SELECT printf('JU-%06d', f.entry) FROM savingsFee f
        WHERE f.amount IS NOT (SELECT sum(p.amount) FROM posting p
          WHERE p.entry = f.entry AND p.account = f.account)
        UNION
        SELECT printf('JU-%06d', e.id) FROM entry e
        WHERE e.kind = \(EntryKind.monthlyFee.sql) AND (
          SELECT count(*) FROM posting p JOIN savingsAccount s ON s.account = p.account
          WHERE p.entry = e.id) <> (SELECT count(*) FROM savingsFee f WHERE f.entry = e.id)
        """),
    VerifierRules.Rule(
      name: "fees.rule",
      meaning: Phrase(
        id: "Biaya bulanan menurut aturan produknya, saldo akhir bulan dan gerak anggotanya",
        en: "Monthly fees follow from the product's rule, the balance and the member's movements"),
      examined: "SELECT count(*) FROM savingsFee",
      offenders: """
        SELECT ifnull(a.code, '#' || f.account) || printf(' %04d-%02d', f.feeMonth / 12,
          f.feeMonth % 12 + 1)
        FROM savingsFee f JOIN savingsAccount s ON s.account = f.account
        LEFT JOIN account a ON a.id = f.account LEFT JOIN entry e ON e.id = f.entry
        LEFT JOIN savingsFeeRule r ON r.event = (SELECT l.event FROM savingsFeeRule l
          WHERE l.product = s.product AND l.effectiveFrom <= f.feeMonth
          ORDER BY l.effectiveFrom DESC, l.event DESC LIMIT 1)
        WHERE r.event IS NULL OR \(month(of: "e.bookDate")) IS NOT f.feeMonth
          OR f.balance IS NOT -ifnull((SELECT sum(p.amount) FROM posting p
            WHERE p.account = f.account AND p.bookDate <= e.bookDate AND p.entry < f.entry), 0)
          OR f.isDormant IS NOT ifnull(r.dormantMonths + (
            SELECT max(\(month(of: "p.bookDate"))) FROM posting p JOIN entry n ON n.id = p.entry
            WHERE p.account = f.account AND p.bookDate <= e.bookDate
              AND n.kind IN \(EntryKind.sqlList(.byMember))
              AND NOT EXISTS (SELECT 1 FROM entryReversal v
                WHERE v.entry = n.id AND v.reversedOn <= e.bookDate)) <= f.feeMonth, 0)
          OR f.amount IS NOT CASE
            WHEN f.isDormant = 0 AND f.balance >= r.freeFrom THEN 0
            WHEN f.free >= iif(f.isDormant, r.dormantFee, r.fee)
              THEN iif(f.isDormant, r.dormantFee, r.fee)
            WHEN r.takesRest THEN f.free ELSE 0 END
        """),
  ]
}
