import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// The book and the oracle side by side: every operation is tried on both.
struct ModelBook {
  var ledger: Ledger
  let folder: TestFolder
  var oracle = ModelOracle()
  var random: SplitMix64
  /// Deposits with their references, to be sent again.
  var sent: [(reference: String, entry: Int, member: String, amount: Int64, day: Int)] = []

  static func date(_ day: Int) throws -> BookDate {
    try KSPTestSupport.day("2026-01-01").advanced(by: day - 1)
  }

  mutating func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func member() -> String {
    oracle.members.keys.sorted().randomElement(using: &random) ?? ""
  }

  /// A day of the open month or a little later.
  mutating func day() -> Int {
    let open = ModelOracle.days(of: oracle.openMonth)
    return pick(open.lowerBound...min(open.upperBound + 10, 365))
  }

  /// Now and then enough that its interest of a month is taxed.
  mutating func amount() -> Int64 {
    Int64(pick(1...90)) * (pick(0...11) == 0 ? 300_000_000 : 1_000_000)
  }

  /// Holds an outcome against what the oracle expects, and names it.
  static func outcome(
    _ name: String, _ found: LedgerError.Code?, _ expected: [LedgerError.Code?]
  ) -> String {
    #expect(expected.contains(found), "\(name): \(String(describing: found)), not \(expected)")
    return "\(name) \(found?.rawValue ?? "ok")"
  }

  // MARK: - At the counter

  mutating func deposit(_ step: Int, dryRun: Bool = false) throws -> String {
    let (member, day, amount) = (member(), day(), amount())
    let note = EntryNote(reference: "R-\(step)")
    let found = refusal {
      try ledger.deposit(
        Rupiah(sen: amount), member: member, on: Self.date(day), note: note, dryRun: dryRun)
    }
    if found == nil && !dryRun {
      oracle.post(day, [("1-1000", amount), ("SUK-\(member)", -amount)])
      sent.append(("R-\(step)", oracle.entries.count, member, amount, day))
    }
    return Self.outcome(
      dryRun ? "dry run" : "deposit", found, [oracle.membershipRefusal(member, day)])
  }

  mutating func take(_ name: String, isFee: Bool) throws -> String {
    let (member, day, amount) = (member(), day(), amount() * (isFee ? 1 : 2))
    let date = try Self.date(day)
    let account = "SUK-\(member)"
    let fits = oracle.lowest(account, from: day) >= amount
    let expected = oracle.membershipRefusal(member, day) ?? (fits ? nil : .overdraft)
    let found = refusal {
      isFee
        ? try ledger.chargeFee(Rupiah(sen: amount), member: member, on: date)
        : try ledger.withdraw(Rupiah(sen: amount), member: member, on: date)
    }
    if found == nil {
      oracle.post(day, [(account, amount), (isFee ? "4-1100" : "1-1000", -amount)])
    }
    return Self.outcome(name, found, [expected])
  }

  mutating func transfer() throws -> String {
    let (from, to) = ("SUK-\(member())", "SUK-\(member())")
    let (day, amount) = (day(), amount())
    var expected: LedgerError.Code?
    if from == to {
      expected = .transferToSelf
    } else if oracle.totals[from] == nil || oracle.totals[to] == nil {
      expected = .accountUnknown
    } else if oracle.isClosed(from) || oracle.isClosed(to) {
      expected = .accountClosed
    } else if oracle.lowest(from, from: day) < amount {
      expected = .overdraft
    }
    let found = refusal {
      try ledger.transfer(
        Rupiah(sen: amount), from: AccountCode(from), to: AccountCode(to), on: Self.date(day))
    }
    if found == nil { oracle.post(day, [(from, amount), (to, -amount)]) }
    return Self.outcome("transfer", found, [expected])
  }

  mutating func manual() throws -> String {
    let (day, amount, isWrong) = (day(), amount(), pick(0...3) == 0)
    let found = refusal {
      try ledger.post(
        ManualEntry(
          on: Self.date(day),
          legs: [
            .init(account: AccountCode("1-1100"), amount: Rupiah(sen: amount)),
            .init(account: AccountCode("1-1000"), amount: Rupiah(sen: isWrong ? -1 : -amount)),
          ]))
    }
    if found == nil { oracle.post(day, [("1-1100", amount), ("1-1000", -amount)]) }
    return Self.outcome("manual", found, [isWrong ? .entryUnbalanced : nil])
  }

  mutating func reverse() throws -> String {
    guard !oracle.entries.isEmpty else { return "reverse none" }
    let (index, chosen) = (pick(1...oracle.entries.count) - 1, day())
    let entry = oracle.entries[index]
    // Without a day it is that of the entry, or the first that is open.
    let isDated = pick(1...2) == 1
    let day = isDated ? chosen : max(entry.day, ModelOracle.days(of: oracle.openMonth).lowerBound)
    var expected: [LedgerError.Code?] = []
    if !entry.isReversible {
      expected = [.entryNotReversible]
    } else if entry.isReversed {
      expected = [.entryAlreadyReversed]
    } else if day < entry.day {
      expected = [.reversalBeforeEntry]
    } else {
      for leg in entry.legs where ModelOracle.prefixes[String(leg.account.prefix(3))] != nil {
        if oracle.isClosed(leg.account) {
          expected.append(.accountClosed)
        } else if leg.amount < 0 && oracle.lowest(leg.account, from: day) < -leg.amount {
          expected.append(.overdraft)
        }
      }
    }
    let found = refusal {
      try ledger.reverse(
        EntryNumber(Int64(index + 1)), on: isDated ? Self.date(day) : nil)
    }
    if found == nil {
      oracle.entries[index].isReversed = true
      oracle.post(day, entry.legs.map { ($0.account, -$0.amount) }, isReversible: false)
    }
    return Self.outcome("reverse", found, expected.isEmpty ? [nil] : expected)
  }

  /// A deposit sent again, as it was or with another amount.
  mutating func sendAgain() throws -> String {
    guard let known = sent.randomElement(using: &random) else { return "replay none" }
    let isOther = pick(0...1) == 0
    var receipt: Receipt?
    let found = refusal {
      receipt = try ledger.deposit(
        Rupiah(sen: known.amount + (isOther ? 100 : 0)), member: known.member,
        on: Self.date(known.day), note: EntryNote(reference: known.reference))
    }
    let isReversed = oracle.entries[known.entry - 1].isReversed
    if !isOther && !isReversed {
      #expect(receipt?.isReplay == true && receipt?.entry.value == Int64(known.entry))
    }
    let expected: LedgerError.Code? =
      isOther ? .referenceReused : isReversed ? .referenceReversed : nil
    return Self.outcome(isOther ? "reuse" : "replay", found, [expected])
  }

  /// A deposit into the month that was closed last.
  mutating func depositTooLate() throws -> String {
    let open = oracle.members.keys.sorted().filter { oracle.members[$0]?.left == nil }
    guard oracle.openMonth > 1, let member = open.randomElement(using: &random) else {
      return "closed none"
    }
    let day = ModelOracle.days(of: oracle.openMonth - 1).upperBound
    let found = refusal { try ledger.deposit(5, member: member, on: Self.date(day)) }
    let isEarly =
      oracle.totals["SUK-\(member)"] == nil ? oracle.membershipRefusal(member, day) : nil
    return Self.outcome("closed", found, [isEarly ?? .periodClosed])
  }
}
