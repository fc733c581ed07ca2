import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// What the oracle keeps of a hold: days as everywhere, and nothing for all or for no end.
struct ModelHold {
  let account: String
  let amount: Int64?
  let from: Int
  let until: Int?
  var released: Int?

  func holds(on day: Int) -> Bool {
    from <= day && day <= until ?? .max && day < released ?? .max
  }
}

/// What the oracle keeps of a standing order, with what became of each due day.
struct ModelOrder {
  let member: String
  /// Nil for dues, of which what is owed is taken.
  let target: String?
  let amount: Int64
  let day: Int
  let from: Int
  let retry: Int
  /// The days on which a due day was tried.
  var tried: [Int: [Int]] = [:]
  var done: Set<Int> = []
  var isOver = false
}

extension ModelOracle {
  /// Whether holds leave less than an amount on any day from one on.
  func isHeld(_ account: String, _ amount: Int64, from day: Int) -> Bool {
    let own = holds.filter { $0.account == account }
    guard !own.isEmpty else { return false }
    var moved: [Int: Int64] = [:]
    for entry in entries {
      for leg in entry.legs where leg.account == account {
        moved[max(entry.day, day), default: 0] -= leg.amount
      }
    }
    var balance: Int64 = 0
    for date in day...(day + 500) {
      balance += moved[date, default: 0]
      let holding = own.filter { $0.holds(on: date) }
      guard !holding.isEmpty else { continue }
      let isWhole = holding.contains { $0.amount == nil }
      let free = isWhole ? 0 : balance - holding.reduce(0) { $0 + ($1.amount ?? 0) }
      if amount > max(0, free) { return true }
    }
    return false
  }

  /// Why an amount cannot be taken from an account; nil where it can.
  func fundsRefusal(_ account: String, _ amount: Int64, from day: Int) -> LedgerError.Code? {
    guard lowest(account, from: day) >= amount else { return .overdraft }
    return isHeld(account, amount, from: day) ? .accountHeld : nil
  }

  /// The dues of a member that are owed on a day.
  private func owed(_ member: String, on day: Int) -> Int64 {
    guard let known = members[member], known.joined <= day else { return 0 }
    var paid: Int64 = 0
    // What is taken back later had been paid on the day.
    for entry in entries
    where entry.isReversible && entry.day <= day && day < entry.reversedOn ?? .max {
      for leg in entry.legs where leg.account == "WAJ-\(member)" { paid -= leg.amount }
    }
    return Int64(Self.month(of: day) - Self.month(of: known.joined) + 1) * Self.due - paid
  }

  /// Carries orders out as somebody would who goes through them with a calendar: first what has
  /// fallen due, day by day, then what is tried again.
  mutating func runOrders(on day: Int) -> [String] {
    let first = Self.days(of: openMonth).lowerBound
    var lines: [String] = []
    for date in first...max(first, day) where date <= day {
      let month = Self.days(of: Self.month(of: date))
      for index in orders.indices where !orders[index].isOver {
        let order = orders[index]
        let due = min(month.lowerBound + order.day - 1, month.upperBound)
        guard due == date, date >= order.from, order.tried[date] == nil else { continue }
        lines.append(carryOut(index, due: date, on: date))
      }
    }
    for index in orders.indices where !orders[index].isOver {
      for due in orders[index].tried.keys.sorted()
      where !orders[index].done.contains(due) && due < day && day - due <= orders[index].retry
        && day >= first && orders[index].tried[due]?.contains(day) != true
      {
        lines.append(carryOut(index, due: due, on: day))
      }
    }
    return lines
  }

