import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Synchronization
import Testing

/// What a program that follows the book hears.
@Suite(.hangs) struct FeedTests {
  private final class Heard: Sendable {
    let events = Mutex<[ClosedRange<Int64>]>([])
    func add(_ range: ClosedRange<Int64>) { events.withLock { $0.append(range) } }
    func take() -> [ClosedRange<Int64>] {
      events.withLock { events in
        defer { events = [] }
        return events
      }
    }
  }

  private func numbers(_ ledger: Ledger, after: Int64?) throws -> [Int64] {
    var found: [Int64] = []
    try ledger.events(EventSelection(after: after)) { found.append($0.number) }
    return found
  }

  /// From every number on, exactly the events after it come, in their order.
  @Test func theFeedGoesOnAnywhere() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    var generator = SplitMix64(seed: 3)
    for index in 0..<40 {
      if Bool.random(using: &generator) {
        try ledger.join("M\(index)")
      } else {
        try ledger.join("X\(index)")
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
          _ = try ledger.deposit(1_000, member: "X\(index)", on: day("2026-01-05"))
        }
      }
    }
    let all = try numbers(ledger, after: nil)
    #expect(all == Array(1...(all.last ?? 0)))
    for after in -1...Int64(all.count + 1) {
      #expect(try numbers(ledger, after: after) == all.filter { $0 > after })
    }
  }

  @Test func whatIsStoredIsHeard() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    let second = try Ledger.open(at: folder.file(), clock: standingClock)
    let start = try numbers(ledger, after: nil).count
    let heard = Heard()
    var observation: Observation? = try second.observe { heard.add($0) }
    #expect(observation != nil)
    try ledger.join("0001")
    let first = Int64(start + 1)
    #expect(heard.take() == [first...first])
    _ = try second.deposit(1_000, member: "0001", on: day("2026-01-05"))
    // The first deposit opens the account.
    #expect(heard.take() == [first + 1...first + 2])
    // A replay, a rehearsal and a refusal store nothing.
    _ = try ledger.deposit(1_000, member: "0001", on: day("2026-01-05"), dryRun: true)
    _ = refusal { try ledger.withdraw(9_000, member: "0001", on: day("2026-01-05")) }
    try ledger.transact(dryRun: true) { _ = try $0.join("0002") }
    #expect(heard.take() == [])
    try ledger.transact { book in
      try book.join("0002")
      try book.join("0003")
    }
    #expect(heard.take() == [first + 3...first + 4])
    observation = nil
    try ledger.join("0004")
    #expect(heard.take() == [])
  }

  /// Many threads post; together the ranges are all events, none twice.
  @Test func nothingIsMissedOrHeardTwice() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    _ = try ledger.deposit(1, member: "0001", on: day("2026-01-05"))
    let start = try Int64(numbers(ledger, after: nil).count)
    let heard = Heard()
    let observation = try ledger.observe { heard.add($0) }
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      for _ in 0..<20 { _ = try? ledger.deposit(1, member: "0001", on: day("2026-01-05")) }
    }
    observation.cancel()
    let all = heard.take().flatMap { Array($0) }.sorted()
    #expect(all == Array(start + 1...start + 160))
  }
}
