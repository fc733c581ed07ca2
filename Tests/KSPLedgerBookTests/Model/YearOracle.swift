import KSPCore

/// What the ends of years and the division of their SHU come to, worked out from plain arrays by
/// the rules as a meeting would read them. Amounts are sen, debits positive.
struct YearOracle {
  /// An entry as it stands in the journal.
  struct Entry {
    let day: BookDate
    let kind: EntryKind
    let legs: [(account: String, amount: Int64)]
    var isReversed = false
  }

  struct Member {
    let joined: BookDate
    var left: BookDate?
  }

  struct Loan {
    let number: LoanNumber
    let member: String
    let principal: Int64
    let lent: BookDate
    let due: BookDate
    var repaid: BookDate?
  }

  /// What a meeting decided, in whole percent.
  struct Decision: Equatable {
    var number: String
    var day: BookDate
    var capital: Int64
    var activity: Int64
    /// The percents of the funds, in their order.
    var funds: [Int64]
    var bases: ShuBaseRules
    /// The step of members' parts, in rupiah.
    var step: Int64
    var hasRestFund: Bool
    var months: Int
  }

  struct Part {
    let member: String
    let bases: (capital: Int64, activity: Int64)
    let capital: Int64
    let activity: Int64

    var total: Int64 { capital + activity }
  }

  struct Division {
    let entry: Int
    let day: BookDate
    let months: Int
    let parts: [Part]
    /// What left the account of the SHU that is not divided yet.
    let taken: Int64
  }

  /// A payment of one member's part by an entry.
  struct Payment {
    let year: Int
    let entry: Int
    let member: String
    let amount: Int64
    let isForfeit: Bool
  }

  /// The funds of a decision: their names and accounts.
  static let funds: [(name: String, account: String)] = [
    ("cadangan", "3-2000"), ("pendidikan", "2-1510"), ("sosial", "2-1520"),
  ]

  var entries: [Entry] = []
  var members: [String: Member] = [:]
  var loans: [Loan] = []
  var openMonth: BookMonth
  var closed: Set<Int> = []
  var ratified: [Int: (day: BookDate, decision: String, shu: Int64)] = [:]
  var decisions: [Int: Decision] = [:]
  var divisions: [Int: Division] = [:]
  var payments: [Payment] = []

  init(first: BookMonth) { openMonth = first }

  static func lastDay(_ year: Int) throws -> BookDate {
    try BookDate(year: year, month: 12, day: 31)
  }

  // MARK: - Years

  /// Income less expenses of a year, from the legs of its days.
  func shu(_ year: Int) -> Int64 {
    -entries.filter { $0.day.month.year == year && $0.kind != .yearClosing }
      .flatMap(\.legs).filter { "45".contains($0.account.prefix(1)) }
      .reduce(0) { $0 + $1.amount }
  }

  func hasOpenMonths(_ year: Int) -> Bool { openMonth.year <= year }

  /// What an account holds, credits positive.
  func credit(_ account: String) -> Int64 {
    -entries.flatMap(\.legs).filter { $0.account == account }.reduce(0) { $0 + $1.amount }
  }

  // MARK: - Bases

  /// What a member's accounts of some kinds held on the evening of a day.
  private func held(_ member: String, _ prefixes: [String], on day: BookDate) -> Int64 {
    let accounts = Set(prefixes.map { "\($0)-\(member)" })
    return -entries.filter { $0.day <= day }.flatMap(\.legs)
      .filter { accounts.contains($0.account) }.reduce(0) { $0 + $1.amount }
  }

  private static func mean(_ sum: Int64, _ count: Int) -> Int64 {
    let count = Int64(count)
    return sum < 0 ? -((-2 * sum + count) / (2 * count)) : (2 * sum + count) / (2 * count)
  }

  private func capital(_ member: String, _ year: Int, _ rules: ShuBaseRules) throws -> Int64 {
    let prefixes = ["POK", "WAJ"] + (rules.products.isEmpty ? [] : ["SUK"])
    let months = try (1...12).map { try BookMonth(year: year, month: $0) }
    switch rules.capital {
    case .yearEnd: return try held(member, prefixes, on: Self.lastDay(year))
    case .monthEnds:
      let sum = months.reduce(Int64(0)) { $0 + held(member, prefixes, on: $1.lastDay) }
      return Self.mean(sum, 12)
    case .daily:
      var (sum, count, date) = (Int64(0), 0, months[0].firstDay)
      while try date <= Self.lastDay(year) {
        sum += held(member, prefixes, on: date)
        count += 1
        date = try date.adding(days: 1)
      }
      return Self.mean(sum, count)
    }
  }

