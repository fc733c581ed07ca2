import KSPCore
import KSPTestSupport
import Testing

/// What holds leave free, against a walk over every single day.
@Suite struct FundsUnderHoldsTests {
  private static let account = "SUK-0001" as AccountCode

  private static func hold(
    _ number: Int, _ amount: Int64?, from: Int, until: Int?, ends: Int? = nil
  ) throws -> SavingsHold {
    try SavingsHold(
      number: number, account: account, member: "0001", memberName: "Siti", kind: .other,
      amount: amount.map { Rupiah(sen: $0) }, reason: "uji", from: date(from),
      until: until.map { try date($0) }, ends: ends.map { [try date($0)] } ?? [])
  }

  private static func date(_ offset: Int) throws -> BookDate {
    try BookDate(parsing: "2026-01-01").adding(days: offset)
  }

  @Test("The least that is free is that of the worst day, whatever moves and is held")
  func leastOfAllDays() throws {
    var random = SplitMix64(seed: 1_311)
    var bound = 0
    for round in 0..<2_000 {
      var balances: [(day: Int, sen: Int64)] = [(0, Int64.random(in: 0...900, using: &random))]
      for day in 1...40 where Int.random(in: 0...9, using: &random) == 0 {
        balances.append((day, Int64.random(in: 0...900, using: &random)))
      }
      var spans: [(amount: Int64?, from: Int, end: Int?)] = []
      var holds: [SavingsHold] = []
      for number in 0..<Int.random(in: 0...4, using: &random) {
        let from = Int.random(in: -10...35, using: &random)
        let until =
          Bool.random(using: &random) ? from + Int.random(in: 0...20, using: &random) : nil
        let ends = Bool.random(using: &random) ? from + Int.random(in: 0...20, using: &random) : nil
        let amount =
          Int.random(in: 0...5, using: &random) == 0
          ? nil : Int64.random(in: 1...500, using: &random)
        let last = [until.map { $0 + 1 }, ends].compactMap(\.self).min()
        spans.append((amount, from, last))
        holds.append(try Self.hold(number + 1, amount, from: from, until: until, ends: ends))
      }
      let least = Int64.random(in: -200...200, using: &random)
      // Day by day: what is held, and what is left.
      var expected: Int64?
      for day in 0...80 {
        let balance = balances.last { $0.day <= day }?.sen ?? 0
        let holding = spans.filter { $0.from <= day && $0.end.map { day < $0 } ?? true }
        guard !holding.isEmpty else { continue }
        let held =
          holding.contains { $0.amount == nil }
          ? max(balance, 0) : holding.compactMap(\.amount).reduce(0, +)
        expected = min(expected ?? .max, max(0, balance - held - least))
      }
      let funds = try FundsUnderHolds(
        Self.account, balances: balances.map { (try Self.date($0.day), Rupiah(sen: $0.sen)) },
        holds: holds)
      #expect(try funds.least(keeping: Rupiah(sen: least))?.free.sen == expected, "round \(round)")
      if let expected, expected > 0 { bound += 1 }
    }
    #expect(bound > 300)
  }

  @Test func aHoldEndsByItselfAndSaysSo() throws {
    let hold = try Self.hold(1, 50, from: 3, until: 5)
    #expect(
      try (2...6).map { hold.holds(on: try Self.date($0)) } == [false, true, true, true, false])
    #expect(try hold.endsOn == Self.date(6))
    #expect(hold.end == Phrase(id: "sampai 2026-01-06", en: "until 2026-01-06"))
    #expect(try Self.hold(1, nil, from: 3, until: nil).end[.english] == "until it is released")
    // More held than there is leaves nothing free, and no debt.
    let held = try #require(
      try HeldSavings(
        Self.account, 20, [Self.hold(1, 5_000, from: 0, until: nil)], on: Self.date(1)))
    #expect(held.amount == 50 && held.free.isZero)
  }
}
