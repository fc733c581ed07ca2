import KSPCore
import KSPTestSupport

/// What a loan owes, counted sen by sen and day by day: slow, and without a formula of the library.
struct LoanOracle {
  let installments: [Installment]
  let payments: [LoanPayment]

  /// What every installment still owes when the payments before a day, or through it, are laid out
  /// sen by sen from the oldest installment on.
  func unpaid(_ isKnown: (LoanPayment) -> Bool) -> [(principal: Int64, interest: Int64)] {
    var left = installments.map { (principal: $0.principal.sen, interest: $0.interest.sen) }
    var principal: Int64 = 0
    var interest: Int64 = 0
    for payment in payments where isKnown(payment) {
      principal += payment.principal.sen
      interest += payment.interest.sen
    }
    for index in left.indices {
      while principal > 0, left[index].principal > 0 {
        left[index].principal -= 1
        principal -= 1
      }
      while interest > 0, left[index].interest > 0 {
        left[index].interest -= 1
        interest -= 1
      }
    }
    return left
  }

  /// All late fees up to a day.
  func lateFee(_ rule: LateFeeRule, to date: BookDate) throws -> Int64 {
    guard rule.base != .outstanding else { return try feeOnOutstanding(rule, to: date) }
    var sum: Int128 = 0
    for (index, installment) in installments.enumerated() {
      let first = try installment.due.adding(days: rule.graceDays + 1)
      var exact = Fraction(0)
      var day = first
      while day <= date {
        let left = unpaid { $0.date < day }[index]
        let owed = left.principal + left.interest
        if owed > 0, rule.period == .day || Self.beginsMonth(day, since: first) {
          exact =
            exact + Self.charge(rule, on: rule.base == .arrears ? owed : installment.total.sen)
        }
        day = try day.adding(days: 1)
      }
      var fee = exact.rounded("half-up", step: 100)
      if let cap = rule.cap?.billionths {
        let limit = Fraction(Int128(installment.total.sen) * Int128(cap), 1_000_000_000)
        fee = min(fee, limit.rounded("half-up", step: 100))
      }
      sum += fee
    }
    return Int64(sum)
  }

  /// The whole debt is charged on every day, or month that begins, while anything is late.
  private func feeOnOutstanding(_ rule: LateFeeRule, to date: BookDate) throws -> Int64 {
    guard var day = installments.first?.due else { return 0 }
    var exact = Fraction(0)
    var since: BookDate?
    while day <= date {
      let left = unpaid { $0.date < day }
      let isLate = try zip(installments, left).contains { installment, left in
        try left.principal + left.interest > 0
          && installment.due.adding(days: rule.graceDays + 1) <= day
      }
      since = isLate ? since ?? day : nil
      if let since, rule.period == .day || Self.beginsMonth(day, since: since) {
        exact = exact + Self.charge(rule, on: left.reduce(0) { $0 + $1.principal })
      }
      day = try day.adding(days: 1)
    }
    return Int64(exact.rounded("half-up", step: 100))
  }

  private static func charge(_ rule: LateFeeRule, on base: Int64) -> Fraction {
    switch rule.charge {
    case .fixed(let amount): Fraction(Int128(amount.sen))
    case .share(let share): Fraction(Int128(base) * Int128(share.billionths), 1_000_000_000)
    }
  }

  /// Whether a month of lateness begins on a day: on the day of the month on which it all began, or
  /// on the last day of a month that is too short.
  private static func beginsMonth(_ day: BookDate, since first: BookDate) -> Bool {
    guard day != first else { return true }
    let wanted = min(first.components.day, day.month.dayCount)
    return day.month > first.month && day.components.day == wanted
  }
}

extension LoanOracle {
  /// A loan of a few sen with payments that never exceed it.
  static func draw(_ random: inout SplitMix64) throws -> LoanOracle {
    var day = try BookDate(dayNumber: Int32.random(in: 20_400...20_480, using: &random))
    var installments: [Installment] = []
    var parts: [(Int64, Int64)] = []
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      parts.append(
        (Int64.random(in: 0...900, using: &random), Int64.random(in: 0...90, using: &random)))
    }
    parts[parts.count - 1].0 += 1
    var balance = parts.reduce(0) { $0 + $1.0 }
    for (index, part) in parts.enumerated() {
      day = try day.adding(days: Int.random(in: 1...40, using: &random))
      balance -= part.0
      installments.append(
        try Installment(
          number: index + 1, due: day, principal: Rupiah(sen: part.0),
          interest: Rupiah(sen: part.1), balance: Rupiah(sen: balance)))
    }
    var owed = parts.reduce((Int64(0), Int64(0))) { ($0.0 + $1.0, $0.1 + $1.1) }
    var payments: [LoanPayment] = []
    var paidOn = try installments[0].due.adding(days: -20)
    for _ in 0..<Int.random(in: 0...7, using: &random) {
      paidOn = try paidOn.adding(days: Int.random(in: 0...35, using: &random))
      let principal = Int64.random(in: 0...min(owed.0, 500), using: &random)
      let interest = Int64.random(in: 0...min(owed.1, 60), using: &random)
      owed = (owed.0 - principal, owed.1 - interest)
      payments.append(
        LoanPayment(
          date: paidOn, principal: Rupiah(sen: principal), interest: Rupiah(sen: interest),
          lateFee: Rupiah(sen: Int64.random(in: 0...300, using: &random))))
    }
    return LoanOracle(installments: installments, payments: payments)
  }
}
