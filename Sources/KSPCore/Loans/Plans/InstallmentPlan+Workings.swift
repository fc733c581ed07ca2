extension InstallmentPlan {
  /// Where the interest of every installment comes from, made by the same hand as the plan.
  ///
  /// ```swift
  /// try plan.workings()[0].exact.decimalText   // "98630.136986"
  /// ```
  ///
  /// - Throws: `amount.overflow`.
  public func workings() throws(LedgerError) -> [InstallmentWorking] {
    let dates = try DueDates(
      disbursedOn: disbursedOn, firstDue: firstDue, interval: terms.interval, count: terms.count)
    let rates = try PeriodRates(terms, dates)
    var maker = PlanMaker(
      terms: terms, principal: principal, dates: dates.dates, rates: rates, keepsBases: true)
    try maker.makeRows()
    var shares = InstallmentPlan.shares(of: terms, dates)
    // What is due in a single sum runs over all periods.
    if maker.rows.count < shares.count { shares = [InstallmentPlan.merged(shares.flatMap(\.self))] }
    var workings: [InstallmentWorking] = []
    for (basis, shares) in zip(maker.bases, shares) {
      let period = workings.count
      let exact =
        switch basis {
        case .nothing: ExactAmount(sen: 0, over: 1)
        case .part(let whole, let parts): ExactAmount(sen: Int128(whole.sen), over: Int128(parts))
        case .balance(let balance) where maker.rows.count < terms.count:
          try rates.exactSimple(on: balance)
        case .balance(let balance): rates.exact(on: balance, period: period)
        }
      workings.append(
        try InstallmentWorking(
          number: period + 1, shares: shares, basis: basis, rate: terms.rate, exact: exact,
          rounding: terms.interestRounding))
    }
    return workings
  }

  /// The periods as parts of a year, or of what the rate is for: a day, a week, the whole term.
  private static func shares(
    of terms: PlanTerms, _ dates: DueDates
  ) -> [[InstallmentWorking.Share]] {
    let shares = dates.shares(terms.countedBy)
    guard !terms.rate.basis.isOfCalendar else { return shares }
    let days = shares.joined().reduce(0) { $0 + $1.days }
    let parts =
      switch terms.rate.basis {
      case .week: 7
      // What is left of the term stands for all of it.
      case .term: days * (terms.rateCount ?? terms.count) / terms.count
      case .day, .month, .year: 1
      }
    return shares.map { shares in
      shares.map {
        InstallmentWorking.Share(from: $0.from, to: $0.to, days: $0.days, yearDays: parts)
      }
    }
  }

  /// Neighbours over the same days of a year made one.
  private static func merged(_ shares: [InstallmentWorking.Share]) -> [InstallmentWorking.Share] {
    var merged: [InstallmentWorking.Share] = []
    for share in shares {
      guard let last = merged.last, last.yearDays == share.yearDays else {
        merged.append(share)
        continue
      }
      merged[merged.count - 1] = InstallmentWorking.Share(
        from: last.from, to: share.to, days: last.days + share.days, yearDays: share.yearDays)
    }
    return merged
  }
}
