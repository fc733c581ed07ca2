import GRDB
import KSPCore

/// Sets the interest of every closed month beside the evidence and the accounts of the members.
final class SavingsInterestRecomputation: MonthEndRecomputation {
  private let book: Database
  private let stored: SQLStatement
  private let credited: SQLStatement
  private var tally = EvidenceTally(SavingsInterestPass.table)

  init(_ book: Database) throws {
    self.book = book
    stored = try SQLStatement(
      book,
      """
      SELECT i.opening, i.closing, i.days, i.rateBillionths, i.rateBasis, i.gross, i.tax, i.entry,
        e.kind = \(EntryKind.savingsInterest.sql) AND e.bookDate = ?3 AND e.reference IS ?4
      FROM savingsInterest i LEFT JOIN entry e ON e.id = i.entry
      WHERE i.month = ?1 AND i.account = ?2
      """)
    credited = try SQLStatement(
      book,
      """
      SELECT ifnull(sum(amount), 0) FROM posting
      WHERE account = ? AND bookDate = ? AND entry = ?
      """)
  }

  func compare(_ member: MemberMonth, _ ending: EndingMonth) throws {
    let month = ending.month
    var expected: [[Int64]: (amount: Int64, account: AccountID)] = [:]
    for paid in member.interest where paid.source == SavingsInterestPass.table {
      tally.find()
      stored.bind(Int64(month.ordinal), at: 1)
      stored.bind(paid.earnedOn.value, at: 2)
      stored.bind(Int64(month.lastDay.dayNumber), at: 3)
      stored.bind(paid.voucher.reference, at: 4)
      defer { stored.reset() }
      let evidence = paid.working + [StoredValue(paid.gross), StoredValue(paid.tax)]
      guard try stored.step(), stored.int64(8) == 1, evidence == (0..<7).map({ stored.value($0) }),
        let target = paid.creditedTo
      else {
        try tally.add(name(paid.earnedOn, ending))
        continue
      }
      let key = [target.value, stored.int64(7)]
      let net = try (paid.gross - paid.tax).sen
      expected[key] = ((expected[key]?.amount ?? 0) &+ net, paid.earnedOn)
    }
    for (key, wanted) in expected.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      credited.bind(key[0], at: 1)
      credited.bind(Int64(month.lastDay.dayNumber), at: 2)
      credited.bind(key[1], at: 3)
      defer { credited.reset() }
      let booked = try credited.step() ? credited.int64(0) : 0
      if booked != -wanted.amount { try tally.add(name(wanted.account, ending)) }
    }
  }

  private func name(_ account: AccountID, _ ending: EndingMonth) throws -> String {
    "\(try ending.known.code(of: account) ?? "") \(ending.month)"
  }

  func finish(_ ending: EndingMonth) throws { try tally.finish(ending.month, in: book) }

  func missed(_ month: BookMonth) { tally.missed(month) }

  func checks() -> [VerificationReport.Check] {
    [
      tally.check(
        "interest.account",
        Phrase(
          id: "Jasa setiap rekening sama dengan hitungan ulang menurut syarat waktu bulan ditutup",
          en: "Every account's interest is what it comes to again by the terms known at the closing"
        ))
    ]
  }
}
