import KSPCore

extension VerifierRules {
  /// Months that were closed, and what was stored of them.
  static let months: [Rule] = [
    Rule(
      name: "closing.balance",
      meaning: Phrase(
        "Saldo penutupan bulan sama dengan jumlah mutasi sampai akhir bulan",
        "Closing balances are the sums of the legs up to the month's end"),
      examined: "SELECT count(*) FROM closingBalance",
      // Days find their month before legs do: a leg is read once, however many months there are.
      offenders: """
        WITH day AS MATERIALIZED (
          SELECT bookDate, (SELECT month FROM closedMonth WHERE lastDay >= bookDate
            ORDER BY month LIMIT 1) AS month FROM (SELECT DISTINCT bookDate FROM entry)),
        leg AS MATERIALIZED (
          SELECT p.account AS account, day.month AS month, sum(p.amount) AS amount
          FROM (SELECT account, bookDate, sum(amount) AS amount FROM posting
            GROUP BY account, bookDate) p
          CROSS JOIN day ON day.bookDate = p.bookDate
          WHERE day.month IS NOT NULL GROUP BY p.account, day.month)
        SELECT printf('%s %04d-%02d', ifnull(a.code, '#' || x.account), c.month / 12,
          c.month % 12 + 1)
        FROM closedMonth c JOIN (
          SELECT month, account, sum(amount) AS movement FROM (
            SELECT month, account, amount FROM leg
            UNION ALL SELECT month + 1, account, balance FROM closingBalance
              WHERE month < (SELECT max(month) FROM closedMonth)
            UNION ALL SELECT month, account, -balance FROM closingBalance)
          GROUP BY month, account HAVING movement <> 0) x ON x.month = c.month
        LEFT JOIN account a ON a.id = x.account
        """),
    Rule(
      name: "month.sequence",
      meaning: Phrase("Bulan ditutup berurutan", "Months were closed in order"),
      examined: "SELECT count(*) FROM closedMonth",
      offenders: """
        SELECT printf('%04d-%02d', month / 12, month % 12 + 1) FROM closedMonth c
        WHERE month <> (SELECT firstMonth FROM book)
          AND NOT EXISTS (SELECT 1 FROM closedMonth b WHERE b.month = c.month - 1)
        """),
    Rule(
      name: "month.closed",
      meaning: Phrase(
        "Tidak ada jurnal yang masuk ke bulan setelah ditutup",
        "No entry was recorded in a month after it was closed"),
      examined: "SELECT count(*) FROM closedMonth",
      offenders: """
        SELECT printf('JU-%06d', e.id) FROM closedMonth c
        JOIN entry e ON e.id > c.lastEntry AND e.bookDate <= c.lastDay
        """),
  ]
}
