import KSPCore

extension VerifierRules {
  /// The words of the treasurer's cash book.
  static let cashBook: [Rule] = [
    Rule(
      name: "cashBook.words",
      meaning: Phrase(
        id: "Kata buku kas berarti produk simpanan atau akun yang boleh dibukukan tangan",
        en: "Words of the cash book mean a savings product, or an account that is posted by hand"),
      examined: "SELECT count(*) FROM cashWord",
      offenders: """
        SELECT w.word FROM cashWord w LEFT JOIN account a ON a.id = w.account
        LEFT JOIN savingsProduct p ON p.id = w.product
        WHERE p.kind = \(SavingsKind.berjangka.sql) OR a.isPostable = 0
          OR EXISTS (SELECT 1 FROM savingsAccount WHERE account = w.account)
          OR EXISTS (SELECT 1 FROM loanAccount WHERE account = w.account)
          OR (w.version > 1 AND NOT EXISTS (SELECT 1 FROM cashWord o
            WHERE o.word = w.word AND o.version = w.version - 1))
        """)
  ]
}
