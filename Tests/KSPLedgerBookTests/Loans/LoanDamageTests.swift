import Foundation
import GRDB
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// A disk that changed bytes where the book keeps its loans.
@Suite(.hangs) struct LoanDamageTests {
  /// Reads everything, and what the next month end would find; false when verify finds something.
  private static func readAll(_ path: String) throws -> Bool {
    let isOK = try DamageTests.readAll(path, .readOnly)
    let ledger = try Ledger.open(at: path, access: .readOnly, clock: standingClock)
    defer { try? ledger.close() }
    _ = try ledger.previewMonthEnd(month("2026-03"))
    return isOK
  }

  /// Nothing that stands in the tables of loans ends the program: it is read, refused, or found.
  @Test(arguments: Thoroughness.isWhole ? [1, 2, 3] : [1] as [UInt64])
  func changedBytesEndNothing(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let (original, queue) = try LoanInvariantTests.prepared()
    let (pages, size) = try queue.read { db in
      try (
        Int.fetchAll(
          db, sql: "SELECT rootpage FROM sqlite_master WHERE type = 'table' AND name LIKE 'loan%'"),
        Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
      )
    }
    try queue.close()
    #expect(try Self.readAll(original.file()))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: original.file()))
    let places = pages.flatMap { page in Array((page - 1) * size..<page * size) }
    let written = places.filter { bytes[$0] != 0 }
    var reached: [String: Int] = [:]
    // A row says 8 or 9 of a column that is 0 or 1; 0 makes it NULL, and the row stays as long.
    let flags = written.filter { [8, 9].contains(bytes[$0]) }
    for round in 0..<100 {
      let folder = try TestFolder()
      var damaged = bytes
      if round % 2 == 0 {
        damaged[try #require(flags.randomElement(using: &random))] = 0
      } else {
        let place = try #require(written.randomElement(using: &random))
        damaged[place] ^= UInt8.random(in: 1...255, using: &random)
      }
      try damaged.write(to: URL(fileURLWithPath: folder.file()))
      do {
        let isOK = try Self.readAll(folder.file())
        reached[isOK ? "nothing found" : "found by verify", default: 0] += 1
      } catch let error as LedgerError {
        reached["\(error.code)", default: 0] += 1
      }
    }
    print("damage of loans, seed \(seed): \(reached.sorted { $0.key < $1.key })")
    #expect(reached.values.reduce(0, +) == 100)
    #expect((reached["nothing found"] ?? 0) < 50)
  }
}
