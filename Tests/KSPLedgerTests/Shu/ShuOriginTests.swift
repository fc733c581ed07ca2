import GRDB
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Where only the SHU of business with members is divided, the rest goes to a fund.
@Suite struct ShuOriginTests {
  private static func plan(step: Rupiah = 1) throws -> ShuPlan {
    try ShuPlan(
      ShuBook.plan().shares,
      bases: ShuBaseRules(
        activity: .points,
        points: [ShuPointRule(.interest, per: 10_000), ShuPointRule(.principal, per: 100_000)]),
      step: step, restFund: "cadangan", othersFund: "cadangan")
  }

  /// What the book says of income: all of 4-1200 is from others, interest from members.
  private func income(_ ledger: Ledger) throws -> (members: Rupiah, others: Rupiah) {
    var sums = (members: Rupiah.zero, others: Rupiah.zero)
    let statement = try ledger.incomeStatement(BookPeriod(year: 2025))
    for line in statement.sections.filter({ $0.name == .income }).flatMap(\.lines) {
      for part in line.parts {
        if part.code == "4-1200" { try sums.others += part.amount }
        if ["4-1000", "4-1100", "4-1110", "4-1300"].contains(part.code) {
          try sums.members += part.amount
        }
      }
    }
    return sums
  }

  @Test("The reserve gets what others brought, members what is left, and nothing is lost")
  func divided() throws {
    let book = try ShuBook.opened()
    let (members, others) = try income(book.ledger)
    #expect(members.isPositive && others.isPositive)
    for step in [1, 500] as [Rupiah] {
      let year = try book.ledger.simulateShu(2025, by: Self.plan(step: step))
      let shu = year.distribution
      let all = try members + others
      let aside = Int128(shu.shu.sen) * Int128(others.sen) / Int128(all.sen)
      #expect(shu.aside.sen == Int64(aside / 100 * 100))
      #expect(try shu.pots.map(\.amount).sum() + shu.aside == shu.shu)
      #expect(try shu.pots[3].amount < shu.shu - shu.aside)
    }
    _ = try book.ledger.decideShu(ShuBook.decision(Self.plan(step: 500)))
    let before = try book.ledger.account("3-2000").balance
    let posted = try book.ledger.postShu(2025, on: day("2026-03-20"))
    let shu = posted.distribution
    let rest = try shu.pots.filter { $0.base != nil }.map(\.undistributed).sum()
    #expect(
      try book.ledger.account("3-2000").balance - before
        == shu.pots[2].amount + shu.aside + rest)
    #expect(try book.ledger.account("3-3100").balance.isZero)
    #expect(try book.ledger.shu(2025).distribution == shu)
    let slip = try posted.slip(of: "A")
    #expect(slip.aside == shu.aside && slip.workings[1].base == 150)
    let checks = try book.ledger.verify().checks.filter { $0.count > 0 }
    #expect(checks.isEmpty, "\(checks)")
  }

  @Test("Points are for full amounts, and only where business is measured by them")
  func points() throws {
    let rule = ShuPointRule(.interest, per: 10_000)
    #expect(try rule.points(for: 9_999).isZero && rule.points(for: -20_000).isZero)
    #expect(try rule.points(for: 20_000) == 2)
    for (activity, points) in [
      (.points, []), (.interest, [rule]), (.points, [rule, rule]),
    ] as [(ShuBaseRules.Activity, [ShuPointRule])] {
      #expect(
        refusal { _ = try ShuBook.plan(ShuBaseRules(activity: activity, points: points)) }
          == .shuDecisionUnfit)
    }
    #expect(
      refusal {
        _ = try ShuBook.plan(
          ShuBaseRules(activity: .points, points: [ShuPointRule(.interest, per: 0)]))
      } == .amountNotPositive)
  }

  @Test(
    "Verify finds an origin that was changed",
    arguments: [
      ("UPDATE shuPosting SET otherIncome = otherIncome * 2", "shu.parts"),
      ("UPDATE shuPosting SET aside = aside - 100", "shu.pots"),
      ("UPDATE shuPoint SET amount = amount * 2", "shu.parts"),
    ])
  func broken(_ sql: String, _ check: String) throws {
    let book = try ShuBook.opened()
    _ = try book.ledger.decideShu(ShuBook.decision(Self.plan()))
    _ = try book.ledger.postShu(2025, on: day("2026-03-20"))
    try book.ledger.close()
    try RichBook.change(DatabaseQueue(path: book.folder.file()), sql)
    #expect(try RichBook.failures(book.folder).map(\.name).contains(check))
  }
}
