import Foundation
import KSPTestSupport
import Testing

/// Governance at the command line: questions without answers, and answers with their scores.
@Suite struct HealthGovernanceTests {
  private func json(_ folder: TestFolder, _ words: [String]) throws -> [String: Any] {
    let outcome = try CommandTests.run(folder, words + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  /// Vector `health-kkpkk-checklist`: 4, 3, 2, 1 and 0 of four answers are yes.
  @Test func theScoresOfTheVector() throws {
    let folder = try TestFolder()
    try SimulateHealthTests.cells.write(
      toFile: folder.file("c.csv"), atomically: true, encoding: .utf8)
    let indicators = ["I.1", "I.4", "I.5", "I.6", "I.7"]
    var rows = ["question,answer"]
    for (yes, indicator) in zip([4, 3, 2, 1, 0], indicators) {
      rows += ["a", "b", "c", "d"].enumerated().map { index, letter in
        "\(indicator).\(letter),\(index < yes ? "ya" : "tidak")"
      }
    }
    try rows.joined(separator: "\n").write(
      toFile: folder.file("j.csv"), atomically: true, encoding: .utf8)
    let words = ["simulasi", "kesehatan", "c.csv", "--jawaban", "j.csv"]
    let found = try #require(try json(folder, words)["indicators"] as? [[String: Any]])
      .filter { indicators.contains($0["number"] as? String ?? "") }
    #expect(
      found.map { $0["percent"] as? String } == ["100.00", "75.00", "50.00", "25.00", "0.00"])
    #expect(found.map { $0["score"] as? Int } == [4, 3, 2, 1, 1])
    let text = try CommandTests.run(folder, words).output
    for line in [
      "4/4 ya = 100,00 %: skor 4, sehat", "3/4 ya = 75,00 %: skor 3, cukup sehat",
      "2/4 ya = 50,00 %: skor 2, kurang sehat", "1/4 ya = 25,00 %: skor 1, tidak sehat",
      "0/4 ya = 0,00 %: skor 1, tidak sehat",
    ] { #expect(text.contains(line), "\(line)") }
    try "question,answer\nX.1,ya\n".write(
      toFile: folder.file("j.csv"), atomically: true, encoding: .utf8)
    let bad = try CommandTests.run(folder, words)
    #expect(bad.status == 65 && bad.messages.contains("j.csv:2:1"), "\(bad.messages)")
  }

  @Test func theSheetOfABookAsksPeople() throws {
    let folder = try CommandTests.prepared()
    let questions = try #require(
      try json(folder, ["health", "2026"])["questions"] as? [[String: Any]])
    #expect(questions.count == 77 && questions.allSatisfy { $0["answer"] is NSNull })
    let page = try CommandTests.run(folder, ["health", "2026", "--format", "html"])
    #expect(page.output.contains("Tata kelola") && page.output.contains("[ ]"))
    let old = try json(folder, ["health", "2026", "--rules", "2009"])
    #expect(old["questions"] == nil)
  }

  /// What the settings say holds for the sheet and for the pack; an option overrides it for a look.
  @Test func readingsAreSettingsOfTheBook() throws {
    let folder = try CommandTests.prepared()
    func readings(_ words: String...) throws -> [String: String]? {
      try json(folder, ["health", "2026"] + words)["readings"] as? [String: String]
    }
    func car(_ words: String...) throws -> String? {
      let ratios = try json(folder, ["health", "2026"] + words)["ratios"] as? [[String: Any]]
      return ratios?.first { $0["name"] as? String == "car" }?["percent"] as? String
    }
    let usual = [
      "expenses": "members", "cash": "1-6", "riskReserve": "68", "longTermDebt": "54-61+65",
    ]
    #expect(try readings() == usual)
    #expect(try car() == nil)
    let set = try CommandTests.run(
      folder,
      [
        "pengaturan", "ubah", "--kesehatan-kas", "1-4", "--kesehatan-beban", "all",
        "--kesehatan-cadangan", "68+13", "--kesehatan-utang", "54-61", "--kesehatan-atmr", "1=50",
        "--kesehatan-atmr", "8=100", "--modal-awal", "150.000", "--ya", "--format", "json",
      ])
    #expect(set.status == 0, "\(set.messages)")
    #expect(set.output.contains(#""healthRiskWeights":"1=50,8=100""#), "\(set.output)")
    let other = [
      "expenses": "all", "cash": "1-4", "riskReserve": "68+13", "longTermDebt": "54-61",
    ]
    #expect(try readings() == other)
    // 100,000 of pokok over half of 100,000 in cash.
    #expect(try car() == "200.00")
    #expect(try readings("--cash", "1-6")?["cash"] == "1-6")
    #expect(try car("--risk-weight", "1=100") == "100.00")
    let pack = try CommandTests.run(folder, ["quarter", "2026-Q1", "-o", "q"])
    #expect(pack.status == 0, "\(pack.messages)")
    let page = try FileManager.default.contentsOfDirectory(atPath: folder.file("q"))
      .first { $0.lowercased().contains("kesehatan") }
    let sheet = try String(contentsOfFile: folder.file("q/\(try #require(page))"), encoding: .utf8)
    #expect(sheet.contains("200,00"))
    // Own capital of 100,000 is below what the cooperative began with.
    let limits = try json(folder, ["limits"])["limits"] as? [[String: Any]]
    let capital = limits?.first { $0["name"] as? String == "ownCapital" }
    #expect(capital?["kept"] as? Bool == false && capital?["limit"] as? String == "150000")
    _ = try CommandTests.run(
      folder,
      [
        "settings", "set", "--health-risk-weight", "", "--health-cash", "", "--initial-capital", "",
        "--yes",
      ])
    #expect(try car() == nil)
    #expect(try readings()?["cash"] == "1-6")
    #expect(try CommandTests.run(folder, ["limits"]).output.contains("Modal awal tidak diketahui"))
  }
}
