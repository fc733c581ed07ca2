import Foundation
import KSPCore
import KSPTestSupport
import Testing

/// `ksp simulate shu`, whose JSON other programs rely on.
@Suite struct SimulateShuTests {
  private func simulate(_ members: String, _ arguments: String...) throws -> CommandTests.Outcome {
    let folder = try TestFolder()
    try members.write(toFile: folder.file("m.csv"), atomically: true, encoding: .utf8)
    return try CommandTests.run(folder, ["simulate", "shu", "--members", "m.csv"] + arguments)
  }

  static let members = """
    member,name,capital,activity
    1,Siti Aminah,1200000,300000
    2,Budi Hartono,2400000,0
    4,Dewi,400000,50000

    """

  @Test func theShapeIsAsPromised() throws {
    let shu = try simulate(
      Self.members, "--shu", "40000000", "--share", "cadangan=40%", "--share", "pengurus=5%",
      "--capital", "25%", "--activity", "30%", "--format", "json")
    #expect(shu.status == 0, "\(shu.messages)")
    #expect(
      shu.output == """
        {"schema":"ksp.shu/1","pots":[\
        {"name":"capital","amount":"10000000","share":"25","base":"4000000","undistributed":"0"},\
        {"name":"activity","amount":"12000000","share":"30","base":"350000","undistributed":"0"},\
        {"name":"cadangan","amount":"16000000","share":"40","base":null,"undistributed":"0"},\
        {"name":"pengurus","amount":"2000000","share":"5","base":null,"undistributed":"0"}],\
        "members":[{"member":"1","capital":"3000000","activity":"10285714","total":"13285714",\
        "name":"Siti Aminah","capitalBase":"1200000","activityBase":"300000"},\
        {"member":"2","capital":"6000000","activity":"0","total":"6000000",\
        "name":"Budi Hartono","capitalBase":"2400000","activityBase":"0"},\
        {"member":"4","capital":"1000000","activity":"1714286","total":"2714286",\
        "name":"Dewi","capitalBase":"400000","activityBase":"50000"}],\
        "undistributed":"0","shu":"40000000","roundTo":"1"}

        """)
  }

  @Test func sharesThatAreNotWholeAreRefusedWithTheirSum() throws {
    let shu = try simulate(
      Self.members, "--shu", "40000000", "--share", "cadangan=40%", "--capital", "25%",
      "--activity", "30%", "--lang", "en")
    #expect(shu.status == 64)
    #expect(shu.output.isEmpty)
    #expect(shu.messages.contains("add up to 95%"))
    #expect(shu.messages.contains("5% too little"))
  }

  @Test func aPotWithoutABaseIsLeftAndSaid() throws {
    let shu = try simulate(
      "member,name,capital,activity\n1,Siti,100,0\n", "--shu", "1000001", "--capital", "50%",
      "--activity", "50%", "--lang", "en")
    #expect(shu.status == 0, "\(shu.messages)")
    #expect(shu.output.contains("nobody has a base, so Rp500.000 is not distributed."))
    #expect(shu.output.contains("Rp500.000"))
  }

  @Test func whatCannotBeDividedSaysSo() throws {
    let loss = try simulate(
      Self.members, "--shu", "-5", "--capital", "50%", "--activity", "50%", "--lang", "en")
    #expect(loss.status == 64)
    let row = try simulate(
      "member,capital,activity\n1,x,0\n", "--shu", "5", "--capital", "50%", "--activity", "50%")
    #expect(row.status == 65, "\(row.messages)")
    #expect(row.messages.contains("m.csv:2:3"))
    let coarse = try simulate(
      Self.members, "--shu", "40000000", "--capital", "50%", "--activity", "50%", "--round-to",
      "1000", "--format", "json")
    #expect(coarse.output.contains("\"undistributed\":\"1000\",\"shu\""), "\(coarse.output)")
  }
}
