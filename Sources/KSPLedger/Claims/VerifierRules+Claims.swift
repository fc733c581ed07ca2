import KSPCore

extension VerifierRules {
  /// What paymasters deducted is what members were credited with and payers owe.
  static let claims: [Rule] = [
    Rule(
      name: "claims.lines",
      meaning: Phrase(
        id: "Yang dipotong tidak melebihi yang diminta, baris demi baris",
        en: "No more was deducted than was asked for, line by line"),
      examined: "SELECT count(*) FROM claimLine",
      offenders: """
        SELECT printf('%d/%d', l.claim, l.line) FROM claimLine l
        WHERE l.amount < ifnull((SELECT sum(d.amount) FROM claimDeduction d
          JOIN entryStanding e ON e.id = d.entry
          WHERE d.claim = l.claim AND d.line = l.line AND e.reversedBy IS NULL), 0)
        """),
    Rule(
      name: "claims.deducted",
      meaning: Phrase(
        id: "Bukti potong gaji membebani juru bayar sebesar yang dipotong dari anggotanya",
        en: "Vouchers of a payroll charge the payer with what was deducted from members"),
      examined: "SELECT count(*) FROM claimDeduction",
      offenders: """
        SELECT printf('JU-%06d', d.entry) FROM claimDeduction d
        JOIN payrollClaim c ON c.number = d.claim
        GROUP BY d.entry HAVING count(DISTINCT d.claim) > 1
          OR sum(d.amount) IS NOT (SELECT sum(p.amount) FROM posting p
            WHERE p.entry = d.entry AND p.account = c.account)
        UNION
        SELECT printf('JU-%06d', d.entry) FROM claimDeduction d
        JOIN claimLine l ON l.claim = d.claim AND l.line = d.line
        WHERE l.product IS NOT NULL AND d.amount > ifnull((
          SELECT -sum(p.amount) FROM savingsAccount s JOIN posting p ON p.account = s.account
          WHERE s.member = l.member AND s.product = l.product AND p.entry = d.entry), 0)
        """),
  ]
}
