import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// What the oracle keeps of former members: who stands for whom, and what is still to be taken.
struct ModelDepartures {
  /// The number that stays, and the month from which on it counts what the other receives.
  var mergers: [String: (survivor: String, month: Int)] = [:]
  /// What was left behind to be taken later.
  var owed: [String: Int64] = [:]
  var payments: [(entry: Int, member: String, amount: Int64)] = []
}

extension ModelOracle {
  /// Who counts what a number receives in a month.
  func owner(of member: String, in month: Int) -> String {
    var owner = member
    while let merger = departures.mergers[owner], merger.month <= month { owner = merger.survivor }
    return owner
  }

  /// A number with all that it took in.
  func numbers(of member: String) -> Set<String> {
    Set(members.keys.filter { owner(of: $0, in: .max) == member })
  }

  /// What a former member has yet to take.
  func left(_ member: String) -> Int64 {
    departures.payments.filter { $0.member == member && !entries[$0.entry].isReversed }
      .reduce(departures.owed[member, default: 0]) { $0 - $1.amount }
  }

  /// Why two numbers do not become one.
  func mergerRefusal(_ member: String, into survivor: String, _ day: Int) -> LedgerError.Code? {
    if day > Self.days(of: openMonth).upperBound { return .monthEarlierOpen }
    if let refusal = membershipRefusal(member, day) ?? membershipRefusal(survivor, day) {
      return refusal
    }
    if holds.contains(where: {
      $0.account == "SUK-\(member)" && $0.until ?? .max >= day && $0.released ?? .max > day
    }) {
      return .accountHeld
    }
    if member == survivor || claims[member, default: 0] > 0 { return .memberNotMergeable }
    if orders.contains(where: { $0.member == member && !$0.isOver }) { return .memberNotMergeable }
    // What the payer has on paper comes back under the number that is on it.
    if !payroll.isEmpty, open(payroll.count - 1)[member, default: 0] > 0 {
      return .memberNotMergeable
    }
    return lastDay(of: member) > day ? .memberHasLaterEntries : nil
  }
}

extension ModelBook {
  /// A number that was entered twice: interest to the day before, then all it has to the other one.
  mutating func merge() throws -> String {
    let member = member()
    let survivor = pick(0...4) == 0 ? member : self.member()
    let day = pick(0...1) == 0 ? day() : max(day(), oracle.lastDay(of: member))
    let expected = oracle.mergerRefusal(member, into: survivor, day)
    let found = refusal {
      try ledger.mergeMember(MemberNumber(member), into: MemberNumber(survivor), on: Self.date(day))
    }
    if found == nil {
      let (month, account) = (oracle.openMonth, "SUK-\(member)")
      let first = ModelOracle.days(of: month).lowerBound
      var held: Int64 = 0
      for earlier in first..<max(first, day) {
        held += max(0, -oracle.balance(account, through: earlier))
      }
      let interest = (held * 3 + 36_500 * 50) / (36_500 * 100) * 100
      if interest > 0 {
        oracle.post(day, [("5-1000", interest), (account, -interest)])
        oracle.parts.append(
          ModelOracle.Part(
            entry: oracle.entries.count - 1, member: member, month: month, amount: interest))
      }
      let legs = oracle.accounts(of: member).flatMap { own in
        let held = -oracle.totals[own, default: 0]
        return held == 0 ? [] : [(own, held), ("\(own.prefix(4))\(survivor)", -held)]
      }
      if !legs.isEmpty { oracle.post(day, legs, isReversible: false) }
      oracle.members[member]?.left = day
      oracle.departures.mergers[member] = (survivor, month)
    }
    return Self.outcome("merge", found, [expected])
  }

  /// A former member comes for savings, for all of them or a part, now and then for too much.
  mutating func payOut() throws -> String {
    let left = oracle.departures.owed.keys.sorted()
    let member = left.randomElement(using: &random) ?? member()
    let (day, owed) = (day(), oracle.left(member))
    let asked = pick(0...4) == 0 ? owed + 100 : pick(0...1) == 0 ? owed : owed / 300 * 100
    var expected: LedgerError.Code?
    if asked <= 0 {
      expected = .amountNotPositive
    } else if owed == 0 {
      expected = .leaverNothingOwed
    } else if asked > owed {
      expected = .leaverTooMuch
    } else if day < oracle.members[member]?.left ?? 0 {
      expected = .leaverNothingOwed
    }
    let found = refusal {
      try ledger.payLeaver(Rupiah(sen: asked), member: MemberNumber(member), on: Self.date(day))
    }
    if found == nil {
      oracle.post(day, [("2-1550", asked), ("1-1000", -asked)])
      oracle.departures.payments.append((oracle.entries.count - 1, member, asked))
    }
    return Self.outcome("pay out", found, [expected])
  }

  /// Who is still to be paid, and which numbers stand for others.
  func compareDepartures(_ place: String) throws {
    let list = try ledger.leavers(includingPaid: true)
    let left = list.members.map { ($0.member.text, $0.left.sen) }
    let expected = oracle.departures.owed.keys.map { ($0, oracle.left($0)) }
    #expect(
      Dictionary(uniqueKeysWithValues: left) == Dictionary(uniqueKeysWithValues: expected),
      "\(place)")
    #expect(list.other.isZero, "\(place)")
    for (member, merger) in oracle.departures.mergers {
      let known = try ledger.member(MemberNumber(member)).member
      #expect(known.mergedInto?.text == merger.survivor, "\(place)")
    }
  }
}
