import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// The book beside an oracle that shares no code with it, after every random operation.
@Suite struct ModelTests {
  /// What the oracle remembers of an entry.
  struct Entry {
    let day: Int
    let changes: [String: Int64]
    var isReversed = false
    let isReversible: Bool
  }

  /// Balances in sen as members see them, kept in plain dictionaries.
  struct Oracle {
    var entries: [Entry] = []
    var references: [String: (entry: Int, member: String, amount: Int64, day: Int)] = [:]
    var openMonth = 1

    func balance(_ account: String, through day: Int = .max) -> Int64 {
      entries.reduce(0) { $1.day <= day ? $0 + ($1.changes[account] ?? 0) : $0 }
    }

    /// The lowest balance from the end of a day on.
    func lowest(_ account: String, from day: Int) -> Int64 {
      let days = Set(entries.filter { $0.day > day }.map(\.day))
      // Within a day the order is that of recording, so every step of it counts.
      var lowest = balance(account, through: day)
      for later in days.sorted() {
        var running = balance(account, through: later - 1)
        for entry in entries where entry.day == later {
          running += entry.changes[account] ?? 0
          lowest = min(lowest, running)
        }
      }
      return lowest
    }

    /// 3 % a year of every day's closing balance over 365, to the rupiah, half up.
    func interest(_ account: String, month: Int) -> Int64 {
      let days = ModelTests.days(of: month)
      var sum: Int64 = 0
      for day in days { sum += max(0, balance(account, through: day)) }
      // sum × 3 / 36500 sen, to the nearest 100 sen.
      return (sum * 3 + 36_500 * 50) / (36_500 * 100) * 100
    }
  }

  static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  /// The day numbers of a month of 2026, 1 for 1 January.
  static func days(of month: Int) -> ClosedRange<Int> {
    let before = lengths.prefix(month - 1).reduce(0, +)
    return (before + 1)...(before + lengths[month - 1])
  }
  static func date(_ day: Int) throws -> BookDate {
    try BookDate(parsing: "2026-01-01").advanced(by: day - 1)
  }

  static let members = ["0001", "0002", "0003", "0004"]

  @Test func theBookFollowsTheOracle() throws {
    let seed = ProcessInfo.processInfo.environment["KSP_SEED"].flatMap { UInt64($0) } ?? 20_261_124
    var random = SplitMix64(seed: seed)
    print("model test: KSP_SEED=\(seed)")
    let folder = try TestFolder()
    var ledger = try makeBook(folder)
    for member in Self.members { try ledger.join(member) }
    var oracle = Oracle()
    var reached: [String: Int] = [:]
    for step in 0..<500 {
      let outcome = try Self.step(step, &ledger, folder, &oracle, &random)
      reached[outcome, default: 0] += 1
      try Self.compare(ledger, oracle, "seed \(seed), step \(step): \(outcome)")
    }
    for (outcome, count) in reached.sorted(by: { $0.key < $1.key }) {
      print("  \(outcome): \(count)")
    }
    #expect(try ledger.verify().isOK)
    for outcome in [
      "deposit ok", "withdraw ok", "withdraw account.overdraft",
      "reuse reference.reused", "reverse ok", "reverse entry.alreadyReversed",
      "closed period.closed",
      "month end ok", "second run ok", "reopen ok", "transfer ok",
    ] {
      #expect(reached[outcome, default: 0] > 0, "never reached: \(outcome)")
    }
  }

