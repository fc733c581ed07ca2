import GRDB
import KSPCore

/// Works out again what every closed month left waiting of the interest of each account.
final class WaitingInterestRecomputation: MonthEndRecomputation {
  private let book: Database
  private let stored: SQLStatement
  private var tally = EvidenceTally(WaitingInterestPass.table)

  init(_ book: Database) throws {
    self.book = book
    stored = try SQLStatement(
      book,
      """
      SELECT brought, earned, credited, dropped FROM waitingInterest
      WHERE month = ? AND account = ?
      """)
  }

  func compare(_ member: MemberMonth, _ ending: EndingMonth) throws {
    for waiting in member.waiting {
      tally.find()
      stored.bind(Int64(ending.month.ordinal), at: 1)
      stored.bind(waiting.account.value, at: 2)
      defer { stored.reset() }
      let right = WaitingInterestPass.kept(waiting.interest).map(\.sen)
      guard try stored.step(), right == (0..<4).map({ stored.int64(Int32($0)) }) else {
        try tally.add("\(ending.known.code(of: waiting.account) ?? "") \(ending.month)")
        continue
      }
    }
  }

  func finish(_ ending: EndingMonth) throws { try tally.finish(ending.month, in: book) }

  func missed(_ month: BookMonth) { tally.missed(month) }

  func checks() -> [VerificationReport.Check] {
    [
      tally.check(
        "interest.waiting",
        Phrase(
          id: "Jasa yang menunggu dibukukan sama dengan hitungan ulang, rekening demi rekening",
          en: "Interest that waits to be credited is what it comes to again, account by account"))
    ]
  }
}
