import GRDB
import KSPCore
@testable import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Synchronization
import Testing

/// An open book reads its catalog again when it changed, and only then.
@Suite struct CatalogMemoryTests {
  /// A book, and a second one on the same file that only reads.
  private func pair(_ folder: TestFolder) throws -> (writer: Ledger, reader: Ledger) {
    let writer = try makeBook(folder)
    try writer.join("0001")
    let reader = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    _ = try reader.savingsProducts()
    return (writer, reader)
  }

  /// Every change of the catalog that there is, through the book.
  private static let changes: [@Sendable (Ledger) throws -> Void] = [
    { ledger in
      try ledger.setSavingsTerms(
        of: "sukarela", ProductTests.terms("2026-02") { $0.minimumDeposit = 7_000 })
    },
    { ledger in
      try ledger.addSavingsProduct(.sample("qurban", prefix: "QUR"), terms: ProductTests.terms())
    },
    { ledger in try ledger.addHolidays([Holiday(day: day("2026-08-17"), name: "Kemerdekaan")]) },
    { ledger in _ = try ledger.runMonthEnd(month("2026-01")) },
    { ledger in try PlannedScene.offer(ledger, from: "2026-02") },
  ]

  @Test func aSecondBookSeesAChangedProductAtItsNextRead() throws {
    let folder = try TestFolder()
    let (writer, reader) = try pair(folder)
    let before = try reader.savingsTerms(of: "sukarela")
    try Self.changes[0](writer)
    let after = try reader.savingsTerms(of: "sukarela")
    #expect(after.count == before.count + 1)
    #expect(after.last?.minimumDeposit == 7_000)
    try Self.changes[1](writer)
    #expect(try reader.savingsProducts().map(\.code).contains("qurban"))
    try Self.changes[3](writer)
    #expect(try reader.status().openMonth == month("2026-02"))
  }

  /// What somebody else posts costs a reader one look at the chain, and reading nothing again; what
  /// somebody else changes about the catalog is read.
  @Test func aForeignPostDoesNotMakeItReadAgain() throws {
    let folder = try TestFolder()
    let (writer, reader) = try pair(folder)
    func read() throws -> Work { try reader.work { _ = try reader.savingsProducts() } }
    _ = try writer.deposit(10_000, member: "0001", on: day("2026-01-05"))
    _ = try read()
    let unchanged = try read()
    for round in 0..<3 {
      _ = try writer.deposit(10_000, member: "0001", on: day("2026-01-06"))
      if round == 1 { try writer.join("0002") }
      let foreign = try read()
      #expect(foreign.statements == unchanged.statements + 2)
      #expect(foreign.scannedRows == unchanged.scannedRows)
      #expect(try read() == unchanged)
    }
    for change in Self.changes {
      try change(writer)
      #expect(try read().statements > unchanged.statements + 10)
      #expect(try read() == unchanged)
    }
  }

  /// The look at the chain costs the same however long it is.
  @Test func theLookDoesNotGrow() throws {
    let folder = try TestFolder()
    let (writer, reader) = try pair(folder)
    func look() throws -> Work {
      _ = try writer.deposit(10_000, member: "0001", on: day("2026-01-05"))
      return try reader.work { _ = try reader.savingsProducts() }
    }
    _ = try look()
    let before = try look()
    for number in 2...30 { try writer.join("00\(number)") }
    #expect(try look() == before)
  }

  /// The kinds of the index are those that write what the catalog is read from.
  @Test func everyTableOfTheCatalogMovesItsStamp() throws {
    let writing = EventKind.allCases.filter { kind in
      kind.tables.contains { CatalogStamp.tables.contains($0.table) }
    }
    #expect(Set(writing) == Set(Schema.catalogKinds))
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    let read = Mutex<Set<String>>([])
    try ledger.store.connection { db in
      db.trace { event in
        let sql = "\(event)"
        let tables = sql.matches(of: /(?:FROM|JOIN) (\w+)/).map { String($0.output.1) }
        read.withLock { $0.formUnion(tables) }
      }
      _ = try Catalog(db)
      db.trace(options: [])
    }
    #expect(read.withLock { $0 } == CatalogStamp.tables.union(["account"]))
  }
}
