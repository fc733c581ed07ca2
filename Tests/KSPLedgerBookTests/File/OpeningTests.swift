import Foundation
import GRDB
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// What may and may not be opened as a book.
@Suite struct OpeningTests {
  @Test func filesThatAreNoBooks() throws {
    let folder = try TestFolder()
    for (name, content) in [("empty", ""), ("text", "bukan buku, hanya catatan biasa")] {
      try content.write(toFile: folder.file(name), atomically: true, encoding: .utf8)
      #expect(
        refusal { _ = try Ledger.open(at: folder.file(name), clock: standingClock) }
          == .bookNotABook)
    }
    let other = try DatabaseQueue(path: folder.file("other"))
    try other.write { db in try db.execute(sql: "CREATE TABLE t (x)") }
    try other.close()
    #expect(
      refusal { _ = try Ledger.open(at: folder.file("other"), clock: standingClock) }
        == .bookNotABook)
    #expect(
      refusal { _ = try Ledger.open(at: folder.file("none"), clock: standingClock) } == .bookMissing
    )
  }

  @Test func aNewerBookIsLeftAlone() throws {
    let folder = try TestFolder()
    try makeBook(folder).close()
    let queue = try DatabaseQueue(path: folder.file())
    try queue.write { db in try db.execute(sql: "PRAGMA user_version = 3") }
    try queue.close()
    #expect(refusal { _ = try Ledger.open(at: folder.file(), clock: standingClock) } == .bookNewer)
  }

  /// The power went while a copy was opened for the first time: the log is begun, and the journal
  /// that was removed before is back, because its folder was not synced.
  @Test func aCopyWhoseFirstOpeningWasCutOffOpens() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    let head = try ledger.backup(to: folder.file("copy.ksp")).headHash
    try ledger.close()
    let queue = try DatabaseQueue(path: folder.file("copy.ksp"))
    try queue.writeWithoutTransaction { db in
      // A small cache has pages written before the end, and the journal synced before them.
      try db.execute(sql: "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE")
      try db.execute(
        sql: "CREATE TABLE spilt AS SELECT a.id, zeroblob(400) FROM account a, account b")
      for suffix in ["", "-journal"] {
        try FileManager.default.copyItem(
          atPath: folder.file("copy.ksp") + suffix, toPath: folder.file("cut.ksp") + suffix)
      }
      try db.execute(sql: "ROLLBACK")
    }
    try queue.close()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file("cut.ksp")))
    bytes[18] = 2
    bytes[19] = 2
    try bytes.write(to: URL(fileURLWithPath: folder.file("cut.ksp")))
    try Data(repeating: 0, count: 32).write(
      to: URL(fileURLWithPath: folder.file("cut.ksp-wal")))
    let book = try Ledger.open(at: folder.file("cut.ksp"), clock: standingClock)
    #expect(try book.headHash() == head)
    #expect(try book.verify().isOK)
    try book.close()
  }

  /// A program that was cut off leaves its last pages in the write-ahead log, the header among them.
  @Test func aNewerBookWhoseHeaderIsInTheLogIsLeftAlone() throws {
    let folder = try TestFolder()
    try makeBook(folder).close()
    let queue = try DatabaseQueue(path: folder.file())
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      try db.execute(sql: "PRAGMA user_version = 3")
      for suffix in ["", "-wal"] {
        try FileManager.default.copyItem(
          atPath: folder.file() + suffix, toPath: folder.file("cut.ksp") + suffix)
      }
    }
    try queue.close()
    let content = try Data(contentsOf: URL(fileURLWithPath: folder.file("cut.ksp")))
    let log = try Data(contentsOf: URL(fileURLWithPath: folder.file("cut.ksp-wal")))
    #expect(content[63] == 2 && !log.isEmpty)
    for access in [Ledger.Access.readOnly, .readWrite] {
      let code = refusal {
        _ = try Ledger.open(at: folder.file("cut.ksp"), access: access, clock: standingClock)
      }
      #expect(code == .bookNewer)
      #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file("cut.ksp"))) == content)
      #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file("cut.ksp-wal"))) == log)
    }
  }

  @Test func anotherProgramsDatabaseIsLeftAlone() throws {
    let folder = try TestFolder()
    let queue = try DatabaseQueue(path: folder.file())
    try queue.write { db in try db.execute(sql: "CREATE TABLE note (text TEXT)") }
    try queue.close()
    let content = try Data(contentsOf: URL(fileURLWithPath: folder.file()))
    #expect(
      refusal { _ = try Ledger.open(at: folder.file(), clock: standingClock) } == .bookNotABook)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file())) == content)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["book.ksp"])
  }

  @Test func aBackupThatCannotBeMadeNamesTheBackup() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    let target = folder.file("book.ksp") + "/copy.ksp"
    do {
      _ = try ledger.backup(to: target)
      Issue.record("a backup below a file")
    } catch {
      #expect(error.code == .bookFolderMissing)
      #expect(error.message.english.contains(target))
    }
    #expect(try ledger.verify().isOK)
    try ledger.close()
  }

  @Test func aReaderBesideAWriter() throws {
    let folder = try TestFolder()
    let first = try makeBook(folder)
    let reader = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    try first.join("0001")
    #expect(try reader.members().count == 1)
    #expect(refusal { _ = try reader.join("0002") } == .bookReadOnly)
    try reader.close()
    try first.close()
    let second = try Ledger.open(at: folder.file(), clock: standingClock)
    #expect(try second.members().count == 1)
    try second.close()
  }

  @Test func anExistingFileIsNotOverwritten() throws {
    let folder = try TestFolder()
    try makeBook(folder).close()
    #expect(refusal { _ = try createBook(folder) } == .bookExists)
  }

  @Test func aDamagedBookIsSaidToBeDamaged() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    try ledger.close()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file()))
    for index in 100..<bytes.count { bytes[index] = 0xA5 }
    try bytes.write(to: URL(fileURLWithPath: folder.file()))
    #expect(
      refusal { _ = try Ledger.open(at: folder.file(), clock: standingClock) } == .bookDamaged)
  }

  @Test func aFullDiskStoresNothing() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    try ledger.limitPages()
    let long = String(repeating: "x", count: 400)
    var failure: LedgerError.Code?
    var stored = 0
    for number in 0..<2_000 where failure == nil {
      failure = refusal {
        _ = try ledger.deposit(
          1_000, member: "0001", on: day("2026-01-05"),
          reference: "R-\(number)", note: EntryNote(memo: long))
        stored += 1
      }
    }
    #expect(failure == .diskFull)
    #expect(try ledger.status().entries == stored)
    #expect(try ledger.verify().isOK)
  }
}
