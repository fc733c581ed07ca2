import GRDB
import KSPCore

/// The SHU of years that are over: what the opening balances brought of those before the book, what
/// meetings have ratified of that since, and what waits for a meeting or for its division.
struct FormerYears {
  let db: Database
  let catalog: Catalog

  /// What a ratification takes from the account of the running year's SHU; the rest stands on that
  /// of the undistributed SHU already.
  ///
  /// - Throws: `year.shuUnfit` where the opening balances hold less.
  func part(ofCurrent shu: Rupiah, _ year: BookYear) throws -> Rupiah {
    let (current, undistributed) = (
      try left(.shuCurrent, "moved"), try left(.shuUndistributed, "shu - moved")
    )
    let moved = Self.share(of: shu, in: current)
    let rest = try shu - moved
    guard Self.share(of: rest, in: undistributed) == rest, !shu.isZero else {
      throw LedgerError.yearShuUnfit(
        year, shu, held: try current + undistributed, isFormer: true)
    }
    return moved
  }

  /// As much of an amount as is held with its sign.
  private static func share(of amount: Rupiah, in held: Rupiah) -> Rupiah {
    amount.isNegative ? max(amount, min(held, .zero)) : min(amount, held.orZero)
  }

  /// What the opening balances credited an account that holds a role, less what `taken` says of
  /// earlier ratifications.
  private func left(_ role: AccountRole, _ taken: String) throws -> Rupiah {
    let sen = try Int64.fetchOne(
      db,
      sql: """
        SELECT ifnull((SELECT -sum(p.amount) FROM posting p JOIN entry e ON e.id = p.entry
            LEFT JOIN entry o ON o.id = e.reverses
            WHERE p.account = ?1 AND \(EntryKind.opening.sql) IN (e.kind, ifnull(o.kind, ''))), 0)
          - ifnull((SELECT sum(\(taken)) FROM (\(Self.ratified))), 0)
        """, arguments: [catalog.account(role).value])
    return Rupiah(sen: sen ?? 0)
  }

  /// What the account of the undistributed SHU must keep, credit positive: the SHU of ratified
  /// years that is not divided, with losses that are not covered, and what opening balances lack.
  func undivided() throws -> Rupiah {
    let sen = try Int64.fetchOne(
      db,
      sql: """
        SELECT sum(r.shu + ifnull((SELECT sum(p.amount) FROM yearEntry y
            JOIN entryStanding s ON s.id = y.entry JOIN posting p ON p.entry = s.id
            WHERE y.year = r.year AND s.kind = \(EntryKind.lossCover.sql)
              AND s.reversedBy IS NULL AND p.amount > 0), 0))
        FROM yearRatification r WHERE NOT EXISTS
          (SELECT 1 FROM shuPosting p JOIN entryStanding s ON s.id = p.entry
            WHERE p.year = r.year AND s.reversedBy IS NULL)
        """)
    return try Rupiah(sen: sen ?? 0) + min(.zero, left(.shuUndistributed, "shu - moved"))
  }

  /// What the account of the running year's SHU must keep, credit positive: what years that are
  /// closed and not ratified have brought, and what opening balances lack.
  func unratified() throws -> Rupiah {
    let sen = try Int64.fetchOne(
      db,
      sql: """
        SELECT -sum(p.amount) FROM yearEntry y JOIN entry e ON e.id = y.entry
        JOIN posting p ON p.entry = e.id
        WHERE e.kind = \(EntryKind.yearClosing.sql) AND p.account = ?
          AND NOT EXISTS (SELECT 1 FROM yearRatification r WHERE r.year = y.year)
        """, arguments: [catalog.account(.shuCurrent).value])
    return try Rupiah(sen: sen ?? 0) + min(.zero, left(.shuCurrent, "moved"))
  }

  /// The former years that were ratified: `year`, `shu`, and what a voucher `moved` of it.
  static let ratified = """
    SELECT r.year, r.shu, ifnull((SELECT sum(p.amount) FROM yearEntry y
      JOIN entry e ON e.id = y.entry JOIN posting p ON p.entry = e.id AND p.line = 1
      WHERE y.year = r.year AND e.kind = \(EntryKind.yearRatification.sql)), 0) AS moved
    FROM yearRatification r WHERE \(isFormer("r.lastDay"))
    """

  /// Whether a day lies before the first month of the book.
  static func isFormer(_ day: String) -> String {
    """
    strftime('%Y', \(day) * 86400, 'unixepoch') * 12
      + strftime('%m', \(day) * 86400, 'unixepoch') - 1 < (SELECT firstMonth FROM book)
    """
  }
}
