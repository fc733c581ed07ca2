import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// What the oracle keeps of payroll claims: who is asked for how much dues, and which entries
/// deducted what.
struct ModelClaim {
  var asked: [String: Int64]
  var deducted: [(entry: Int, member: String, amount: Int64)] = []
}

extension ModelOracle {
  /// What every member is asked for as dues each month.
  static let due: Int64 = 2_000_000

  /// The dues that members owe at the end of a month: from the month of first joining on, less what
  /// they brought to wajib by then under any number and was not taken back.
  func owed(month: Int) -> [String: Int64] {
    let last = Self.days(of: month).upperBound
    var owed: [String: Int64] = [:]
    for (number, member) in members where member.left == nil && member.joined <= last {
      let numbers = numbers(of: number)
      let joined = numbers.compactMap { members[$0]?.joined }.min() ?? member.joined
      let months = Int64(month - Self.month(of: joined) + 1)
      let accounts = Set(numbers.map { "WAJ-\($0)" })
      var paid: Int64 = 0
      for entry in entries where !entry.isReversed && entry.isReversible && entry.day <= last {
        for leg in entry.legs where accounts.contains(leg.account) { paid -= leg.amount }
      }
      let open = months * Self.due - paid
      if open > 0 { owed[number] = open }
    }
    return owed
  }

  /// What is open on a claim, by member.
  func open(_ claim: Int) -> [String: Int64] {
    var open = payroll[claim].asked
    for part in payroll[claim].deducted where !entries[part.entry].isReversed {
      open[part.member, default: 0] -= part.amount
    }
    return open
  }
}

extension ModelBook {
  // MARK: - Payroll

  mutating func sendClaim() throws -> String {
    let month = oracle.openMonth
    let owed = oracle.owed(month: month)
    var claim: PayrollClaim?
    let found = refusal {
      claim = try ledger.sendClaim(
        for: BookMonth(year: 2026, month: month),
        on: Self.date(ModelOracle.days(of: month).lowerBound))
    }
    if let claim {
      let asked = claim.debtors.map { ($0.member.text, $0.asked.sen) }
      #expect(Dictionary(uniqueKeysWithValues: asked) == owed)
      oracle.payroll.append(ModelClaim(asked: owed))
    }
    return Self.outcome("claim", found, [owed.isEmpty ? .claimEmpty : nil])
  }

  mutating func deduct() throws -> String {
    guard !oracle.payroll.isEmpty else { return "deduct none" }
    let (claim, day) = (pick(1...oracle.payroll.count) - 1, day())
    let open = oracle.open(claim).filter {
      $0.value > 0 && oracle.membershipRefusal($0.key, day) == nil
    }
    var sums: [String: Int64] = [:]
    for (member, left) in open.sorted(by: { $0.key < $1.key }) where pick(0...2) > 0 {
      sums[member] = pick(0...2) == 0 ? left : max(1, left / 200) * 100
    }
    let isTooMuch = pick(0...5) == 0 && !sums.isEmpty
    if isTooMuch, let only = sums.keys.min() { sums = [only: (open[only] ?? 0) + 100] }
    let expected: LedgerError.Code? =
      sums.isEmpty ? .claimNothingDeducted : isTooMuch ? .claimTooMuch : nil
    let asked = sums.map { (MemberNumber($0.key), Rupiah(sen: $0.value)) }
    let found = refusal {
      try ledger.deduct(
        .sums(Dictionary(uniqueKeysWithValues: asked)), ofClaim: claim + 1, on: Self.date(day))
    }
    if found == nil {
      let legs = sums.sorted { $0.key < $1.key }.map { ("WAJ-\($0.key)", -$0.value) }
      oracle.post(day, [("1-1350", sums.values.reduce(0, +))] + legs)
      oracle.payroll[claim].deducted += sums.map { (oracle.entries.count - 1, $0.key, $0.value) }
    }
    return Self.outcome("deduct", found, [expected])
  }

  mutating func receiveFromPayer() throws -> String {
    let (day, amount) = (day(), amount())
    let found = refusal {
      try ledger.receiveFromPayer(Rupiah(sen: amount), on: Self.date(day))
    }
    if found == nil { oracle.post(day, [("1-1000", amount), ("1-1350", -amount)]) }
    return Self.outcome("payer", found, [nil])
  }

  /// The receivable and every claim, and the dues at the end of the open month.
  func compareClaims(_ place: String) throws {
    let account = try #require(try ledger.payerAccounts().first)
    #expect(account.balance.sen == oracle.totals["1-1350", default: 0], "\(place)")
    let held = try account.claims.map(\.held).sum() + account.other - account.ahead
    #expect(held == account.balance, "\(place)")
    #expect(account.claims.count == oracle.payroll.count, "\(place)")
    for (index, claim) in account.claims.enumerated() {
      let open = claim.debtors.map { ($0.member.text, $0.open.sen) }
      #expect(Dictionary(uniqueKeysWithValues: open) == oracle.open(index), "\(place)")
    }
    guard oracle.openMonth <= 12 else { return }
    let last = try Self.date(ModelOracle.days(of: oracle.openMonth).upperBound)
    let owed = try ledger.dues(asOf: last, onlyUnpaid: true).members
      .map { ($0.member.text, $0.owed.sen) }
    #expect(
      Dictionary(uniqueKeysWithValues: owed) == oracle.owed(month: oracle.openMonth), "\(place)")
  }
}
