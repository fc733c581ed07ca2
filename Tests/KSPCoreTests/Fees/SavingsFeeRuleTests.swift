import KSPCore
import KSPTestSupport
import Testing

/// What a month charges: never more than is free, never below zero, and nothing above the limit.
@Suite struct SavingsFeeRuleTests {
  @Test func chargesNeverMoreThanIsFree() throws {
    var random = SplitMix64(seed: 1_331)
    var counts: [String: Int] = [:]
    for _ in 0..<3_000 {
      func pick(_ most: Int64) -> Int64 { Int64.random(in: 0...most, using: &random) }
      let (fee, sleeping, limit) = (pick(9), pick(9), pick(20))
      let balance = pick(30) - 3
      let free = min(max(balance, 0), pick(30))
      var rule = SavingsFeeRule(
        of: "sukarela", from: try BookMonth(parsing: "2026-01"), fee: Rupiah(sen: fee),
        freeFrom: limit == 0 ? nil : Rupiah(sen: limit), takesRest: Bool.random(using: &random))
      let isDormant = Bool.random(using: &random)
      rule.dormancy = .init(months: 1, fee: Rupiah(sen: sleeping))
      let charged = rule.charge(
        balance: Rupiah(sen: balance), free: Rupiah(sen: free), isDormant: isDormant
      ).sen
      let asked = isDormant ? sleeping : limit > 0 && balance >= limit ? 0 : fee
      switch (asked <= free, rule.takesRest) {
      case (true, _): #expect(charged == asked)
      case (false, true): #expect(charged == free)
      case (false, false): #expect(charged == 0)
      }
      counts["\(asked == 0) \(asked <= free) \(rule.takesRest) \(isDormant)", default: 0] += 1
    }
    #expect(counts.count == 12 && counts.values.allSatisfy { $0 > 20 })
  }

  @Test func sleepsAfterWholeMonths() throws {
    var rule = SavingsFeeRule(
      of: "sukarela", from: try BookMonth(parsing: "2026-01"), fee: 5,
      dormancy: .init(months: 3))
    let moved = try BookDate(parsing: "2025-11-01")
    let months = try ["2025-12", "2026-01", "2026-02", "2026-03"].map(BookMonth.init(parsing:))
    #expect(months.map { rule.isDormant(lastMoved: moved, in: $0) } == [false, false, true, true])
    #expect(!rule.isDormant(lastMoved: nil, in: months[3]))
    rule.dormancy = nil
    #expect(!rule.isDormant(lastMoved: moved, in: months[3]))
  }
}
