import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Synchronization
import Testing

/// The forms for asynchronous programs.
@Suite(.hangs) struct AsyncTests {
  private final class Count: Sendable {
    private let number = Mutex(0)
    var value: Int { number.withLock { $0 } }

    @discardableResult func add() -> Int {
      number.withLock { number in
        number += 1
        return number
      }
    }
  }

  private func book(_ folder: TestFolder, members: Int) throws -> Ledger {
    let ledger = try makeBook(folder)
    for number in 1...members {
      try ledger.join("M\(number)")
      _ = try ledger.deposit(1_000_000, member: "M\(number)", on: day("2026-01-01"))
    }
    return ledger
  }

  /// The long calls run on an executor of their own, in the task of the caller.
  @Test func theCallersExecutorStaysFree() async throws {
    let folder = try TestFolder()
    let ledger = try book(folder, members: 3)
    let (elsewhere, here) = (Count(), Count())
    let look: @Sendable () -> Void = {
      withUnsafeCurrentTask { task in
        _ = task?.unownedTaskExecutor == nil ? here.add() : elsewhere.add()
      }
    }
    look()
    #expect((here.value, elsewhere.value) == (1, 0))
    let proof = try await ledger.verify(isQuick: true) { _ in look() }
    #expect(proof.isOK)
    let found = elsewhere.value
    #expect(found > 0 && here.value == 1)
    let count = try await ledger.background { book in
      look()
      return try book.members().count
    }
    #expect(count == 3)
    #expect(elsewhere.value == found + 1 && here.value == 1)
  }

  /// Each import brings in, or refuses, what its synchronous form does.
  @Test func importsHaveFormsThatMayBlock() async throws {
    let ledger = try book(TestFolder(), members: 1)
    let holidays = SheetText("date,name\n2026-01-29,Imlek\n", file: "libur.csv")
    #expect(try await ledger.importHolidays(holidays).stored == 1)
    #expect(try await ledger.importHolidays(holidays).stored == 0)
    let (wrong, date) = (SheetText("kolom\n1\n", file: "salah.csv"), try day("2026-01-05"))
    let forms: [(now: (Ledger) throws -> Void, later: (Ledger) async throws -> Void)] = [
      (
        { _ = try $0.importTermDeposits(wrong, on: date) },
        { _ = try await $0.importTermDeposits(wrong, on: date) }
      ),
      (
        { _ = try $0.importPlannedSavings(wrong, on: date) },
        { _ = try await $0.importPlannedSavings(wrong, on: date) }
      ),
      ({ _ = try $0.importHolidays(wrong) }, { _ = try await $0.importHolidays(wrong) }),
      ({ _ = try $0.importBankStatement(wrong) }, { _ = try await $0.importBankStatement(wrong) }),
      (
        { _ = try $0.importCashBook([wrong], answers: wrong) },
        { _ = try await $0.importCashBook([wrong], answers: wrong) }
      ),
      (
        { _ = try $0.importDeductions(wrong, ofClaim: 7, on: date) },
        { _ = try await $0.importDeductions(wrong, ofClaim: 7, on: date) }
      ),
      (
        { _ = try $0.importCollection(wrong, of: "pasar", on: date) },
        { _ = try await $0.importCollection(wrong, of: "pasar", on: date) }
      ),
    ]
    for form in forms {
      let expected = refused { try form.now(ledger) }
      #expect(expected != nil)
      do {
        try await form.later(ledger)
        Issue.record("it was accepted")
      } catch {
        #expect(error as? LedgerError == expected)
      }
    }
  }

  @Test func aCancelledMonthEndLeavesTheMonthOpen() async throws {
    let folder = try TestFolder()
    let ledger = try book(folder, members: 40)
    let task = Task {
      try await ledger.runMonthEnd(month("2026-01")) { _ in
        withUnsafeCurrentTask { $0?.cancel() }
      }
    }
    let result = await task.result
    let error = #expect(throws: LedgerError.self) { try result.get() }
    #expect(error?.code == .monthEndCancelled)
    #expect(try ledger.monthEnd(month("2026-01")) == nil)
    let report = try await ledger.runMonthEnd(month("2026-01"))
    #expect(report.month == (try month("2026-01")))
    let proof = try await ledger.verify()
    #expect(proof.isOK)
  }

  @Test func statementsComeAsTheyAreAskedFor() async throws {
    let folder = try TestFolder()
    let ledger = try book(folder, members: 20)
    let january = try period("2026-01-01", "2026-01-31")
    var expected: [AccountStatement] = []
    try Self.all(ledger, january) { expected.append($0) }
    let reader = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    var found: [AccountStatement] = []
    for try await statement in reader.statements(period: january) {
      // What is recorded meanwhile is not seen.
      _ = try ledger.deposit(1_000, member: "M20", on: day("2026-01-02"))
      // The book may be asked in the loop, in every way.
      let member = try #require(statement.heading.memberNumber)
      let names = try await reader.background { try $0.member(member).member.profile.name }
      #expect(try reader.member(member).member.profile.name == names)
      found.append(statement)
    }
    #expect(found == expected)
    #expect(found.count == 20)

    // Whoever stops early gives the reader back.
    for try await _ in reader.statements(period: january) { break }
    #expect(try reader.members().count == 20)
    let task = Task {
      for try await _ in reader.statements(period: january) {
        withUnsafeCurrentTask { $0?.cancel() }
      }
    }
    let stopped = await task.result
    #expect(throws: CancellationError.self) { try stopped.get() }
    #expect(try reader.members().count == 20)
    try reader.close()
    let closed = await Task { for try await _ in reader.statements(period: january) {} }.result
    #expect(throws: LedgerError.bookClosed(folder.file())) { try closed.get() }
  }

  private static func all(
    _ ledger: Ledger, _ period: BookPeriod, _ body: (AccountStatement) -> Void
  ) throws {
    try ledger.statements(period: period) { body($0) }
  }
}
