import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Readers beside a writer, and readers that can have no files beside the book.
@Suite(.hangs) struct ReaderTests {
  /// A closed book where SQLite cannot make its side files, also for an administrator; with
  /// `pendingLog` its log has something in it.
  static func folderWithoutSideFiles(pendingLog: Bool) throws -> TestFolder {
    let original = try PostingProcess.template.copy()
    let ledger = try Ledger.open(at: original.file(), clock: standingClock)
    _ = try ledger.deposit(1_000, member: "0001", on: day("2026-01-05"))
    let folder = try TestFolder()
    if pendingLog {
      // The files as a copy finds them while the book is open.
      for end in ["", "-wal"] {
        try Data(contentsOf: URL(fileURLWithPath: original.file("book.ksp" + end)))
          .write(to: URL(fileURLWithPath: folder.file("book.ksp" + end)))
      }
    }
    try ledger.close()
    if !pendingLog {
      try FileManager.default.copyItem(atPath: original.file(), toPath: folder.file())
    }
    // SQLite follows no link here.
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("book.ksp-shm"), withDestinationPath: "none/none")
    return folder
  }

  /// The book is read as it is on the disk, and a reader that outlives a change says so instead of
  /// showing what was.
  @Test func aReaderWithoutSideFilesReadsACopyAndNoticesChanges() throws {
    let folder = try Self.folderWithoutSideFiles(pendingLog: false)
    let reader = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    #expect(try reader.status().entries == 1)
    #expect(try reader.verify().isOK)
    #expect(
      refusal { try reader.deposit(1, member: "0001", on: day("2026-01-05")) } == .bookReadOnly)
    try FileManager.default.removeItem(atPath: folder.file("book.ksp-shm"))
    let writer = try Ledger.open(at: folder.file(), clock: standingClock)
    _ = try writer.deposit(1_000, member: "0001", on: day("2026-01-05"))
    #expect(refusal { try reader.status() } == .bookChangedMeanwhile)
    try writer.close()
    #expect(refusal { try reader.status() } == .bookChangedMeanwhile)
    let again = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    #expect(try again.status().entries == 2)
  }

  /// Readers come and go beside writers that come and go: none is refused, and no writer either.
  @Test func readersAndWritersDoNotRefuseEachOther() throws {
    let folder = try PostingProcess.template.copy()
    let stop = folder.file("stop")
    let output = folder.file("said")
    let writer = try PostingProcess.make(
      PostingProcess.program("PostingChild"), [folder.file(), "150", "reopen"], output: output)
    let readers = try (0..<3).map { _ in
      try PostingProcess.make(
        PostingProcess.program("PostingChild"), [folder.file(), "0", "read", stop])
    }
    for process in readers + [writer] { try process.run() }
    writer.waitUntilExit()
    try Data().write(to: URL(fileURLWithPath: stop))
    for reader in readers { reader.waitUntilExit() }
    #expect(writer.terminationStatus == 0)
    #expect(readers.map(\.terminationStatus) == [0, 0, 0])
    #expect(try PostingProcess.acknowledged(output) == 150)
    #expect(try PostingProcess.lost(folder.file(), acknowledged: 150) == 0)
  }

  /// A reader that keeps a listing open for long does not keep a writer from closing and opening.
  @Test func aLongReadingHoldsNobodyUp() throws {
    let folder = try PostingProcess.template.copy()
    let first = try Ledger.open(at: folder.file(), clock: standingClock)
    for _ in 0..<3 { _ = try first.deposit(1_000, member: "0001", on: day("2026-01-05")) }
    try first.close()
    let reader = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    var isFirst = true
    try reader.entries { _ in
      guard isFirst else { return }
      isFirst = false
      for _ in 0..<3 {
        let writer = try Ledger.open(at: folder.file(), clock: standingClock)
        _ = try writer.deposit(1_000, member: "0001", on: day("2026-01-05"))
        try writer.close()
      }
    }
    #expect(try reader.status().entries == 6)
  }
}
