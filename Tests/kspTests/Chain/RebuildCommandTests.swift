import Foundation
import KSPCore
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

  /// A file whose end is gone: verify names the pages, and a new book holds what can be read.
  @Test func aCutFileIsVerifiedAndRebuilt() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    for step in 0..<400 {
      _ = try ledger.deposit(
        50_000, member: "0001", on: day("2026-01-05"), note: EntryNote(memo: "Setoran \(step)"))
    }
    try ledger.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file()))
    let pages = bytes.count / 4_096
    try bytes.prefix((pages - 4) * 4_096).write(to: URL(fileURLWithPath: folder.file()))
    for more in [["--lang", "id"], ["--lang", "id", "--quick"]] {
      let verified = try CommandTests.run(folder, ["verify", "--book", "book.ksp"] + more)
      #expect(verified.status == 1)
      #expect(verified.output.contains("\(pages - 3)–\(pages) · −"), "\(verified)")
      #expect(verified.output.contains("Ketika periksa gagal"))
    }
    let rebuilt = try CommandTests.ksp(
      folder, "rebuild", "part.ksp", "--book", "book.ksp", "--lang", "id")
    #expect(rebuilt.status == 1 && rebuilt.output.contains("TIDAK IKUT"), "\(rebuilt)")
    #expect(try CommandTests.ksp(folder, "verify", "--book", "part.ksp").status == 0)
    // Of which not even the list of tables is left, no more than that can be said.
    try bytes.prefix(4_096).write(to: URL(fileURLWithPath: folder.file()))
    let nothing = try CommandTests.ksp(folder, "verify", "--book", "book.ksp", "--lang", "id")
    #expect(nothing.status == 1 && nothing.output.contains("file.readable"), "\(nothing)")
    #expect(try CommandTests.ksp(folder, "rebuild", "no.ksp", "--book", "book.ksp").status == 70)
    #expect(try CommandTests.ksp(folder, "trial-balance", "--book", "part.ksp").status == 0)
  }
}
