import KSPStatements

extension Samples {
  static func outlook() throws -> MonthEndOutlook {
    MonthEndOutlook(
      month: try BookMonth(year: 2026, month: 6), today: try date("2026-07-01"),
      openingDifference: .zero, obstacles: [],
      findings: [
        MonthFinding(
          .cashBelowZero, count: 1, amount: -50_000, places: ["1-1000 2026-06-12: −Rp50.000"]),
        MonthFinding(.bankOpen, count: 3, amount: 485_000, places: ["1-1100: 3"]),
        MonthFinding(.duesUnpaid, count: 12, amount: 1_240_000),
      ])
  }
}
