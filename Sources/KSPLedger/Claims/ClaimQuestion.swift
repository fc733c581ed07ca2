import GRDB
import KSPCore

/// Whether payers have yet to answer a list of deductions, members were not deducted, or money has
/// not arrived.
enum ClaimQuestion: MonthEndQuestion {
  static func findings(_ month: EndingMonth) throws -> [MonthFinding] {
    let accounts = try ClaimReader(db: month.book).accounts()
    var open = 0
    var places: [String] = []
    for account in accounts {
      let lists = account.claims.filter { [.sent, .short].contains($0.state) }
      guard !lists.isEmpty || !account.balance.isZero else { continue }
      open += max(lists.count, 1)
      places.append("\(account.account): \(account.balance.formatted)")
    }
    guard open > 0 else { return [] }
    return [
      MonthFinding(
        .claimOpen, count: open, amount: try accounts.map(\.balance).sum(), places: places)
    ]
  }
}
