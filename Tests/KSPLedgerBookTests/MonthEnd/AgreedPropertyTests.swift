import KSPActs
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Term deposits, standing orders, plans and fixed assets in whatever order they are entered, and
/// whoever comes first, the clerk on the day or the end of the month; and what is left of one that
/// was taken back.
@Suite struct AgreedPropertyTests {
  private enum Act: Sendable {
    case savings(Int, Rupiah, BookDate)
    case deposit(Int, Rupiah, Int, TermPayout, TermRollOver, BookDate)
    case plan(Int, Rupiah, Int, BookDate)
    case order(Int, StandingOrder.Purpose, Rupiah?, Int)
    case asset(Rupiah, Int, BookDate)
    case takeover(Rupiah, Rupiah, Int)
  }

  private static let members = 1...4
  private static func number(_ index: Int) -> MemberNumber { MemberNumber("000\(index)") }

  private static func book() throws -> Ledger {
    let ledger = try makeBook(TestFolder())
    try ledger.addTermProduct(
      .sampleDeposits,
      offer: TermDepositOffer(
        product: "berjangka", effectiveFrom: day("2026-01-01"),
        tiers: try (1...3).map { .init(tenor: $0, rate: try Rate(parsing: "9%/year")) },
        rounding: .downToRupiah, isAccrued: true))
    try PlannedScene.offer(ledger)
    try ledger.setDues(20_000, from: month("2026-01"))
    for index in members {
      try ledger.join(number(index))
      // Enough for the order of some members, too little for that of others, for a while or always.
      _ = try ledger.deposit(
        Rupiah(rupiah: Int64(index * index * 40_000)), member: number(index), on: day("2026-01-01"))
    }
    return ledger
  }

  private static func draw(_ random: inout SplitMix64) throws -> [Act] {
    func date() throws -> BookDate {
      try day("2026-01-01").adding(days: Int.random(in: 0...30, using: &random))
    }
    func amount(_ range: ClosedRange<Int64>) -> Rupiah {
      Rupiah(sen: Int64.random(in: range, using: &random) * 100_000_00)
    }
    var acts: [Act] = []
    for _ in 0..<5 {
      acts.append(
        .deposit(
          Int.random(in: members, using: &random), amount(10...450),
          Int.random(in: 1...3, using: &random),
          [.savings, .cash, .capitalise, .maturity, .advance].randomElement(using: &random)
            ?? .savings,
          [.none, .principal, .withInterest].randomElement(using: &random) ?? .none, try date()))
      acts.append(
        .savings(Int.random(in: members, using: &random), amount(1...9), try date()))
      acts.append(.asset(amount(3...90), Int.random(in: 0...4, using: &random), try date()))
    }
    for _ in 0..<2 {
      acts.append(.plan(Int.random(in: members, using: &random), amount(1...2), 3, try date()))
      acts.append(.takeover(amount(50...90), amount(1...40), Int.random(in: 2...4, using: &random)))
    }
    // One order a member: of two that find too little the first one recorded is served.
    for index in members {
      let isDues = Bool.random(using: &random)
      acts.append(
        .order(
          index, isDues ? .dues("wajib") : .savings("SUK-0009"), isDues ? nil : amount(1...3),
          Int.random(in: 1...31, using: &random)))
    }
    return acts
  }

