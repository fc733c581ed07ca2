import GRDB
import KSPCore

/// Works out again what every closed month made income of the charges on loans.
final class LoanFeeRecomputation: MonthEndRecomputation {
  private let book: Database
  private let query: SQLStatement
  private var offenders = Offenders()
  private var examined = 0

  init(_ book: Database) throws {
    self.book = book
    query = try SQLStatement(
      book,
      "SELECT unearned, amount FROM loanFeeMonth WHERE month = ? AND loan = ? AND line = ?")
  }

  func compare(_ member: MemberMonth, _ month: EndingMonth) {}

  func finish(_ month: EndingMonth) throws {
    var found = 0
    try LoanFeePass.walk(month) { finding in
      found += 1
      query.bind(Int64(month.month.ordinal), at: 1)
      query.bind(finding.loan, at: 2)
      query.bind(Int64(finding.line), at: 3)
      defer { query.reset() }
      guard try query.step(), query.int64(0) == finding.working.unearned.sen,
        query.int64(1) == finding.working.earned.sen
      else {
        offenders.add("\(finding.number) \(month.month)")
        return
      }
    }
    examined += found
    let kept = try Int.fetchOne(
      book, sql: "SELECT count(*) FROM loanFeeMonth WHERE month = ?",
      arguments: [month.month.ordinal])
    if kept != found { offenders.add("provisi \(month.month)") }
  }

  func missed(_ month: BookMonth) { offenders.add("\(month)") }

  func checks() -> [VerificationReport.Check] {
    [
      offenders.check(
        "loan.fees",
        Phrase(
          id: "Provisi yang menjadi pendapatan sama dengan hitungan ulang menurut rencana",
          en: "Loan fees that became income are what they come to again by the plans"),
        examined: examined)
    ]
  }
}
