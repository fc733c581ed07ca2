/// Adds up late fees from the history of a loan: what was unpaid on which days.
struct LateFees {
  let rule: LateFeeRule
  let installments: [Installment]
  /// By date.
  let payments: [LoanPayment]

  /// All late fees up to a day, for each installment rounded half up to the rupiah.
  func total(to date: BookDate) throws(LedgerError) -> Rupiah {
    guard rule.base != .outstanding else { return try onOutstanding(to: date) }
    var sum = Rupiah.zero
    // What was paid before reaches the older installments first.
    var before = (principal: Rupiah.zero, interest: Rupiah.zero)
    for installment in installments {
      guard try start(installment) <= date else { break }
      try sum += try charge(on: installment, after: before, to: date)
      try before.principal += installment.principal
      try before.interest += installment.interest
    }
    return sum
  }

  /// The first day that is charged.
  private func start(_ installment: Installment) throws(LedgerError) -> BookDate {
    try installment.due.advanced(by: rule.graceDays + 1)
  }

  /// What one installment is charged: for every day, or started month, on which it was unpaid.
  private func charge(
    on installment: Installment, after before: (principal: Rupiah, interest: Rupiah),
    to date: BookDate
  ) throws(LedgerError) -> Rupiah {
    let first = try start(installment)
    var exact: Int128 = 0
    var day = first
    var index = 0
    var paid = (principal: Rupiah.zero, interest: Rupiah.zero)
    while day <= date {
      // A day is charged when something was unpaid as it began: paid on the day after it was due,
      // an installment is one day late.
      while index < payments.count, payments[index].date < day {
        try paid.principal += payments[index].principal
        try paid.interest += payments[index].interest
        index += 1
      }
      let unpaid = try self.unpaid(of: installment, paid: paid, after: before)
      guard unpaid.isPositive else { break }
      let next = index < payments.count ? payments[index].date : nil
      let until = min(next ?? date, date)
      let base = rule.base == .installment ? installment.total : unpaid
      exact = try add(
        exact, try amount(on: base, periods: periods(from: day, through: until, since: first)))
      day = try until.advanced(by: 1)
    }
    return try capped(try Rounding.rupiah.round(exact, over: 1_000_000_000), installment)
  }

  private func unpaid(
    of installment: Installment, paid: (principal: Rupiah, interest: Rupiah),
    after before: (principal: Rupiah, interest: Rupiah)
  ) throws(LedgerError) -> Rupiah {
    let principal = min(try (paid.principal - before.principal).orZero, installment.principal)
    let interest = min(try (paid.interest - before.interest).orZero, installment.interest)
    return try installment.total - principal - interest
  }

  /// Days, or months that begin, in a stretch of the time since the first day that is charged.
  private func periods(from: BookDate, through last: BookDate, since first: BookDate) -> Int {
    switch rule.period {
    case .day: from.days(until: last) + 1
    case .month:
      LateFees.startedMonths(first, last)
        - (from == first ? 0 : LateFees.startedMonths(first, .unchecked(from.dayNumber - 1)))
    }
  }

  /// The months that have begun from one day through another.
  private static func startedMonths(_ first: BookDate, _ last: BookDate) -> Int {
    let (from, to) = (first.components, last.components)
    let months = (to.year - from.year) * 12 + to.month - from.month
    // The day of the month counts as reached on the last day of a shorter month.
    let isReached = to.day >= min(from.day, last.month.dayCount)
    return months + (isReached ? 1 : 0)
  }

  /// The charge in billionths of a sen.
  private func amount(on base: Rupiah, periods: Int) throws(LedgerError) -> Int128 {
    let perPeriod =
      switch rule.charge {
      case .share(let billionths): Int128(base.sen) * Int128(billionths)
      case .fixed(let amount): Int128(amount.sen) * 1_000_000_000
      }
    let (product, overflow) = perPeriod.multipliedReportingOverflow(by: Int128(periods))
    guard !overflow else { throw .amountOverflow() }
    return product
  }

  private func add(_ left: Int128, _ right: Int128) throws(LedgerError) -> Int128 {
    let (sum, overflow) = left.addingReportingOverflow(right)
    guard !overflow else { throw .amountOverflow() }
    return sum
  }

  private func capped(_ fee: Rupiah, _ installment: Installment) throws(LedgerError) -> Rupiah {
    guard let cap = rule.capBillionths else { return fee }
    let limit = try Rounding.rupiah.round(
      Int128(installment.total.sen) * Int128(cap), over: 1_000_000_000)
    return min(fee, limit)
  }

  /// The principal that is owed, for every period in which any installment was late.
  private func onOutstanding(to date: BookDate) throws(LedgerError) -> Rupiah {
    guard let firstRow = installments.first else { return .zero }
    var exact: Int128 = 0
    var paid = (principal: Rupiah.zero, interest: Rupiah.zero)
    var index = 0
    var day = try start(firstRow)
    var lateSince: BookDate?
    let principal = try (installments[0].balance + installments[0].principal)
    while day <= date {
      while index < payments.count, payments[index].date < day {
        try paid.principal += payments[index].principal
        try paid.interest += payments[index].interest
        index += 1
      }
      let oldest = try oldestUnpaid(paid)
      guard let oldest else { break }
      let since = try start(oldest)
      guard since <= day else {
        lateSince = nil
        day = since
        continue
      }
      if lateSince == nil { lateSince = day }
      let next = index < payments.count ? payments[index].date : nil
      let until = min(next ?? date, date)
      let owed = try principal - paid.principal
      let count = periods(from: day, through: until, since: lateSince ?? day)
      exact = try add(exact, try amount(on: owed, periods: count))
      day = try until.advanced(by: 1)
    }
    return try Rounding.rupiah.round(exact, over: 1_000_000_000)
  }

  private func oldestUnpaid(
    _ paid: (principal: Rupiah, interest: Rupiah)
  ) throws(LedgerError) -> Installment? {
    var before = (principal: Rupiah.zero, interest: Rupiah.zero)
    for installment in installments {
      if try unpaid(of: installment, paid: paid, after: before).isPositive { return installment }
      try before.principal += installment.principal
      try before.interest += installment.interest
    }
    return nil
  }
}