  @discardableResult
  private static func post(_ act: Act, _ ledger: Ledger) throws -> EntryNumber? {
    switch act {
    case .savings(let index, let amount, let date):
      return try ledger.deposit(
        amount, member: number(index), product: "sukarela", on: date
      ).entry
    case .deposit(let index, let principal, let tenor, let payout, let rollOver, let date):
      return try ledger.openTermDeposit(
        TermDepositOpening(
          member: number(index), product: "berjangka", principal: principal, tenor: tenor,
          opened: date, payout: payout, rollOver: rollOver)
      ).entry
    case .plan(let index, let monthly, let months, let date):
      let card = try ledger.openPlannedSavings(
        NewPlannedSavings(of: number(index), in: "berencana", monthly, months: months, on: date))
      return try ledger.deposit(
        monthly, member: number(index), product: "berencana", account: card.savings.account,
        on: date
      ).entry
    case .order(let index, let purpose, let amount, let dueDay):
      try ledger.addStandingOrder(
        NewStandingOrder(
          from: AccountCode("SUK-000\(index)"), to: purpose, amount, day: dueDay,
          since: day("2026-01-01"), retryDays: 20))
      return nil
    case .asset(let cost, let life, let date):
      return try ledger.buyAsset(
        NewAsset("Aset", cost: cost, months: life, acquiredOn: date)
      ).receipt.entry
    case .takeover(let cost, let taken, let left):
      try ledger.takeOverAsset(
        NewAsset(
          "Lama", cost: cost, months: 6 + left, acquiredOn: day("2025-06-10"),
          takeover: .init(asOf: day("2025-12-31"), accumulated: taken)))
      try ledger.bringIn(cost: cost, accumulated: taken, on: day("2026-01-01"))
      return nil
    }
  }

  /// Everything that a book says at the end of a month, without the numbers that depend on the
  /// order: what was entered first has the first number.
  private static func content(_ ledger: Ledger, _ month: BookMonth) throws -> [String] {
    let last = month.lastDay
    var lines = try ledger.trialBalance(asOf: last).rows.map {
      "\($0.code) \($0.debit) \($0.credit)"
    }
    for member in try ledger.members() {
      lines += member.savings.map { "\(member.member.number) \($0.product) \($0.balance)" }.sorted()
    }
    lines += try ledger.termDeposits(includingEnded: true).map {
      "\($0.member) \($0.opened) \($0.period) \($0.principal) \($0.balance) \($0.paid) "
        + "\($0.interest) \($0.tax)"
    }.sorted()
    lines += try ledger.plannedSavings(on: last).map {
      "\($0.savings.member) \($0.savings.monthly) \($0.balance) \($0.state) \($0.missed)"
    }.sorted()
    lines += try ledger.standingOrderTries(in: BookPeriod(month)).lines
      .filter { !$0.attempt.isReversed }
      .map {
        "\($0.order.account) \($0.attempt.dueOn) \($0.attempt.outcome) "
          + "\($0.attempt.amount ?? .zero)"
      }.sorted()
    lines += try ledger.assets(asOf: last).assets.map {
      "\($0.asset.cost) \($0.asset.acquiredOn) \($0.accumulated) \($0.bookValue)"
    }.sorted()
    lines += try ledger.withholdingSlips(month).map { "\($0.memberNumber) \($0.gross) \($0.tax)" }
    return lines
  }

  private static func firstBook() throws -> Ledger {
    let ledger = try book()
    try ledger.join("0009")
    _ = try ledger.deposit(1_000, member: "0009", on: day("2026-01-01"))
    return ledger
  }

  @Test(arguments: 1...12) func theOrderInWhichThingsAreEnteredDoesNotMatter(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let acts = try Self.draw(&random)
    let (first, second) = (try Self.firstBook(), try Self.firstBook())
    for act in acts { try Self.post(act, first) }
    for act in acts.shuffled(using: &random) { try Self.post(act, second) }
    for (index, name) in ["2026-01", "2026-02", "2026-03", "2026-04"].enumerated() {
      let month = try month(name)
      // In one book a clerk comes before the end of the month, in the other nobody does.
      if (seed + index).isMultiple(of: 2) {
        let day = try month.firstDay.adding(days: Int.random(in: 0...27, using: &random))
        // Orders that found too little are tried again on the days of the runs: those are the same.
        _ = try first.payTermInterest(through: day)
      }
      for ledger in [first, second] { _ = try ledger.runMonthEnd(month) }
      let (found, expected) = try (Self.content(first, month), Self.content(second, month))
      #expect(found == expected, "seed \(seed), \(name)")
    }
    #expect(try first.verify().isOK && second.verify().isOK)
  }

