import GRDB
import KSPCore

/// Seals the vouchers of the others, stores the closing balance of every account and closes the
/// month for good.
final class ClosingPass: MonthEndPass {
  static let evidence: Set<String> = ["closingBalance"]

  private let month: EndingMonth

  init(_ month: EndingMonth) { self.month = month }

  func finish() throws {
    if month.desk.keeps("closingBalance") {
      try month.desk.seal()
      try storeBalances()
    }
    guard let session = month.desk.session else { return }
    let ordinal = StoredValue(month.month)
    let evidence = try Schema.evidence.map { part in
      let digest = try EvidenceDigest(month.book, month.month, part)
      return [ordinal, .text(part.table), .integer(digest.rows), .bytes(digest.digest)]
    }
    let closing = RowChange.insert(
      "closedMonth",
      [
        "month": ordinal, "lastDay": StoredValue(month.month.lastDay),
        "lastEntry": .integer(session.journal.next.value - 1),
        "closedAt": .integer(session.recordedAt.seconds),
        "closedBy": StoredValue(month.desk.note.recordedBy),
      ])
    let digests = RowChange.insert(
      "monthEvidence", columns: ["month", "part", "rows", "digest"], rows: evidence)
    try session.act(month.desk.note) {
      try session.record(
        EventDraft(
          .monthClosed, month.month.description,
          [closing] + month.findings.atClosing + [digests]))
    }
  }

  private func storeBalances() throws {
    let lastDay = month.month.lastDay.dayNumber
    let isLater = try Bool.fetchOne(
      month.book, sql: "SELECT EXISTS (SELECT 1 FROM entry WHERE bookDate > ?)",
      arguments: [lastDay])
    if isLater == true {
      // What is dated after the month is taken off the balances that triggers maintain.
      try month.book.execute(
        sql: """
          INSERT INTO closingBalance (month, account, balance)
          SELECT :month, account, closing FROM (
            SELECT b.account AS account, b.balance - ifnull((SELECT sum(amount) FROM posting p
              WHERE p.account = b.account AND p.bookDate > :lastDay), 0) AS closing
            FROM accountBalance b)
          WHERE closing <> 0 ORDER BY account
          """, arguments: ["month": month.month.ordinal, "lastDay": lastDay])
    } else {
      try month.book.execute(
        sql: """
          INSERT INTO closingBalance (month, account, balance)
          SELECT ?, account, balance FROM accountBalance WHERE balance <> 0 ORDER BY account
          """, arguments: [month.month.ordinal])
    }
  }
}

// MARK: - Proof

extension ClosingPass {
  static let rules: [VerifierRules.Rule] = [
    VerifierRules.Rule(
      name: "closing.balance",
      meaning: Phrase(
        id: "Saldo penutupan bulan sama dengan jumlah mutasi yang tercatat sampai bulan ditutup",
        en: "Closing balances are the sums of the legs recorded until the month was closed"),
      examined: "SELECT count(*) FROM closingBalance",
      // Days find their month before legs do: a leg is read once, however many months there are.
      // What came in the closing period of a year counts from the month in which it was recorded.
      offenders: """
        WITH day AS MATERIALIZED (
          SELECT bookDate, (SELECT month FROM closedMonth WHERE lastDay >= bookDate
            ORDER BY month LIMIT 1) AS month FROM (SELECT DISTINCT bookDate FROM entry)),
        leg AS MATERIALIZED (
          SELECT p.account AS account, day.month AS month, sum(p.amount) AS amount
          FROM (SELECT account, bookDate, sum(amount) AS amount FROM posting
            GROUP BY account, bookDate) p
          CROSS JOIN day ON day.bookDate = p.bookDate
          WHERE day.month IS NOT NULL GROUP BY p.account, day.month),
        late AS MATERIALIZED (
          SELECT p.account AS account, p.amount AS amount,
            (SELECT month FROM closedMonth WHERE lastDay >= p.bookDate
              ORDER BY month LIMIT 1) AS dated,
            (SELECT month FROM closedMonth WHERE lastDay >= p.bookDate AND lastEntry >= y.entry
              ORDER BY month LIMIT 1) AS counted
          FROM yearEntry y JOIN posting p ON p.entry = y.entry)
        SELECT printf('%s %04d-%02d', ifnull(a.code, '#' || x.account), c.month / 12,
          c.month % 12 + 1)
        FROM closedMonth c JOIN (
          SELECT month, account, sum(amount) AS movement FROM (
            SELECT month, account, amount FROM leg
            UNION ALL SELECT dated, account, -amount FROM late WHERE dated IS NOT NULL
            UNION ALL SELECT counted, account, amount FROM late WHERE counted IS NOT NULL
            UNION ALL SELECT month + 1, account, balance FROM closingBalance
              WHERE month < (SELECT max(month) FROM closedMonth)
            UNION ALL SELECT month, account, -balance FROM closingBalance)
          GROUP BY month, account HAVING movement <> 0) x ON x.month = c.month
        LEFT JOIN account a ON a.id = x.account
        """),
    VerifierRules.Rule(
      name: "month.sequence",
      meaning: Phrase(id: "Bulan ditutup berurutan", en: "Months were closed in order"),
      examined: "SELECT count(*) FROM closedMonth",
      offenders: """
        SELECT printf('%04d-%02d', month / 12, month % 12 + 1) FROM closedMonth c
        WHERE month <> (SELECT firstMonth FROM book)
          AND NOT EXISTS (SELECT 1 FROM closedMonth b WHERE b.month = c.month - 1)
        """),
    VerifierRules.Rule(
      name: "month.closed",
      meaning: Phrase(
        id: "Hanya bukti akhir tahun masuk ke bulan setelah ditutup",
        en: "Only vouchers of a year's end were recorded in a month after it was closed"),
      examined: "SELECT count(*) FROM closedMonth",
      offenders: """
        SELECT printf('JU-%06d', e.id) FROM closedMonth c
        JOIN entry e ON e.id > c.lastEntry AND e.bookDate <= c.lastDay
          AND e.kind NOT IN \(EntryKind.sqlList(.inClosingPeriod))
        """),
  ]
}
