import GRDB
import KSPCore

/// Which term deposits ran again in the month at a rate that should be looked at, and which of dead
/// members run again by themselves.
enum TermRollOverQuestion: MonthEndQuestion {
  static func findings(_ month: EndingMonth) throws -> [MonthFinding] {
    let reader = TermDepositReader(db: month.book)
    return try [
      found(.depositWarned, pointedOut(reader.runningAgain(in: month.month), month)),
      found(
        .depositOfDead,
        reader.ofDead(on: month.month.lastDay).map {
          ($0, "\($0.memberName), \($0.maturity): \($0.balance.formatted)")
        }),
    ].compactMap(\.self)
  }

  private static func pointedOut(
    _ deposits: [TermDeposit], _ month: EndingMonth
  ) throws -> [(TermDeposit, String)] {
    let tax = month.catalog.depositTax
    return try deposits.compactMap { deposit in
      let warnings = try deposit.terms.warnings(
        principal: deposit.principal, opened: deposit.opened, tax: tax)
      guard !warnings.isEmpty else { return nil }
      let words = Set(warnings.map(\.code)).map { code in
        code == .rateAboveCap ? "suku di atas batas" : "pajak memakan jasa"
      }
      return (
        deposit,
        "\(deposit.memberName), \(deposit.opened), \(deposit.principal.formatted): "
          + words.sorted().joined(separator: ", ")
      )
    }
  }

  private static func found(
    _ kind: MonthFinding.Kind, _ deposits: [(deposit: TermDeposit, told: String)]
  ) throws -> MonthFinding? {
    guard !deposits.isEmpty else { return nil }
    return MonthFinding(
      kind, count: deposits.count, amount: try deposits.map(\.deposit.balance).sum(),
      places: deposits.map { "\($0.deposit.account) \($0.told)" })
  }
}
