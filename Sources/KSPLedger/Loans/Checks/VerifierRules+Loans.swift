import KSPCore

extension VerifierRules {
  /// The checks of loans, beside those of what month ends make of them.
  static let loans: [Rule] = [
    Rule(
      name: "loan.account",
      meaning: Phrase(
        id: "Setiap pinjaman punya akun tiap bagiannya, di bawah akun kontrol produknya",
        en: "Every loan has an account of each part, below its product's control account"),
      examined: "SELECT count(*) FROM loanAccount",
      offenders: """
        SELECT ifnull(a.code, '#' || c.account) FROM loanAccount c
        LEFT JOIN account a ON a.id = c.account LEFT JOIN loan l ON l.id = c.loan
        LEFT JOIN loanProduct p ON p.id = l.product
        WHERE a.id IS NULL OR p.id IS NULL OR ifnull(a.parent, 0) <> CASE c.part
          WHEN 'principal' THEN p.principalControl WHEN 'interest' THEN p.interestControl
          WHEN 'administration' THEN p.interestControl ELSE p.lateFeeControl END
        UNION ALL
        SELECT ifnull(l.number, '#' || n.loan) FROM (SELECT DISTINCT loan FROM loanPlan) n
        LEFT JOIN loan l ON l.id = n.loan
        WHERE l.id IS NULL OR 3 + EXISTS (SELECT 1 FROM loanInstallment i
            WHERE i.loan = n.loan AND i.administration > 0)
          > (SELECT count(DISTINCT c.part) FROM loanAccount c
          JOIN account a ON a.id = c.account WHERE c.loan = n.loan AND a.code = l.number
            || CASE c.part WHEN 'principal' THEN '' WHEN 'interest' THEN '.J'
              WHEN 'administration' THEN '.A' ELSE '.D' END)
        """),
    Rule(
      name: "loan.plan",
      meaning: Phrase(
        id: "Pokok setiap rencana angsuran berjumlah pinjamannya",
        en: "The principals of every plan add up to what is owed under it"),
      examined: "SELECT count(*) FROM loanPlan",
      offenders: """
        SELECT l.number || ' #' || n.version FROM loanPlan n JOIN loan l ON l.id = n.loan
        LEFT JOIN loanInstallment i ON i.loan = n.loan AND i.version = n.version
        GROUP BY n.loan, n.version
        HAVING ifnull(sum(i.principal), 0) <> n.principal
          OR count(i.number) <> ifnull(max(i.number), -1)
        UNION ALL
        SELECT l.number || ' #' || i.version FROM loanInstallment i JOIN loan l ON l.id = i.loan
        WHERE NOT EXISTS (SELECT 1 FROM loanPlan WHERE loan = i.loan AND version = i.version)
        UNION ALL
        SELECT l.number || ' #' || n.version FROM loanPlan n JOIN loan l ON l.id = n.loan
        LEFT JOIN entry e ON e.id = n.entry
        WHERE (n.entry IS NOT NULL AND e.id IS NULL)
          OR (e.kind IN \(EntryKind.sqlList([.disbursement, .opening]))
            AND n.principal <> ifnull((SELECT o.principal FROM loanOffer o WHERE o.loan = l.id
              ORDER BY o.step DESC LIMIT 1), l.principal))
          OR (e.kind = \(EntryKind.opening.sql) AND NOT EXISTS
            (SELECT 1 FROM loanStep WHERE entry = n.entry
              AND kind = \(Loan.Step.opening.sql)))
          OR (ifnull(e.kind, '') <> \(EntryKind.opening.sql)
            AND (n.paidPrincipal <> 0 OR n.paidInterest <> 0 OR n.paidAdministration <> 0))
          OR n.paidInterest > (SELECT sum(interest) FROM loanInstallment
            WHERE loan = n.loan AND version = n.version)
          OR n.paidAdministration > (SELECT sum(administration) FROM loanInstallment
            WHERE loan = n.loan AND version = n.version)
        """),
    Rule(
      name: "loan.split",
      meaning: Phrase(
        id: "Setiap alokasi ulang angsuran sama dengan bukti jurnalnya",
        en: "Every reallocation of a loan payment is what its voucher says"),
      examined: "SELECT count(*) FROM loanSplit",
      offenders: """
        SELECT printf('JU-%06d', s.entry) FROM loanSplit s
        LEFT JOIN entry e ON e.id = s.entry LEFT JOIN entry o ON o.id = s.payment
        WHERE e.id IS NULL OR ifnull(o.kind, '') <> \(EntryKind.repayment.sql)
          OR (s.entry <> s.payment AND e.kind <> \(EntryKind.reallocation.sql))
          OR (s.entry <> s.payment AND s.principal <> -ifnull((SELECT sum(p.amount)
            FROM posting p JOIN loanAccount c ON c.account = p.account
            WHERE p.entry = s.entry AND c.loan = s.loan AND c.part = 'principal'), 0))
          OR (s.rest <> 0 AND NOT EXISTS (SELECT 1 FROM posting p
            WHERE p.entry = s.entry AND p.account = s.account))
        """),
    Rule(
      name: "loan.adminFee",
      meaning: Phrase(
        id: "Administrasi angsuran menjadi pendapatan saat diterima",
        en: "The administration of installments is income when it is received"),
      examined: "SELECT count(*) FROM loanAccount WHERE part = 'administration'",
      offenders: """
        SELECT a.code FROM loanAccount c JOIN account a ON a.id = c.account
        WHERE c.part = 'administration' AND EXISTS (SELECT 1 FROM posting p
          WHERE p.account = c.account GROUP BY p.entry HAVING sum(p.amount) <> 0)
        """),
    Rule(
      name: "loan.receivable",
      meaning: Phrase(
        id: "Piutang jasa dan denda pinjaman tidak ada yang minus",
        en: "No receivable of interest or late fees is below zero"),
      examined: "SELECT count(*) FROM loanAccount WHERE part IN ('interest', 'lateFee')",
      offenders: """
        SELECT a.code FROM loanAccount c JOIN account a ON a.id = c.account
        JOIN accountBalance b ON b.account = c.account
        WHERE c.part IN ('interest', 'lateFee') AND b.balance < 0
        """),
    Rule(
      name: "loan.ended",
      meaning: Phrase(
        id: "Pinjaman yang dilunasi atau dihapus buku tidak menyisakan pokok",
        en: "No principal is left on a loan that was settled or written off"),
      examined: "SELECT count(*) FROM loanStep WHERE kind IN \(endings)",
      offenders: """
        SELECT l.number FROM loan l JOIN loanAccount c ON c.loan = l.id AND c.part = 'principal'
        JOIN accountBalance b ON b.account = c.account
        WHERE b.balance <> 0 AND EXISTS (SELECT 1 FROM loanStep s WHERE s.loan = l.id
          AND s.kind IN \(endings)
          AND NOT EXISTS (SELECT 1 FROM entryReversal r WHERE r.entry = s.entry))
        """),
    Rule(
      name: "loan.principal",
      meaning: Phrase(
        id: "Sisa pokok setiap pinjaman sama dengan rencana dikurangi angsuran",
        en: "The principal owed on every loan is its plan less its payments"),
      examined: "SELECT count(*) FROM loanAccount WHERE part = 'principal'",
      offenders: """
        SELECT l.number FROM loan l
        JOIN loanAccount c ON c.loan = l.id AND c.part = 'principal'
        JOIN accountBalance a ON a.account = c.account
        LEFT JOIN loanPlan n ON n.loan = l.id AND n.version = (SELECT max(version) FROM loanPlan o
          WHERE o.loan = l.id AND NOT EXISTS (SELECT 1 FROM entryStanding e
            WHERE e.id = o.entry AND e.reversedBy IS NOT NULL))
        WHERE a.balance <> CASE WHEN EXISTS
            (SELECT 1 FROM loanStep s WHERE s.loan = l.id AND s.kind = \(Loan.Step.writtenOff.sql)
              AND NOT EXISTS (SELECT 1 FROM entryStanding e
                WHERE e.id = s.entry AND e.reversedBy IS NOT NULL)) THEN 0
          ELSE ifnull(n.principal - n.paidPrincipal, 0) + ifnull((SELECT sum(p.amount)
            FROM posting p JOIN entryStanding e ON e.id = p.entry
            WHERE p.account = c.account AND p.entry > n.afterEntry AND p.amount < 0
              AND e.kind IN \(EntryKind.sqlList(.settlesLoan)) AND e.reversedBy IS NULL), 0)
            - ifnull((SELECT sum(s.principal) FROM loanSplit s
              JOIN entryStanding e ON e.id = s.payment
              WHERE s.loan = l.id AND s.payment > n.afterEntry AND e.reversedBy IS NULL), 0) END
        UNION ALL
        SELECT printf('%s %04d-%02d', l.number, m.month / 12, m.month % 12 + 1)
        FROM loanMonth m JOIN loan l ON l.id = m.loan
        JOIN loanAccount c ON c.loan = m.loan AND c.part = 'principal'
        LEFT JOIN closingBalance b ON b.month = m.month AND b.account = c.account
        WHERE m.principal <> max(ifnull(b.balance, 0), 0)
        """),
  ]

  private static let endings = "(\(Loan.Step.settled.sql), \(Loan.Step.writtenOff.sql))"
}
