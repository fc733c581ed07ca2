import Foundation
import GRDB
import KSPCore
import KSPLedger
import KSPTestSupport

extension RefusalCase {
  /// What a file is and what becomes of it while it is open.
  static let fileStates: [RefusalCase] = [
    RefusalCase("book.closed") { _ in
      let folder = try TestFolder()
      let ledger = try makeBook(folder)
      try ledger.close()
      try ledger.close()
      _ = try ledger.status()
    },
    RefusalCase("book.closed") { _ in
      let folder = try TestFolder()
      let ledger = try makeBook(folder)
      try ledger.close()
      try ledger.join("0001")
    },
    RefusalCase("book.nameUnusable") { _ in try open("") },
    RefusalCase("book.nameUnusable") { _ in try open(":memory:") },
    RefusalCase("book.nameUnusable") { try open("file:" + $0.folder.file()) },
    RefusalCase("book.nameUnusable") { _ in
      _ = try Ledger.create(
        at: ":memory:", settings: BookSettings(name: "X", firstMonth: try month("2026-01")),
        clock: standingClock)
    },
    RefusalCase("book.nameUnusable") { _ = try $0.ledger.backup(to: "") },
    RefusalCase("book.otherName") { _ in
      let folder = try TestFolder()
      try makeBook(folder).close()
      try FileManager.default.linkItem(atPath: folder.file(), toPath: folder.file("alias.ksp"))
      try open(folder.file("alias.ksp"))
    },
    RefusalCase("book.moved") { _ in
      let folder = try TestFolder()
      let ledger = try makeBook(folder)
      try FileManager.default.moveItem(atPath: folder.file(), toPath: folder.file("old.ksp"))
      try ledger.join("0001")
    },
    RefusalCase("book.foreignLog") { _ in
      let folder = try TestFolder()
      let ledger = try makeBook(folder)
      _ = try ledger.backup(to: folder.file("copy.ksp"))
      try FileManager.default.copyItem(
        atPath: folder.file("book.ksp-wal"), toPath: folder.file("copy.ksp-wal"))
      try ledger.close()
      try open(folder.file("copy.ksp"))
    },
    RefusalCase("book.rulesMissing") { _ in
      let folder = try TestFolder()
      try makeBook(folder).close()
      try addTrigger(folder)
      try open(folder.file())
    },
    RefusalCase("book.tooManySteps") { _ in
      let folder = try TestFolder()
      try makeBook(folder).close()
      try SuspiciousFileTests.replaceMembersByEndlessView(folder)
      let ledger = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
      _ = try ledger.status()
    },
    RefusalCase("book.readerNeedsFolder") { _ in
      let folder = try ReaderTests.folderWithoutSideFiles(pendingLog: true)
      _ = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock).status()
    },
    RefusalCase("book.changedMeanwhile") { _ in
      let folder = try ReaderTests.folderWithoutSideFiles(pendingLog: false)
      let ledger = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
      _ = try ledger.status()
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: folder.file())
      _ = try ledger.status()
    },
    RefusalCase("sqlite.tooOld") { _ in try SQLiteVersion.require(3_036_000) },
    RefusalCase("disk.quota") { try fail(.SQLITE_IOERR_WRITE, EDQUOT, $0) },
    RefusalCase("disk.full") { try fail(.SQLITE_IOERR_SHMSIZE, ENOSPC, $0) },
    RefusalCase("disk.readOnly") { try fail(.SQLITE_CANTOPEN, EROFS, $0) },
    RefusalCase("disk.gone") { try fail(.SQLITE_IOERR_READ, ENODEV, $0) },
    RefusalCase("disk.failed") { try fail(.SQLITE_IOERR_FSYNC, EIO, $0) },
  ]

  private static func open(_ path: String) throws {
    try Ledger.open(at: path, clock: standingClock).close()
  }

  /// What the system said to SQLite, which no test can make a disk say.
  private static func fail(_ code: ResultCode, _ reason: Int32, _ scene: RefusalScene) throws {
    throw LedgerError(
      wrapping: DatabaseError(resultCode: code), path: scene.folder.file(), systemError: reason)
  }
}
