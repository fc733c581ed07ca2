import GRDB
import KSPCore

/// Works out again what every closed month set aside of each account's interest.
final class AccrualRecomputation: MonthEndRecomputation {
  private struct Kept: Equatable {
    let held, accrued, amount: Int64
  }

  private let book: Database
  private let query: SQLStatement
  private var offenders = Offenders()
  private var examined = 0
  /// Of the month that is looked at: its working, and how many of its findings were kept.
  private var working: (month: BookMonth, accruals: AccrualWorking)?
  private var found = 0

  init(_ book: Database) throws {
    self.book = book
    query = try SQLStatement(
      book,
      "SELECT held, accrued, amount FROM interestAccrual WHERE month = ? AND account = ?")
  }

  private func working(_ month: EndingMonth) throws -> AccrualWorking {
    if let working, working.month == month.month { return working.accruals }
    let accruals = try AccrualWorking(month)
    working = (month.month, accruals)
    return accruals
  }

  func compare(_ member: MemberMonth, _ month: EndingMonth) throws {
    for finding in try working(month).findings(member) { try compare(finding, month) }
  }

  private func compare(_ finding: AccrualPass.Finding, _ month: EndingMonth) throws {
    query.bind(Int64(month.month.ordinal), at: 1)
    query.bind(finding.interest.account.value, at: 2)
    defer { query.reset() }
    let kept =
      try query.step()
      ? Kept(held: query.int64(0), accrued: query.int64(1), amount: query.int64(2)) : nil
    if kept != nil { found += 1 }
    let right = Kept(
      held: finding.held.value, accrued: finding.interest.amount.sen, amount: finding.change.sen)
    examined += 1
    if kept != right { offenders.add("\(finding.interest.code) \(month.month)") }
  }

  func finish(_ month: EndingMonth) throws {
    try working(month).walk { try compare($0, month) }
    let kept = try Int.fetchOne(
      book, sql: "SELECT count(*) FROM interestAccrual WHERE month = ?",
      arguments: [month.month.ordinal])
    if kept != found { offenders.add("akrual \(month.month)") }
    found = 0
    working = nil
  }

  func missed(_ month: BookMonth) {
    offenders.add("\(month)")
    found = 0
    working = nil
  }

  func checks() -> [VerificationReport.Check] {
    [
      offenders.check(
        "accrual.interest",
        Phrase(
          id: "Akrual jasa setiap rekening sama dengan hitungan ulang",
          en: "The accrued interest of every account is what it comes to again"),
        examined: examined)
    ]
  }
}
