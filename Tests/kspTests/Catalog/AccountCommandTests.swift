import KSPTestSupport
import Testing

/// Accounts of the chart from the command line.
@Suite(.hangs) struct AccountCommandTests {
  @Test func anAccountComesGetsANameAndGoes() throws {
    let folder = try CommandTests.prepared()
    func run(_ words: String...) throws -> CommandTests.Outcome {
      try CommandTests.run(folder, words)
    }
    let add = ["account", "add", "5-9150", "Beban listrik", "--english", "Electricity"]
    #expect(try CommandTests.run(folder, add + ["--yes"]).status == 64)
    let rehearsed = try CommandTests.run(
      folder, add + ["--class", "expense", "--dry-run", "--lang", "en"])
    #expect(rehearsed.status == 0, "\(rehearsed.messages)")
    #expect(!(try run("akun", "daftar", "--format", "csv").output.contains("5-9150")))
    let added = try CommandTests.run(folder, add + ["--golongan", "expense", "--yes"])
    #expect(added.status == 0, "\(added.messages)")
    #expect(try run("akun", "daftar", "--format", "csv").output.contains("5-9150,Beban listrik"))
    #expect(try CommandTests.run(folder, add + ["--class", "expense", "--yes"]).status == 65)
    let renamed = try run("akun", "ganti-nama", "5-9150", "Listrik dan air", "--yes")
    #expect(renamed.status == 0, "\(renamed.messages)")
    #expect(try run("account", "list", "--format", "csv").output.contains("Listrik dan air"))
    let closed = try run("akun", "tutup", "5-9150", "--tanggal", "2026-01-31", "--yes")
    #expect(closed.status == 0, "\(closed.messages)")
    #expect(try run("akun", "tutup", "1-1000", "--tanggal", "2026-01-31", "--yes").status == 65)
    #expect(try run("verify").status == 0)
  }
}
