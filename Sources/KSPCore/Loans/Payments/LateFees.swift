/// Adds up late fees from the history of a loan: what was unpaid on which days.
///
/// One pass over installments and payments: each installment looks only at the payments made while
/// it was late.
struct LateFees {
  private let rule: LateFeeRule
  private let installments: [Installment]
  /// By date, from the first payment on.
  private let payments: ArraySlice<LoanPayment>
  /// What had been paid before each payment, and after the last.
  private let paid: [LoanParts]

  init(
    rule: LateFeeRule, installments: [Installment], payments: ArraySlice<LoanPayment>,
    ahead: LoanParts
  ) throws(LedgerError) {
    precondition(payments.startIndex == 0, "sums are found by the place of their payment")
    self.rule = rule
    self.installments = installments
    self.payments = payments
    var sum = ahead
    var sums: [LoanParts] = []
    sums.reserveCapacity(payments.count + 1)
    sums.append(sum)
    for payment in payments {
      try sum.add(payment.parts)
      sums.append(sum)
    }
    paid = sums
  }

  /// All late fees of a loan up to a day, paid or not, with those that its plan took over; nothing
  /// is counted through the day on which the plan began, as that is carried.
  static func charged(
    _ rule: LateFeeRule?, on installments: [Installment], _ payments: ArraySlice<LoanPayment>,
    carried: CarriedOver, since start: BookDate?, to date: BookDate
  ) throws(LedgerError) -> Rupiah {
    guard let rule else { return carried.lateFee }
    let fees = try LateFees(
      rule: rule, installments: installments, payments: payments, ahead: carried.ahead)
    var before = Rupiah.zero
    if let start { before = try fees.total(to: start) }
    return try carried.lateFee + (fees.total(to: date) - before).orZero
  }

  /// All late fees up to a day, for each installment rounded half up to the rupiah.
  func total(to date: BookDate) throws(LedgerError) -> Rupiah {
    guard rule.base != .outstanding else { return try onOutstanding(to: date).fee }
    var sum = Rupiah.zero
    // Most installments were paid in time; those that were not are charged without keeping how.
    try eachStarted(by: date) { late throws(LedgerError) in
      var exact: Int128?
      try eachRun(of: late, to: date) { run throws(LedgerError) in
        exact = try (exact ?? 0).adding(run.exact.numerator)
      }
      guard let exact else { return }
      try sum += LateFeeWorking.fee(exact, cap: cap(late.installment)).fee
    }
    return sum
  }

  /// Where every late fee up to a day comes from; installments without one are left out.
  func workings(to date: BookDate) throws(LedgerError) -> [LateFeeWorking] {
    guard rule.base != .outstanding else { return [try onOutstanding(to: date)].filter(isCharge) }
    var workings: [LateFeeWorking] = []
    try eachStarted(by: date) { late throws(LedgerError) in
      var runs: [LateFeeWorking.Run] = []
      try eachRun(of: late, to: date) { run in runs.append(run) }
      let working = try LateFeeWorking(late.installment, runs: runs, cap: cap(late.installment))
      if isCharge(working) { workings.append(working) }
    }
    return workings
  }

  private func isCharge(_ working: LateFeeWorking) -> Bool { !working.runs.isEmpty }

  /// An installment whose charge may have begun.
  private struct Started {
    let installment: Installment
    /// What the installments before it take of every payment.
    let before: LoanParts
    /// The first payment that is not before the first day.
    let payment: Int
    /// The first day that is charged.
    let first: BookDate
  }

  /// The installments whose first day of charge has come, oldest first.
  private func eachStarted(
    by date: BookDate, _ body: (Started) throws(LedgerError) -> Void
  ) throws(LedgerError) {
    // What was paid before reaches the older installments first.
    var before = LoanParts()
    var index = 0
    for installment in installments {
      let first = try start(installment)
      guard first <= date else { break }
      // A day is charged when something was unpaid as it began: paid on the day after it was due,
      // an installment is one day late.
      while index < payments.count, payments[index].date < first { index += 1 }
      try body(Started(installment: installment, before: before, payment: index, first: first))
      try before.add(installment.parts)
    }
  }

  /// The first day that is charged.
  private func start(_ installment: Installment) throws(LedgerError) -> BookDate {
    try installment.due.adding(days: rule.graceDays + 1)
  }

