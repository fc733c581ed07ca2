import GRDB
import KSPCore

/// Stores the closing balance of every account and closes a month for good.
struct MonthClosing {
  let session: PostingSession
  let month: BookMonth

  /// Closes the month: the event holds the digests of everything that its end leaves, and how many
  /// accounts of each product were `examined`.
  func close(examined: [(product: Int64, accounts: Int)], note: EntryNote) throws {
    try MonthClosing.storeBalances(session.db, month)
    let ordinal = StoredValue(month)
    let evidence = try Schema.evidence.map { part in
      let digest = try EvidenceDigest(session.db, month, part)
      return [ordinal, .text(part.table), .integer(digest.rows), .bytes(digest.digest)]
    }
    try session.act(note) {
      try session.record(
        EventDraft(
          .monthClosed, month.description,
          [
            .insert(
              "closedMonth",
              [
                "month": ordinal, "lastDay": StoredValue(month.lastDay),
                "lastEntry": .integer(session.journal.next.value - 1),
                "closedAt": .integer(session.recordedAt.seconds),
                "closedBy": StoredValue(note.recordedBy),
              ]),
            .insert(
              "monthProduct", columns: ["month", "product", "examined"],
              rows: examined.map { [ordinal, .integer($0.product), StoredValue($0.accounts)] }),
            .insert(
              "monthEvidence", columns: ["month", "part", "rows", "digest"], rows: evidence),
          ]))
    }
  }

  /// Stores what every account holds at the end of a month.
  static func storeBalances(_ db: Database, _ month: BookMonth) throws {
    let lastDay = month.lastDay.dayNumber
    let isLater = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM entry WHERE bookDate > ?)",
      arguments: [lastDay])
    if isLater == true {
      // What is dated after the month is taken off the balances that triggers maintain.
      try db.execute(
        sql: """
          INSERT INTO closingBalance (month, account, balance)
          SELECT :month, account, closing FROM (
            SELECT b.account AS account, b.balance - ifnull((SELECT sum(amount) FROM posting p
              WHERE p.account = b.account AND p.bookDate > :lastDay), 0) AS closing
            FROM accountBalance b)
          WHERE closing <> 0 ORDER BY account
          """, arguments: ["month": month.ordinal, "lastDay": lastDay])
    } else {
      try db.execute(
        sql: """
          INSERT INTO closingBalance (month, account, balance)
          SELECT ?, account, balance FROM accountBalance WHERE balance <> 0 ORDER BY account
          """, arguments: [month.ordinal])
    }
  }
}
