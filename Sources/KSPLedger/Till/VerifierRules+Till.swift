import KSPCore

extension VerifierRules {
  /// Tills and their counts.
  static let till: [Rule] = [
    Rule(
      name: "till.counts",
      meaning: Phrase(
        id: "Setiap hitungan kas berangkat dari saldo buku saat itu",
        en: "Every count of a till starts from what the book said at the time"),
      examined: "SELECT count(*) FROM tillCount",
      offenders: """
        SELECT printf('%s %d', t.name, c.number) FROM tillCount c
        JOIN till t ON t.account = c.account
        WHERE c.expected IS NOT ifnull((SELECT sum(p.amount) FROM posting p
          WHERE p.account = c.account AND p.entry <= c.known), 0)
        """),
    Rule(
      name: "till.differences",
      meaning: Phrase(
        id: "Selisih kas dibukukan sebesar beda hitungan dan buku, sisanya pada kas lapangan",
        en: "What differs is booked as it was counted, or left with a collector"),
      examined: "SELECT count(*) FROM tillCount WHERE counted <> expected",
      offenders: """
        SELECT printf('%s %d', t.name, c.number) FROM tillCount c
        JOIN till t ON t.account = c.account
        LEFT JOIN entry e ON e.id = c.difference
        WHERE (c.difference IS NULL AND c.counted <> c.expected
            AND t.kind <> \(Till.Kind.field.sql))
          OR (c.difference IS NOT NULL AND (e.kind IS NOT \(EntryKind.tillDifference.sql)
            OR c.counted - c.expected IS NOT (SELECT sum(p.amount) FROM posting p
              WHERE p.entry = c.difference AND p.account = c.account)))
        """),
    Rule(
      name: "till.pieces",
      meaning: Phrase(
        id: "Lembar dan keping berjumlah sama dengan yang dihitung",
        en: "Notes and coins add up to what was counted"),
      examined: "SELECT count(*) FROM tillPiece",
      offenders: """
        SELECT printf('%s %d', t.name, c.number) FROM tillCount c
        JOIN till t ON t.account = c.account
        JOIN (SELECT account, number, sum(denomination * pieces) AS total FROM tillPiece
          GROUP BY account, number) p ON p.account = c.account AND p.number = c.number
        WHERE p.total <> c.counted
        """),
    Rule(
      name: "till.sessions",
      meaning: Phrase(
        id: "Kas dibuka dan ditutup bergantian, dan tidak dipakai selama tutup",
        en: "Tills are opened and closed in turn, and nothing goes through them while closed"),
      examined: "SELECT count(*) FROM tillCount WHERE occasion <> 'count'",
      offenders: """
        WITH turn AS (
          SELECT c.account, c.number, c.occasion, \(TillReader.seen) AS seen,
            lag(c.occasion, 1, 'close') OVER (PARTITION BY c.account ORDER BY c.number) AS before,
            lead(c.known) OVER (PARTITION BY c.account ORDER BY c.number) AS next
          FROM tillCount c WHERE c.occasion <> 'count')
        SELECT printf('%s %d', t.name, u.number) FROM turn u JOIN till t ON t.account = u.account
        WHERE u.occasion = u.before OR t.kind = \(Till.Kind.safe.sql)
        UNION ALL
        SELECT printf('%s JU-%06d', t.name, e.id) FROM turn u JOIN till t ON t.account = u.account
        JOIN entry e ON e.id > u.seen AND e.id <= ifnull(u.next, e.id)
        JOIN posting p INDEXED BY postingEntry ON p.entry = e.id AND p.account = u.account
        WHERE u.occasion = 'close' AND e.reverses IS NULL
          AND e.kind NOT IN \(EntryKind.sqlList(.ofTills))
        """),
    Rule(
      name: "till.lists",
      meaning: Phrase(
        id: "Daftar tagih dibawa dengan pembukaan kas, dan setiap pinjaman milik anggotanya",
        en: "Collection lists go out with an opening, and each loan is the member's own"),
      examined: "SELECT count(*) FROM tillLine",
      offenders: """
        SELECT printf('%s %d %d', t.name, l.round, l.line) FROM tillLine l
        JOIN till t ON t.account = l.account
        LEFT JOIN tillCount c ON c.account = l.account AND c.number = l.round
        LEFT JOIN loan o ON o.id = l.loan
        WHERE c.occasion IS NOT 'open' OR (l.loan IS NOT NULL AND o.member IS NOT l.member)
        """),
  ]
}
