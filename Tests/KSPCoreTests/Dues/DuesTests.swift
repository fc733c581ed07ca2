import KSPCore
import KSPTestSupport
import Testing

/// Which months of dues are paid, and what is owed.
@Suite struct DuesTests {
  static func amounts(_ steps: (String, Int64)...) throws -> [DueAmount] {
    try steps.enumerated().map { index, step in
      DueAmount(
        try Rupiah(rupiah: step.1), product: "wajib", from: try month(step.0),
        event: Int64(index * 100))
    }
  }

  static func payment(
    _ date: String, _ amount: Int64, number: Int64 = 1, for parts: [(String, Int64)] = []
  ) throws -> DuePayment {
    DuePayment(
      try Rupiah(rupiah: amount), on: try day(date), entry: EntryNumber(number), event: number,
      parts: try parts.map {
        DuePayment.Part(try month($0.0), try Rupiah(rupiah: $0.1))
      })
  }

  static func card(
    _ facts: DuesFacts, _ amounts: [DueAmount], _ asOf: String, _ raising: DuesRaising = .owed
  ) throws -> DuesCard {
    try DuesCard(
      facts, name: "Siti", product: "wajib", under: DuesRule(amounts, raising: raising),
      asOf: day(asOf))
  }

  @Test("Vector dues-change-of-amount: member P") func changeOfAmount() throws {
    let amounts = try Self.amounts(("2026-01", 20_000), ("2026-04", 25_000))
    var facts = DuesFacts(member: "P", joinedOn: try day("2026-01-10"))
    facts.payments = [
      try Self.payment("2026-01-10", 70_000), try Self.payment("2026-05-05", 50_000, number: 2),
    ]
    let april = try Self.card(facts, amounts, "2026-04-30")
    #expect(april.due == 85_000 && april.paid == 70_000 && april.owed == 15_000)
    #expect(try april.openMonths == [month("2026-04")] && april.ahead == 0)
    let may = try Self.card(facts, amounts, "2026-05-31")
    #expect(may.due == 110_000 && may.owed == 0 && may.ahead == 10_000)
  }

  @Test("Vector dues-change-of-amount: member Q") func namedMonths() throws {
    let amounts = try Self.amounts(("2026-01", 20_000), ("2026-04", 25_000))
    var facts = DuesFacts(member: "Q", joinedOn: try day("2026-01-10"))
    let named = try ["2026-01", "2026-02", "2026-12"].map { try month($0) }
    let parts = try DuesCard.division(
      of: 65_000, among: named, facts, under: DuesRule(amounts), on: day("2026-01-10"))
    #expect(parts.map(\.amount) == [20_000, 20_000, 25_000])
    facts.payments = [
      DuePayment(
        65_000, on: try day("2026-01-10"), entry: EntryNumber(1), event: 1, parts: parts)
    ]
    let april = try Self.card(facts, amounts, "2026-04-30")
    #expect(april.owed == 45_000)
    #expect(try april.openMonths == [month("2026-03"), month("2026-04")])
  }

  @Test func joiningIsDueAndLeavingIsNot() throws {
    let amounts = try Self.amounts(("2026-01", 20_000))
    var facts = DuesFacts(member: "0001", joinedOn: try day("2026-01-31"))
    facts.leftOn = try day("2026-03-31")
    #expect(try Self.card(facts, amounts, "2026-03-30").due == 60_000)
    #expect(try Self.card(facts, amounts, "2026-03-31").due == 40_000)
    #expect(try Self.card(facts, amounts, "2026-12-31").due == 40_000)
    facts.leftOn = facts.joinedOn
    #expect(try Self.card(facts, amounts, "2026-12-31").due == 0)
  }

