import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// What a person at the keyboard meets of the book's file: waiting, warnings, backups beside a
/// writer.
@Suite(.hangs) struct BookFileTests {
  static let deposit = ["setor", "0001", "1000", "--date", "2026-01-05", "--yes"]

  /// A book that this test writes, by the name that `ksp` uses by itself.
  private func busyBook() throws -> (folder: TestFolder, ledger: Ledger) {
    let folder = try CommandTests.prepared()
    let path = folder.file("koperasi.ksp")
    return (folder, try Ledger.open(at: path, clock: standingClock))
  }

  @Test(arguments: [["--wait", "0"], ["--tunggu=0"]])
  func whoDoesNotWaitIsToldWhoWrites(_ wait: [String]) throws {
    let (folder, ledger) = try busyBook()
    let first = try CommandTests.run(folder, wait + Self.deposit)
    #expect(first.status == 75)
    #expect(first.messages.contains("proses \(getpid()), pengguna"), "\(first.messages)")
    let second = try CommandTests.run(folder, Self.deposit + wait + ["--lang", "en"])
    #expect(second.status == 75)
    #expect(second.messages.contains("process \(getpid()), user"), "\(second.messages)")
    try ledger.close()
  }

  @Test func waitingSaysSoAfterASecondAndGetsThrough() throws {
    let (folder, ledger) = try busyBook()
    Thread {
      usleep(2_500_000)
      try? ledger.close()
    }.start()
    let outcome = try CommandTests.run(folder, Self.deposit + ["--wait", "30", "--lang", "en"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.messages.contains("Waiting for at most 30 seconds"))
  }

  @Test func aWaitThatCannotBeIsRefused() throws {
    let folder = try CommandTests.prepared()
    #expect(try CommandTests.run(folder, Self.deposit + ["--wait=-1"]).status == 64)
  }

  @Test func readersAndBackupsDoNotWait() throws {
    let (folder, ledger) = try busyBook()
    #expect(try CommandTests.ksp(folder, "status", "--wait", "0").status == 0)
    let backup = try CommandTests.ksp(folder, "backup", "copy.ksp", "--wait", "0", "--lang", "en")
    #expect(backup.status == 0)
    #expect(backup.messages.contains("not noted in the book"), "\(backup.messages)")
    try ledger.close()
    let noted = try CommandTests.ksp(folder, "backup", "copy2.ksp", "--lang", "en")
    #expect(!noted.messages.contains("not noted"))
    #expect(try CommandTests.ksp(folder, "verify", "--book", "copy.ksp").status == 0)
  }

  @Test func aChartWithAColumnThatIsNotKnownMakesNoBook() throws {
    let folder = try TestFolder()
    let csv = "kode,nama,golongan,dibukukan,jenis\n1,Kas,asset,ya,x\n"
    try Data(csv.utf8).write(to: URL(fileURLWithPath: folder.file("akun.csv")))
    let outcome = try CommandTests.ksp(folder, "init", "KSP Uji", "--chart", "akun.csv")
    #expect(outcome.status == 65)
    #expect(outcome.messages.contains("akun.csv:1:30: Salah: Kolom “jenis” tidak dikenal"))
    #expect(outcome.messages.contains("dibukukan"), "\(outcome.messages)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["akun.csv"])
  }

  @Test func aBookThatEverybodyMayReadIsPointedOut() throws {
    let folder = try CommandTests.prepared()
    #expect(try CommandTests.ksp(folder, "status").messages.contains("peringatan") == false)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: folder.file("koperasi.ksp"))
    let outcome = try CommandTests.run(folder, Self.deposit)
    #expect(outcome.status == 0)
    #expect(outcome.messages.contains("peringatan: Semua pengguna"), "\(outcome.messages)")
  }

  @Test(arguments: ["", ":memory:", "file:koperasi.ksp"])
  func namesThatAreNoFilesAreRefused(_ name: String) throws {
    let folder = try CommandTests.prepared()
    #expect(try CommandTests.run(folder, ["status", "--book", name]).status == 65)
    #expect(try CommandTests.run(folder, ["init", "X", "--book", name]).status == 65)
  }

  /// SQLite would take such a copy for the log of the book.
  @Test(arguments: ["-wal", "-shm", "-journal", "-lock", ".ksp-part"])
  func namesThatBelongToABookAreRefusedForANewFile(_ ending: String) throws {
    let folder = try CommandTests.prepared()
    let name = "koperasi.ksp" + ending
    #expect(try CommandTests.ksp(folder, "backup", name).status == 65)
    #expect(try CommandTests.ksp(folder, "init", "X", "--book", name).status == 65)
    let made = FileManager.default.contents(atPath: folder.file(name)) ?? Data()
    #expect(!made.starts(with: Data("SQLite".utf8)))
    #expect(try CommandTests.ksp(folder, "verify").status == 0)
  }

  @Test func aBackupReplacesNothing() throws {
    let folder = try CommandTests.prepared()
    for name in ["a.ksp", "b.txt"] {
      let url = URL(fileURLWithPath: folder.file(name))
      try Data("notes".utf8).write(to: url)
      let outcome = try CommandTests.ksp(folder, "backup", name, "--replace")
      #expect(outcome.status == 73, "\(outcome.messages)")
      #expect(try Data(contentsOf: url) == Data("notes".utf8))
    }
    #expect(try CommandTests.ksp(folder, "backup", "c.txt", "-o", "c.txt").status == 64)
  }
}
