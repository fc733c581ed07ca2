import KSPCore
import KSPTestSupport
import Testing

/// Which due days are tried when, against a clerk who goes through the calendar day by day.
@Suite struct OrderAttemptsTests {
  private static func date(_ text: String) throws -> BookDate { try BookDate(parsing: text) }

  private static func order(
    day: Int, from: String, until: String? = nil, retry: Int = 0, ended: String? = nil
  ) throws -> StandingOrder {
    StandingOrder(
      number: 1, account: "SUK-0001", member: "0001", memberName: "Siti",
      purpose: .dues("wajib"), amount: nil, day: day, from: try date(from),
      until: try until.map { try date($0) }, retryDays: retry,
      endedOn: try ended.map { try date($0) })
  }

  @Test("The last day of a shorter month stands for the day") func endOfMonth() throws {
    let order = try Self.order(day: 31, from: "2024-01-31", until: "2024-06-29")
    let days = try order.dueDays(from: Self.date("2024-01-01"), through: Self.date("2025-01-01"))
    #expect(
      days.map(\.description) == [
        "2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31",
      ])
    #expect(try order.nextDue(from: Self.date("2024-02-10")) == Self.date("2024-02-29"))
    #expect(try order.nextDue(from: Self.date("2024-06-01")) == nil)
    let ended = try Self.order(day: 5, from: "2024-01-01", ended: "2024-03-05")
    #expect(
      try ended.dueDays(from: Self.date("2024-01-01"), through: Self.date("2024-12-31")).count == 2)
  }

  /// Days counted from 1 January 2026 as 0; months by a table written here.
  private struct Clerk {
    let day: Int
    let from: Int
    let until: Int?
    let retry: Int
    let ended: Int?

    func isDue(_ offset: Int) -> Bool {
      guard offset >= from, offset <= until ?? .max, offset < ended ?? .max else { return false }
      var (left, month) = (offset, 0)
      let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      while left >= lengths[month % 12] {
        left -= lengths[month % 12]
        month += 1
      }
      return left + 1 == min(day, lengths[month % 12])
    }
  }

  @Test("A due day is tried with its own date, then once a day as long as the order says")
  func againstAClerk() throws {
    var random = SplitMix64(seed: 1_312)
    var (taken, lapsed, again) = (0, 0, 0)
    for round in 0..<600 {
      func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
      let clerk = Clerk(
        day: pick(1...31), from: pick(0...60), until: pick(0...2) == 0 ? pick(60...150) : nil,
        retry: pick(0...31), ended: pick(0...3) == 0 ? pick(40...170) : nil)
      let base = try Self.date("2026-01-01")
      func date(_ offset: Int) throws -> BookDate { try base.adding(days: offset) }
      let order = StandingOrder(
        number: 1, account: "SUK-0001", member: "0001", memberName: "Siti",
        purpose: .dues("wajib"), amount: nil, day: clerk.day, from: try date(clerk.from),
        until: try clerk.until.map { try date($0) }, retryDays: clerk.retry,
        endedOn: try clerk.ended.map { try date($0) })
      var tries: [OrderTry] = []
      // What the clerk has written down: due day → days tried; done ones.
      var noted: [Int: [Int]] = [:]
      var done: Set<Int> = []
      var today = 0
      while today < 180 {
        today += pick(0...9)
        let found = try OrderAttempts(on: date(today), openFrom: base).attempts(
          of: order, after: tries)
        var expected: (onDue: [Int], again: [Int]) = ([], [])
        for due in 0...today where clerk.isDue(due) && !done.contains(due) {
          if noted[due] == nil { expected.onDue.append(due) }
          if today > due, today - due <= clerk.retry, today < clerk.ended ?? .max,
            noted[due]?.contains(today) != true
          {
            expected.again.append(due)
          }
        }
        #expect(try found.onDue.map(\.dueOn) == expected.onDue.map(date), "round \(round)")
        #expect(found.onDue.allSatisfy { $0.bookedOn == $0.dueOn })
        #expect(try found.again.map(\.dueOn) == expected.again.map(date), "round \(round)")
        #expect(try found.again.allSatisfy { $0.bookedOn == (try date(today)) })
        for attempt in found.onDue + found.again {
          let due = base.days(until: attempt.dueOn)
          guard !done.contains(due) else { continue }
          let isTaken = pick(0...2) == 0
          noted[due, default: []].append(base.days(until: attempt.bookedOn))
          if isTaken { done.insert(due) }
          tries.append(
            OrderTry(
              dueOn: attempt.dueOn, triedOn: attempt.bookedOn,
              outcome: isTaken ? .taken : .tooLittle, amount: 1))
          if isTaken { taken += 1 }
          if attempt.bookedOn > attempt.dueOn { again += 1 }
        }
      }
      lapsed += noted.keys.count { !done.contains($0) }
    }
    #expect(taken > 500 && lapsed > 500 && again > 500)
  }

  @Test("What was tried in a closed month is tried again in the open one, and nothing earlier")
  func acrossAClosing() throws {
    let order = try Self.order(day: 30, from: "2026-01-01", retry: 5)
    let rule = OrderAttempts(on: try Self.date("2026-02-03"), openFrom: try Self.date("2026-02-01"))
    // No month is closed before its orders were tried: what was never tried then is no debt.
    #expect(try rule.attempts(of: order, after: []).again.isEmpty)
    let missed = OrderTry(
      dueOn: try Self.date("2026-01-30"), triedOn: try Self.date("2026-01-30"),
      outcome: .tooLittle, amount: 1)
    let found = try rule.attempts(of: order, after: [missed])
    #expect(found.onDue.isEmpty && found.again.map(\.bookedOn.description) == ["2026-02-03"])
    let left = OrderTry(
      dueOn: try Self.date("2026-01-30"), triedOn: try Self.date("2026-01-30"), outcome: .left,
      amount: 1)
    #expect(try rule.attempts(of: order, after: [left]).again.isEmpty)
  }
}
