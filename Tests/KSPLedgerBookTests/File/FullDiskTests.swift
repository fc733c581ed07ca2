import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// A small disk of its own, full to the last byte.
@Suite(
  .serialized, .hangs,
  .enabled(if: SmallDisk.canMount, "a disk cannot be mounted here: full disks were not tried"))
struct FullDiskTests {
  private func fill(_ folder: TestFolder) throws {
    _ = FileManager.default.createFile(atPath: folder.file("filler"), contents: nil)
    let handle = try #require(FileHandle(forWritingAtPath: folder.file("filler")))
    var block = 65_536
    while block > 0 {
      if (try? handle.write(contentsOf: Data(count: block))) == nil { block /= 2 }
    }
    try? handle.close()
  }

  @Test func postingSaysWhichAndReadingGoesOn() throws {
    let folder = try TestFolder()
    let disk = try SmallDisk(folder)
    let original = try PostingProcess.template.copy()
    try FileManager.default.copyItem(atPath: original.file(), toPath: folder.file())
    var ledger = try Ledger.open(at: folder.file(), clock: standingClock)
    _ = try ledger.deposit(1_000, member: "0001", on: day("2026-01-05"))
    try fill(folder)
    var error: LedgerError?
    for _ in 0..<500 where error == nil {
      error = refused { try ledger.deposit(1_000, member: "0001", on: day("2026-01-05")) }
    }
    #expect(error?.code == .diskFull)
    #expect(error?.message.english.contains("Nothing was stored") == true)
    let entries = try ledger.status().entries
    #expect(try ledger.verify().isOK)
    // A reader beside it, and after it has closed.
    let reader = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    #expect(try reader.status().entries == entries)
    try reader.close()
    try ledger.close()
    try fill(folder)
    let alone = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    #expect(try alone.status().entries == entries)
    #expect(try alone.verify().isOK)
    try alone.close()
    let later = refusal {
      let ledger = try Ledger.open(at: folder.file(), clock: standingClock)
      for _ in 0..<500 { _ = try ledger.deposit(1, member: "0001", on: day("2026-01-05")) }
    }
    #expect(later == .diskFull)
    // With room again the book goes on as if nothing had been.
    try FileManager.default.removeItem(atPath: folder.file("filler"))
    ledger = try Ledger.open(at: folder.file(), clock: standingClock)
    _ = try ledger.deposit(1_000, member: "0001", on: day("2026-01-05"))
    #expect(try ledger.status().entries > entries)
    try ledger.close()
    withExtendedLifetime(disk) {}
  }

  @Test func nothingNewIsMadeOnAFullDisk() throws {
    let folder = try TestFolder()
    let disk = try SmallDisk(folder)
    try fill(folder)
    #expect(refusal { try createBook(folder) } == .diskFull)
    let other = try PostingProcess.template.copy()
    let ledger = try Ledger.open(at: other.file(), clock: standingClock)
    let error = refused { try ledger.backup(to: folder.file("copy.ksp")) }
    #expect(error?.code == .diskFull)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["filler"])
    withExtendedLifetime(disk) {}
  }

  /// With every bit of room that is too little: the code is that of a full disk, what is named is
  /// the file that was asked for, and nothing is left but a book that says that it was made.
  @Test(arguments: ["init", "backup", "rebuild"])
  func tooLittleRoomIsSaidOfTheFileThatWasAskedFor(_ act: String) throws {
    let folder = try TestFolder()
    let disk = try SmallDisk(folder)
    try fill(folder)
    let full = try FileManager.default.attributesOfItem(atPath: folder.file("filler"))[.size]
    let size = try #require(full as? Int)
    let other = try PostingProcess.template.copy()
    let ledger = try Ledger.open(at: other.file(), clock: standingClock)
    var refusals = 0
    for room in stride(from: 0, to: 2_000_000, by: 12_288) {
      let path = folder.file("new.ksp")
      #expect(truncate(folder.file("filler"), size - room) == 0)
      let error = refused { () throws in
        switch act {
        case "init":
          let settings = BookSettings(name: "KSP Uji", firstMonth: try month("2026-01"))
          try Ledger.create(at: path, settings: settings, clock: standingClock).close()
        case "backup": _ = try ledger.backup(to: path)
        default: _ = try Ledger.rebuild(from: other.file(), to: path, clock: standingClock)
        }
      }
      guard let error else { break }
      refusals += 1
      #expect(error.code == .diskFull, "\(room): \(error)")
      for text in [error.message.indonesian, error.message.english] {
        #expect(text.contains("“\(path)”") && !text.contains(WholeFile.ending), "\(text)")
      }
      let left = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
      let isMade = error.message.english.contains("was made")
      #expect(left.contains("new.ksp") == isMade, "\(room): \(left)")
      // Opening the book that was made may have left its empty log beside it.
      let mayStay = isMade ? ["filler", "new.ksp", "new.ksp-wal", "new.ksp-shm"] : ["filler"]
      #expect(left.isSubset(of: mayStay), "\(room): \(left)")
      if isMade {
        let made = try Ledger.open(at: path, access: .readOnly, clock: standingClock)
        #expect(try made.verify().isOK)
        try made.close()
      }
      for ending in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: path + ending)
      }
      try fill(folder)
    }
    #expect(refusals > 5)
    withExtendedLifetime(disk) {}
  }

  /// A stick that is locked: read as it is, and posting says that it is the medium.
  @Test func aReadOnlyMedium() throws {
    let folder = try TestFolder()
    let disk = try SmallDisk(folder)
    let original = try PostingProcess.template.copy()
    try FileManager.default.copyItem(atPath: original.file(), toPath: folder.file())
    #expect(try disk.remount("ro"))
    let reader = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    #expect(try reader.verify().isOK)
    #expect(refusal { try reader.backup(to: folder.file("copy.ksp")) } == .diskReadOnly)
    try reader.close()
    #expect(refusal { try Ledger.open(at: folder.file(), clock: standingClock) } == .diskReadOnly)
    withExtendedLifetime(disk) {}
  }
}

/// A tmpfs of 2 MB, taken away with the value.
final class SmallDisk {
  static let canMount: Bool = {
    guard geteuid() == 0, let folder = try? TestFolder(), let disk = try? SmallDisk(folder) else {
      return false
    }
    return disk.isMounted
  }()

  let path: String
  let isMounted: Bool

  init(_ folder: TestFolder) throws {
    path = folder.path
    isMounted = try Mounting.run("/bin/mount", ["-t", "tmpfs", "-o", "size=2m", "ksp", path])
  }

  func remount(_ option: String) throws -> Bool {
    try Mounting.run("/bin/mount", ["-o", "remount,\(option)", path])
  }

  deinit {
    if isMounted { _ = try? Mounting.run("/bin/umount", ["-l", path]) }
  }
}
