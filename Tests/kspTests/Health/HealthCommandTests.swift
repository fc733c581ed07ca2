import Foundation
import KSPTestSupport
import Testing

/// `ksp health`: the worksheet of a book, and the same worked out again from its CSV.
@Suite struct HealthCommandTests {
  @Test func theWorksheetOfABookCanBeWorkedOutAgain() throws {
    let folder = try CommandTests.prepared()
    let json = try CommandTests.ksp(folder, "health", "2026", "--format", "json")
    #expect(json.status == 0, "\(json.messages)")
    let sheet = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(sheet["schema"] as? String == "ksp.health/1")
    let cells = try #require(sheet["cells"] as? [[String: Any]])
    #expect(cells.map { $0["cell"] as? Int } == [1, 62])
    #expect(cells.map { $0["current"] as? String } == ["100000", "100000"])
    #expect((sheet["unplaced"] as? [Any])?.isEmpty == true)
    let csv = try CommandTests.ksp(
      folder, "kesehatan", "2026", "--csv", "program", "--output", "sel.csv")
    #expect(csv.status == 0, "\(csv.messages)")
    let again = try CommandTests.ksp(
      folder, "simulate", "health", "sel.csv", "--format", "json")
    let ratios = try #require(
      try JSONSerialization.jsonObject(with: Data(again.output.utf8)) as? [String: Any])
    #expect(ratios["ratios"] as? NSArray == sheet["ratios"] as? NSArray)
    #expect(try CommandTests.ksp(folder, "health", "26").status == 64)
    #expect(try CommandTests.ksp(folder, "health", "2999").status == 65)
  }
}
