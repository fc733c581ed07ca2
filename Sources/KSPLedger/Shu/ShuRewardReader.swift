import GRDB
import KSPCore

/// Reads what was paid out of the funds of an SHU.
struct ShuRewardReader {
  let db: Database

  /// The funds of a division that are paid out, with their lines among the pots.
  func funds(of division: ShuReader.Division) throws -> [(line: Int64, fund: ShuRewards.Fund)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT t.line, f.name, a.code, t.amount + t.added,
          (SELECT ifnull(sum(r.gross), 0) FROM shuReward r JOIN entryStanding e ON e.id = r.entry
            WHERE r.posting = t.entry AND r.line = t.line AND e.reversedBy IS NULL), -b.balance
        FROM shuPot t JOIN shuFund f ON f.event = ?2 AND f.line = t.line - 2
        JOIN account a ON a.id = t.account JOIN accountBalance b ON b.account = t.account
        WHERE t.entry = ?1 AND a.type = ?3 ORDER BY t.line
        """,
      arguments: [division.entry.value, division.decision, AccountType.liability.rawValue]
    ).map { row in
      (
        try row.value(0),
        try ShuRewards.Fund(
          name: row.value(1), account: AccountCode(stored: row.value(2)),
          amount: Rupiah(sen: row.value(3) as Int64), paid: Rupiah(sen: row.value(4) as Int64),
          held: Rupiah(sen: row.value(5) as Int64))
      )
    }
  }

  /// What was paid out of the funds of a division.
  func rewards(_ year: Int, of division: ShuReader.Division) throws -> ShuRewards {
    ShuRewards(
      year: year, funds: try funds(of: division).map(\.fund),
      payments: try rewards("r.posting = ?", division.entry))
  }

  /// The payment that a voucher made; nil for any other voucher.
  func reward(_ entry: EntryNumber) throws -> ShuReward? {
    try rewards("r.entry = ?", entry).first
  }

  private func rewards(_ condition: String, _ entry: EntryNumber) throws -> [ShuReward] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT p.year, f.name, r.party, r.gross, r.rateBillionths, r.tax, r.entry, e.bookDate,
          e.reversedBy
        FROM shuReward r JOIN shuPosting p ON p.entry = r.posting
        JOIN shuFund f ON f.event = p.decision AND f.line = r.line - 2
        JOIN entryStanding e ON e.id = r.entry WHERE \(condition) ORDER BY r.entry
        """, arguments: [entry.value]
    ).map { row in
      try ShuReward(
        ShuReward.Order(
          of: row.value(0), from: row.value(1), to: row.value(2),
          Rupiah(sen: row.value(3) as Int64), rate: Share(billionths: row.value(4))),
        tax: Rupiah(sen: row.value(5) as Int64), entry: EntryNumber(row.value(6)),
        date: BookDate(stored: row.value(7)),
        reversedBy: (row.optional(8) as Int64?).map { EntryNumber($0) })
    }
  }
}
