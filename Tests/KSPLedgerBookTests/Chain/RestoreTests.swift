import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// A backup takes the place of a book after everybody has seen what that loses.
@Suite struct RestoreTests {
  private let folder: TestFolder
  private let backup: String

  init() throws {
    folder = try TestFolder()
    backup = folder.file("backup.ksp")
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    _ = try ledger.deposit(5_000, member: "0001", on: day("2026-01-02"))
    _ = try ledger.backup(to: backup)
    try ledger.close()
  }

  private func lose() throws {
    let ledger = try Ledger.open(at: folder.file(), clock: standingClock)
    _ = try ledger.deposit(
      700, member: "0001", on: day("2026-01-03"),
      note: EntryNote(memo: "tunai", recordedBy: "Rina"))
    try ledger.join("0002")
    try ledger.close()
  }

  private func found() throws -> Restoration {
    try Ledger.restoration(of: folder.file(), from: backup, clock: standingClock)
  }

  @Test func whatIsLostIsShownAndTheOldBookKept() throws {
    try lose()
    let found = try found()
    #expect(found.lost.map(\.entry) == [EntryNumber(2)])
    #expect(found.lost.first?.amount == 700 && found.lost.first?.note.recordedBy == "Rina")
    // The note of the backup, and the member who joined.
    #expect(found.otherEventsLost == 2)
    #expect(found.kept == folder.file("book-diganti-2030-01-31.ksp"))
    try Ledger.restore(found, note: EntryNote(memo: "disk rusak"), clock: standingClock)

    let restored = try Ledger.open(at: folder.file(), clock: standingClock)
    #expect(try restored.member("0001").savings.map(\.balance) == [5_000])
    #expect(try restored.verify().isOK)
    var last: LedgerEvent?
    try restored.events(EventSelection(kind: "book.restored")) { last = $0 }
    #expect(last?.note.memo == "disk rusak")
    _ = try restored.deposit(1, member: "0001", on: day("2026-01-03"))

    let kept = try Ledger.open(
      at: try #require(found.kept), access: .readOnly, clock: standingClock)
    #expect(try kept.member("0001").savings.map(\.balance) == [5_700])
    #expect(try kept.verify().isOK)
  }

  /// The log of a writer that was killed holds what was posted last.
  @Test func theLogOfTheOldBookIsKeptAndNotLaidOverTheNewOne() throws {
    let live = try Ledger.open(at: folder.file(), clock: standingClock)
    _ = try live.deposit(700, member: "0001", on: day("2026-01-03"))
    let (crashed, log) = (folder.file("crashed.ksp"), folder.file("crashed.ksp-wal"))
    try FileManager.default.copyItem(atPath: folder.file(), toPath: crashed)
    try FileManager.default.copyItem(atPath: folder.file() + "-wal", toPath: log)
    try live.close()
    let found = try Ledger.restoration(of: crashed, from: backup, clock: standingClock)
    #expect(found.lost.count == 1)
    try Ledger.restore(found, clock: standingClock)
    let restored = try Ledger.open(at: crashed, clock: standingClock)
    #expect(try restored.member("0001").savings.map(\.balance) == [5_000])
    #expect(try restored.verify().isOK)
    let kept = try Ledger.open(
      at: try #require(found.kept), access: .readOnly, clock: standingClock)
    #expect(try kept.member("0001").savings.map(\.balance) == [5_700])
  }

  @Test func aBookThatCannotBeReadIsReplacedAndKeptAsItIs() throws {
    let bytes = Data(repeating: 0x55, count: 10_000)
    try bytes.write(to: URL(fileURLWithPath: folder.file()))
    let found = try found()
    #expect(found.bookProblem?.code == .bookNotABook && !found.losesNothing)
    try Ledger.restore(found, clock: standingClock)
    #expect(try Data(contentsOf: URL(fileURLWithPath: #require(found.kept))) == bytes)
    let restored = try Ledger.open(at: folder.file(), clock: standingClock)
    #expect(try restored.verify().isOK)
  }

  @Test func aBookThatIsGoneComesBack() throws {
    try FileManager.default.removeItem(atPath: folder.file())
    let found = try found()
    #expect(found.kept == nil && found.losesNothing)
    try Ledger.restore(found, clock: standingClock)
    let restored = try Ledger.open(at: folder.file(), clock: standingClock)
    #expect(try restored.member("0001").savings.map(\.balance) == [5_000])
  }

  @Test func aBookInUseIsNotReplaced() throws {
    try lose()
    let found = try found()
    let writer = try Ledger.open(at: folder.file(), clock: standingClock)
    let error = refused { try Ledger.restore(found, clock: standingClock) }
    #expect(error?.code == .bookBusy)
    #expect(try writer.member("0001").savings.map(\.balance) == [5_700])
    try writer.close()
    #expect(!FileManager.default.fileExists(atPath: found.kept ?? ""))
  }

  /// Two books that were one once: what each has beyond is its own.
  @Test func aBookThatWasRestoredBeforeIsComparedByItsHashes() throws {
    try lose()
    try Ledger.restore(try found(), clock: standingClock)
    let second = folder.file("second.ksp")
    let ledger = try Ledger.open(at: folder.file(), clock: standingClock)
    _ = try ledger.deposit(900, member: "0001", on: day("2026-01-04"))
    _ = try ledger.backup(to: second)
    try ledger.close()
    let kept = folder.file("book-diganti-2030-01-31.ksp")
    let back = try Ledger.restoration(of: folder.file(), from: kept, clock: standingClock)
    #expect(back.lost.map(\.amount) == [900])
  }
}
