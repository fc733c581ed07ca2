import KSPCore

extension VerifierRules {
  /// Standing orders: each due day once, on a day of the order, and what was taken is what was
  /// posted.
  static let orders: [Rule] = [
    Rule(
      name: "orders.taken",
      meaning: Phrase(
        id: "Autodebet diambil sekali tiap jatuh tempo, sebesar yang dibukukan dari rekeningnya",
        en: "Standing orders took each due day once, what was posted from their account"),
      examined: "SELECT count(*) FROM orderTry WHERE outcome = 'taken'",
      offenders: """
        SELECT 'autodebet ' || t.number || ' ' || date(t.dueOn * 86400, 'unixepoch')
        FROM orderTry t LEFT JOIN standingOrder o ON o.number = t.number
        LEFT JOIN entry e ON e.id = \(OrderReader.entry)
        WHERE t.outcome = 'taken' AND (e.id IS NULL OR e.bookDate <> t.triedOn
          OR e.kind NOT IN (\(EntryKind.transfer.sql), \(EntryKind.repayment.sql))
          OR t.amount IS NOT (SELECT sum(p.amount) FROM posting p
            WHERE p.entry = e.id AND p.account = o.account AND p.amount > 0))
        UNION
        SELECT 'autodebet ' || number || ' ' || date(dueOn * 86400, 'unixepoch') FROM orderTry
        WHERE outcome IN ('taken', 'nothing-due') GROUP BY number, dueOn HAVING count(*) > 1
        """),
    Rule(
      name: "orders.days",
      meaning: Phrase(
        id: "Autodebet hanya dijalankan untuk jatuh temponya, dan sesudah itu selama diulang",
        en: "Standing orders were tried for their due days, and then as long as they say"),
      examined: "SELECT count(*) FROM orderTry",
      offenders: """
        SELECT 'autodebet ' || t.number || ' ' || date(t.dueOn * 86400, 'unixepoch')
        FROM orderTry t LEFT JOIN standingOrder o ON o.number = t.number
        LEFT JOIN standingOrderEnd x ON x.number = t.number
        WHERE o.number IS NULL OR t.dueOn < o.orderedFrom OR t.dueOn > o.orderedUntil
          OR t.triedOn > t.dueOn + o.retryDays
          OR CAST(strftime('%d', t.dueOn * 86400, 'unixepoch') AS INTEGER) <> min(o.dueDay,
            CAST(strftime('%d', t.dueOn * 86400, 'unixepoch', 'start of month', '+1 month',
              '-1 day') AS INTEGER))
        """),
  ]
}
