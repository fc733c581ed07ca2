import KSPCore

extension VerifierRules {
  /// What is stored of dues agrees with the register, the chain and the payments.
  static let dues: [Rule] = [
    Rule(
      name: "dues.payments",
      meaning: Phrase(
        id: "Bulan wajib yang disebut penyetor tidak melebihi setorannya",
        en: "The months of dues that payers named are no more than what they paid"),
      examined: "SELECT count(*) FROM duePayment",
      offenders: """
        SELECT printf('JU-%06d', d.entry) FROM duePayment d
        GROUP BY d.account, d.entry
        HAVING sum(d.amount) > ifnull((SELECT -sum(p.amount) FROM posting p
          WHERE p.account = d.account AND p.entry = d.entry AND p.amount < 0), 0)
        UNION
        SELECT printf('JU-%06d', d.entry) FROM duePayment d
        LEFT JOIN savingsAccount s ON s.account = d.account
        LEFT JOIN savingsProduct p ON p.id = s.product LEFT JOIN member m ON m.id = s.member
        WHERE p.kind IS NOT \(SavingsKind.wajib.sql) OR d.dueMonth < 12 OR d.dueMonth > 119999
        """),
    Rule(
      name: "dues.said",
      meaning: Phrase(
        id: "Besaran, pembebasan dan saldo awal wajib tentang produk jenis wajib",
        en: "Amounts, exemptions and takeovers of dues are of products of the kind wajib"),
      examined: """
        SELECT (SELECT count(*) FROM dueAmount) + (SELECT count(*) FROM dueExemption)
          + (SELECT count(*) FROM dueTakeover)
        """,
      offenders: """
        SELECT '#' || s.event FROM (SELECT event, product FROM dueAmount
          UNION ALL SELECT event, product FROM dueExemption
          UNION ALL SELECT event, product FROM dueTakeover) s
        LEFT JOIN savingsProduct p ON p.id = s.product
        LEFT JOIN event e ON e.number = s.event
        WHERE p.kind IS NOT \(SavingsKind.wajib.sql) OR e.number IS NULL
        """),
  ]
}
