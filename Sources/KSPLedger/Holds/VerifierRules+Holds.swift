import KSPCore

extension VerifierRules {
  /// Holds on savings.
  static let holds: [Rule] = [
    Rule(
      name: "holds.kept",
      meaning: Phrase(
        id: "Blokir ada di rekening simpanan biasa dan tidak dilepas sebelum mulai",
        en: "Holds are on ordinary savings, and none was released before it began"),
      examined: "SELECT count(*) FROM hold",
      offenders: """
        SELECT 'blokir ' || h.number FROM hold h
        LEFT JOIN savingsAccount s ON s.account = h.account
        LEFT JOIN savingsProduct p ON p.id = s.product
        LEFT JOIN holdRelease r ON r.hold = h.number
        WHERE p.id IS NULL OR p.kind = \(SavingsKind.berjangka.sql) OR r.releasedOn < h.heldFrom
          OR (h.number > 1 AND NOT EXISTS (SELECT 1 FROM hold b WHERE b.number = h.number - 1))
        UNION
        SELECT 'blokir ' || r.hold FROM holdRelease r
        WHERE NOT EXISTS (SELECT 1 FROM hold h WHERE h.number = r.hold)
        """)
  ]
}
