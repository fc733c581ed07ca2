import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Synchronization
import Testing

/// One `Ledger` used by several threads, from inside its own streams, and by a clock that errs.
@Suite(.hangs) struct ConcurrencyTests {
  /// Runs each body in a thread of its own: tasks would share as many threads as there are cores.
  private func inThreads(_ bodies: [@Sendable () throws -> Void]) {
    let group = DispatchGroup()
    for body in bodies {
      group.enter()
      Thread {
        do { try body() } catch { Issue.record(error) }
        group.leave()
      }.start()
    }
    group.wait()
  }

  /// Four threads deposit and read; nothing is lost, doubled or mixed up.
  @Test func threadsShareALedger() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    for number in 1...4 { try ledger.join("M\(number)") }
    inThreads(
      (1...4).map { number in
        {
          for step in 1...40 {
            let note = EntryNote(reference: "M\(number)-\(step)")
            let receipt = try ledger.deposit(
              1_000, member: "M\(number)", on: day("2026-01-05"), note: note)
            let expected = try Rupiah(rupiah: Int64(step) * 1_000)
            #expect(receipt.balance == expected)
            if step.isMultiple(of: 10) {
              let isOK = try ledger.verify().isOK
              #expect(isOK)
              _ = try ledger.trialBalance()
            }
          }
        }
      })
    #expect(try ledger.status().entries == 160)
    for number in 1...4 {
      #expect(try ledger.account(AccountCode("SUK-M\(number)")).balance == 40_000)
    }
    #expect(try ledger.verify().isOK)
  }

  /// Months are closed while others post into them: each posting comes before or after, and none
  /// meets a rule of the file that the library did not know of.
  @Test func monthsAreClosedUnderTheHandsOfOthers() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join("M1")
    let months = try (0..<24).map { try BookMonth(ordinal: month("2026-01").ordinal + $0) }
    let seen = Mutex<Set<LedgerError.Code>>([])
    let poster: @Sendable () throws -> Void = {
      for month in months {
        var refused: LedgerError.Code?
        while refused == nil {
          refused = refusal { try ledger.deposit(10, member: "M1", on: month.lastDay) }
        }
        if let refused { _ = seen.withLock { $0.insert(refused) } }
      }
    }
    inThreads([
      poster, poster, poster,
      {
        for month in months {
          usleep(5_000)
          _ = try ledger.runMonthEnd(month)
        }
      },
    ])
    #expect(seen.withLock { $0 } == [.periodClosed])
    #expect(try ledger.verify().isOK)
  }

  /// What a stream hands out may lead to further reading; posting inside it is refused clearly.
  @Test func readingInsideAStream() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    for number in 1...3 {
      try ledger.join("M\(number)")
      _ = try ledger.deposit(1_000, member: "M\(number)", on: day("2026-01-05"))
    }
    var seen: [String] = []
    try ledger.statements(period: BookPeriod(month("2026-01"))) { statement in
      seen.append(statement.heading.account.text)
      try ledger.statements(period: BookPeriod(month("2026-01"))) { _ in }
      #expect(try ledger.account(statement.heading.account).balance == 1_000)
      #expect(try ledger.entry(EntryNumber(1)).legs.count == 2)
    }
    #expect(seen == ["SUK-M1", "SUK-M2", "SUK-M3"])
    var entries = 0
    try ledger.entries { entry in
      entries += 1
      let again = try ledger.entry(entry.number)
      #expect(again == entry)
    }
    #expect(entries == 3)
    let before = try BookContent(folder)
    try ledger.entries { _ in
      let error = refused { try ledger.deposit(1, member: "M1", on: day("2026-01-06")) }
      #expect(error?.code == .bookBusy)
      #expect(error?.message.english.contains("another program") == false)
    }
    #expect(try BookContent(folder) == before)
    _ = try ledger.deposit(1, member: "M1", on: day("2026-01-06"))
    #expect(try ledger.verify().isOK)
  }

  /// A connection answers on its own queue only: from another one inside a closure that has the
  /// book it is refused, where it would end the process.
  @Test func anotherQueueInsideAClosure() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join("M1")
    let date = try day("2026-01-05")
    _ = try ledger.deposit(1_000, member: "M1", on: date)
    let own = DispatchQueue(label: "app.state")
    let before = try BookContent(folder)
    let calls: [() throws -> Void] = [
      {
        try ledger.transact { book in
          _ = try own.sync { try book.deposit(5, member: "M1", on: date) }
        }
      },
      { try ledger.reading { book in _ = try own.sync { try book.member("M1") } } },
      { try ledger.entries { entry in _ = try own.sync { try ledger.entry(entry.number) } } },
      { try ledger.reading { _ in try own.sync { try ledger.close() } } },
    ]
    for call in calls.dropLast() { #expect(refusal(call) == .bookBusy) }
    #expect(try BookContent(folder) == before)
    // From the queue in the first place, and with a lock inside, all is well.
    let lock = NSLock()
    let receipt = try own.sync {
      try ledger.transact { book in
        try lock.withLock { try book.deposit(5, member: "M1", on: date) }
      }
    }
    #expect(receipt.balance == 1_005)
    // Closed from there it takes effect when the closure ends.
    try calls[3]()
    #expect(refusal { try ledger.member("M1") } == .bookClosed)
  }

  /// A stream that is left early by an error leaves the book usable.
  @Test func aStreamThatIsLeftEarly() throws {
    struct Enough: Error {}
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join("M1")
    _ = try ledger.deposit(1_000, member: "M1", on: day("2026-01-05"))
    #expect(throws: Enough.self) { try ledger.entries { _ in throw Enough() } }
    #expect(throws: Enough.self) {
      try ledger.statements(period: BookPeriod(month("2026-01"))) { _ in throw Enough() }
    }
    _ = try ledger.deposit(1_000, member: "M1", on: day("2026-01-05"))
    #expect(try ledger.verify().isOK)
  }

  /// An old laptop's clock falls back by years: the order is that of the numbers.
  @Test func theClockGoesBackwards() throws {
    let folder = try TestFolder()
    try makeBook(folder).close()
    for (index, seconds) in [1_795_478_400, 0, 1_795_478_400, Int64.max, Int64.min].enumerated() {
      let ledger = try Ledger.open(
        at: folder.file(), clock: { Timestamp(seconds: seconds) })
      if index == 0 { try ledger.join("M1") }
      let receipt = try ledger.deposit(
        1_000, member: "M1", on: day("2026-01-05"), note: EntryNote(exceptions: .futureDate))
      #expect(receipt.entry == EntryNumber(Int64(index + 1)))
      #expect(try ledger.entry(receipt.entry).recordedAt.seconds == seconds)
      _ = try ledger.today()
      #expect(try ledger.status().lastBookDate == day("2026-01-05"))
      try ledger.close()
    }
    let ledger = try Ledger.open(at: folder.file(), clock: standingClock)
    let statement = try ledger.statement(
      of: AccountCode("SUK-M1"), period: BookPeriod(month("2026-01")))
    #expect(statement.lines.map(\.entry.value) == [1, 2, 3, 4, 5])
    #expect(try ledger.runMonthEnd(month("2026-01")).outcome == .done)
    #expect(try ledger.verify().isOK)
  }
}
