import Foundation
import KSPCore
import KSPTestSupport
import Testing

/// `ksp simulate health`, whose JSON other programs rely on.
@Suite struct SimulateHealthTests {
  private func simulate(_ cells: String, _ arguments: String...) throws -> CommandTests.Outcome {
    let folder = try TestFolder()
    try cells.write(toFile: folder.file("c.csv"), atomically: true, encoding: .utf8)
    return try CommandTests.run(folder, ["simulate", "health", "c.csv"] + arguments)
  }

  static let cells = """
    cell,current,previous
    1,130000000,100000000
    8,870000000,800000000
    38,600000000,600000000
    62,400000000,300000000
    71,42100000,0
    111,40000000,0
    112,20000000,0
    113,10000000,0
    114,30000000,0
    115,10000000,0
    116,4000000,0

    """

  @Test func theShapeIsAsPromised() throws {
    let health = try simulate(Self.cells, "--format", "json")
    #expect(health.status == 0, "\(health.messages)")
    #expect(
      health.output.hasPrefix(
        """
        {"schema":"ksp.health/1","ratios":[{"name":"roa","numerator":"42100000",\
        "denominator":"1000000000","percent":"4.21","band":3,"gap":null},\
        {"name":"roe","numerator":"42100000","denominator":"400000000","percent":"10.53",\
        "band":1,"gap":null},
        """), "\(health.output)")
    #expect(health.output.contains("\"ppapwd\":\"16000000\""))
    #expect(
      health.output.contains(
        """
        {"name":"car","numerator":"400000000","denominator":"0","percent":null,"band":null,\
        "gap":"weightsMissing"}
        """))
    let object = try JSONSerialization.jsonObject(with: Data(health.output.utf8))
    let ratios = try #require((object as? [String: Any])?["ratios"] as? [[String: Any]])
    #expect(
      ratios.compactMap { $0["name"] as? String } == [
        "roa", "roe", "independence", "operatingCost", "operatingExpense", "memberLoans",
        "problemLoans", "riskReserve", "cash", "loansToFunds", "currentAssets", "growthAssets",
        "growthFunds", "growthEquity", "growthResult", "mainIncome", "shuToShares",
        "memberSavings", "equityToAssets", "car", "memberCapital", "longTermDebt",
      ])
  }

  @Test func readingsAndWeightsAreOptions() throws {
    let health = try simulate(
      Self.cells, "--expenses", "all", "--cash", "1-4", "--risk-reserve", "68+13",
      "--long-term-debt", "54-61", "--risk-weight", "8=100", "--format", "json")
    #expect(health.status == 0, "\(health.messages)")
    #expect(
      health.output.contains(
        """
        "readings":{"expenses":"all","cash":"1-4","riskReserve":"68+13","longTermDebt":"54-61"}
        """))
    #expect(
      health.output.contains("\"denominator\":\"870000000\",\"percent\":\"45.98\",\"band\":1"))
  }

  @Test func whatIsWrongIsSaid() throws {
    let bad = try simulate("cell,current,previous\n117,1,0\n")
    #expect(bad.status == 65)
    #expect(bad.messages.contains("c.csv:2:1"))
    #expect(try simulate(Self.cells, "--cash", "2-4").status == 64)
    #expect(try simulate(Self.cells, "--risk-weight", "0=100").status == 64)
    let text = try simulate(Self.cells, "--lang", "en")
    #expect(text.output.contains("NOTE: the SHU of cells 71–110 is Rp42.100.000, cell 70 Rp0."))
    #expect(text.output.contains("no weights of risk assets"))
  }
}