  /// What is left of an act that was taken back is what would be without it, in the month and in
  /// those after it: a deposit that was opened, an asset that was bought or disposed of, and what a
  /// standing order took.
  @Test(arguments: 1...12) func whatIsTakenBackLeavesNothing(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(100 + seed))
    let acts = try Self.draw(&random)
    let (reversing, without) = (try Self.firstBook(), try Self.firstBook())
    for act in acts { for ledger in [reversing, without] { try Self.post(act, ledger) } }
    let date = try day("2026-01-01").adding(days: Int.random(in: 0...30, using: &random))
    let entry: EntryNumber?
    switch seed % 4 {
    case 0:
      entry = try Self.post(.deposit(1, 25_000_000, 2, .advance, .none, date), reversing)
    case 1: entry = try Self.post(.asset(7_000_000, 3, date), reversing)
    case 2:
      entry = try Self.post(.deposit(2, 25_000_000, 3, .maturity, .principal, date), reversing)
    default:
      let held = try reversing.assets(asOf: day("2026-01-31")).assets.randomElement(using: &random)
      let asset = try #require(held).asset
      entry = try reversing.disposeOfAsset(
        asset.number, for: 123_000, on: day("2026-01-31"), note: EntryNote(memo: "dijual")
      ).entry
    }
    // Interest that was paid in advance goes back with the opening, and its tax.
    _ = try reversing.reverse(#require(entry))
    for name in ["2026-01", "2026-02", "2026-03", "2026-04"] {
      let month = try month(name)
      for ledger in [reversing, without] { _ = try ledger.runMonthEnd(month) }
      let found = try Self.content(reversing, month)
      let expected = try Self.content(without, month)
      let closed = found.filter { !expected.contains($0) }
      // The account of the deposit stays, ended and empty.
      #expect(closed.count == (seed % 2 == 0 ? 2 : 0), "seed \(seed), \(name): \(closed)")
      #expect(found.count - closed.count == expected.count, "seed \(seed), \(name)")
    }
    #expect(try reversing.verify().isOK)
  }

  /// What an order took and somebody took back is as if the order had not been there.
  @Test(arguments: 1...8) func whatAnOrderTookComesBack(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(200 + seed))
    let acts = try Self.draw(&random).filter { if case .order = $0 { false } else { true } }
    let (reversing, without) = (try Self.firstBook(), try Self.firstBook())
    for act in acts { for ledger in [reversing, without] { try Self.post(act, ledger) } }
    let dueDay = Int.random(in: 2...28, using: &random)
    let order = try reversing.addStandingOrder(
      NewStandingOrder(
        from: "SUK-0004", to: seed.isMultiple(of: 2) ? .savings("SUK-0009") : .dues("wajib"),
        seed.isMultiple(of: 2) ? 30_000 : nil, day: dueDay, since: day("2026-01-01"),
        until: day("2026-01-31")))
    let run = try reversing.runStandingOrders(on: day("2026-01-31"))
    let entry = try #require(run.lines.first?.attempt.entry)
    #expect(run.taken == 1 && run.lines.first?.order == order)
    _ = try reversing.reverse(entry)
    for name in ["2026-01", "2026-02", "2026-03"] {
      let month = try month(name)
      for ledger in [reversing, without] { _ = try ledger.runMonthEnd(month) }
      let expected = try Self.content(without, month)
      // Dues have an account by then, and it is empty.
      let found = try Self.content(reversing, month).filter {
        seed.isMultiple(of: 2) || !$0.hasPrefix("0004 wajib 0")
      }
      #expect(found == expected, "seed \(seed), \(name)")
    }
    #expect(try reversing.verify().isOK)
  }
}
