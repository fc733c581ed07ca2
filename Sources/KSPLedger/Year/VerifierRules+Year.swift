import KSPCore

extension VerifierRules {
  /// What the ends of years left agrees with the journal.
  static let year: [Rule] = [
    Rule(
      name: "year.entry",
      meaning: Phrase(
        id: "Setiap bukti akhir tahun tercatat pada tahunnya, dan sebaliknya",
        en: "Every voucher of a year's end belongs to its year, and the other way round"),
      examined: "SELECT count(*) FROM entry WHERE kind IN \(yearKinds)",
      offenders: """
        SELECT printf('JU-%06d', e.id) FROM entry e LEFT JOIN yearEntry y ON y.entry = e.id
        WHERE e.kind IN \(yearKinds) AND y.entry IS NULL
        UNION
        SELECT printf('JU-%06d', y.entry) FROM yearEntry y LEFT JOIN entry e ON e.id = y.entry
        WHERE e.id IS NULL OR e.kind NOT IN \(yearKinds)
          OR (e.kind NOT IN \(EntryKind.sqlList([.yearClosing, .yearRatification]))
            AND y.document IS NULL)
        """),
    Rule(
      name: "year.adjustment",
      meaning: Phrase(
        id: "Penyesuaian bertanggal akhir tahun, tanpa kas, sebelum tahun itu disahkan",
        en: "Adjustments count on a year's last day, touch no cash and came before its ratification"
      ),
      examined:
        "SELECT count(*) FROM entry WHERE kind IN \(EntryKind.sqlList(.inClosingPeriod))",
      offenders: """
        SELECT printf('JU-%06d', e.id) FROM entry e JOIN yearEntry y ON y.entry = e.id
        WHERE e.kind IN \(EntryKind.sqlList(.inClosingPeriod)) AND (
          NOT EXISTS (SELECT 1 FROM closedMonth WHERE lastDay = e.bookDate AND lastEntry < e.id)
          OR EXISTS (SELECT 1 FROM yearClosing c WHERE c.year = y.year AND c.lastDay <> e.bookDate)
          OR EXISTS (SELECT 1 FROM posting p JOIN account a ON a.id = p.account
            WHERE p.entry = e.id AND a.isCash = 1)
          OR EXISTS (SELECT 1 FROM event v WHERE v.kind = \(EventKind.yearRatified.sql)
            AND v.subject = CAST(y.year AS TEXT) AND v.number < e.event))
        """),
    Rule(
      name: "year.closed",
      meaning: Phrase(
        id: "Pendapatan dan beban tahun yang ditutup sama dengan yang dipindah ke SHU",
        en: "Income and expenses of a closed year are what went to its SHU"),
      examined: "SELECT count(*) FROM yearClosing",
      // A year's own legs and those of its closing vouchers cancel out, account by account.
      offenders: """
        SELECT y.year || ' ' || a.code FROM yearClosing y
        CROSS JOIN account a ON a.type IN ('income', 'expense')
        CROSS JOIN posting p ON p.account = a.id AND p.bookDate BETWEEN y.firstDay AND y.lastDay
        GROUP BY y.year, a.id HAVING sum(p.amount) <> 0
        UNION ALL
        SELECT printf('JU-%06d', e.id) FROM entry e
        WHERE e.kind = \(EntryKind.yearClosing.sql)
          AND (SELECT count(*) FROM posting p JOIN account a ON a.id = p.account
            WHERE p.entry = e.id AND a.type NOT IN ('income', 'expense')) > 1
        """),
    Rule(
      name: "year.ratified",
      meaning: Phrase(
        id: "SHU yang disahkan sama dengan yang ditutup dan yang dipindah",
        en: "The SHU that was ratified is what was closed and what was moved"),
      examined: "SELECT count(*) FROM yearRatification",
      offenders: """
        SELECT CAST(r.year AS TEXT) FROM yearRatification r
        WHERE NOT (\(FormerYears.isFormer("r.lastDay"))) AND (r.shu
          <> (SELECT ifnull(-sum(p.amount), 0) FROM yearEntry y JOIN entry e ON e.id = y.entry
            JOIN posting p ON p.entry = e.id JOIN account a ON a.id = p.account
            WHERE y.year = r.year AND e.kind = \(EntryKind.yearClosing.sql)
              AND a.type NOT IN ('income', 'expense'))
          OR r.shu <> (SELECT ifnull(sum(p.amount), 0) FROM yearEntry y
            JOIN entry e ON e.id = y.entry JOIN posting p ON p.entry = e.id
            WHERE y.year = r.year AND e.kind = \(EntryKind.yearRatification.sql)
              AND e.bookDate = max(r.ratifiedOn, ifnull(
                (SELECT max(lastDay) + 1 FROM closedMonth WHERE lastEntry < e.id), 0))
              AND p.line = 1))
        UNION
        SELECT CAST(year AS TEXT) FROM (\(FormerYears.ratified))
        WHERE moved <> 0 AND ((moved < 0) <> (shu < 0) OR abs(moved) > abs(shu))
        UNION
        SELECT CAST(max(year) AS TEXT) FROM (\(FormerYears.ratified)) GROUP BY NULL
        HAVING abs(sum(shu)) > abs(ifnull((SELECT sum(p.amount) FROM posting p
          JOIN entry e ON e.id = p.entry LEFT JOIN entry o ON o.id = e.reverses
          WHERE \(EntryKind.opening.sql) IN (e.kind, ifnull(o.kind, ''))
            AND p.account IN (SELECT account FROM accountRole
              WHERE role IN ('shu-current', 'shu-undistributed'))), 0))
        UNION
        SELECT CAST(c.year AS TEXT) FROM yearClosing c
        WHERE \(FormerYears.isFormer("c.lastDay"))
          AND NOT EXISTS (SELECT 1 FROM yearRatification r WHERE r.year = c.year)
        """),
    Rule(
      name: "year.correction",
      meaning: Phrase(
        id: "Koreksi tahun lalu dibukukan sesudah tahun itu disahkan, di bulan sesudahnya",
        en: "A former year is corrected after it was ratified, and in a later month"),
      examined: "SELECT count(*) FROM entry WHERE kind = \(EntryKind.yearCorrection.sql)",
      offenders: """
        SELECT printf('JU-%06d', e.id) FROM entry e JOIN yearEntry y ON y.entry = e.id
        LEFT JOIN yearRatification r ON r.year = y.year
        WHERE e.kind = \(EntryKind.yearCorrection.sql) AND (r.year IS NULL
          OR e.bookDate <= r.lastDay OR NOT EXISTS (SELECT 1 FROM event v
            WHERE v.kind = \(EventKind.yearRatified.sql)
              AND v.subject = CAST(y.year AS TEXT) AND v.number < e.event))
        """),
    Rule(
      name: "year.cover",
      meaning: Phrase(
        id: "Rugi tidak ditutup lebih dari besarnya",
        en: "No more of a loss is covered than there was"),
      examined: "SELECT count(*) FROM entry WHERE kind = \(EntryKind.lossCover.sql)",
      offenders: """
        SELECT CAST(y.year AS TEXT) FROM yearEntry y JOIN entryStanding s ON s.id = y.entry
        JOIN posting p ON p.entry = s.id
        WHERE s.kind = \(EntryKind.lossCover.sql) AND s.reversedBy IS NULL AND p.amount > 0
        GROUP BY y.year HAVING sum(p.amount)
          > -ifnull((SELECT min(shu, 0) FROM yearRatification r WHERE r.year = y.year), 0)
        """),
  ]

  private static let yearKinds = EntryKind.sqlList([
    .yearAdjustment, .yearClosing, .yearRatification, .lossCover, .yearCorrection,
  ])
}
