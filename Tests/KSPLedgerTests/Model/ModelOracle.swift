import KSPCore

/// A book kept in plain arrays, written from the rules as people say them. It shares no code with
/// the library; amounts are sen with debits positive, days are those of 2026, 1 for 1 January.
struct ModelOracle {
  struct Entry {
    let day: Int
    let legs: [(account: String, amount: Int64)]
    let isReversible: Bool
    var isReversed = false
  }

  struct Member {
    let joined: Int
    var left: Int?
  }

  var entries: [Entry] = []
  var totals: [String: Int64] = [:]
  var members: [String: Member] = [:]
  var openMonth = 1

  static let prefixes = ["SUK": "2-1000", "POK": "3-1000", "WAJ": "3-1100"]
  static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  /// The days of a month.
  static func days(of month: Int) -> ClosedRange<Int> {
    let before = lengths.prefix(month - 1).reduce(0, +)
    return (before + 1)...(before + lengths[month - 1])
  }

  /// The accounts that a member has, open or closed.
  func accounts(of member: String) -> [String] {
    Self.prefixes.keys.sorted().map { "\($0)-\(member)" }.filter { totals[$0] != nil }
  }

  mutating func post(
    _ day: Int, _ legs: [(account: String, amount: Int64)], isReversible: Bool = true
  ) {
    entries.append(Entry(day: day, legs: legs, isReversible: isReversible))
    for leg in legs { totals[leg.account, default: 0] += leg.amount }
  }

  /// The sum of an account's legs up to a day, as known at an entry.
  func balance(_ account: String, through day: Int = .max, knownAt: Int = .max) -> Int64 {
    var sum: Int64 = 0
    for entry in entries.prefix(knownAt) where entry.day <= day {
      for leg in entry.legs where leg.account == account { sum += leg.amount }
    }
    return sum
  }

  /// The least that a member's account holds at the end of a day and at any moment after it.
  func lowest(_ account: String, from day: Int) -> Int64 {
    var running = -balance(account, through: day)
    var lowest = running
    let later = entries.filter { $0.day > day }.enumerated()
      .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
    for (_, entry) in later {
      for leg in entry.legs where leg.account == account {
        running -= leg.amount
        lowest = min(lowest, running)
      }
    }
    return lowest
  }

  /// The last day with a leg on any account of a member.
  func lastDay(of member: String) -> Int {
    let accounts = Set(accounts(of: member))
    return entries.filter { $0.legs.contains { accounts.contains($0.account) } }.map(\.day).max()
      ?? 0
  }

  func isClosed(_ account: String) -> Bool {
    account.split(separator: "-").last.flatMap { members[String($0)]?.left } != nil
      && totals[account] != nil && Self.prefixes[String(account.prefix(3))] != nil
  }

  /// Why somebody cannot move money on a day: nobody who has left, or has not joined yet.
  func membershipRefusal(_ member: String, _ day: Int) -> LedgerError.Code? {
    guard let known = members[member] else { return .memberUnknown }
    if known.left != nil { return .memberLeft }
    return day < known.joined ? .memberNotYetJoined : nil
  }

  /// 3 % a year of every day's closing balance over 365, to the rupiah, half up.
  func interest(_ account: String, month: Int) -> Int64 {
    var sum: Int64 = 0
    for day in Self.days(of: month) { sum += max(0, -balance(account, through: day)) }
    return (sum * 3 + 36_500 * 50) / (36_500 * 100) * 100
  }

  /// The legs of a month end: interest to each, less a tenth of it all above Rp240.000.
  mutating func closeMonth() {
    var legs: [(account: String, amount: Int64)] = []
    var expense: Int64 = 0
    var withheld: Int64 = 0
    for member in members.keys.sorted() where members[member]?.left == nil {
      let account = "SUK-\(member)"
      let gross = interest(account, month: openMonth)
      guard totals[account] != nil, gross > 0 else { continue }
      let tax = gross > 24_000_000 ? gross / 1_000 * 100 : 0
      legs.append((account, -gross))
      if tax > 0 { legs.append((account, tax)) }
      expense += gross
      withheld += tax
    }
    if expense > 0 {
      legs.append(("5-1000", expense))
      if withheld > 0 { legs.append(("2-1400", -withheld)) }
      post(Self.days(of: openMonth).upperBound, legs, isReversible: false)
    }
    openMonth += 1
  }
}
