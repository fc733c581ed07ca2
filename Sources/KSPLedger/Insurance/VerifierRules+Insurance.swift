import KSPCore

extension VerifierRules {
  /// What insurers pay for loans.
  static let insurance: [Rule] = [
    Rule(
      name: "insurance.payments",
      meaning: Phrase(
        id: "Yang dibayar asuransi sama dengan yang dibukukan dan tidak melebihi klaimnya",
        en: "What insurers paid is what was posted, and no more than was claimed"),
      examined: "SELECT count(*) FROM insurancePayment",
      offenders: """
        SELECT printf('JU-%06d', r.entry) FROM insurancePayment r
        WHERE r.amount IS NOT -(SELECT sum(p.amount) FROM posting p
          WHERE p.entry = r.entry AND p.account = r.account)
        UNION
        SELECT printf('JU-%06d', r.claim) FROM insurancePayment r
        JOIN entryStanding s ON s.id = r.entry WHERE s.reversedBy IS NULL
        GROUP BY r.claim, r.account HAVING sum(r.amount) > ifnull((SELECT sum(p.amount)
          FROM posting p WHERE p.entry = r.claim AND p.account = r.account), 0)
        """)
  ]
}
