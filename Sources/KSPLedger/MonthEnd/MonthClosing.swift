import GRDB
import KSPCore

/// Stores the closing balance of every account and closes a month for good.
struct MonthClosing {
  let db: Database
  let month: BookMonth

  func close(at moment: Timestamp, by recordedBy: String?) throws {
    let lastDay = month.lastDay.dayNumber
    let isLater = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM entry WHERE bookDate > ?)", arguments: [lastDay])
    if isLater == true {
      // What is dated after the month is taken off the balances that triggers maintain.
      try db.execute(
        sql: """
          INSERT INTO closingBalance (month, account, balance)
          SELECT :month, id, closing FROM (
            SELECT a.id AS id, a.balance - ifnull((SELECT sum(amount) FROM posting p
              WHERE p.account = a.id AND p.bookDate > :lastDay), 0) AS closing
            FROM account a)
          WHERE closing <> 0 ORDER BY id
          """, arguments: ["month": month.ordinal, "lastDay": lastDay])
    } else {
      try db.execute(
        sql: """
          INSERT INTO closingBalance (month, account, balance)
          SELECT ?, id, balance FROM account WHERE balance <> 0 ORDER BY id
          """, arguments: [month.ordinal])
    }
    try db.execute(
      sql: """
        INSERT INTO closedMonth (month, lastDay, lastEntry, closedAt, closedBy)
        VALUES (?, ?, ifnull((SELECT max(id) FROM entry), 0), ?, ?)
        """, arguments: [month.ordinal, lastDay, moment.seconds, recordedBy])
  }
}
