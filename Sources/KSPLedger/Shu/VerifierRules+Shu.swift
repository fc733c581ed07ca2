import KSPCore

extension VerifierRules {
  /// An SHU is divided once, its pots and parts add up, and nobody gets more than their part.
  static let shu: [Rule] = [
    Rule(
      name: "shu.once",
      meaning: Phrase(
        id: "SHU setiap tahun buku dibagi satu kali", en: "The SHU of a book year is divided once"),
      examined: "SELECT count(DISTINCT year) FROM shuPosting",
      offenders: """
        SELECT printf('%d', p.year) FROM shuPosting p JOIN entryStanding e ON e.id = p.entry
        WHERE e.reversedBy IS NULL GROUP BY p.year HAVING count(*) > 1
        UNION
        SELECT printf('%d', p.year) FROM shuPosting p JOIN shuDecision d ON d.event = p.decision
        WHERE d.year <> p.year
        """),
    Rule(
      name: "shu.pots",
      meaning: Phrase(
        id: "Bagian-bagian menurut putusan berjumlah SHU, dan bagian anggota berjumlah potnya",
        en: "The pots add up to the SHU, and the parts of members to their pots"),
      examined: "SELECT count(*) FROM shuPosting",
      offenders: """
        SELECT printf('JU-%06d', p.entry) FROM shuPosting p
        WHERE p.shu - p.shu % 100 - p.aside IS NOT
            (SELECT sum(amount) FROM shuPot WHERE entry = p.entry)
          OR (SELECT count(*) FROM shuPot WHERE entry = p.entry)
            <> 2 + (SELECT count(*) FROM shuFund WHERE event = p.decision)
          OR (SELECT sum(amount - undistributed) FROM shuPot WHERE entry = p.entry AND line = 1)
            IS NOT ifnull((SELECT sum(capital) FROM shuPart WHERE entry = p.entry), 0)
          OR (SELECT sum(amount - undistributed) FROM shuPot WHERE entry = p.entry AND line = 2)
            IS NOT ifnull((SELECT sum(activity) FROM shuPart WHERE entry = p.entry), 0)
          OR (SELECT sum(added) - sum(undistributed) FROM shuPot WHERE entry = p.entry) > p.aside
          OR p.aside > (SELECT sum(added) FROM shuPot WHERE entry = p.entry)
        """),
    Rule(
      name: "shu.posted",
      meaning: Phrase(
        id: "Bukti pembagian SHU mengisi dana dan utang kepada anggota sebesar bagiannya",
        en: "Vouchers of an SHU fill the funds and owe members what their parts are"),
      examined: "SELECT count(*) FROM shuPosting",
      offenders: """
        WITH said (entry, account, amount) AS (
          SELECT entry, account, -(amount + added) FROM shuPot WHERE account IS NOT NULL
          UNION ALL
          SELECT p.entry, p.payable, -(s.capital + s.activity) FROM shuPosting p
          JOIN shuPart s ON s.entry = p.entry
          UNION ALL
          SELECT p.entry, p.source, t.amount + t.added - t.undistributed FROM shuPosting p
          JOIN shuPot t ON t.entry = p.entry
          UNION ALL
          SELECT p.entry, g.account, -g.amount FROM shuPosting p
          JOIN posting g ON g.entry = p.entry)
        SELECT DISTINCT printf('JU-%06d', entry) FROM
          (SELECT entry FROM said GROUP BY entry, account HAVING sum(amount) <> 0)
        """),
    Rule(
      name: "shu.paid",
      meaning: Phrase(
        id: "Anggota tidak dibayar lebih dari bagian SHU-nya, dan buktinya sama dengan daftarnya",
        en: "No member is paid more than their part of an SHU, and vouchers are what lists say"),
      examined: "SELECT count(*) FROM shuPayment",
      offenders: """
        SELECT printf('JU-%06d %s', s.entry, m.number) FROM shuPart s
        JOIN member m ON m.id = s.member
        WHERE s.capital + s.activity < ifnull((SELECT sum(y.amount) FROM shuPayment y
          JOIN entryStanding e ON e.id = y.entry
          WHERE y.posting = s.entry AND y.member = s.member AND e.reversedBy IS NULL), 0)
        UNION
        SELECT printf('JU-%06d', y.entry) FROM shuPayment y
        JOIN shuPosting p ON p.entry = y.posting
        GROUP BY y.entry HAVING count(DISTINCT y.posting) > 1
          OR sum(y.amount) IS NOT (SELECT sum(g.amount) FROM posting g
            WHERE g.entry = y.entry AND g.account = p.payable)
        UNION
        SELECT printf('JU-%06d', y.entry) FROM shuPayment y
        JOIN entryStanding e ON e.id = y.entry JOIN entryStanding d ON d.id = y.posting
        WHERE e.reversedBy IS NULL AND d.reversedBy IS NOT NULL
        UNION
        SELECT printf('JU-%06d', e.id) FROM entry e
        WHERE e.kind IN \(EntryKind.sqlList([.shuCredit, .shuPayment, .shuForfeit]))
          AND NOT EXISTS (SELECT 1 FROM shuPayment y WHERE y.entry = e.id)
        UNION
        SELECT a.code FROM shuPosting p JOIN entryStanding e ON e.id = p.entry
        JOIN account a ON a.id = p.payable JOIN accountBalance b ON b.account = a.id
        WHERE e.reversedBy IS NULL GROUP BY a.id HAVING -max(b.balance) < sum(
          (SELECT ifnull(sum(s.capital + s.activity), 0) FROM shuPart s WHERE s.entry = p.entry)
          - (SELECT ifnull(sum(y.amount), 0) FROM shuPayment y
            JOIN entryStanding t ON t.id = y.entry
            WHERE y.posting = p.entry AND t.reversedBy IS NULL))
        """),
    Rule(
      name: "shu.rewards",
      meaning: Phrase(
        id: "Pembayaran dana SHU sama dengan buktinya, dan tidak melebihi dananya",
        en: "Payments out of funds of an SHU are what was posted, and no more than the funds"),
      examined: "SELECT count(*) FROM shuReward",
      offenders: """
        SELECT printf('JU-%06d', r.entry) FROM shuReward r LEFT JOIN entry e ON e.id = r.entry
        LEFT JOIN shuPot t ON t.entry = r.posting AND t.line = r.line
        WHERE e.kind IS NOT \(EntryKind.shuReward.sql)
          OR r.gross IS NOT (SELECT sum(p.amount) FROM posting p
            WHERE p.entry = r.entry AND p.account = t.account)
          OR r.tax IS NOT ifnull((SELECT -sum(p.amount) FROM posting p JOIN accountRole a
            ON a.account = p.account AND a.role = '\(AccountRole.taxEmployee.rawValue)'
            WHERE p.entry = r.entry), 0)
          OR r.tax IS NOT
            (r.gross / 100000 * r.rateBillionths + r.gross % 100000 * r.rateBillionths / 100000)
              / 10000 / 100 * 100
        UNION
        SELECT printf('JU-%06d', e.id) FROM entry e WHERE e.kind = \(EntryKind.shuReward.sql)
          AND NOT EXISTS (SELECT 1 FROM shuReward r WHERE r.entry = e.id)
        UNION
        SELECT printf('JU-%06d', t.entry) FROM shuPot t
        WHERE t.amount + t.added < (SELECT sum(r.gross) FROM shuReward r
          JOIN entryStanding e ON e.id = r.entry
          WHERE r.posting = t.entry AND r.line = t.line AND e.reversedBy IS NULL)
        UNION
        SELECT printf('JU-%06d', r.entry) FROM shuReward r
        JOIN entryStanding e ON e.id = r.entry JOIN entryStanding d ON d.id = r.posting
        WHERE e.reversedBy IS NULL AND d.reversedBy IS NOT NULL
        """),
  ]
}
