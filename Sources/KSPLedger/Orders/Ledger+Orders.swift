import GRDB
public import KSPCore

extension Ledger {
  /// Records that a member has something taken from their savings every month (autodebet): for
  /// dues, for a loan, or into other savings.
  ///
  /// Nothing is posted yet. `runStandingOrders(on:note:dryRun:)` takes what has fallen due, and so
  /// does the end of the month for what is left.
  ///
  /// ```swift
  /// try ledger.addStandingOrder(
  ///   NewStandingOrder(
  ///     from: AccountCode("SUK-0001"), to: .dues("wajib"), day: 25, since: today))
  /// ```
  ///
  /// - Parameters:
  ///   - order: Who pays what, on which day, since when.
  ///   - reference: The caller's key: the same one with the same content returns the first order.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The order with its number.
  /// - Throws: `account.unknown`, `account.closed`, `account.ownAct` for a term deposit,
  ///   `product.notWithdrawable` for savings that stay, `product.unknown`, `dues.notWajib`,
  ///   `loan.unknown`, `transfer.toSelf`, `amount.notPositive`, `order.unfit`, `period.closed`,
  ///   `period.beforeBook`, `reference.reused`.
  @discardableResult
  public func addStandingOrder(
    _ order: NewStandingOrder, reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> StandingOrder {
    try post(dryRun: dryRun) { session in
      try OrderDesk(session: session).add(order, note: note.keyed(by: reference))
    }
  }

  /// Ends a standing order (akhiri autodebet): from the day on nothing is taken any more, also for
  /// what fell due before.
  ///
  /// - Parameters:
  ///   - number: The number of the order.
  ///   - reason: Why; not empty.
  ///   - date: The first day without it, in an open month.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The order, ended.
  /// - Throws: `order.unknown`, `order.ended`, `period.closed`, `entry.noteUnacceptable`,
  ///   `reference.reused`.
  @discardableResult
  public func endStandingOrder(
    _ number: Int, reason: String, on date: BookDate, reference: String? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> StandingOrder {
    try post(dryRun: dryRun) { session in
      try OrderDesk(session: session).end(
        number, reason: reason, on: date, note: note.keyed(by: reference))
    }
  }

  /// Carries out the standing orders that have fallen due up to a day (jalankan autodebet), and
  /// tries those again that could not be taken before.
  ///
  /// Each due day is first tried with its own date, then once on each day on which this is called,
  /// for as long as the order says. It is taken at most once, whatever happens in between: its
  /// voucher has the key `autodebet/`*number*`/`*due day*. What is taken and reversed by somebody
  /// is not taken again. Orders whose day is the same take what there is in the order of their
  /// numbers.
  ///
  /// - Parameters:
  ///   - date: The day, in a month that is open.
  ///   - note: The author; each order has a memo of its own.
  ///   - dryRun: Says what would be taken, and stores nothing.
  /// - Returns: What was taken, and what was not and why.
  /// - Throws: `period.closed`, `date.future`, `entry.noteUnacceptable`.
  @discardableResult
  public func runStandingOrders(
    on date: BookDate, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> OrderRun {
    try post(dryRun: dryRun) { session in
      try session.days.requireOpen(date, kind: .transfer)
      try session.days.requireNotAhead(date, note)
      return try OrderDesk(session: session).run(on: date, note: note)
    }
  }

  /// The standing orders by number (daftar autodebet).
  ///
  /// - Parameters:
  ///   - member: Whose; nil for all members.
  ///   - date: Those that may still be carried out on a day or after it; nil for all.
  /// - Returns: The orders.
  /// - Throws: `member.unknown`, and what reading the file can throw.
  public func standingOrders(
    of member: MemberNumber? = nil, on date: BookDate? = nil
  ) throws(LedgerError) -> [StandingOrder] {
    try store.read { db in
      try MemberTable.requireKnown(db, member)
      return try OrderReader(db: db).orders(of: member, notOverBy: date)
    }
  }

  /// One standing order with every try (kartu autodebet).
  ///
  /// - Throws: `order.unknown`.
  public func standingOrder(_ number: Int) throws(LedgerError) -> StandingOrderCard {
    let today = try today()
    return try store.read { db in
      let reader = OrderReader(db: db)
      let order = try reader.order(number)
      let tries = try reader.tries(of: number)
      let hasLeft = tries.contains { $0.outcome == .left }
      return StandingOrderCard(
        order: order, nextDue: hasLeft ? nil : try order.nextDue(from: today), tries: tries)
    }
  }

  /// What standing orders took in a span of days, and what they could not take and why (daftar
  /// autodebet yang belum terambil).
  ///
  /// - Parameters:
  ///   - period: The days with which it was tried.
  ///   - onlyMissed: Only what was not taken, nor was there nothing due.
  /// - Returns: The tries, by day.
  /// - Throws: What reading the file can throw.
  public func standingOrderTries(
    in period: BookPeriod, onlyMissed: Bool = false
  ) throws(LedgerError) -> OrderRun {
    try store.read { db in
      let reader = OrderReader(db: db)
      let tries = try reader.tries(on: period).filter {
        !onlyMissed || !$0.attempt.outcome.isFinal
      }
      return try OrderRun(asOf: period.last, lines: reader.lines(tries))
    }
  }
}
