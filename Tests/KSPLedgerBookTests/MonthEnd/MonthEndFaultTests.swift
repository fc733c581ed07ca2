import Foundation
import GRDB
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// A month end happens wholly or not at all, and a preview says what a run would do.
@Suite struct MonthEndFaultTests {
  /// Twelve members with interest in two products.
  static func book(_ folder: TestFolder) throws -> Ledger {
    let ledger = try makeBook(folder)
    let interest = InterestTerms(tiers: [.init(from: 0, rate: .percent("6", per: .year))])
    try ledger.addSavingsProduct(
      .sample("qurban", prefix: "QUR"),
      terms: SavingsTerms(effectiveFrom: month("2026-01"), interest: interest))
    for number in 1...12 {
      try ledger.join("M\(number)")
      for product in ["sukarela", "qurban"] {
        _ = try ledger.deposit(
          1_000_000, member: "M\(number)", product: ProductCode(product), on: day("2026-01-02"))
      }
    }
    return ledger
  }

  /// A rule added to the file breaks the run at the n-th row of a table.
  @Test(arguments: [
    ("savingsInterest", 1), ("savingsInterest", 13), ("savingsInterest", 24), ("posting", 20),
    ("posting", 25),
    ("withholdingSlip", 7), ("entry", 1), ("entry", 2), ("closingBalance", 3), ("closedMonth", 1),
  ])
  func aFailureInTheMiddleLeavesNothing(_ table: String, _ row: Int) throws {
    let folder = try TestFolder()
    let ledger = try Self.book(folder)
    let entries = try ledger.status().entries
    // Added while the book is open: a file that holds it already would not be opened.
    let broken = ledger
    try raw(folder) { db in
      let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
      try db.execute(
        sql: """
          CREATE TRIGGER fault BEFORE INSERT ON \(table)
          WHEN (SELECT count(*) FROM \(table)) >= \(count + row - 1) BEGIN
            SELECT RAISE(ABORT, 'fault');
          END
          """)
    }
    let before = try BookContent(folder)
    let preview = try broken.previewMonthEnd(month("2026-01"))
    let error = refused { try broken.runMonthEnd(month("2026-01")) }
    #expect(error?.code == .invariantBroken)
    #expect(try BookContent(folder) == before)
    #expect(try broken.status().openMonth == month("2026-01"))
    #expect(try broken.monthEnd(month("2026-01")) == nil)
    // The connection that failed is still good for posting and for a second run.
    #expect(
      refusal { try broken.withdraw(9_000_000, member: "M1", on: day("2026-01-03")) } == .overdraft)
    try broken.close()
    try raw(folder) { db in try db.execute(sql: "DROP TRIGGER fault") }
    let mended = try Ledger.open(at: folder.file(), clock: standingClock)
    let run = try mended.runMonthEnd(month("2026-01"))
    #expect(run.outcome == .done && run.products.map(\.gross) == preview.products.map(\.gross))
    #expect(try mended.status().entries == entries + 2)
    #expect(try mended.verify().isOK)
  }

  /// The disk fills up in the middle; when there is room again, the run succeeds.
  @Test func aFullDiskInTheMiddleLeavesNothing() throws {
    let folder = try TestFolder()
    let ledger = try Self.book(folder)
    for number in 13...400 {
      try ledger.join("M\(number)")
      _ = try ledger.deposit(1_000_000, member: "M\(number)", on: day("2026-01-02"))
    }
    try ledger.limitPages()
    let before = try BookContent(folder)
    #expect(refusal { try ledger.runMonthEnd(month("2026-01")) } == .diskFull)
    #expect(try BookContent(folder) == before)
    try ledger.close()
    let again = try Ledger.open(at: folder.file(), clock: standingClock)
    #expect(try again.runMonthEnd(month("2026-01")).outcome == .done)
    #expect(try again.verify().isOK)
  }

  @discardableResult
  private func raw<Value>(_ folder: TestFolder, _ body: (Database) throws -> Value) throws -> Value
  {
    let queue = try DatabaseQueue(path: folder.file())
    let value = try queue.writeWithoutTransaction(body)
    try queue.close()
    return value
  }
}
