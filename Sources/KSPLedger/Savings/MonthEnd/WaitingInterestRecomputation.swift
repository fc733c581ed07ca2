import GRDB
import KSPCore

/// Works out again what every closed month left waiting of the interest of each account.
final class WaitingInterestRecomputation: MonthEndRecomputation {
  private let book: Database
  private let stored: SQLStatement
  private var offenders = Offenders()
  private var examined = 0
  /// What was found in the month that is looked at.
  private var found = 0

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
      found += 1
      stored.bind(Int64(ending.month.ordinal), at: 1)
      stored.bind(waiting.account.value, at: 2)
      defer { stored.reset() }
      let right = WaitingInterestPass.kept(waiting.interest).map(\.sen)
      guard try stored.step(), right == (0..<4).map({ stored.int64(Int32($0)) }) else {
        let code = try String.fetchOne(
          ending.known, sql: "SELECT code FROM account WHERE id = ?",
          arguments: [waiting.account.value])
        offenders.add("\(code ?? "") \(ending.month)")
        continue
      }
    }
  }

  func finish(_ ending: EndingMonth) throws {
    let month = ending.month
    let kept =
      try Int.fetchOne(
        book, sql: "SELECT count(*) FROM waitingInterest WHERE month = ?",
        arguments: [month.ordinal]) ?? 0
    if kept != found { offenders.add("waitingInterest \(month) · \(kept) ≠ \(found)") }
    examined += found
    found = 0
  }

  func missed(_ month: BookMonth) {
    offenders.add("\(month)")
    found = 0
  }

  func checks() -> [VerificationReport.Check] {
    [
      offenders.check(
        "interest.waiting",
        Phrase(
          id: "Jasa yang menunggu dibukukan sama dengan hitungan ulang, rekening demi rekening",
          en: "Interest that waits to be credited is what it comes to again, account by account"),
        examined: examined)
    ]
  }
}
