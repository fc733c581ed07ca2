/// Planned savings and sukarela with monthly fees in plain whole numbers: days of 2026 from 1,
/// months from 1, amounts in rupiah. It shares nothing with the program.
struct PlannedOracle {
  struct Move {
    let day: Int
    let amount: Int
    /// Whether the member brought it about.
    let isMember: Bool
    /// Whether it pays months.
    let isBrought: Bool
  }

  struct Plan {
    let first: Int
    let months: Int
    let monthly: Int
    let payTo: String?
    var ended: Int?
    var isPaid = false
    var lapsedWith: Int?
  }

  static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  static let (fee, sleepingFee, freeFrom, sleepsAfter) = (2_000, 500, 1_000_000, 3)

  var accounts: [String: [Move]] = [:]
  var plans: [String: Plan] = [:]
  /// Fees that were taken, in all.
  var fees = 0

  static func first(of month: Int) -> Int { lengths.prefix(month - 1).reduce(0, +) + 1 }
  static func last(of month: Int) -> Int { lengths.prefix(month).reduce(0, +) }
  static func month(of day: Int) -> Int { (1...12).first { day <= last(of: $0) } ?? 13 }

  func balance(_ account: String, through day: Int = .max) -> Int {
    (accounts[account] ?? []).filter { $0.day <= day }.reduce(0) { $0 + $1.amount }
  }

  mutating func move(
    _ account: String, _ amount: Int, on day: Int, member: Bool = true, brought: Bool = false
  ) {
    accounts[account, default: []].append(
      Move(day: day, amount: amount, isMember: member, isBrought: brought))
  }

  func brought(_ account: String, through day: Int = .max) -> Int {
    (accounts[account] ?? []).filter { $0.isBrought && $0.day <= day }.reduce(0) { $0 + $1.amount }
  }

  /// How many of the months up to one are not paid at the end of a day; nothing is asked for after
  /// the month with which savings lapsed.
  func lacking(_ account: String, months last: Int, through day: Int) -> Int {
    guard let plan = plans[account] else { return 0 }
    let ended = plan.ended.map { Self.month(of: $0) } ?? .max
    let lapsed = plan.lapsedWith ?? .max
    let elapsed = min(last, plan.first + plan.months - 1, ended, lapsed) - plan.first + 1
    let known = plan.lapsedWith.map { min(day, Self.last(of: $0)) } ?? day
    return max(0, elapsed - max(0, brought(account, through: known)) / plan.monthly)
  }

  /// How savings stand on a day, when months up to one are closed.
  func state(_ account: String, on day: Int) -> String {
    guard let plan = plans[account] else { return "none" }
    let isMature = Self.month(of: day) >= plan.first + plan.months
    if plan.ended != nil { return "ended" }
    if plan.isPaid { return "paid" }
    if plan.lapsedWith != nil { return isMature ? "over" : "lapsed" }
    guard isMature else { return "running" }
    return plan.payTo == nil ? "over" : "matured"
  }

  /// The rate that an account earns in a month, in percent a year.
  private func rate(_ account: String, in month: Int) -> Int {
    guard let plan = plans[account] else { return sleeps(account, in: month) ? 0 : 3 }
    guard plan.first <= month, month < plan.first + plan.months else { return 1 }
    if let ended = plan.ended, Self.month(of: ended) <= month { return 2 }
    return plan.lapsedWith == nil ? 6 : 2
  }

  private func sleeps(_ account: String, in month: Int) -> Bool {
    let last = (accounts[account] ?? []).filter {
      $0.isMember && $0.day <= Self.last(of: month)
    }.map { Self.month(of: $0.day) }.max()
    return last.map { $0 + Self.sleepsAfter <= month } ?? false
  }

  // MARK: - A month end

  mutating func close(_ month: Int) {
    let (first, last) = (Self.first(of: month), Self.last(of: month))
    for (account, plan) in plans.sorted(by: { $0.key < $1.key }) {
      let held = balance(account)
      guard let target = plan.payTo, state(account, on: last) == "matured", held > 0 else {
        continue
      }
      let day = max(first, Self.first(of: plan.first + plan.months))
      move(account, -held, on: day, member: false)
      move(target, held, on: day, member: false)
      plans[account]?.isPaid = true
    }
    for account in accounts.keys.sorted() where account.hasPrefix("SUK") {
      let (held, isAsleep) = (balance(account), sleeps(account, in: month))
      let asked = isAsleep ? Self.sleepingFee : held >= Self.freeFrom ? 0 : Self.fee
      let taken = max(0, min(asked, held))
      guard taken > 0 else { continue }
      move(account, -taken, on: last, member: false)
      fees += taken
    }
    for account in accounts.keys.sorted() {
      let rate = rate(account, in: month)
      let days = (first...last).reduce(0) { $0 + max(0, balance(account, through: $1)) }
      let earned = (days * rate * 2 + 36_500) / 73_000
      if earned > 0 { move(account, earned, on: last, member: false) }
    }
    for (account, plan) in plans where plan.lapsedWith == nil && !plan.isPaid {
      guard plan.ended == nil, plan.first <= month, month < plan.first + plan.months else {
        continue
      }
      if lacking(account, months: month, through: last) >= 3 { plans[account]?.lapsedWith = month }
    }
  }
}
