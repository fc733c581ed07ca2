import Foundation
import GRDB
import KSPCore
@testable import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Books of which the end is gone: pages of the file, or events of the chain.
@Suite(.hangs) struct CutBookTests {
  private static let pageSize = 4_096

  /// A copy of the book with everything, of which so many pages are kept.
  private static func cut(_ bytes: Data, toPages pages: Int) throws -> TestFolder {
    let folder = try TestFolder()
    try bytes.prefix(pages * pageSize).write(to: URL(fileURLWithPath: folder.file()))
    return folder
  }

  private static func wholeFile() throws -> Data {
    let (folder, queue) = try RichBook.prepared()
    try queue.close()
    return try Data(contentsOf: URL(fileURLWithPath: folder.file()))
  }

  /// Whatever is left of the pages: verify says which are gone, and a new book holds the chain up to
  /// the first event that cannot be read, whole and proven, and names the rest.
  @Test(arguments: [30, 50, 70, 80, 90, 95, 97, 98, 99])
  func aFileWithoutItsLastPagesIsReadAsFarAsItGoes(_ share: Int) throws {
    let bytes = try Self.wholeFile()
    let all = bytes.count / Self.pageSize
    let folder = try Self.cut(bytes, toPages: max(1, all * share / 100))
    let kept = max(1, all * share / 100)
    let ledger = try Ledger.open(at: folder.file(), access: .inspection, clock: standingClock)
    for isQuick in [false, true] {
      let failed = try ledger.verify(isQuick: isQuick).checks.filter { $0.count > 0 }
      #expect(
        failed.first { $0.name == "file.integrity" }?.first == "\(kept + 1)–\(all) · −",
        "\(failed)")
    }
    try ledger.close()
    // To post or to look, it is refused as before.
    for access in [Ledger.Access.readOnly, .readWrite] {
      let code = refusal {
        try Ledger.open(at: folder.file(), access: access, clock: standingClock).close()
      }
      #expect(code == .bookDamaged)
    }
    // The first event of a small book lies behind the roots of all its tables.
    do {
      let report = try Ledger.rebuild(
        from: folder.file(), to: folder.file("new.ksp"), clock: standingClock)
      let failed = report.verification.checks.filter { $0.count > 0 }
      let lost = ["personal.value", "month.evidence"]
      #expect(failed.allSatisfy { lost.contains($0.name) }, "\(failed)")
      if report.lost.isEmpty {
        #expect(report.verification.headHash == RebuildTests.whole?.head)
      }
      #expect(report.lost.isEmpty || report.lost.contains { $0.name.hasPrefix("#") })
      try Self.expectPrefix(folder, of: bytes)
    } catch let error as LedgerError {
      #expect(error.code == .bookDamaged && share <= 90, "\(error) at \(share) %")
    }
  }

  /// The new book's chain is the beginning of the old one.
  private static func expectPrefix(_ folder: TestFolder, of bytes: Data) throws {
    let original = try TestFolder()
    try bytes.write(to: URL(fileURLWithPath: original.file()))
    let (old, new) = (try BookContent(original), try BookContent(folder, "new.ksp"))
    for table in ["event", "entry"] {
      let rows = try #require(new.tables[table])
      #expect(try rows.elementsEqual(#require(old.tables[table]).prefix(rows.count)), "\(table)")
    }
  }

  /// The chain cut behind its events, each of them where time does not matter: what is half is named
  /// by verify and left out whole, and the new book is proven.
  @Test func noActIsCarriedHalf() throws {
    let (_, queue) = try RichBook.prepared()
    let last = try queue.read { db in try Int64.fetchOne(db, sql: "SELECT max(number) FROM chain") }
    try queue.close()
    var halves: Set<String> = []
    let step = Thoroughness.isWhole ? -1 : -5
    for number in stride(from: try #require(last) - 1, to: 60, by: step) {
      let (folder, queue) = try RichBook.prepared()
      try RichBook.change(
        queue,
        """
        DELETE FROM posting WHERE entry IN (SELECT id FROM entry WHERE event > \(number));
        DELETE FROM entry WHERE event > \(number);
        DELETE FROM personalValue WHERE event > \(number);
        DELETE FROM event WHERE number > \(number);
        """)
      let report = try Ledger.rebuild(
        from: folder.file(), to: folder.file("new.ksp"), clock: standingClock)
      // A payment that came late is whole by itself; that later ones were not divided again yet is
      // named by a check of its own.
      let failed = report.verification.checks.filter { $0.count > 0 && $0.name != "loan.order" }
      #expect(failed.isEmpty, "behind #\(number): \(failed) \(report.lost)")
      let half = try RichBook.failures(folder).first { $0.name == "chain.act" }?.first
      #expect((half != nil) == !report.lost.isEmpty, "behind #\(number): \(report.lost)")
      guard let half else { continue }
      #expect(report.lost.first?.name == half)
      #expect(report.lost.contains { $0.name.hasSuffix("– #\(number)") }, "\(report.lost)")
      halves.insert(half)
    }
    // Two month ends, loans paid out, one written off.
    #expect(halves.count > 4, "\(halves)")
  }

  /// A damaged event in the middle: the chain ends before its act, and what lies behind is counted.
  @Test func whatLiesBehindADamagedEventIsNamed() throws {
    let (folder, queue) = try RichBook.prepared()
    let (broken, first, last) = try queue.read { db in
      let number = try Int64.fetchOne(
        db, sql: "SELECT min(number) FROM event WHERE kind = 'loan.disbursed'")
      let first = try Int64.fetchOne(
        db, sql: "SELECT act FROM event WHERE number = ?", arguments: [number])
      let last = try Int64.fetchOne(db, sql: "SELECT max(number) FROM event")
      return (number ?? 0, first ?? 0, last ?? 0)
    }
    try RichBook.change(
      queue, "UPDATE event SET memo = 'lain' WHERE number = \(broken)")
    let report = try Ledger.rebuild(
      from: folder.file(), to: folder.file("new.ksp"), clock: standingClock)
    #expect(report.verification.isOK && report.events == first - 1)
    let lost = report.lost.map { "\($0.name): \($0.reason.english)" }
    #expect(lost.first?.hasPrefix("#\(broken) loan.disbursed PJ-0001") == true, "\(lost)")
    #expect(lost.first?.contains("does not fit its hash") == true)
    #expect(lost.contains { $0.hasPrefix("#\(first) – #\(broken - 1): part of the same act") })
    #expect(lost.contains { $0.hasSuffix("– #\(last): behind the break of the chain") }, "\(lost)")
  }
}