  private func activity(
    _ member: String, _ year: Int, _ rule: ShuBaseRules.Activity
  ) throws -> Int64 {
    let own = loans.filter { $0.member == member }
    switch rule {
    case .principal:
      return own.filter { $0.lent.month.year == year }.reduce(0) { $0 + $1.principal }
    case .interest:
      // 2.5 % of the principal, in the one installment that there is.
      return own.filter { $0.repaid?.month.year == year }
        .reduce(0) { $0 + $1.principal * 25 / 1_000 }
    case .averageLoan:
      let sum = try (1...12).reduce(Int64(0)) { sum, number in
        let day = try BookMonth(year: year, month: number).lastDay
        return sum
          + own.filter { $0.lent <= day && $0.repaid.map { day < $0 } ?? true }
          .reduce(0) { $0 + $1.principal }
      }
      return Self.mean(sum, 12)
    case .points: throw UnknownBase(rule: rule)
    }
  }

  /// A base that the model does not decide for: points have an oracle of their own, which walks days.
  private struct UnknownBase: Error { let rule: ShuBaseRules.Activity }

  // MARK: - Dividing

  /// Whole steps in proportion to weights; the largest remainders get what is left, the earlier
  /// first.
  static func divide(_ steps: Int64, _ weights: [Int64]) -> [Int64] {
    let sum = weights.reduce(Int128(0)) { $0 + Int128($1) }
    guard sum > 0 else { return weights.map { _ in 0 } }
    var parts = weights.map { Int64(Int128(steps) * Int128($0) / sum) }
    let order = weights.indices.sorted {
      let (left, right) = (
        Int128(steps) * Int128(weights[$0]) % sum, Int128(steps) * Int128(weights[$1]) % sum
      )
      return left == right ? $0 < $1 : left > right
    }
    for index in order.prefix(Int(steps - parts.reduce(0, +))) { parts[index] += 1 }
    return parts
  }

  /// The legs of the voucher that divides an SHU, and the members' parts.
  func division(
    _ year: Int, _ decision: Decision
  ) throws -> (parts: [Part], legs: [String: Int64], taken: Int64) {
    let last = try Self.lastDay(year)
    var people: [(name: String, capital: Int64, activity: Int64)] = []
    for (name, member) in members.sorted(by: { $0.key < $1.key }) where member.joined <= last {
      let isThere = member.left.map { $0 > last } ?? true
      guard isThere || decision.bases.includesLeavers else { continue }
      let capital = try capital(name, year, decision.bases)
      let activity = try activity(name, year, decision.bases.activity)
      if capital > 0 || activity > 0 { people.append((name, max(0, capital), activity)) }
    }
    let pots = Self.divide(
      shu(year) / 100, [decision.capital, decision.activity] + decision.funds)
    func share(_ pot: Int64, _ bases: [Int64]) -> [Int64] {
      guard decision.step > 1 else { return Self.divide(pot, bases).map { $0 * 100 } }
      let sum = bases.reduce(Int128(0)) { $0 + Int128($1) }
      guard sum > 0 else { return bases.map { _ in 0 } }
      return bases.map {
        Int64(Int128(pot) * Int128($0) / sum / Int128(decision.step)) * decision.step * 100
      }
    }
    let given = (share(pots[0], people.map(\.capital)), share(pots[1], people.map(\.activity)))
    let parts = zip(people, zip(given.0, given.1)).map { person, amounts in
      Part(
        member: person.name, bases: (person.capital, person.activity), capital: amounts.0,
        activity: amounts.1)
    }
    var legs: [String: Int64] = [:]
    for (fund, pot) in zip(Self.funds, pots.dropFirst(2)) { legs[fund.account] = -pot * 100 }
    // What nobody has a base for stays; what a coarser step leaves goes to the fund that is named.
    var rest: Int64 = 0
    if people.contains(where: { $0.capital > 0 }) { rest += pots[0] * 100 - given.0.reduce(0, +) }
    if people.contains(where: { $0.activity > 0 }) { rest += pots[1] * 100 - given.1.reduce(0, +) }
    if decision.hasRestFund { legs[Self.funds[0].account, default: 0] -= rest }
    legs["2-1500"] = -parts.reduce(0) { $0 + $1.total }
    let taken = -legs.values.reduce(0, +)
    legs["3-3100"] = taken
    return (parts, legs.filter { $0.value != 0 }, taken)
  }

  // MARK: - What is left of parts

  /// What stands of payments of a member's part.
  func paid(_ year: Int, _ member: String, forfeited: Bool) -> Int64 {
    payments.filter { payment in
      payment.year == year && payment.member == member && payment.isForfeit == forfeited
        && !entries[payment.entry - 1].isReversed
    }.reduce(0) { $0 + $1.amount }
  }

  func left(_ year: Int, _ part: Part) -> Int64 {
    part.total - paid(year, part.member, forfeited: false)
      - paid(year, part.member, forfeited: true)
  }

  /// The parts of which something is left.
  func owed(_ year: Int) -> [(member: String, amount: Int64)] {
    (divisions[year]?.parts ?? []).map { ($0.member, left(year, $0)) }.filter { $0.1 > 0 }
  }
}
