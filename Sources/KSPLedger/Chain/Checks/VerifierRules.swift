import KSPCore

/// The checks that are one query each: the query lists the offenders, the first column names them.
enum VerifierRules {
  struct Rule {
    let name: String
    let meaning: Phrase
    let examined: String
    let offenders: String
  }

  /// The checks that a quick look is content with, beside the chain.
  static let sums: Set<String> = ["entry.balanced", "account.balance", "book.sum"]

  /// What the chain demands beside what reading it finds.
  static let chain: [Rule] = [
    Rule(
      name: "chain.reference",
      meaning: Phrase(
        id: "Setiap referensi dipakai satu kali", en: "Every reference is used once"),
      examined: """
        SELECT (SELECT count(*) FROM entry NOT INDEXED WHERE reference IS NOT NULL)
          + (SELECT count(*) FROM event NOT INDEXED WHERE reference IS NOT NULL)
        """,
      offenders: """
        SELECT reference FROM (
          SELECT reference FROM entry NOT INDEXED WHERE reference IS NOT NULL
          UNION ALL SELECT reference FROM event NOT INDEXED WHERE reference IS NOT NULL)
        GROUP BY reference HAVING count(*) > 1
        """)
  ]
}
