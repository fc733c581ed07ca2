import GRDB
import KSPCore

/// Which term deposits ran again in the month at a rate that should be looked at, and which of dead
/// members run again by themselves.
enum TermRollOverQuestion: MonthEndQuestion {
  static func findings(_ month: EndingMonth) throws -> [MonthFinding] {
    let reader = TermDepositReader(db: month.book)
    return try [
      found(.depositWarned, pointedOut(reader, month)),
      found(
        .depositOfDead,
        reader.ofDead(on: month.month.lastDay).map {
          ($0, "\($0.memberName), \($0.maturity): \($0.balance.formatted)")
        }),
    ].compactMap(\.self)
  }

  private static func pointedOut(
    _ reader: TermDepositReader, _ month: EndingMonth
  ) throws -> [(TermDeposit, String)] {
    let tax = month.catalog.depositTax
    var pointedOut: [(account: AccountCode, told: String)] = []
    try reader.forEachRollOver(in: month.month) { run in
      let warnings = try run.terms.warnings(
        principal: run.principal, opened: run.opened, tax: tax)
      guard !warnings.isEmpty else { return }
      let words = Set(warnings.map(\.code)).map { code in
        code == .rateAboveCap ? "suku di atas batas" : "pajak memakan jasa"
      }
      pointedOut.append(
        (
          run.account,
          "\(run.opened), \(run.principal.formatted): \(words.sorted().joined(separator: ", "))"
        ))
    }
    return try pointedOut.map { found in
      let deposit = try reader.deposit(found.account).deposit
      return (deposit, "\(deposit.memberName), \(found.told)")
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
