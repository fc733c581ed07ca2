import KSPStatements

@testable import KSPCore

extension Samples {
  /// An SHU with a fund, a member who did no business, and a name that is hard to print.
  private static func shu() throws -> ShuDistribution {
    try ShuDistribution(
      of: 40_000_000,
      by: ShuShares(
        capital: .percent("25"), activity: .percent("30"),
        funds: [.init("cadangan", .percent("40.5")), .init("dana \"sosial\"", .percent("4.5"))]),
      among: [
        ShuBase(member: "0001", name: awkward, capital: 1_200_000, activity: 300_000),
        ShuBase(member: "0002", name: "Budi Hartono", capital: 2_400_000, activity: 0),
        ShuBase(member: "0004", capital: 400_000, activity: 50_000),
      ], step: 100)
  }

  /// A worksheet with a figure in every cell, and growth from nothing.
  private static func health() throws -> HealthReport {
    var cells = HealthCells()
    for number in HealthCells.numbers { cells[number] = try Rupiah(rupiah: Int64(number) * 10_000) }
    return try HealthReport(current: cells)
  }

  /// The papers of the year.
  static func year(_ style: ReportStyle) throws -> [(name: String, text: String)] {
    [
      ("shu", ShuDistributionRenderer(style).string(try shu())),
      ("health", HealthReportRenderer(style).string(try health())),
    ]
  }
}
