import Foundation
import KSPCore
@testable import KSPLedger
import KSPTestSupport
import Testing

/// A program that stays open makes room in the log in a few steps, and then writes over it.
@Suite struct LogRoomTests {
  private static func size(_ folder: TestFolder) -> Int64 {
    FileFacts(path: folder.file("book.ksp-wal"))?.size ?? 0
  }

  private static func post(_ count: Int, _ ledger: Ledger) throws {
    for _ in 0..<count {
      _ = try ledger.deposit(1_000, member: "0001", on: day("2026-01-05"))
    }
  }

  @Test func theLogGrowsInFewStepsAndThenStays() throws {
    let folder = try PostingProcess.template.copy()
    let ledger = try Ledger.open(at: folder.file(), clock: standingClock)
    try Self.post(1, ledger)
    #expect(Self.size(folder) < 32 * 4_120)
    var sizes: Set<Int64> = []
    for _ in 0..<300 {
      try Self.post(1, ledger)
      sizes.insert(Self.size(folder))
    }
    #expect(sizes.count < 12, "\(sizes.sorted())")
    let whole = Self.size(folder)
    #expect(whole <= 1_300 * 4_120)
    try Self.post(200, ledger)
    #expect(Self.size(folder) == whole)
    #expect(try ledger.verify().isOK)
    try ledger.close()
    #expect(Self.size(folder) == 0)
  }

  /// Whoever finds the files of a program that was cut off finds every entry, and takes the room
  /// behind them for nothing.
  @Test func roomIsNotTakenForEntries() throws {
    let folder = try PostingProcess.template.copy()
    let ledger = try Ledger.open(at: folder.file(), clock: standingClock)
    for count in 1...40 {
      try Self.post(1, ledger)
      guard count % 8 == 0 else { continue }
      let found = try TestFolder()
      for end in ["", "-wal"] {
        try Data(contentsOf: URL(fileURLWithPath: folder.file("book.ksp" + end)))
          .write(to: URL(fileURLWithPath: found.file("book.ksp" + end)))
      }
      let other = try Ledger.open(at: found.file(), clock: standingClock)
      #expect(try other.status().entries == count)
      #expect(try other.verify().isOK)
      try Self.post(1, other)
      #expect(try other.verify().isOK)
      try other.close()
    }
    #expect(Self.size(folder) > 200 * 4_120)
    try ledger.close()
  }
}
