import KSPCore

extension VerifierRules {
  private static let several = SavingsKind.allCases.filter(\.mayBeSeveral).sqlList

  /// Accounts of savings.
  static let savings: [Rule] = [
    Rule(
      name: "savings.account",
      meaning: Phrase(
        id: "Setiap rekening simpanan di bawah akun kontrol produknya; pokok dan wajib hanya satu",
        en:
          "Every savings account lies below its product's control account; pokok and wajib are one"),
      examined: "SELECT count(*) FROM savingsAccount",
      offenders: """
        SELECT ifnull(a.code, '#' || s.account) FROM savingsAccount s
        LEFT JOIN account a ON a.id = s.account LEFT JOIN savingsProduct p ON p.id = s.product
        LEFT JOIN member m ON m.id = s.member
        WHERE a.id IS NULL OR p.id IS NULL OR m.id IS NULL OR a.parent <> p.controlAccount
          OR (s.ordinal > 1 AND (p.kind NOT IN \(several) OR NOT EXISTS (
            SELECT 1 FROM savingsAccount b WHERE b.member = s.member AND b.product = s.product
              AND b.ordinal = s.ordinal - 1)))
        """)
  ]
}
