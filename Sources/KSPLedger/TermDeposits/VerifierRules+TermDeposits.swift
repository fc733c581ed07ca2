import KSPCore

extension VerifierRules {
  /// What is stored of term deposits agrees with the accounts and the vouchers.
  static let termDeposits: [Rule] = [
    Rule(
      name: "deposits.balance",
      meaning: Phrase(
        id: "Saldo berjangka adalah pokok dan jasa yang ditambahkan; yang dicairkan nol",
        en: "Term deposits hold principal and added interest; those paid out hold nothing"),
      examined: "SELECT count(DISTINCT account) FROM termDeposit",
      offenders: """
        SELECT ifnull(a.code, '#' || t.account) FROM termDeposit t
        LEFT JOIN account a ON a.id = t.account
        LEFT JOIN savingsAccount s ON s.account = t.account
        LEFT JOIN savingsProduct p ON p.id = s.product
        LEFT JOIN accountBalance b ON b.account = t.account
        WHERE t.period = (SELECT max(period) FROM termDeposit l WHERE l.account = t.account)
          AND (p.kind IS NOT \(SavingsKind.berjangka.sql) OR b.balance IS NOT CASE
            WHEN EXISTS (SELECT 1 FROM depositEnd e WHERE e.account = t.account) THEN 0
            ELSE -(t.principal + (SELECT ifnull(sum(i.gross - i.tax), 0) FROM depositInterest i
              WHERE i.account = t.account AND i.period = t.period AND i.isAdded = 1)) END)
        """),
    Rule(
      name: "deposits.posted",
      meaning: Phrase(
        id: "Jasa dan penalti berjangka sama dengan yang dibukukan",
        en: "Interest and penalties of term deposits are what was posted"),
      examined: """
        SELECT (SELECT count(*) FROM depositInterest) + (SELECT count(*) FROM depositEnd)
        """,
      offenders: """
        SELECT printf('JU-%06d', v.voucher) FROM (
          SELECT voucher, gross FROM depositInterest WHERE voucher IS NOT NULL
          UNION ALL SELECT voucher, gross - takenBack FROM depositEnd) v
        WHERE v.gross <> ifnull((SELECT sum(p.amount) FROM posting p
          JOIN account a ON a.id = p.account
          WHERE p.entry = v.voucher AND a.type = 'expense'), 0)
          + ifnull((SELECT sum(u.amount) FROM accrualUse u WHERE u.entry = v.voucher), 0)
        UNION
        SELECT printf('JU-%06d', d.voucher) FROM depositEnd d
        WHERE d.penalty <> -ifnull((SELECT sum(p.amount) FROM posting p
          JOIN account a ON a.id = p.account
          WHERE p.entry = d.voucher AND a.type = 'income'), 0)
        UNION
        SELECT printf('JU-%06d', e.id) FROM entry e
        WHERE (e.kind = \(EntryKind.depositInterest.sql)
            AND NOT EXISTS (SELECT 1 FROM depositInterest i WHERE i.voucher = e.id))
          OR (e.kind = \(EntryKind.depositEnding.sql)
            AND NOT EXISTS (SELECT 1 FROM depositEnd d WHERE d.voucher = e.id))
        """),
  ]
}
