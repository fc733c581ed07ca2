import GRDB
import KSPCore

extension SavingsDesk {
  /// Pays what the open accounts of a member who leaves have earned and not received, as their
  /// terms say: of the month of leaving up to the day before, and what waits of earlier months.
  /// Who only goes on under another number is `owed` it always.
  func payLeavingInterest(
    _ number: MemberNumber, on date: BookDate, owed: Bool = false
  ) throws {
    let waiting = try WaitingReader(book: session.db, known: session.db)
    for product in session.catalog.products where product.product.kind != .berjangka {
      let terms = product.terms(in: date.month)
      let rule = owed ? .dayBefore : terms.leavingInterest
      guard terms.interest != nil || product.mayWait(through: date.month) else { continue }
      let holder = try holder(number, in: product)
      for account in holder.open {
        let waited = try waiting.standing(of: account.id)
        let running =
          rule == .dayBefore ? try running(account.id, terms, holder.memberID, on: date) : .zero
        var paid = rule == .forfeit ? .zero : try waited + running
        if !owed, let crediting = terms.interest?.crediting, crediting.belowLeast == .dropped,
          paid < crediting.least
        {
          paid = .zero
        }
        try settle(waited, running: running, paying: paid, of: account, on: date)
        guard paid.isPositive else { continue }
        _ = try post(
          SavingsEvent(
            .interest, paid, member: number, product: product.product.code,
            account: account.code, on: date))
      }
    }
  }

  /// Records that what waited of an account's interest is paid by the next voucher, or is lost.
  /// It comes before the voucher, so that a chain that was cut between the two is half.
  private func settle(
    _ waited: Rupiah, running: Rupiah, paying paid: Rupiah, of account: SavingsAccountState,
    on date: BookDate
  ) throws {
    guard waited.isPositive else { return }
    try session.record(
      EventDraft(
        .waitingSettled, account.code.text,
        [
          .insert(
            "waitingSettlement",
            [
              "account": .integer(account.id.value), "settledOn": StoredValue(date),
              "waited": StoredValue(waited),
              "running": StoredValue(paid.isPositive ? running : .zero),
              "voucher": paid.isPositive ? .integer(session.journal.next.value) : .null,
            ])
        ]))
  }

  /// The interest of the month of leaving, up to the day before.
  private func running(
    _ account: AccountID, _ terms: SavingsTerms, _ member: Int64, on date: BookDate
  ) throws -> Rupiah {
    let agreed = try PlannedReader(session.db).interest(
      terms.interest, of: account, in: date.month, isLeaving: true)
    guard var interest = agreed, let last = try? date.adding(days: -1),
      last >= date.month.firstDay
    else { return .zero }
    // The month's posting day does not come.
    interest.countsPostingDay = true
    let (opening, moves) = try movements(of: account, before: date)
    return try SavingsInterest.working(
      terms: interest, period: BookPeriod(from: date.month.firstDay, through: last),
      opening: opening, movements: moves,
      for: MemberMonth.member(member, in: date.month, session.db).standing
    ).gross
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
