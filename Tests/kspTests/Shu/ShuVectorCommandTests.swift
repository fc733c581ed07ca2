import Foundation
import KSPTestSupport
import Testing

/// Vector `shu-leaver-joiner` through `ksp simulate shu`: the bases of its three ways, of which the
/// pots are 10 and 12 million. From a book the library works them out; the vector keeps the daily
/// average back.
@Suite struct ShuVectorCommandTests {
  private func parts(_ key: String, _ rows: String) throws -> [String: String] {
    let folder = try TestFolder()
    try ("member,name,capital,activity\n" + rows).write(
      toFile: folder.file("m.csv"), atomically: true, encoding: .utf8)
    let outcome = try CommandTests.ksp(
      folder, "simulate", "shu", "--shu", "40000000", "--share", "cadangan=45%", "--capital",
      "25%", "--activity", "30%", "--members", "m.csv", "--format", "json")
    #expect(outcome.status == 0, "\(outcome.messages)")
    let said = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let members = try #require(said["members"] as? [[String: Any]])
    return members.reduce(into: [:]) { $0[$1["member"] as? String ?? ""] = $1[key] as? String }
  }

  @Test func leaversAreOutAtTheEndOfTheYear() throws {
    let rows = "A,,1200000,300000\nB,,2400000,0\nD,,400000,50000\n"
    #expect(try parts("capital", rows) == ["A": "3000000", "B": "6000000", "D": "1000000"])
    #expect(try parts("activity", rows) == ["A": "10285714", "B": "0", "D": "1714286"])
  }

  /// C has five month ends, D has three.
  @Test func leaversAreInWithTheirMonthEnds() throws {
    let rows = "A,,1200000,300000\nB,,2400000,0\nC,,750000,450000\nD,,100000,50000\n"
    #expect(
      try parts("capital", rows) == [
        "A": "2696629", "B": "5393259", "C": "1685393", "D": "224719",
      ])
    #expect(
      try parts("activity", rows) == ["A": "4500000", "B": "0", "C": "6750000", "D": "750000"])
  }

  @Test func leaversAreOutOfTheMonthEnds() throws {
    let rows = "A,,1200000,300000\nB,,2400000,0\nD,,100000,50000\n"
    #expect(try parts("capital", rows) == ["A": "3243243", "B": "6486487", "D": "270270"])
  }
}
