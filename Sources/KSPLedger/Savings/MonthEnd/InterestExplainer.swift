import GRDB
import KSPCore

/// Takes the passes of a month end for one member once more, and sets what they find about one
/// account beside what was posted.
struct InterestExplainer {
  private let month: EndingMonth

  init(_ db: Database, month: BookMonth, catalog: Catalog) {
    self.month = EndingMonth(db, month, catalog, MonthEndDesk(db, month, .proof))
  }

  func explain(_ code: AccountCode) throws -> InterestExplanation {
    let row = try Row.fetchOne(
      month.book,
      sql: """
        SELECT a.id, m.id, m.number, m.name, s.product
        FROM account a JOIN savingsAccount s ON s.account = a.id
        JOIN member m ON m.id = s.member WHERE a.code = ?
        """, arguments: [code.text])
    guard let row else { throw LedgerError.accountUnknown(code.text) }
    let product = try month.catalog.product(id: row.value(4))
    let run = try MonthEndRun(month)
    let member = try run.find(
      MemberMonth.member(row.value(1), in: month.month, month.known))
    var found = AccountExplanation()
    for pass in run.passes {
      try pass.explain(AccountID(try row.value(0)), of: member, into: &found)
    }
    var explanation = try InterestExplanation(
      heading: AccountStatement.Heading(
        account: code, title: product.product.name, normalSide: product.type.normalSide,
        memberNumber: row.value(2), memberName: row.value(3)),
      month: month.month, working: found.working, waiting: found.waiting, tax: found.tax,
      posted: found.posted,
      received: found.received, corrections: found.corrections,
      isMonthClosed: month.catalog.lastClosedMonth.map { month.month <= $0 } ?? false)
    explanation.fee = found.fee
    explanation.planned = found.planned
    explanation.dormantSince = found.dormantSince
    return explanation
  }
}
