import GRDB
import KSPCore

/// Standing orders are carried out: each due day once.
extension OrderDesk {
  /// Carries out what has fallen due up to a day, and tries again what failed before. Each order is
  /// an act of its own; what is refused is recorded with its reason.
  func run(on day: BookDate, note: EntryNote) throws -> OrderRun {
    let first = try session.catalog.openMonth().firstDay
    let (orders, onDue, again) = try reader.pending(on: day, openFrom: first)
    let byNumber = Dictionary(
      orders.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    var lines: [OrderRun.Line] = []
    var done: Set<Due> = []
    // With the membership an order is over.
    var over: Set<Int> = []
    for attempt in onDue + again {
      let due = Due(order: attempt.order, day: attempt.dueOn)
      guard let order = byNumber[attempt.order], !done.contains(due),
        !over.contains(attempt.order)
      else { continue }
      let made = try carryOut(order, attempt, note)
      lines.append(OrderRun.Line(order, made))
      if made.outcome.isFinal { done.insert(due) }
      if made.outcome == .left { over.insert(attempt.order) }
    }
    return try OrderRun(asOf: day, lines: lines)
  }

  private struct Due: Hashable {
    let order: Int
    let day: BookDate
  }

  private func carryOut(
    _ order: StandingOrder, _ attempt: OrderAttempts.Attempt, _ note: EntryNote
  ) throws -> OrderTry {
    var own = note.under("autodebet/\(order.number)/\(attempt.dueOn)")
    own.memo = "Autodebet \(order.number)"
    let wanted = try wanted(of: order, on: attempt)
    let taken = try TriedAct(session: session).run { session in
      try session.act(own) {
        try OrderDesk(session: session).take(wanted, order, attempt, own)
      }
    }
    switch taken {
    case .success(let entry?):
      return OrderTry(
        dueOn: attempt.dueOn, triedOn: attempt.bookedOn, outcome: .taken, amount: wanted,
        entry: entry)
    case .success(nil): return try record(.nothingDue, wanted, nil, order, attempt, note)
    case .failure(let error):
      guard let outcome = OrderOutcome(of: error) else { throw error }
      return try record(outcome, wanted, error.code.rawValue, order, attempt, note)
    }
  }

  /// Records that nothing was taken, and why.
  private func record(
    _ outcome: OrderOutcome, _ wanted: Rupiah?, _ refusal: String?, _ order: StandingOrder,
    _ attempt: OrderAttempts.Attempt, _ note: EntryNote
  ) throws -> OrderTry {
    let refusal = outcome == .nothingDue ? nil : refusal
    try session.act(EntryNote(recordedBy: note.recordedBy)) {
      try session.record(
        EventDraft(
          .orderMissed, order.account.text, [row(outcome, wanted, refusal, attempt)]))
    }
    return OrderTry(
      dueOn: attempt.dueOn, triedOn: attempt.bookedOn, outcome: outcome, amount: wanted,
      refusal: refusal)
  }

  private func row(
    _ outcome: OrderOutcome, _ amount: Rupiah?, _ refusal: String?,
    _ attempt: OrderAttempts.Attempt
  ) -> RowChange {
    .insert(
      "orderTry",
      [
        "number": StoredValue(attempt.order), "dueOn": StoredValue(attempt.dueOn),
        "triedOn": StoredValue(attempt.bookedOn), "event": .integer(session.lastEvent + 1),
        "outcome": .text(outcome.rawValue), "amount": StoredValue(amount),
        "refusal": StoredValue(refusal),
      ])
  }

  // MARK: - Taking

  /// What an order asks for; nil where nothing is due.
  private func wanted(
    of order: StandingOrder, on attempt: OrderAttempts.Attempt
  ) throws -> Rupiah? {
    switch order.purpose {
    case .savings: return order.amount
    case .dues(let product):
      if let amount = order.amount { return amount }
      var owed = Rupiah.zero
      let member = try MemberTable.id(session.db, number: order.member)
      try DuesReader(session.db, session.catalog).forEach(
        .member(member), asOf: attempt.bookedOn
      ) { found in
        owed = found.cards.first { $0.product == product }?.owed ?? .zero
      }
      return owed.isPositive ? owed : nil
    case .loan(let number):
      let found = try TriedAct(session: session).run { session in
        try OrderDesk(session: session).due(of: number, order.amount, on: attempt.bookedOn)
      }
      // Where that is refused, taking says why.
      return switch found {
      case .success(let amount): amount
      case .failure: order.amount
      }
    }
  }

  /// What a payment on a loan takes: a fixed amount as its parts come out, or what is due; nil for
  /// nothing. An installment ahead is nobody's due.
  private func due(
    of number: LoanNumber, _ amount: Rupiah?, on date: BookDate
  ) throws -> Rupiah? {
    let files = LoanFiles(session)
    let record = try files.record(files.reader().id(of: number), before: nil)
    guard record.loan.status != .settled else { return nil }
    if let amount {
      return try RepaymentDesk(session).repayment(
        of: record, amount, on: date, RepaymentChoices(), nil
      ).paid
    }
    _ = try record.state.payable(on: date)
    let due = try record.state.position(asOf: date).totalDue
    return due.isPositive ? due : nil
  }

  /// Takes an amount as an order says: the event first, which the voucher belongs to.
  ///
  /// - Returns: The voucher; nil where nothing is due.
  private func take(
    _ amount: Rupiah?, _ order: StandingOrder, _ attempt: OrderAttempts.Attempt,
    _ note: EntryNote
  ) throws -> EntryNumber? {
    let date = attempt.bookedOn
    try requireMember(order)
    guard let amount else {
      // Nothing is due, or the loan is not one that is paid, which is refused once more.
      if case .loan(let number) = order.purpose { _ = try due(of: number, nil, on: date) }
      return nil
    }
    try session.record(
      EventDraft(.orderTaken, order.account.text, [row(.taken, amount, nil, attempt)]))
    let target: AccountCode
    switch order.purpose {
    case .savings(let code): target = code
    case .dues(let code):
      let product = try session.catalog.product(code)
      let holder = try savings.holder(order.member, in: product)
      target = try savings.openAccount(holder, in: product).code
    case .loan(let number):
      return try RepaymentDesk(session).repay(
        number, amount,
        RepaymentWay(date: date, payer: order.account, note: note.under(nil))
      ).receipt.entry
    }
    return try savings.transfer(
      amount, from: order.account, to: target, on: date, note: note.under(nil)
    ).entry
  }

  private func requireMember(_ order: StandingOrder) throws {
    let member = try MemberTable.requireMember(session.db, number: order.member)
    if let left = member.leftOn { throw LedgerError.memberLeft(order.member, on: left) }
  }
}
