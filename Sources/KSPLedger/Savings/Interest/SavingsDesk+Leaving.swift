import GRDB
import KSPCore

extension SavingsDesk {
  /// Pays the interest of the month of leaving on the open accounts of a member whose terms say so:
  /// up to the day before they leave. Who only goes on under another number is `owed` it always.
  func payLeavingInterest(
    _ number: MemberNumber, on date: BookDate, owed: Bool = false
  ) throws {
    guard let last = try? date.adding(days: -1), last >= date.month.firstDay else { return }
    for product in session.catalog.products {
      let terms = product.terms(in: date.month)
      guard owed || terms.leavingInterest == .dayBefore, var interest = terms.interest
      else { continue }
      // The month's posting day does not come.
      interest.countsPostingDay = true
      for account in try holder(number, in: product).open {
        let (opening, moves) = try movements(of: account.id, before: date)
        let working = try SavingsInterest.working(
          terms: interest, period: BookPeriod(from: date.month.firstDay, through: last),
          opening: opening, movements: moves)
        guard working.gross.isPositive else { continue }
        _ = try post(
          SavingsEvent(
            .interest, working.gross, member: number, product: product.product.code,
            account: account.code, on: date))
      }
    }
  }

  /// What an account held when the month of a day began, and what moved until then.
  private func movements(
    of account: AccountID, before date: BookDate
  ) throws -> (opening: Rupiah, moves: [SavingsInterest.Movement]) {
    let rows = try Row.fetchAll(
      session.db,
      sql: """
        SELECT bookDate, sum(amount) FROM posting WHERE account = ? AND bookDate < ?
        GROUP BY bookDate ORDER BY bookDate
        """, arguments: [account.value, date.dayNumber])
    var opening = Rupiah.zero
    var moves: [SavingsInterest.Movement] = []
    for row in rows {
      let day = try BookDate(stored: row.value(0))
      let amount = try Rupiah(sen: row.value(1) as Int64).negated()
      if day < date.month.firstDay {
        try opening += amount
      } else {
        moves.append(SavingsInterest.Movement(day, amount))
      }
    }
    return (opening, moves)
  }
}
