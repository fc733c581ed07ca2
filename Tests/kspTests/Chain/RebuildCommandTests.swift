import KSPLedger
import KSPTestSupport
import Testing

/// `ksp verify --quick` and `ksp rebuild`, as people run them.
@Suite struct RebuildCommandTests {
  @Test func rebuildSaysWhatItLeftBehind() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    for date in ["2026-01-05", "2026-01-06"] {
      _ = try ledger.deposit(50_000, member: "0001", on: day(date))
    }
    try ledger.close()
    let whole = try CommandTests.ksp(
      folder, "bangun-ulang", "baru.ksp", "--buku", "book.ksp", "--lang", "id")
    #expect(whole.status == 0)
    #expect(whole.output.contains("Semuanya ikut"))
    let again = try CommandTests.ksp(folder, "rebuild", "baru.ksp", "--book", "book.ksp")
    #expect(again.status == 73)
    try tamper(with: folder, "book.ksp", "UPDATE posting SET amount = amount * 2 WHERE entry = 2")
    let quick = try CommandTests.ksp(
      folder, "verify", "--quick", "--book", "book.ksp", "--lang", "en")
    #expect(quick.status == 1)
    #expect(quick.output.contains("JU-000002") && quick.output.contains("When verify fails"))
    let broken = try CommandTests.ksp(
      folder, "rebuild", "part.ksp", "--book", "book.ksp", "--lang", "en")
    #expect(broken.status == 1)
    #expect(broken.output.contains("LEFT BEHIND") && broken.output.contains("JU-000002"))
    #expect(try CommandTests.ksp(folder, "verify", "--book", "part.ksp").status == 0)
  }
}