  @Test func theMostParticularAmountHolds() throws {
    let from = try month("2026-01")
    let amounts = [
      DueAmount(20_000, product: "wajib", from: from),
      DueAmount(100_000, product: "wajib", scope: .kind(.organization), from: from),
      DueAmount(0, product: "wajib", scope: .standing(.prospective), from: from),
      DueAmount(5_000, product: "wajib", scope: .member("0009"), from: try month("2026-02")),
    ]
    func due(_ change: (inout DuesFacts) throws -> Void) throws -> Rupiah {
      var facts = DuesFacts(member: "0001", joinedOn: try day("2026-01-01"))
      try change(&facts)
      return try Self.card(facts, amounts, "2026-02-15").due
    }
    #expect(try due { _ in } == 40_000)
    #expect(try due { $0.kind = .organization } == 200_000)
    #expect(
      try due { $0.kinds = [Member.KindChange(.organization, from: try month("2026-02"))] }
        == 120_000)
    #expect(
      try due {
        $0.memberships = [
          Member.Membership(.prospective, since: try day("2026-01-01")),
          Member.Membership(.member, since: try day("2026-02-01")),
        ]
      } == 20_000)
    #expect(try due { $0.member = "0009" } == 25_000)
  }

  @Test func exemptionsCanBeTakenBack() throws {
    let amounts = try Self.amounts(("2026-01", 20_000))
    var facts = DuesFacts(member: "0001", joinedOn: try day("2026-01-01"))
    facts.exemptions = [DueExemption(from: try month("2026-02"), until: nil, reason: "sakit")]
    #expect(try Self.card(facts, amounts, "2026-05-01").due == 20_000)
    facts.exemptions.append(
      DueExemption(from: try month("2026-04"), until: nil, reason: "sembuh", isLifted: true))
    let card = try Self.card(facts, amounts, "2026-05-01")
    #expect(card.due == 60_000)
    #expect(card.months.map(\.exemption) == [nil, "sakit", "sakit", nil, nil])
  }

  @Test func raisedAfterMonthsWerePaidAhead() throws {
    // 60,000 paid at 20,000 a month; the second amount is set later, by event 100.
    let amounts = try Self.amounts(("2026-01", 20_000), ("2026-02", 30_000))
    var facts = DuesFacts(member: "0001", joinedOn: try day("2026-01-01"))
    facts.payments = [try Self.payment("2026-01-05", 60_000, number: 50)]
    let owed = try Self.card(facts, amounts, "2026-03-31")
    #expect(owed.owed == 20_000 && owed.due == 80_000)
    let settled = try Self.card(facts, amounts, "2026-03-31", .settled)
    #expect(settled.owed == 0 && settled.due == 60_000)
    // A payment that knew of the raise pays by it.
    facts.payments = [try Self.payment("2026-01-05", 60_000, number: 150)]
    #expect(try Self.card(facts, amounts, "2026-03-31", .settled).owed == 20_000)
  }

  @Test func takenOver() throws {
    let amounts = try Self.amounts(("2020-01", 20_000))
    var facts = DuesFacts(member: "0001", joinedOn: try day("1998-05-01"))
    facts.takeover = DuesTakeover(.paidUntil(try month("2025-11")), asOf: try day("2025-12-31"))
    #expect(try Self.card(facts, amounts, "2026-01-31").owed == 40_000)
    facts.takeover = DuesTakeover(.arrears(50_000), asOf: try day("2025-12-31"))
    facts.payments = [try Self.payment("2025-12-31", 70_000)]
    let before = try Self.card(facts, amounts, "2026-01-31")
    #expect(before.owed == 70_000 && before.takeoverPaid == 0)
    facts.payments.append(try Self.payment("2026-01-05", 60_000, number: 2))
    let after = try Self.card(facts, amounts, "2026-01-31")
    #expect(after.owed == 10_000 && after.takeoverPaid == 50_000)
    #expect(try after.openMonths == [month("2026-01")])
  }

  @Test func whatIsNotAskedIsNotOwed() throws {
    var facts = DuesFacts(member: "0001", joinedOn: try day("2026-01-01"))
    facts.payments = [try Self.payment("2026-01-05", 60_000)]
    let card = try Self.card(facts, [], "2026-05-01")
    #expect(card.due == 0 && card.paid == 0 && card.ahead == 0 && card.months.isEmpty)
    // Saved before anything was asked for: no payment ahead.
    let later = try Self.card(facts, Self.amounts(("2026-04", 20_000)), "2026-05-01")
    #expect(later.owed == 40_000 && later.paid == 0)
  }

  @Test func monthsThatCannotBeNamed() throws {
    let rule = DuesRule(try Self.amounts(("2026-02", 20_000)))
    let facts = DuesFacts(member: "0001", joinedOn: try day("2026-01-10"))
    func code(_ amount: Rupiah, _ months: String...) -> LedgerError.Code? {
      refusal {
        _ = try DuesCard.division(
          of: amount, among: months.map { try month($0) }, facts, under: rule,
          on: day("2026-02-10"))
      }
    }
    #expect(code(20_000, "2026-01") == .duesMonthNotOpen)
    #expect(code(30_000, "2026-02") == .duesTooMuch)
    #expect(code(20_000, "2026-02", "2026-03") == .duesTooLittle)
    #expect(code(30_000, "2026-02", "2026-03") == nil)
  }

  @Test(arguments: 0..<200) func asAnotherCountSays(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let base = try month("2024-01").ordinal
    func anyMonth(_ span: Int32) throws -> BookMonth {
      try BookMonth(ordinal: base + Int32.random(in: 0..<span, using: &random))
    }
    var facts = DuesFacts(member: "0001", joinedOn: try anyMonth(12).firstDay)
    let amounts = try (0..<Int.random(in: 1...4, using: &random)).map { index in
      DueAmount(
        try Rupiah(rupiah: Int64.random(in: 0...4, using: &random) * 5_000), product: "wajib",
        scope: Int.random(in: 0...3, using: &random) == 0 ? .member("0001") : .everyone,
        from: try anyMonth(30), event: Int64(index))
    }
    if Bool.random(using: &random) {
      let from = try anyMonth(24)
      facts.exemptions = [
        DueExemption(
          from: from, until: try BookMonth(ordinal: from.ordinal + 3), reason: "x",
          isLifted: Int.random(in: 0...3, using: &random) == 0)
      ]
    }
    switch Int.random(in: 0...3, using: &random) {
    case 0:
      facts.takeover = DuesTakeover(.paidUntil(try anyMonth(20)), asOf: try anyMonth(12).lastDay)
    case 1: facts.takeover = DuesTakeover(.arrears(35_000), asOf: try anyMonth(12).lastDay)
    default: break
    }
    if Int.random(in: 0...4, using: &random) == 0 {
      facts.leftOn = try BookMonth(ordinal: facts.joinedOn.month.ordinal + 9).lastDay
    }
    var date = facts.joinedOn
    for number in 0..<Int64.random(in: 0...12, using: &random) {
      date = try date.adding(days: Int.random(in: 0...60, using: &random))
      var payment = try Self.payment("2024-01-01", 1)
      let amount = try Rupiah(rupiah: Int64.random(in: 1...16, using: &random) * 2_500)
      payment = DuePayment(amount, on: date, entry: EntryNumber(number + 1), event: number + 1)
      if Int.random(in: 0...3, using: &random) == 0 {
        payment.parts = [DuePayment.Part(try anyMonth(48), amount)]
      }
      facts.payments.append(payment)
    }
    let asOf = try anyMonth(48).lastDay
    let oracle = DuesOracle(facts, amounts: amounts, asOf: asOf)
    guard amounts.contains(where: \.amount.isPositive) else { return }
    let card = try DuesCard(
      facts, name: "Siti", product: "wajib", under: DuesRule(amounts), asOf: asOf)
    func whole(_ amount: Rupiah) -> Int { Int(amount.sen / 100) }
    #expect(whole(card.due) == oracle.dueSum && whole(card.owed) == oracle.owed)
    #expect(whole(card.paid) == oracle.paid && whole(card.ahead) == oracle.ahead)
    #expect(card.openMonths.map(\.ordinal) == oracle.open)
    #expect(try card.due - card.owed + card.ahead == card.paid)
  }
}