  private mutating func carryOut(_ index: Int, due: Int, on day: Int) -> String {
    let order = orders[index]
    let source = "SUK-\(order.member)"
    let amount = order.target == nil ? owed(order.member, on: day) : order.amount
    let target = order.target ?? "WAJ-\(order.member)"
    orders[index].tried[due, default: []].append(day)
    var outcome = "taken"
    if members[order.member]?.left != nil {
      outcome = "left"
      orders[index].isOver = true
    } else if amount <= 0 {
      outcome = "nothing-due"
    } else if isClosed(target) {
      outcome = "closed"
    } else {
      switch fundsRefusal(source, amount, from: day) {
      case .overdraft: outcome = "too-little"
      case .accountHeld: outcome = "held"
      default: post(day, [(source, amount), (target, -amount)])
      }
    }
    if ["taken", "nothing-due"].contains(outcome) { orders[index].done.insert(due) }
    return "\(index + 1) \(due) \(day) \(outcome)"
  }
}

extension ModelBook {
  // MARK: - Holds and standing orders

  mutating func hold() throws -> String {
    let accounts = oracle.totals.keys.filter { $0.hasPrefix("SUK-") && !oracle.isClosed($0) }
    guard let account = accounts.sorted().randomElement(using: &random) else { return "hold none" }
    if pick(0...1) == 0, let index = oracle.holds.indices.randomElement(using: &random) {
      return try releaseHold(index)
    }
    let from = day()
    let hold = ModelHold(
      account: account, amount: pick(0...3) == 0 ? nil : amount(), from: from,
      until: pick(0...4) == 0 ? nil : from + pick(0...25))
    let until = try hold.until.map { try Self.date($0) }
    let found = refusal {
      try ledger.hold(
        NewHold(
          on: AccountCode(account), hold.amount.map { Rupiah(sen: $0) }, reason: "uji",
          from: Self.date(from), until: until))
    }
    if found == nil { oracle.holds.append(hold) }
    return Self.outcome("hold", found, [nil])
  }

  private mutating func releaseHold(_ index: Int) throws -> String {
    let (hold, day) = (oracle.holds[index], day())
    let ended = [hold.until.map { $0 + 1 }, hold.released].compactMap(\.self).min()
    let expected: LedgerError.Code? =
      hold.released != nil || ended.map { $0 <= day } ?? false
      ? .holdOver : day < hold.from ? .holdUnfit : nil
    let found = refusal {
      try ledger.releaseHold(index + 1, reason: "uji", on: Self.date(day))
    }
    if found == nil { oracle.holds[index].released = day }
    return Self.outcome("release", found, [expected])
  }

  mutating func addOrder() throws -> String {
    let accounts = oracle.totals.keys.filter { $0.hasPrefix("SUK-") && !oracle.isClosed($0) }
      .sorted()
    guard accounts.count > 1, oracle.orders.count < 25,
      let source = accounts.randomElement(using: &random),
      let other = accounts.filter({ $0 != source }).randomElement(using: &random)
    else { return "order none" }
    let order = ModelOrder(
      member: String(source.dropFirst(4)), target: pick(0...2) == 0 ? nil : other,
      amount: amount(), day: pick(1...31), from: day(), retry: pick(0...12))
    let purpose: StandingOrder.Purpose =
      try order.target.map { .savings(try AccountCode($0)) } ?? .dues("wajib")
    let found = refusal {
      try ledger.addStandingOrder(
        NewStandingOrder(
          from: AccountCode(source), to: purpose,
          order.target == nil ? nil : Rupiah(sen: order.amount), day: order.day,
          since: Self.date(order.from), retryDays: order.retry))
    }
    if found == nil { oracle.orders.append(order) }
    return Self.outcome("order", found, [nil])
  }

  mutating func runOrders() throws -> String {
    let day = day()
    let before = oracle.entries.count
    let run = try ledger.runStandingOrders(on: Self.date(day))
    let expected = oracle.runOrders(on: day)
    let start = try Self.date(1)
    let found = run.lines.map { line in
      "\(line.order.number) \(start.days(until: line.attempt.dueOn) + 1) "
        + "\(start.days(until: line.attempt.triedOn) + 1) \(line.attempt.outcome.rawValue)"
    }
    #expect(found == expected)
    #expect(run.taken == oracle.entries.count - before)
    return run.taken > 0 ? "orders taken" : "orders ok"
  }
}
