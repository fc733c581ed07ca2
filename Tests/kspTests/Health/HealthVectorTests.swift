import Foundation
import KSPCore
import KSPTestSupport
import Testing

/// The worksheets that were published, through `ksp simulate health`.
@Suite struct HealthVectorTests {
  private func report(
    _ cells: [Int: String], _ words: String...
  ) throws -> [String: Any] {
    let folder = try TestFolder()
    let rows = cells.sorted { $0.key < $1.key }.map { "\($0.key),\($0.value)," }
    try (["cell,current,previous"] + rows).joined(separator: "\n")
      .write(toFile: folder.file("c.csv"), atomically: true, encoding: .utf8)
    let outcome = try CommandTests.run(
      folder, ["simulate", "health", "c.csv"] + words + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  private func ratio(_ name: String, _ report: [String: Any]) throws -> [String: Any] {
    let ratios = try #require(report["ratios"] as? [[String: Any]])
    return try #require(ratios.first { $0["name"] as? String == name })
  }

  private func score(_ name: String, _ report: [String: Any]) throws -> [String: Any] {
    let scores = try #require(report["scores"] as? [String: Any])
    let items = try #require(scores["items"] as? [[String: Any]])
    return try #require(items.first { $0["name"] as? String == name })
  }

  /// Vector `health-reserve-ratio-roda-sejahtera`.
  @Test(arguments: [
    ("46.94", "4694", 50, "2.50"), ("24.94", "2494", 30, "1.50"), ("97.85", "9785", 100, "5.00"),
  ])
  func reserve(_ percent: String, _ reserve: String, _ value: Int, _ points: String) throws {
    let found = try score(
      "riskReserve", report([68: reserve, 113: "10000"], "--rules", "2009"))
    #expect(found["percent"] as? String == percent && found["value"] as? Int == value)
    #expect(found["points"] as? String == points)
  }

  /// Vector `health-problem-loan-ratio`.
  @Test(arguments: [("0.58", "58"), ("0.59", "59")])
  func problemLoans(_ percent: String, _ lost: String) throws {
    let found = try score("problemLoans", report([8: "10000", 113: lost], "--aturan", "2009"))
    #expect(found["percent"] as? String == percent && found["value"] as? Int == 80)
    #expect(found["points"] as? String == "4.00")
  }

  /// Vector `prov-rpm-setia-dharma`: the risk of problem loans over the loans.
  @Test func theRiskOfProblemLoans() throws {
    let found = try score(
      "problemLoans", report([8: "115642000", 111: "25100000"], "--rules", "2009"))
    #expect(found["percent"] as? String == "10.85")
  }

  /// Vector `health-mitra-sukses-lestari`: the points of the aspects as they were published, given
  /// item by item, with the totals of the years and what they are called. Management is what the
  /// totals leave, 10.95 on the average of the years.
  @Test(arguments: [
    ([630, 1_825, 1_115, 650, 1_000, 850, 700], "67.70", "fairlyHealthy"),
    ([840, 1_825, 1_055, 650, 625, 550, 700], "62.45", "watched"),
    ([840, 1_925, 1_115, 650, 1_000, 550, 700], "67.80", "fairlyHealthy"),
  ])
  func verdicts(_ aspects: [Int], _ total: String, _ verdict: String) throws {
    var words = ["--rules", "2009"]
    for (aspect, points) in zip(HealthItem.Aspect.allCases, aspects) {
      var left = points
      for item in HealthItem.allCases where item.aspect == aspect {
        let own = min(left, item.points * 100)
        let rest = own % 100
        let points = "\(own / 100),\(rest < 10 ? "0" : "")\(rest)"
        words += ["--points", "\(item.rawValue)=\(points)"]
        left -= own
      }
      #expect(left == 0)
    }
    let folder = try TestFolder()
    try "cell,current\n1,1\n".write(
      toFile: folder.file("c.csv"), atomically: true, encoding: .utf8)
    let outcome = try CommandTests.run(
      folder, ["simulate", "health", "c.csv"] + words + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.output.contains(#""total":"\#(total)","scored":100,"verdict":"\#(verdict)""#))
  }

  /// Vector `health-setia-dharma-bad`: nothing that is printed holds, neither the own capital nor
  /// what follows from it.
  @Test func whatSetiaDharmaPrintedStaysFalse() throws {
    let sheet = try report([
      1: "174055219", 62: "15000000", 63: "40810000", 64: "28995547", 66: "12474021",
      67: "30853649", 68: "20000000", 69: "7073451",
    ])
    let equity = try ratio("equityToAssets", sheet)
    #expect(equity["numerator"] as? String == "155206668")
    #expect(equity["percent"] as? String == "89.17")
    let car = try ratio(
      "car", report([62: "116380943", 1: "118337000"], "--risk-weight", "1=100"))
    #expect(car["percent"] as? String == "98.35" && car["band"] as? Int == 1)
  }

  /// Vector `kkpkk-app-bad`: administration counts once, and provisi counts.
  @Test func whatTheApplicationAddedStaysFalse() throws {
    let main = try ratio("mainIncome", report([71: "100", 72: "10", 73: "5", 74: "2"]))
    #expect(main["numerator"] as? String == "117")
  }

  /// Vector `kkpkk-ppapwd`.
  @Test func whatMustBeSetAside() throws {
    let sheet = try report([
      8: "870000000", 111: "40000000", 112: "20000000", 113: "10000000", 114: "30000000",
      115: "10000000", 116: "4000000",
    ])
    #expect(sheet["ppapwd"] as? String == "16000000")
  }
}
