import GRDB
import KSPCore

/// The SHU of years that ended before the book began: what the opening balances brought of it, and
/// what meetings have ratified of that since.
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
