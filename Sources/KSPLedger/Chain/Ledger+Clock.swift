import GRDB
public import KSPCore

extension Ledger {
  /// What is odd about the clock; nil for nothing.
  ///
  /// It shows a moment before the last event of the book, or more than a year after it. Both may be
  /// right, so nothing is refused: a program says it before anything is stored.
  ///
  /// - Throws: What reading the file can throw.
  public func clockDoubt() throws(LedgerError) -> Phrase? {
    let now = clock()
    return try store.read { db in
      let last = try Int64.fetchOne(
        db,
        sql: """
          SELECT max(recordedAt) FROM (
            SELECT recordedAt FROM (SELECT recordedAt FROM event ORDER BY number DESC LIMIT 1)
            UNION ALL
            SELECT recordedAt FROM (SELECT recordedAt FROM entry ORDER BY id DESC LIMIT 1))
          """)
      guard let last else { return nil }
      let offset = try shared.memory.utcOffsetSeconds(db)
      let (today, then) = (
        now.day(offsetSeconds: offset), Timestamp(seconds: last).day(offsetSeconds: offset)
      )
      guard now.seconds < last || then.days(until: today) > 366 else { return nil }
      return Phrase(
        id:
          "Jam komputer menunjukkan \(today.inWords.indonesian), padahal catatan terakhir buku ini "
          + "dari \(then.inWords.indonesian). Periksa jamnya dulu.",
        en:
          "The computer's clock says \(today.inWords.english), but the last record of this book is "
          + "of \(then.inWords.english). Check the clock first.")
    }
  }
}
