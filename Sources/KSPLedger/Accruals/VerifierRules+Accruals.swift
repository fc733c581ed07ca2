import KSPCore

extension AccrualPass {
  static let rules: [VerifierRules.Rule] = [
    VerifierRules.Rule(
      name: "accrual.voucher",
      meaning: Phrase(
        id: "Jurnal akrual jasa sama dengan bukti tutup bulannya",
        en: "The vouchers of accrued interest are what the month ends' evidence says"),
      examined: "SELECT count(*) FROM entry WHERE kind = \(EntryKind.accrual.sql)",
      offenders: """
        WITH evidence AS (
          SELECT c.lastDay AS day, i.held AS held, p.interestExpenseAccount AS expense,
            i.amount AS amount
          FROM interestAccrual i JOIN closedMonth c ON c.month = i.month
          JOIN savingsAccount s ON s.account = i.account JOIN savingsProduct p ON p.id = s.product)
        SELECT printf('%04d-%02d', c.month / 12, c.month % 12 + 1) FROM (
          SELECT day, account, sum(amount) AS amount FROM (
            SELECT e.bookDate AS day, p.account AS account, p.amount AS amount
              FROM entry e JOIN posting p ON p.entry = e.id
              WHERE e.kind = \(EntryKind.accrual.sql)
            UNION ALL SELECT day, expense, -amount FROM evidence
            UNION ALL SELECT day, held, amount FROM evidence)
          GROUP BY day, account HAVING sum(amount) <> 0) x
        JOIN closedMonth c ON c.lastDay = x.day
        UNION
        SELECT printf('JU-%06d', e.id) FROM entry e
        WHERE e.kind = \(EntryKind.accrual.sql)
          AND NOT EXISTS (SELECT 1 FROM closedMonth c WHERE c.lastDay = e.bookDate)
        """),
    VerifierRules.Rule(
      name: "accrual.use",
      meaning: Phrase(
        id: "Akrual yang dipakai sama dengan yang dibukukan buktinya",
        en: "What was used of accrued interest is what its vouchers posted"),
      examined: "SELECT count(*) FROM accrualUse",
      offenders: """
        SELECT printf('JU-%06d', u.entry) FROM accrualUse u
        LEFT JOIN entry e ON e.id = u.entry
        WHERE e.kind IS NOT \(EntryKind.opening.sql) AND (u.usedOn IS NOT e.bookDate
          OR u.amount <> ifnull((SELECT sum(p.amount) FROM posting p
            WHERE p.entry = u.entry AND p.account = u.held), 0))
        """),
  ]
}
