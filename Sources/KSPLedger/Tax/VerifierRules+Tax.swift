import KSPCore

extension VerifierRules {
  /// What was paid to the state for tax.
  static let tax: [Rule] = [
    Rule(
      name: "tax.paid",
      meaning: Phrase(
        id: "Setoran PPh sama dengan yang dibukukan, dan tidak melebihi yang terutang per bulan",
        en: "Payments of tax are what was posted, and no more than was owed each month"),
      examined: "SELECT count(*) FROM taxPayment",
      offenders: """
        SELECT printf('JU-%06d', e.id) FROM entry e WHERE e.kind = \(EntryKind.taxPayment.sql)
          AND ifnull((SELECT sum(amount) FROM taxPayment WHERE entry = e.id), 0)
          <> ifnull((SELECT sum(p.amount) FROM posting p WHERE p.entry = e.id AND p.account IN
            (SELECT account FROM accountRole WHERE role IN
              ('tax-final', 'tax-organization', 'tax-corporate',
                'tax-employee'))), 0)
        UNION ALL
        SELECT printf('JU-%06d', t.entry) FROM taxPayment t WHERE NOT EXISTS
          (SELECT 1 FROM entry WHERE id = t.entry AND kind = \(EntryKind.taxPayment.sql))
        UNION ALL
        SELECT printf('%04d-%02d %s', t.month / 12, t.month % 12 + 1, t.article)
        FROM taxPayment t JOIN entryStanding s ON s.id = t.entry
        WHERE s.reversedBy IS NULL AND t.month >= (SELECT firstMonth FROM book)
        GROUP BY t.month, t.article HAVING sum(t.amount) > ifnull((SELECT sum(tax - settled)
            FROM withholdingSlip w WHERE w.month = t.month AND w.article = t.article), 0)
          + ifnull((SELECT sum(tax) FROM taxSettled WHERE taxSettled.month = t.month
            AND taxSettled.article = t.article AND \(TaxDueReader.changesOwed)), 0)
          + iif(t.article = 'pph-badan', ifnull((SELECT sum(tax) FROM corporateTaxMonth m
            WHERE m.month = t.month), 0) + ifnull((SELECT -sum(p.amount) FROM yearEntry y
              JOIN entry e ON e.id = y.entry JOIN closedMonth c ON c.month = t.month
                AND c.lastDay = e.bookDate
              JOIN posting p ON p.entry = e.id AND p.amount < 0
              WHERE e.kind = \(EntryKind.yearAdjustment.sql) AND p.account IN
                (SELECT account FROM accountRole WHERE role = 'tax-corporate')), 0), 0)
          + iif(t.article = 'pph-21', ifnull((SELECT sum(r.tax) FROM shuReward r
            JOIN entryStanding w ON w.id = r.entry WHERE w.reversedBy IS NULL
              AND strftime('%Y', w.bookDate * 86400, 'unixepoch') * 12
                + strftime('%m', w.bookDate * 86400, 'unixepoch') - 1 = t.month), 0), 0)
        """)
  ]
}
