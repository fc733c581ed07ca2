import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Random books with savings that credit by period, beside a walk through their days.
@Suite struct CreditingOracleTests {
  private static let members: [MemberNumber] = ["0001", "0002", "0003"]

  private static func terms(_ random: inout SplitMix64) -> CreditingOracle.Terms {
    CreditingOracle.Terms(
      rates: [
        .member: .random(in: 100...600, using: &random),
        .honorary: .random(in: 100...600, using: &random),
      ],
      months: [1, 3, 6, 12].randomElement(using: &random) ?? 1,
      isAccrued: .random(using: &random),
      least: [0, 0, 3_000, 20_000].randomElement(using: &random) ?? 0,
      lapses: .random(using: &random))
  }

  private static func set(
    _ ledger: Ledger, _ terms: CreditingOracle.Terms, from month: BookMonth,
    _ rule: SavingsTerms.LeavingInterest
  ) throws {
    let intervals: [Int: InterestCrediting.Interval] = [
      1: .monthly, 3: .quarterly, 6: .halfYearly, 12: .yearly,
    ]
    let tiers = try terms.rates.map { standing, rate in
      InterestTerms.Tier(
        from: .zero, rate: try Rate(billionths: Int64(rate) * 100_000, per: .year),
        for: standing == .member ? nil : standing)
    }
    try ledger.setSavingsTerms(
      of: "sukarela",
      SavingsTerms(
        effectiveFrom: month,
        interest: InterestTerms(
          tiers: tiers,
          crediting: InterestCrediting(
            intervals[terms.months] ?? .monthly, isAccrued: terms.isAccrued,
            least: Rupiah(rupiah: Int64(terms.least)),
            belowLeast: terms.lapses ? .dropped : .carried)),
        leavingInterest: rule))
  }

  @Test(arguments: 1...24) func walksAgree(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let ledger = try makeBook(TestFolder())
    let rule =
      SavingsTerms.LeavingInterest.allCases.randomElement(using: &random) ?? .none
    var terms = Self.terms(&random)
    var current = try month("2026-01")
    try Self.set(ledger, terms, from: current, rule)
    var walks: [MemberNumber: CreditingOracle] = [:]
    for number in Self.members {
      _ = try ledger.addMember(
        NewMember(
          number: number, profile: MemberProfile(name: "Anggota \(number)"),
          joinedOn: day("2026-01-01"), as: number == "0003" ? .honorary : .member))
      walks[number] = CreditingOracle()
    }
    // Who left keeps their part of the expense.
    var gone = 0
    for count in 1...14 {
      if count > 1, Int.random(in: 0..<4, using: &random) == 0 {
        terms = Self.terms(&random)
        try Self.set(ledger, terms, from: current, rule)
      }
      for offset in 0..<current.lastDay.components.day {
        let date = try current.firstDay.adding(days: offset)
        for number in Self.members {
          guard var walk = walks[number] else { continue }
          if date.components.day == 11, count > 3, number == "0002",
            Int.random(in: 0..<6, using: &random) == 0, walk.balance > 0
          {
            let out = walk.leave(rule, terms)
            let left = try ledger.endMembership(of: number, on: date)
            #expect(left.receipt?.amount.sen == Int64(out) * 100, "seed \(seed) \(date)")
            gone += walk.expense
            walks[number] = nil
            continue
          }
          if Int.random(in: 0..<12, using: &random) == 0 {
            let amount = Int.random(in: 1...20, using: &random) * 50_000
            if walk.balance < 2_000_000 {
              _ = try ledger.deposit(Rupiah(rupiah: Int64(amount)), member: number, on: date)
              walk.move(amount)
            } else {
              _ = try ledger.withdraw(Rupiah(rupiah: Int64(amount)), member: number, on: date)
              walk.move(-amount)
            }
          }
          walk.endDay(terms.rates[number == "0003" ? .honorary : .member] ?? 0)
          walks[number] = walk
        }
      }
      _ = try ledger.runMonthEnd(current)
      try compare(&walks, ledger, current, (count - 1) % 12 + 1, terms, gone, seed)
      current = try current.next()
    }
    #expect(try ledger.verify().checks.filter { $0.count > 0 }.map(\.name) == [], "\(seed)")
  }

  private func compare(
    _ walks: inout [MemberNumber: CreditingOracle], _ ledger: Ledger, _ month: BookMonth,
    _ number: Int, _ terms: CreditingOracle.Terms, _ gone: Int, _ seed: Int
  ) throws {
    let place: Comment = "seed \(seed) \(month)"
    let rows = try ledger.monthInterest(month).rows
    var (expense, setAside) = (gone, 0)
    for (member, walk) in walks.sorted(by: { $0.key.text < $1.key.text }) {
      var walk = walk
      let credited = walk.endMonth(number, terms)
      walks[member] = walk
      expense += walk.expense
      setAside += walk.setAside
      let paid = rows.first { $0.member == member }?.gross ?? .zero
      #expect(paid.sen == Int64(credited) * 100, place)
      guard let code = try ledger.member(member).savings.first(where: { $0.product == "sukarela" })
      else { continue }
      #expect(code.balance.sen == Int64(walk.balance) * 100, place)
      let explained = try ledger.explain(code.account, month)
      #expect(explained.agrees, place)
      #expect((explained.waiting?.interest.remaining.sen ?? 0) == Int64(walk.waits) * 100, place)
    }
    #expect(try ledger.account("5-1000").balance.sen == Int64(expense) * 100, place)
    #expect(try ledger.account("2-1300").balance.sen == Int64(setAside) * 100, place)
  }
}
