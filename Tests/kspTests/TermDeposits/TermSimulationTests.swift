import Foundation
import KSPTestSupport
import Testing

/// `ksp simulate term`, run as people and scripts run it.
@Suite struct TermSimulationTests {
  private func simulate(_ arguments: String...) throws -> CommandTests.Outcome {
    try CommandTests.run(TestFolder(), ["simulate", "term"] + arguments)
  }

  private func json(_ arguments: String...) throws -> [String: Any] {
    let outcome = try CommandTests.run(
      TestFolder(), ["simulate", "term"] + arguments + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(object as? [String: Any])
  }

  private func rows(_ answer: [String: Any]) throws -> [[String: Any]] {
    try #require(answer["rows"] as? [[String: Any]])
  }

  @Test func theShapeIsAsPromised() throws {
    let outcome = try simulate(
      "--principal", "42000000", "--rate", "16%/year", "--opened", "2019-08-05", "--tenor", "3",
      "--tax", "15%", "--format", "json")
    #expect(
      outcome.output.hasPrefix(
        #"{"schema":"ksp.term/1","rows":[{"from":"2019-08-05","to":"2019-09-05","days":31,"#
          + #""interest":"570740","tax":"85611","net":"485129","principal":"42000000"},"#))
    #expect(
      outcome.output.contains(
        #""interest":"1693809","tax":"254071","net":"1439738","penalty":"0","paid":"42000000""#))
  }

  @Test("td vectors through the command line")
  func vectors() throws {
    let added = try rows(
      try json(
        "--principal", "50000000", "--rate", "12%/year", "--opened", "2020-05-05", "--tenor", "12",
        "--payout", "capitalise", "--tax", "20%"))
    #expect(added[0]["principal"] as? String == "50407671")
    #expect(added[1]["net"] as? String == "397738")
    #expect(added[1]["principal"] as? String == "50805409")

    let advance = try json(
      "--principal", "21000000", "--rate", "12%/year", "--opened", "2020-04-01", "--tenor", "10",
      "--day-count", "1/12", "--payout", "advance", "--tax", "15%")
    #expect(advance["interest"] as? String == "2100000")
    #expect(advance["paid"] as? String == "19215000")

    let cut = try json(
      "--principal", "18000000", "--rate", "16%/year", "--opened", "2020-03-05", "--tenor", "1",
      "--tax", "15%", "--round-to", "0.01", "--rounding", "down")
    #expect(cut["net"] as? String == "207912.33")

    let bad = try json(
      "--principal", "9000000", "--rate", "16%/year", "--opened", "2020-03-05", "--tenor", "1",
      "--tax", "15%", "--round-to", "0.01")
    #expect(bad["interest"] as? String == "122301.37")
    #expect(bad["tax"] as? String == "18345.21")

    let broken = try json(
      "--principal", "50000000", "--rate", "6%/year", "--opened", "2025-01-10", "--tenor", "6",
      "--break", "2025-03-01", "--penalty", "0.5%:principal")
    #expect(broken["penalty"] as? String == "250000")

    let february = try rows(
      try json(
        "--principal", "30000000", "--rate", "9%/year", "--opened", "2026-01-30", "--tenor", "3",
        "--payout", "cash", "--rounding", "down"))
    #expect(february.map { $0["to"] as? String } == ["2026-02-28", "2026-03-30", "2026-04-30"])
    #expect(february.map { $0["interest"] as? String } == ["214520", "221917", "229315"])
  }

  @Test("td-ksp-tax-cliff-inversion: the larger deposit is pointed out")
  func cliff() throws {
    let cliff = try simulate(
      "--principal", "32100000", "--rate", "9%/year", "--opened", "2026-01-05", "--tenor", "1",
      "--day-count", "1/12", "--lang", "en")
    #expect(cliff.status == 0)
    #expect(cliff.output.contains("216,675") || cliff.output.contains("216.675"))
    #expect(cliff.messages.contains("free of tax"), "\(cliff.messages)")
    let below = try simulate(
      "--principal", "32000000", "--rate", "9%/year", "--opened", "2026-01-05", "--tenor", "1",
      "--day-count", "1/12")
    #expect(below.messages.isEmpty, "\(below.messages)")
  }

  @Test func bothLanguagesAreUnderstood() throws {
    let words = try CommandTests.run(
      TestFolder(),
      [
        "simulasi", "berjangka", "--pokok", "42.000.000", "--suku", "16%/tahun", "--dibuka",
        "05/08/2019", "--jangka", "3", "--cara-bayar", "jatuh-tempo", "--cairkan", "2019-10-20",
        "--penalti", "0,5%:pokok",
      ])
    #expect(words.status == 0, "\(words.messages)")
    #expect(words.output.contains("SIMULASI SIMPANAN BERJANGKA"))
    let refused = try simulate(
      "--principal", "1000000", "--rate", "16%", "--opened", "2019-08-05", "--tenor", "3")
    #expect(refused.status != 0)
    let late = try simulate(
      "--principal", "1000000", "--rate", "6%/year", "--opened", "2019-08-05", "--tenor", "3",
      "--break", "2019-11-05")
    #expect(late.status != 0)
    #expect(late.messages.contains("2019-11-05"))
  }
}
