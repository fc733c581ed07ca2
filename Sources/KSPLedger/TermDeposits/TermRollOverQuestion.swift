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
          let told = "\($0.memberName), \($0.maturity): \($0.balance.formatted)"
          return ($0, Phrase(id: told, en: told))
        }),
    ].compactMap(\.self)
  }

  private static func pointedOut(
    _ reader: TermDepositReader, _ month: EndingMonth
  ) throws -> [(TermDeposit, Phrase)] {
    let tax = month.catalog.depositTax
    var pointedOut: [(run: TermDepositReader.RollOver, warnings: [LedgerWarning])] = []
    try reader.forEachRollOver(in: month.month) { run in
      let warnings = try run.terms.warnings(
        principal: run.principal, opened: run.opened, tax: tax)
      if !warnings.isEmpty { pointedOut.append((run, warnings)) }
    }
    return try pointedOut.map { run, warnings in
      let deposit = try reader.deposit(run.account).deposit
      let place = "\(deposit.memberName), \(run.opened), \(run.principal.formatted)"
      let why = warnings.map(\.code).map(words)
      return (
        deposit,
        Phrase(
          id: "\(place): " + why.map(\.indonesian).joined(separator: ", "),
          en: "\(place): " + why.map(\.english).joined(separator: ", "))
      )
    }
  }

  private static func words(_ code: LedgerWarning.Code) -> Phrase {
    code == .rateAboveCap
      ? Phrase(id: "suku di atas batas", en: "rate above the cap")
      : Phrase(id: "pajak memakan jasa", en: "tax eats the interest")
  }

  private static func found(
    _ kind: MonthFinding.Kind, _ deposits: [(deposit: TermDeposit, told: Phrase)]
  ) throws -> MonthFinding? {
    guard !deposits.isEmpty else { return nil }
    return MonthFinding(
      kind, count: deposits.count, amount: try deposits.map(\.deposit.balance).sum(),
      named: deposits.map { deposit, told in
        Phrase(
          id: "\(deposit.account) \(told.indonesian)", en: "\(deposit.account) \(told.english)")
      })
  }
}
