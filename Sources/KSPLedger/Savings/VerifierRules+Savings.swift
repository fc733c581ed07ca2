import KSPCore

extension VerifierRules {
  /// The evidence of interest and tax beside what was posted.
  static let interest: [Rule] = [
    Rule(
      name: "interest.posted",
      meaning: Phrase(
        "Bukti perhitungan jasa sama dengan yang dibukukan",
        "The evidence of interest is what was posted"),
      examined: "SELECT count(*) FROM savingsInterest",
      offenders: """
        SELECT printf('JU-%06d', i.entry) FROM savingsInterest i
        GROUP BY i.entry HAVING sum(i.gross) <> ifnull((
          SELECT p.amount FROM posting p JOIN account a ON a.id = p.account
          WHERE p.entry = i.entry AND a.type = 'expense'), 0)
        UNION ALL
        SELECT printf('JU-%06d', e.id) FROM entry e
        WHERE e.kind = \(EntryKind.savingsInterest.sql)
          AND NOT EXISTS (SELECT 1 FROM savingsInterest WHERE entry = e.id)
        """),
    Rule(
      name: "tax.slips",
      meaning: Phrase(
        "Bukti potong sama dengan pajak yang dipotong",
        "The slips are the tax that was withheld"),
      examined: "SELECT count(*) FROM withholdingSlip",
      offenders: """
        SELECT printf('%s %04d-%02d', ifnull(m.number, '#' || w.member), w.month / 12,
          w.month % 12 + 1)
        FROM withholdingSlip w LEFT JOIN member m ON m.id = w.member
        WHERE w.tax <> ifnull((SELECT sum(i.tax) FROM savingsAccount s
          CROSS JOIN savingsInterest i ON i.month = w.month AND i.account = s.account
          WHERE s.member = w.member), 0)
        """),
  ]

  /// Accounts of savings.
  static let savings: [Rule] = [
    Rule(
      name: "savings.account",
      meaning: Phrase(
        "Setiap rekening simpanan di bawah akun kontrol produknya; pokok dan wajib hanya satu",
        "Every savings account lies below its product's control account; pokok and wajib are one"),
      examined: "SELECT count(*) FROM savingsAccount",
      offenders: """
        SELECT ifnull(a.code, '#' || s.account) FROM savingsAccount s
        LEFT JOIN account a ON a.id = s.account LEFT JOIN savingsProduct p ON p.id = s.product
        LEFT JOIN member m ON m.id = s.member
        WHERE a.id IS NULL OR p.id IS NULL OR m.id IS NULL OR a.parent <> p.controlAccount
          OR (s.ordinal > 1 AND (p.kind <> 'sukarela' OR NOT EXISTS (
            SELECT 1 FROM savingsAccount b WHERE b.member = s.member AND b.product = s.product
              AND b.ordinal = s.ordinal - 1)))
        """)
  ]
}
