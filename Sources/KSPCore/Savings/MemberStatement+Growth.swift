extension MemberStatement {
  /// What a member had in all accounts on a day.
  public struct GrowthPoint: Hashable, Sendable, Codable {
    /// The day.
    public let day: BookDate
    /// All accounts together.
    public let amount: Rupiah
  }

  /// What they had on the morning of the period and at the end of each month within it, on its last
  /// day where that ends none.
  ///
  /// - Throws: `amount.overflow`; `date.unreadable` beyond the calendar.
  static func growth(_ accounts: [AccountStatement]) throws(LedgerError) -> [GrowthPoint] {
    guard let period = accounts.first?.period else { return [] }
    var growth = [GrowthPoint(day: period.first, amount: try accounts.map(\.opening).sum())]
    var month = period.first.month
    while month <= period.last.month {
      let day = min(month.lastDay, period.last)
      var amount = Rupiah.zero
      for account in accounts {
        try amount += account.lines.last { $0.bookDate <= day }?.balance ?? account.opening
      }
      growth.append(GrowthPoint(day: day, amount: amount))
      month = try month.next()
    }
    return growth
  }
}
