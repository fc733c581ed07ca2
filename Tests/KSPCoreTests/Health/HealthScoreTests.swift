import KSPTestSupport
import Testing

@testable import KSPCore

/// Scores by the official rules of 2009.
@Suite struct HealthScoreTests {
  private func value(_ item: HealthItem, _ cells: [Int: Rupiah]) throws -> HealthScores.Score {
    var sheet = HealthCells()
    for (number, amount) in cells { sheet[number] = amount }
    let scores = try HealthScores(sheet, HealthProfile(rules: .official))
    return try #require(scores.scores.first { $0.item == item })
  }

  @Test("The aspects are 100 points as the rules say")
  func whole() {
    #expect(
      HealthItem.Aspect.allCases.map(\.points) == [15, 25, 15, 10, 15, 10, 10])
    #expect(HealthItem.allCases.map(\.points).reduce(0, +) == 100)
  }

  /// Vector `health-reserve-ratio-roda-sejahtera`: bands of ten points, by their upper bound.
  @Test(arguments: [(4_694, 50, 250), (2_494, 30, 150), (9_785, 100, 500)])
  func reserve(_ reserve: Rupiah, _ value: Int, _ points: Int) throws {
    let score = try self.value(.riskReserve, [68: reserve, 113: 10_000])
    #expect(score.value == value && score.hundredths == points)
  }

  /// Vector `health-problem-loan-ratio`.
  @Test(arguments: [58, 59] as [Rupiah]) func problemLoans(_ lost: Rupiah) throws {
    let score = try value(.problemLoans, [8: 10_000, 113: lost])
    #expect(score.value == 80 && score.hundredths == 400)
  }

  @Test("Half of substandard and three quarters of doubtful loans are a risk")
  func weighted() throws {
    let score = try value(.problemLoans, [8: 1_000, 111: 100, 112: 100, 113: 75])
    #expect(score.percent == "20.00" && score.value == 60)
    #expect(try value(.problemLoans, [8: 1_000]).value == 100)
  }

  /// Own capital over assets: the best in the middle, and 66 % is worth 50.
  @Test(
    arguments: [
      (0, 0), (1, 25), (2_000, 25), (2_001, 50), (4_000, 50), (4_001, 100), (6_000, 100),
      (6_600, 50), (8_000, 50), (8_001, 25),
    ] as [(Rupiah, Int)])
  func bounds(_ capital: Rupiah, _ value: Int) throws {
    #expect(try self.value(.equityToAssets, [1: 10_000, 62: capital]).value == value)
  }

  @Test("A scale never falls where more is better, and never rises where less is")
  func monotone() throws {
    for (item, isRising) in [
      (HealthItem.equityToRisk, true), (.memberLoans, true), (.riskReserve, true), (.roa, true),
      (.roe, true), (.mainIncome, true), (.loansToFunds, true), (.independence, true),
      (.problemLoans, false), (.loansAtRisk, false), (.operatingCost, false),
      (.operatingExpense, false), (.service, false),
    ] {
      let scale = try #require(HealthRule.official[item]).scale
      var before: Int?
      for hundredths in stride(from: Int128(0), through: 15_000, by: 25) {
        let ratio = try #require(HealthFraction(hundredths, over: 10_000))
        let value = try scale.value(of: ratio)
        #expect((0...100).contains(value))
        if let before { #expect(isRising ? value >= before : value <= before, "\(item)") }
        before = value
      }
    }
  }

  /// Vector `health-mitra-sukses-lestari`.
  @Test(arguments: [
    (6_770, HealthScores.Verdict.fairlyHealthy), (6_245, .watched), (6_780, .fairlyHealthy),
    (6_598, .watched), (6_600, .fairlyHealthy), (8_000, .healthy), (5_099, .closelyWatched),
  ])
  func verdicts(_ total: Int, _ verdict: HealthScores.Verdict) {
    #expect(HealthScores.Verdict(hundredths: total) == verdict)
  }

  @Test("What no cell holds is given in points, and only all of it makes a verdict")
  func given() throws {
    let sheet = HealthCells()
    var profile = HealthProfile(rules: .official)
    let empty = try HealthScores(sheet, profile)
    #expect(empty.scored == 0 && empty.total == 0 && empty.verdict == nil)
    for item in HealthItem.allCases.dropLast() { profile.given[item] = item.points * 80 }
    let most = try HealthScores(sheet, profile)
    #expect(most.scored == 97 && most.total == 7_760 && most.verdict == nil)
    profile.given[.memberBenefit] = 240
    let all = try HealthScores(sheet, profile)
    let capital = all.aspect(.capital)
    #expect(all.verdict == .healthy && capital.hundredths == 1_200 && capital.scored == 15)
    #expect(try HealthReport(current: sheet).scores == nil)
  }
}
