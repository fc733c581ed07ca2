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
    try KSPTestSupport.day("2026-01-01").adding(days: day - 1)
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
        Rupiah(sen: amount), member: MemberNumber(member), on: Self.date(day), note: note,
        dryRun: dryRun)
    }
    if found == nil && !dryRun {
      oracle.post(day, [("1-1000", amount), ("SUK-\(member)", -amount)])
      sent.append(("R-\(step)", oracle.entries.count, member, amount, day))
    }
    return Self.outcome(
      dryRun ? "dry run" : "deposit", found, [oracle.membershipRefusal(member, day)])
  }

  /// Interest from elsewhere, now and then enough to be taxed by itself.
  mutating func payInterest() throws -> String {
    let (member, day) = (member(), day())
    let amount = Int64(pick(1...400)) * 100_000
    let found = refusal {
      try ledger.payInterest(Rupiah(sen: amount), member: MemberNumber(member), on: Self.date(day))
    }
    if found == nil {
      oracle.post(day, [("5-1000", amount), ("SUK-\(member)", -amount)])
      oracle.parts.append(
        ModelOracle.Part(
          entry: oracle.entries.count - 1, member: member, month: ModelOracle.month(of: day),
          amount: amount))
    }
    return Self.outcome("interest", found, [oracle.membershipRefusal(member, day)])
  }

  /// The interest of a closed month, set right on the first open day.
  mutating func correct() throws -> String {
    let members = oracle.order.filter { oracle.totals["SUK-\($0)"] != nil }
    guard oracle.openMonth > 1, let member = members.randomElement(using: &random) else {
      return "correct none"
    }
    let (account, month) = ("SUK-\(member)", pick(1...oracle.openMonth - 1))
    let (day, key) = (ModelOracle.days(of: oracle.openMonth).lowerBound, "\(month) \(account)")
    let right = oracle.rightInterest(account, month: month)
    let difference = right - oracle.paid[key, default: 0]
    let slip = oracle.slips["\(month) \(member)"] ?? (0, 0)
    let gross = max(
      0, oracle.posted[key, default: 0] + oracle.received(member, month) + min(difference, 0))
    let back = slip.tax - ModelOracle.tax(gross)
    let unclaimed = min(back, oracle.claims[member, default: 0])
    let taken = max(0, -difference - (back - unclaimed))
    var expected: LedgerError.Code?
    if oracle.isClosed(account) {
      expected = .accountClosed
    } else if difference == 0, gross == slip.gross, back == 0 {
      expected = .interestNothingToCorrect
    } else if taken > 0 {
      expected = oracle.fundsRefusal(account, taken, from: day)
    }
    let found = refusal {
      try ledger.correctInterest(
        of: AccountCode(account), in: BookMonth(year: 2026, month: month), on: Self.date(day))
    }
    if found == nil {
      var legs: [(account: String, amount: Int64)] = []
      if difference != 0 { legs += [("5-1000", difference), (account, -difference)] }
      if back > 0 { legs.append(("1-1340", back)) }
      if unclaimed > 0 { legs.append(("1-1330", -unclaimed)) }
      if back > unclaimed { legs.append((account, unclaimed - back)) }
      if !legs.isEmpty {
        // Where an account stands on both sides, what it gets comes first.
        let isTwice = legs.filter { $0.account == account }.count > 1
        oracle.post(
          day,
          isTwice ? legs.filter { $0.amount < 0 } + legs.filter { $0.amount > 0 } : legs,
          isReversible: false, value: ModelOracle.days(of: month).upperBound, month: month)
      }
      if difference != 0 {
        oracle.parts.append(
          ModelOracle.Part(
            entry: oracle.entries.count - 1, member: member,
            month: difference > 0 ? oracle.openMonth : month, amount: difference))
        oracle.paid[key] = right
      }
      oracle.slips["\(month) \(member)"] = (gross, slip.tax - back)
      oracle.claims[member, default: 0] -= unclaimed
    }
    return Self.outcome("correct", found, [expected])
  }

  mutating func take(_ name: String, isFee: Bool) throws -> String {
    let (member, day, amount) = (member(), day(), amount() * (isFee ? 1 : 2))
    let date = try Self.date(day)
    let account = "SUK-\(member)"
    let expected =
      oracle.membershipRefusal(member, day) ?? oracle.fundsRefusal(account, amount, from: day)
    let found = refusal {
      isFee
        ? try ledger.chargeFee(Rupiah(sen: amount), member: MemberNumber(member), on: date)
        : try ledger.withdraw(Rupiah(sen: amount), member: MemberNumber(member), on: date)
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
    } else {
      expected = oracle.fundsRefusal(from, amount, from: day)
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
        } else if leg.amount < 0,
          let short = oracle.fundsRefusal(leg.account, -leg.amount, from: day)
        {
          expected.append(short)
        }
      }
    }
    let found = refusal {
      try ledger.reverse(
        EntryNumber(Int64(index + 1)), on: isDated ? Self.date(day) : nil)
    }
    if found == nil {
      oracle.entries[index].isReversed = true
      oracle.entries[index].reversedOn = day
      oracle.post(
        day, entry.legs.map { ($0.account, -$0.amount) }, isReversible: false,
        value: entry.value)
      oracle.taxFollows(index, on: day)
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
        Rupiah(sen: known.amount + (isOther ? 100 : 0)), member: MemberNumber(known.member),
        on: Self.date(known.day), reference: known.reference)
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
    let found = refusal { try ledger.deposit(5, member: MemberNumber(member), on: Self.date(day)) }
    let isEarly =
      oracle.totals["SUK-\(member)"] == nil ? oracle.membershipRefusal(member, day) : nil
    return Self.outcome("closed", found, [isEarly ?? .periodClosed])
  }
}