  private static func step(
    _ step: Int, _ ledger: inout Ledger, _ folder: TestFolder, _ oracle: inout Oracle,
    _ random: inout SplitMix64
  ) throws -> String {
    let member = members.randomElement(using: &random) ?? "0001"
    let open = days(of: min(oracle.openMonth, 12))
    let day = Int.random(in: open.lowerBound...min(open.upperBound + 10, 365), using: &random)
    let amount = Int64.random(in: 1...90, using: &random) * 1_000_000
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<30:
      let reference = "R-\(step)"
      _ = try ledger.deposit(
        Rupiah(sen: amount), member: member, on: date(day), note: EntryNote(reference: reference))
      oracle.references[reference] = (oracle.entries.count, member, amount, day)
      oracle.entries.append(Entry(day: day, changes: [member: amount], isReversible: true))
      return "deposit ok"
    case 30..<50:
      return try withdraw(ledger, &oracle, member, amount * 2, day)
    case 50..<58:
      let other = members.first { $0 != member } ?? "0002"
      return try transfer(ledger, &oracle, member, other, amount, day)
    case 58..<66:
      guard
        let known = oracle.references.sorted(by: { $0.key < $1.key }).randomElement(using: &random)
      else { return "replay none" }
      let receipt = try ledger.deposit(
        Rupiah(sen: known.value.amount), member: known.value.member, on: date(known.value.day),
        note: EntryNote(reference: known.key))
      #expect(receipt.isReplay && receipt.entry.value == Int64(known.value.entry + 1))
      let code = refusal {
        _ = try ledger.deposit(
          Rupiah(sen: known.value.amount + 100), member: known.value.member,
          on: date(known.value.day), note: EntryNote(reference: known.key))
      }
      return code.map { "reuse \($0)" } ?? "replay ok"
    case 66..<80:
      return try reverse(ledger, &oracle, day, &random)
    case 80..<86:
      guard oracle.openMonth > 1 else { return "closed none" }
      let closed = days(of: oracle.openMonth - 1).upperBound
      let refused = refusal {
        _ = try ledger.deposit(Rupiah(sen: amount), member: member, on: date(closed))
      }
      return "closed \(refused?.rawValue ?? "ok")"
    case 86..<91 where oracle.openMonth <= 11:
      return try monthEnd(ledger, &oracle)
    case 91..<95 where oracle.openMonth > 1:
      let done = try ledger.runMonthEnd(BookMonth(year: 2026, month: oracle.openMonth - 1))
      return "second run \(done.outcome == .alreadyDone ? "ok" : "again")"
    default:
      try ledger.close()
      ledger = try Ledger.open(at: folder.file(), clock: standingClock)
      return "reopen ok"
    }
  }

  private static func withdraw(
    _ ledger: Ledger, _ oracle: inout Oracle, _ member: String, _ amount: Int64, _ day: Int
  ) throws -> String {
    let fits = oracle.lowest(member, from: day) >= amount
    let refused = refusal {
      _ = try ledger.withdraw(Rupiah(sen: amount), member: member, on: date(day))
    }
    #expect((refused == nil) == fits)
    if refused == nil {
      oracle.entries.append(Entry(day: day, changes: [member: -amount], isReversible: true))
    }
    return "withdraw \(refused?.rawValue ?? "ok")"
  }

  private static func transfer(
    _ ledger: Ledger, _ oracle: inout Oracle, _ from: String, _ to: String, _ amount: Int64,
    _ day: Int
  ) throws -> String {
    let exists = [from, to].allSatisfy { member in
      oracle.entries.contains { $0.changes[member] != nil }
    }
    let fits = exists && oracle.lowest(from, from: day) >= amount
    let refused = refusal {
      _ = try ledger.transfer(
        Rupiah(sen: amount), from: AccountCode("SUK-\(from)"), to: AccountCode("SUK-\(to)"),
        on: date(day))
    }
    #expect((refused == nil) == fits)
    if refused == nil {
      oracle.entries.append(
        Entry(day: day, changes: [from: -amount, to: amount], isReversible: true))
    }
    return "transfer \(refused?.rawValue ?? "ok")"
  }

  private static func reverse(
    _ ledger: Ledger, _ oracle: inout Oracle, _ day: Int, _ random: inout SplitMix64
  ) throws -> String {
    guard !oracle.entries.isEmpty else { return "reverse none" }
    let index = Int.random(in: 0..<oracle.entries.count, using: &random)
    let entry = oracle.entries[index]
    let fits = entry.changes.allSatisfy { account, change in
      change <= 0 || oracle.lowest(account, from: day) >= change
    }
    let refused = refusal {
      _ = try ledger.reverse(EntryNumber(Int64(index + 1)), on: date(day))
    }
    #expect((refused == nil) == (entry.isReversible && !entry.isReversed && fits))
    if refused == nil {
      oracle.entries[index].isReversed = true
      oracle.entries.append(
        Entry(day: day, changes: entry.changes.mapValues { -$0 }, isReversible: false))
    }
    return "reverse \(refused?.rawValue ?? "ok")"
  }

  private static func monthEnd(_ ledger: Ledger, _ oracle: inout Oracle) throws -> String {
    let month = oracle.openMonth
    let preview = try ledger.previewMonthEnd(BookMonth(year: 2026, month: month))
    let report = try ledger.runMonthEnd(BookMonth(year: 2026, month: month))
    #expect(report.products.map(\.gross) == preview.products.map(\.gross))
    var changes: [String: Int64] = [:]
    for member in members {
      let gross = oracle.interest(member, month: month)
      // Above Rp240,000 a tenth of everything, in whole rupiah.
      let tax = gross > 24_000_000 ? gross / 1_000 * 100 : 0
      if gross > 0 { changes[member] = gross - tax }
    }
    if !changes.isEmpty {
      oracle.entries.append(
        Entry(day: days(of: month).upperBound, changes: changes, isReversible: false))
    }
    oracle.openMonth += 1
    for member in changes.keys {
      #expect(
        try ledger.explain(AccountCode("SUK-\(member)"), BookMonth(year: 2026, month: month)).agrees
      )
    }
    return "month end ok"
  }

  private static func compare(_ ledger: Ledger, _ oracle: Oracle, _ place: String) throws {
    #expect(try ledger.status().entries == oracle.entries.count, "\(place)")
    for summary in try ledger.members() {
      let balance = summary.savings.first { $0.product == "sukarela" }?.balance.sen ?? 0
      #expect(balance == oracle.balance(summary.member.number), "\(place)")
    }
    let total = members.reduce(Int64(0)) { $0 + oracle.balance($1) }
    let row = try ledger.trialBalance().rows.first { $0.code.text == "2-1000" }
    #expect((row?.credit.sen ?? 0) == total, "\(place)")
  }
}
