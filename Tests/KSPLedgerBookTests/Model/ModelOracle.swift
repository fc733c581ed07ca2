import KSPCore

/// A book kept in plain arrays, written from the rules as people say them. It shares no code with
/// the library; amounts are sen with debits positive, days are those of 2026, 1 for 1 January.
struct ModelOracle {
  struct Entry {
    let day: Int
    let legs: [(account: String, amount: Int64)]
    let isReversible: Bool
    /// The day from which it should have counted.
    var value: Int
    /// The month whose interest it pays, which earns nothing on it.
    var month: Int?
    var isReversed = false
    /// The day of the reversal.
    var reversedOn: Int?
  }

  /// Interest that no month end computed.
  struct Part {
    let entry: Int
    let member: String
    /// The month in whose tax it counts.
    let month: Int
    let amount: Int64
  }

  struct Member {
    let joined: Int
    var left: Int?
  }

  var entries: [Entry] = []
  var totals: [String: Int64] = [:]
  var members: [String: Member] = [:]
  var openMonth = 1
  /// The members in the order in which they joined.
  var order: [String] = []
  var parts: [Part] = []
  /// What members owe for tax that could not be withheld.
  var claims: [String: Int64] = [:]
  /// Tax that was settled before the month end, by month and member.
  var settled: [String: Int64] = [:]
  /// The slips of closed months, by month and member.
  var slips: [String: (gross: Int64, tax: Int64)] = [:]
  /// What months owe to the state of the tax on interest, and what was paid of it.
  var taxOwed: [Int: Int64] = [:]
  var taxPayments: [TaxPayment] = []
  /// What month ends paid, and what is paid with corrections, by month and account.
  var posted: [String: Int64] = [:]
  var paid: [String: Int64] = [:]

  /// Whether the till is open, and the day of its last count.
  var isTillOpen = false
  var tillDay = 0
  var departures = ModelDepartures()
  /// The lists for a payer, in their order.
  var payroll: [ModelClaim] = []
  /// Holds and standing orders, in their order.
  var holds: [ModelHold] = []
  var orders: [ModelOrder] = []

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
    _ day: Int, _ legs: [(account: String, amount: Int64)], isReversible: Bool = true,
    value: Int? = nil, month: Int? = nil
  ) {
    entries.append(
      Entry(
        day: day, legs: legs, isReversible: isReversible, value: value ?? day, month: month))
    for leg in legs { totals[leg.account, default: 0] += leg.amount }
  }

  /// The sum of an account's legs up to a day, as known at an entry.
  func balance(_ account: String, through day: Int = .max, asRecordedThrough: Int = .max) -> Int64 {
    var sum: Int64 = 0
    for entry in entries.prefix(asRecordedThrough) where entry.day <= day {
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

  /// The same by value date: as if what was found since had been known.
  func rightInterest(_ account: String, month: Int) -> Int64 {
    var sum: Int64 = 0
    for day in Self.days(of: month) {
      var balance: Int64 = 0
      for entry in entries where entry.value <= day && entry.month != month {
        for leg in entry.legs where leg.account == account { balance -= leg.amount }
      }
      sum += max(0, balance)
    }
    return (sum * 3 + 36_500 * 50) / (36_500 * 100) * 100
  }

  static func month(of day: Int) -> Int {
    (1...12).first { days(of: $0).contains(day) } ?? 13
  }

  /// A tenth of it all above Rp240.000, in whole rupiah.
  static func tax(_ gross: Int64) -> Int64 { gross > 24_000_000 ? gross / 1_000 * 100 : 0 }

  /// What stands of a member's other interest that counts in a month, under all their numbers.
  func received(_ member: String, _ month: Int) -> Int64 {
    parts.filter { part in
      part.month == month && owner(of: part.member, in: month) == member
        && !entries[part.entry].isReversed
    }.reduce(0) { $0 + $1.amount }
  }

  // MARK: - A month end

  /// The legs of a month end: interest to each, and the tax of each month, taken from the interest,
  /// then from sukarela, then claimed; what was claimed before comes first.
  mutating func closeMonth() {
    let last = Self.days(of: openMonth).upperBound
    var interest: [(account: String, amount: Int64)] = []
    var beside: [(account: String, amount: Int64)] = []
    var credits = (expense: Int64(0), tax: Int64(0), claim: Int64(0))
    var besideCredits = (tax: Int64(0), claim: Int64(0))
    var isBesideFirst: Bool?
    for member in order {
      let (account, isThere) = ("SUK-\(member)", members[member]?.left == nil)
      let own = isThere && totals[account] != nil ? self.interest(account, month: openMonth) : 0
      let gross = own + received(member, openMonth)
      guard gross > 0 else { continue }
      let key = "\(openMonth) \(member)"
      let (tax, before) = (Self.tax(gross), settled[key, default: 0])
      let (due, claim) = (max(0, tax - before), claims[member, default: 0])
      let fromInterest = min(claim + due, own / 100 * 100)
      let held = isThere ? max(0, lowest(account, from: last)) / 100 * 100 : 0
      let fromSavings = min(claim + due - fromInterest, held)
      let recovered = min(fromInterest + fromSavings, claim)
      let recoveredFirst = min(recovered, fromInterest)
      let claimed = due - (fromInterest + fromSavings - recovered)
      if own > 0 {
        if isBesideFirst == nil { isBesideFirst = false }
        interest.append((account, -own))
        if fromInterest > 0 { interest.append((account, fromInterest)) }
        posted["\(openMonth) \(account)"] = own
        paid["\(openMonth) \(account)"] = own
      }
      credits.expense += own
      credits.tax += fromInterest - recoveredFirst
      credits.claim += recoveredFirst
      if fromSavings > 0 || claimed > 0, isBesideFirst == nil { isBesideFirst = true }
      if fromSavings > 0 { beside.append((account, fromSavings)) }
      if claimed > 0 { beside.append(("1-1330", claimed)) }
      besideCredits.tax += fromSavings - (recovered - recoveredFirst) + claimed
      besideCredits.claim += recovered - recoveredFirst
      claims[member] = claim + claimed - recovered
      slips[key] = (gross, max(tax, before))
      taxOwed[openMonth, default: 0] += due
    }
    if credits.expense > 0 { interest.append(("5-1000", credits.expense)) }
    if credits.tax > 0 { interest.append(("2-1400", -credits.tax)) }
    if credits.claim > 0 { interest.append(("1-1330", -credits.claim)) }
    if besideCredits.tax > 0 { beside.append(("2-1400", -besideCredits.tax)) }
    if besideCredits.claim > 0 { beside.append(("1-1330", -besideCredits.claim)) }
    let vouchers = isBesideFirst == true ? [beside, interest] : [interest, beside]
    for legs in vouchers where !legs.isEmpty {
      post(last, legs, isReversible: false, month: openMonth)
    }
    openMonth += 1
  }
}