  /// What one installment is charged: for every day, or started month, on which it was unpaid.
  private func eachRun(
    of late: Started, to date: BookDate,
    _ body: (LateFeeWorking.Run) throws(LedgerError) -> Void
  ) throws(LedgerError) {
    let installment = late.installment
    var day = late.first
    var index = late.payment
    while day <= date {
      while index < payments.count, payments[index].date < day { index += 1 }
      let unpaid = try self.unpaid(of: installment, paid: paid[index], after: late.before)
      guard unpaid.isPositive else { break }
      let next = index < payments.count ? payments[index].date : nil
      let until = min(next ?? date, date)
      let base = rule.base == .installment ? installment.total : unpaid
      try body(try run(from: day, through: until, since: late.first, on: base))
      day = try until.adding(days: 1)
    }
  }

  private func unpaid(
    of installment: Installment, paid: LoanParts, after before: LoanParts
  ) throws(LedgerError) -> Rupiah {
    let settled = try paid.since(before).orZero.covering(installment.parts)
    return try installment.total - settled.total()
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
  static func startedMonths(_ first: BookDate, _ last: BookDate) -> Int {
    let (from, to) = (first.components, last.components)
    let months = (to.year - from.year) * 12 + to.month - from.month
    // The day of the month counts as reached on the last day of a shorter month.
    let isReached = to.day >= min(from.day, last.month.dayCount)
    return months + (isReached ? 1 : 0)
  }

  /// The charge on one base.
  private func run(
    from: BookDate, through last: BookDate, since first: BookDate, on base: Rupiah
  ) throws(LedgerError) -> LateFeeWorking.Run {
    let count = periods(from: from, through: last, since: first)
    let perPeriod =
      switch rule.charge {
      case .share(let share): Int128(base.sen) * Int128(share.billionths)
      case .fixed(let amount): Int128(amount.sen) * LateFeeWorking.unit
      }
    return LateFeeWorking.Run(
      from: from, through: last, periods: count, base: base,
      exact: ExactAmount(
        sen: try perPeriod.multiplied(by: Int128(count)), over: LateFeeWorking.unit))
  }

  private func cap(_ installment: Installment) throws(LedgerError) -> Rupiah? {
    try rule.cap.map { cap throws(LedgerError) in
      try cap.of(installment.total, rounded: .rupiah)
    }
  }

  /// The principal that is owed, for every period in which any installment was late.
  private func onOutstanding(to date: BookDate) throws(LedgerError) -> LateFeeWorking {
    var runs: [LateFeeWorking.Run] = []
    guard let firstRow = installments.first else {
      return try LateFeeWorking(nil, runs: runs, cap: nil)
    }
    var index = 0
    var day = try start(firstRow)
    var lateSince: BookDate?
    let principal = try (firstRow.balance + firstRow.principal)
    // The oldest unpaid installment only moves on, as the payments do.
    var oldest = 0
    var before = LoanParts()
    while day <= date {
      while index < payments.count, payments[index].date < day { index += 1 }
      while oldest < installments.count,
        try !unpaid(of: installments[oldest], paid: paid[index], after: before).isPositive
      {
        try before.add(installments[oldest].parts)
        oldest += 1
      }
      guard oldest < installments.count else { break }
      let since = try start(installments[oldest])
      guard since <= day else {
        lateSince = nil
        day = since
        continue
      }
      if lateSince == nil { lateSince = day }
      let next = index < payments.count ? payments[index].date : nil
      let until = min(next ?? date, date)
      let owed = try principal - paid[index].principal
      runs.append(try run(from: day, through: until, since: lateSince ?? day, on: owed))
      day = try until.adding(days: 1)
    }
    return try LateFeeWorking(nil, runs: runs, cap: nil)
  }
}

extension LateFeeRule {
  /// Where the late fees of a plan up to a day come from; installments without one are left out.
  ///
  /// Their fees are what ``LoanPosition/lateFeeCharged`` adds to what was carried over.
  ///
  /// - Throws: `amount.overflow`.
  public func workings(
    installments: [Installment], payments: [LoanPayment], ahead: LoanParts = LoanParts(),
    to date: BookDate
  ) throws(LedgerError) -> [LateFeeWorking] {
    try LateFees(
      rule: self, installments: installments, payments: payments.filter { $0.date <= date }[...],
      ahead: ahead
    ).workings(to: date)
  }
}
