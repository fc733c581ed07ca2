import KSPStatements

extension Samples {
  static func holds() throws -> [SavingsHold] {
    [
      try SavingsHold(
        number: 1, account: AccountCode("SUK-0001"), member: "0001", memberName: awkward,
        kind: .court, amount: nil, reason: awkward, from: date("2026-01-05"),
        until: date("2026-12-31"), ends: [date("2026-02-01")], releaseReason: awkward),
      try SavingsHold(
        number: 12, account: AccountCode("SUK-0001-02"), member: "0001", memberName: "Budi",
        kind: .loan, amount: 1_250_000_000, reason: "Agunan", loan: "PJ-0003",
        from: date("2026-01-20")),
      try SavingsHold(
        number: 13, account: AccountCode("SUK-0002"), member: "0002", memberName: "Budi",
        kind: .other, amount: 5_000, reason: "Sengketa", from: date("2026-01-20")),
    ]
  }

  static func heldSavings() throws -> HeldSavings {
    guard
      let held = try HeldSavings(
        AccountCode("SUK-0001"), 750_000, Array(holds().dropFirst()), on: date("2026-02-28"))
    else { throw LedgerError.invariantBroken("holds") }
    return held
  }

  static func orders() throws -> [StandingOrder] {
    [
      StandingOrder(
        number: 1, account: AccountCode("SUK-0001"), member: "0001", memberName: awkward,
        purpose: .dues("wajib"), amount: nil, day: 25, from: try date("2026-01-01"),
        retryDays: 7),
      StandingOrder(
        number: 2, account: AccountCode("SUK-0001-02"), member: "0001", memberName: "Budi",
        purpose: .savings(AccountCode("SUK-0002")), amount: 1_250_000_000, day: 31,
        from: try date("2026-01-01"), until: try date("2026-12-31"), retryDays: 0,
        endedOn: try date("2026-06-01"), endReason: awkward),
    ]
  }

  static func orderTries() throws -> [OrderTry] {
    [
      OrderTry(
        dueOn: try date("2026-01-25"), triedOn: try date("2026-01-25"), outcome: .tooLittle,
        amount: 20_000, refusal: "account.overdraft"),
      OrderTry(
        dueOn: try date("2026-01-25"), triedOn: try date("2026-01-27"), outcome: .taken,
        amount: 20_000, entry: EntryNumber(123), isReversed: true),
      OrderTry(
        dueOn: try date("2026-02-25"), triedOn: try date("2026-02-25"), outcome: .taken,
        amount: 1_250_000_000, entry: EntryNumber(124)),
      OrderTry(
        dueOn: try date("2026-03-25"), triedOn: try date("2026-03-25"), outcome: .nothingDue,
        amount: nil),
      OrderTry(
        dueOn: try date("2026-04-25"), triedOn: try date("2026-04-25"), outcome: .closed,
        amount: 20_000, refusal: "account.closed"),
    ]
  }

  static func feeRules() throws -> [SavingsFeeRule] {
    [
      SavingsFeeRule(
        of: "sukarela", from: try BookMonth(year: 2026, month: 1), fee: 5_000,
        freeFrom: 1_250_000_000, dormancy: .init(months: 12, fee: 1_000, earnsInterest: false)),
      SavingsFeeRule(
        of: "hari-raya", from: try BookMonth(year: 2026, month: 2), fee: .zero, takesRest: true),
    ]
  }

  static func dormant() throws -> [DormantAccount] {
    [
      DormantAccount(
        account: AccountCode("SUK-0001-02"), member: "0001", memberName: awkward,
        balance: 1_250_000_000, lastMoved: try date("2024-01-05"))
    ]
  }

  static func charged() throws -> InterestExplanation {
    var explanation = try explanation()
    explanation.fee = ChargedFee(
      entry: EntryNumber(77), balance: 750_000, amount: 5_000, isDormant: true)
    return explanation
  }

  /// Holds and standing orders.
  static func orders(_ style: ReportStyle) throws -> [(name: String, text: String)] {
    let (orders, tries) = (try orders(), try orderTries())
    let lines = tries.enumerated().map { OrderRun.Line(orders[$0.offset % 2], $0.element) }
    var statement = try emptyStatement()
    statement.held = try heldSavings()
    var member = try member()
    member.held = [try heldSavings()]
    return [
      ("holds", HoldListRenderer(style).string(try holds())),
      ("statement-held", AccountStatementRenderer(style).string(statement)),
      ("member-held", MemberRenderer(style).string(member)),
      ("fee-rules", FeeRulesRenderer(style).string(try feeRules())),
      ("dormant", DormantListRenderer(style).string(try dormant())),
      ("explain-fee", InterestExplanationRenderer(style).string(try charged())),
      ("standing-orders", StandingOrderListRenderer(style).string(orders)),
      (
        "standing-order",
        StandingOrderRenderer(style).string(
          StandingOrderCard(order: orders[0], nextDue: try date("2026-05-25"), tries: tries))
      ),
      (
        "order-run",
        OrderRunRenderer(style).string(
          try OrderRun(asOf: date("2026-04-30"), lines: lines))
      ),
    ]
  }
}
