import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// From the first release candidate on every version opens the books of those before it: verified,
/// with the figures of then, and open for business.
@Suite struct ReleasedBookTests {
  /// Makes the book of a version that is about to be released (`.ci/release-book`).
  @Test(.enabled(if: ProcessInfo.processInfo.environment["KSP_RELEASE_BOOK"] != nil))
  func make() throws {
    let version = try #require(ProcessInfo.processInfo.environment["KSP_RELEASE_BOOK"])
    try ReleasedBook(version).make(of: SampleYear().ledger)
    Issue.record("the book of \(version) was made; look at it, and run the tests without")
  }

  /// Every version that the change log names has its book, and the other way round.
  @Test func everyReleaseHasItsBook() throws {
    let log = try Markdown("CHANGELOG.md").lines
    let released = log.filter { $0.hasPrefix("## ") && $0 != "## Unreleased" }.map {
      String($0.dropFirst(3).prefix { $0 != " " })
    }
    #expect(!released.isEmpty)
    #expect(Set(ReleasedBook.all.map(\.version)) == Set(released))
  }

  @Test(arguments: ReleasedBook.all) func itIsStillABook(_ released: ReleasedBook) throws {
    try expectABook(released)
  }

  /// The book that this version would leave is held to the same, so that what is looked at is
  /// there before it is released.
  @Test func soIsTheBookOfThisVersion() throws {
    let folder = try TestFolder()
    let made = ReleasedBook("now", in: folder.path)
    try made.make(of: SampleYear().ledger)
    try expectABook(made)
    // A figure that is another one is found.
    let right = try String(contentsOfFile: made.figures, encoding: .utf8)
    try right.replacing(/income 4-1000 \d/, with: "income 4-1000 0").write(
      toFile: made.figures, atomically: true, encoding: .utf8)
    withKnownIssue { try expectABook(made) }
  }

  private func expectABook(_ released: ReleasedBook) throws {
    let recorded = try String(contentsOfFile: released.figures, encoding: .utf8)
    let event = try #require(
      Int64(recorded.prefix { $0 != "\n" }.split(separator: " ").last ?? ""))
    let folder = try released.unpacked()
    // Opened for writing it is brought up to the schema of now.
    let ledger = try Ledger.open(at: folder.file(), clock: standingClock)
    let proof = try ledger.verify()
    #expect(proof.isOK, "\(proof.checks.filter { $0.count > 0 })")
    expectSame(try ReleasedBook.figures(of: ledger, at: nil), recorded)
    // Business goes on: a deposit, a withdrawal, and the end of the open month.
    let open = try ledger.status().openMonth
    let member = try #require(try ledger.members().first).member.number
    let before = try ledger.balance(of: member, on: open.lastDay)
    _ = try ledger.deposit(150_000, member: member, on: open.firstDay, reference: "rilis-1")
    _ = try ledger.withdraw(50_000, member: member, on: open.firstDay, reference: "rilis-2")
    #expect(try ledger.balance(of: member, on: open.lastDay) == before + 100_000)
    let preview = try ledger.previewMonthEnd(open)
    let done = try ledger.runMonthEnd(open)
    let amounts = [preview, done].map { $0.sections.map { $0.lines.map(\.amount) } }
    #expect(amounts[0] == amounts[1])
    #expect(try ledger.verify().isOK)
    // What was known then reads as it did.
    expectSame(try ReleasedBook.figures(of: ledger, at: event), recorded)
  }

  private func expectSame(_ figures: String, _ recorded: String) {
    let (now, then) = (figures.split(separator: "\n"), recorded.split(separator: "\n"))
    #expect(now.difference(from: then).isEmpty, "\(Set(now).symmetricDifference(then))")
  }
}

extension Ledger {
  /// What a member has in voluntary savings at the end of a day.
  fileprivate func balance(of member: MemberNumber, on date: BookDate) throws -> Rupiah {
    var sum = Rupiah.zero
    try balances(of: "sukarela", on: date) { balance in
      if balance.member == member { sum = try sum + balance.balance }
    }
    return sum
  }
}
