import KSPCore

/// Whether something of money that only passes through has been open for more than a month.
enum TransitQuestion: MonthEndQuestion {
  static func findings(_ month: EndingMonth) throws -> [MonthFinding] {
    let accounts = try TransitReader(db: month.book).list(on: month.month.lastDay).accounts
      .filter(\.isOverdue)
    guard !accounts.isEmpty else { return [] }
    let old = accounts.flatMap(\.items).filter { $0.age != .current }
    return [
      MonthFinding(
        .transitOpen, count: old.count, amount: try old.map(\.open).sum(),
        places: accounts.map(place))
    ]
  }

  /// An account with what is open by age: `2-1600: 0–30 Rp150.000; > 90 Rp25.000`. Where items of
  /// both sides come to nothing, the vouchers are named: `2-1600: JU-000007; JU-000009`.
  private static func place(_ account: TransitAccount) -> String {
    let ages = zip(TransitAge.allCases, account.sums).filter { !$1.isZero }
      .map { "\($0.range) \($1.formatted)" }
    let parts = ages.isEmpty ? account.items.map(\.entry.description) : ages
    return "\(account.code): \(parts.joined(separator: "; "))"
  }
}
