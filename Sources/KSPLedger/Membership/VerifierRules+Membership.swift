import KSPCore

extension VerifierRules {
  /// Members who were entered twice, and what those who left have yet to take.
  static let membership: [Rule] = [
    Rule(
      name: "member.merged",
      meaning: Phrase(
        id: "Anggota yang digabung sudah keluar hari itu dan tidak punya simpanan lagi",
        en: "Members who were merged left that day and hold no savings any more"),
      examined: "SELECT count(*) FROM memberMerge",
      offenders: """
        SELECT m.number FROM memberMerge g JOIN member m ON m.id = g.member
        WHERE m.leftOn IS NOT g.mergedOn OR EXISTS (SELECT 1 FROM savingsAccount s
          JOIN account a ON a.id = s.account JOIN accountBalance b ON b.account = s.account
          WHERE s.member = g.member AND (a.closedOn IS NULL OR b.balance <> 0))
        """),
    Rule(
      name: "member.mergers",
      meaning: Phrase(
        id: "Penggabungan memindah simpanan ke produk yang sama milik anggota yang tetap",
        en: "Mergers move savings to the same product of the member who stays"),
      examined: "SELECT count(*) FROM entry WHERE kind = \(EntryKind.merge.sql)",
      offenders: """
        SELECT printf('JU-%06d', e.id) FROM entry e WHERE e.kind = \(EntryKind.merge.sql)
          AND (EXISTS (SELECT 1 FROM posting p INDEXED BY postingEntry
              LEFT JOIN savingsAccount s ON s.account = p.account
              WHERE p.entry = e.id GROUP BY s.product
              HAVING s.product IS NULL OR sum(p.amount) <> 0)
            OR NOT EXISTS (SELECT 1 FROM memberMerge g WHERE g.mergedOn = e.bookDate
              AND NOT EXISTS (SELECT 1 FROM posting p INDEXED BY postingEntry
                LEFT JOIN savingsAccount s ON s.account = p.account WHERE p.entry = e.id
                  AND s.member IS NOT iif(p.amount > 0, g.member, g.survivor))))
        """),
    Rule(
      name: "leaver.vouchers",
      meaning: Phrase(
        id: "Simpanan yang belum diambil sama dengan yang dibukukan, bukti demi bukti",
        en: "What former members have yet to take is what was posted, voucher by voucher"),
      examined: """
        SELECT (SELECT count(*) FROM leaverPayable) + (SELECT count(*) FROM leaverPayment)
        """,
      // What an earlier book brought stands beside the names.
      offenders: """
        WITH kept (account) AS (SELECT account FROM accountRole
            WHERE role = '\(AccountRole.leaverPayable.rawValue)'),
          listed (entry, amount) AS (SELECT entry, -amount FROM leaverPayable
            UNION ALL SELECT entry, amount FROM leaverPayment),
          posted (entry, kind, amount) AS (
            SELECT e.id, e.kind, sum(p.amount) FROM kept k JOIN posting p ON p.account = k.account
            JOIN entry e ON e.id = p.entry
            WHERE e.kind IN \(EntryKind.sqlList([.leave, .leaverPayment, .manual])) GROUP BY e.id)
        SELECT printf('JU-%06d', l.entry) FROM listed l
        WHERE NOT EXISTS (SELECT 1 FROM posted p WHERE p.entry = l.entry AND p.amount = l.amount)
        UNION ALL
        SELECT printf('JU-%06d', p.entry) FROM posted p
        WHERE NOT EXISTS (SELECT 1 FROM listed l WHERE l.entry = p.entry)
        """),
    Rule(
      name: "leaver.payments",
      meaning: Phrase(
        id: "Tidak ada anggota keluar yang mengambil lebih dari simpanannya",
        en: "No former member took more than was owed to them"),
      examined: "SELECT count(*) FROM leaverPayable",
      offenders: """
        SELECT m.number FROM leaverPayable l JOIN member m ON m.id = l.member
        WHERE m.leftOn IS NULL OR l.amount < ifnull((SELECT sum(p.amount) FROM leaverPayment p
          JOIN entryStanding e ON e.id = p.entry
          WHERE p.member = l.member AND e.reversedBy IS NULL), 0)
        """),
  ]
}
