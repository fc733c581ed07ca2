import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Files appear whole under their name, or not at all.
@Suite(.hangs) struct WholeFileTests {
  private struct Enough: Error {}

  private func names(_ folder: TestFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private func write(_ text: String, to path: String, replacing: Bool = false) throws {
    try WholeFile.write(to: path, replacing: replacing, mode: 0o640) { temporary in
      #expect(temporary.hasSuffix(WholeFile.ending))
      let handle = try #require(FileHandle(forWritingAtPath: temporary))
      try handle.write(contentsOf: Data(text.utf8))
      try handle.close()
    }
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func aFileIsMadeAndReplacedOnlyWhenAsked() throws {
    let folder = try TestFolder()
    try write("satu", to: folder.file("a"))
    #expect(throws: FileProblem(folder.file("a"), EEXIST)) {
      try write("dua", to: folder.file("a"))
    }
    #expect(try String(contentsOfFile: folder.file("a"), encoding: .utf8) == "satu")
    try write("tiga", to: folder.file("a"), replacing: true)
    #expect(try String(contentsOfFile: folder.file("a"), encoding: .utf8) == "tiga")
    #expect(try names(folder) == ["a"])
    #expect(try mode(folder.file("a")) == 0o640)
  }

  @Test func aFailureLeavesNothing() throws {
    let folder = try TestFolder()
    #expect(throws: Enough.self) {
      try WholeFile.write(to: folder.file("a"), replacing: false, mode: 0o600) { _ in
        throw Enough()
      }
    }
    #expect(try names(folder) == [])
    #expect(throws: FileProblem(folder.file("none/a"), ENOENT)) {
      try write("x", to: folder.file("none/a"))
    }
  }

  /// The file that somebody makes under the name meanwhile stays.
  @Test func whoComesFirstStays() throws {
    let folder = try TestFolder()
    #expect(throws: FileProblem(folder.file("a"), EEXIST)) {
      try WholeFile.write(to: folder.file("a"), replacing: false, mode: 0o600) { _ in
        try Data("theirs".utf8).write(to: URL(fileURLWithPath: folder.file("a")))
      }
    }
    #expect(try String(contentsOfFile: folder.file("a"), encoding: .utf8) == "theirs")
    #expect(try names(folder) == ["a"])
  }

  /// A log that lies about would be taken for the new book's.
  @Test func aForgottenLogIsNotTakenOver() throws {
    let folder = try TestFolder()
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder.file("book.ksp-wal")))
    let error = refused { try createBook(folder) }
    #expect(error?.code == .bookExists)
    #expect(error?.message.english.contains("book.ksp-wal") == true)
  }

  @Test func whatKilledRunsLeftIsRemoved() throws {
    let folder = try TestFolder()
    // No process has this number.
    for end in ["", "-wal", "-shm"] {
      try Data("half".utf8).write(
        to: URL(fileURLWithPath: folder.file(".book.ksp.999999999.ksp-part" + end)))
    }
    try Data("other".utf8).write(
      to: URL(fileURLWithPath: folder.file(".other.ksp.999999999.ksp-part")))
    try createBook(folder).close()
    #expect(try names(folder) == [".other.ksp.999999999.ksp-part", "book.ksp"])
  }

  /// Killed while the book is made, again and again: the next try is never in the way.
  @Test func aKilledInitBlocksNobody() throws {
    var random = SplitMix64(seed: 4)
    var made = 0
    for _ in 0..<12 {
      let folder = try TestFolder()
      let process = try PostingProcess.make(
        PostingProcess.program("PostingChild"), [folder.file(), "0", "create"])
      try process.run()
      usleep(UInt32.random(in: 1_000...60_000, using: &random))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if FileManager.default.fileExists(atPath: folder.file()) {
        made += 1
      } else {
        try createBook(folder).close()
      }
      let ledger = try Ledger.open(at: folder.file(), clock: standingClock)
      #expect(try ledger.verify().isOK)
      try ledger.close()
      #expect(try names(folder).filter { $0.hasSuffix("part") } == [])
    }
    print("killed init: \(made) of 12 were complete")
  }

  /// Killed between giving the name and taking the temporary one away.
  @Test func aFileWithItsTemporaryNameIsOpened() throws {
    let folder = try PostingProcess.template.copy()
    try FileManager.default.linkItem(
      atPath: folder.file(), toPath: folder.file(".book.ksp.999999999.ksp-part"))
    try Ledger.open(at: folder.file(), clock: standingClock).close()
    #expect(try names(folder) == ["book.ksp"])
  }

  @Test func newFilesAreTheOwnersAndBackupsAsTheirBook() throws {
    let folder = try TestFolder()
    let ledger = try createBook(folder)
    for end in ["", "-wal", "-shm"] { #expect(try mode(folder.file("book.ksp" + end)) == 0o600) }
    #expect(ledger.warnings.isEmpty)
    _ = try ledger.backup(to: folder.file("copy.ksp"))
    #expect(try mode(folder.file("copy.ksp")) == 0o600)
    try ledger.close()
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o660], ofItemAtPath: folder.file())
    let shared = try Ledger.open(at: folder.file(), clock: standingClock)
    #expect(shared.warnings.isEmpty)
    _ = try shared.backup(to: folder.file("copy2.ksp"))
    #expect(try mode(folder.file("copy2.ksp")) == 0o660)
    try shared.close()
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: folder.file())
    let open = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    #expect(open.warnings.first?.english.contains("Every user") == true)
    #expect(
      try names(folder).filter { $0.hasSuffix("p") } == ["book.ksp", "copy.ksp", "copy2.ksp"])
  }

  /// Another program has the book open for days: the copy is made all the same, and it is said that
  /// the book could not note it.
  @Test func aBackupBesideAnotherProgram() throws {
    let folder = try PostingProcess.template.copy()
    let output = folder.file("said")
    let process = try PostingProcess.make(
      PostingProcess.program("PostingChild"), [folder.file(), "100000"], output: output)
    try process.run()
    defer {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    try PostingProcess.awaitFirst(output)
    let reader = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    var reason: LedgerError?
    let report = try reader.backup(to: folder.file("copy.ksp"), notNoted: { reason = $0 })
    #expect(report.isOK && report.entries >= 1)
    #expect(reason?.code == .bookBusy)
  }

  /// A reader makes the copy and notes it through the writer of its own program.
  @Test func aBackupBesideAWriter() throws {
    let folder = try PostingProcess.template.copy()
    let writer = try Ledger.open(at: folder.file(), clock: standingClock)
    _ = try writer.deposit(1_000, member: "0001", on: day("2026-01-05"))
    let reader = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    var reason: LedgerError?
    let report = try reader.backup(to: folder.file("copy.ksp"), notNoted: { reason = $0 })
    #expect(report.isOK && report.entries == 1)
    #expect(reason == nil)
    #expect(try writer.status().lastBackupAt != nil)
    try writer.close()
    _ = try reader.backup(to: folder.file("copy2.ksp"), notNoted: { reason = $0 })
    #expect(try reader.status().lastBackupAt != nil)
    let copy = try Ledger.open(at: folder.file("copy.ksp"), clock: standingClock)
    #expect(try copy.status().entries == 1)
  }
}
