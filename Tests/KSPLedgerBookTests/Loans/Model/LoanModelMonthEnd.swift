import KSPCore
import KSPTestSupport

/// What a month end should find and book.
extension LoanModelOracle {
  struct MonthEnd: Equatable {
    var loans: [Int: [LoanClass: Int]] = [:]
    var outstanding: [Int: Int64] = [:]
    var recognised: [Int: Int64] = [:]
    var allowance: [Int: Int64] = [:]
    var provision: Int64 = 0
  }

  mutating func closeMonth(products: Int) throws -> MonthEnd {
    let month = openMonth
    let end = month.lastDay
    var report = MonthEnd()
    var required: Int64 = 0
    var prepaid: [Int: Int64] = [:]
    for product in 0..<products {
      var legs: [String: Int64] = [:]
      var total = (interest: Int64(0), lateFee: Int64(0), released: Int64(0))
      var expensed = (interest: Int64(0), lateFee: Int64(0))
      var ahead: Int64 = 0
      for loan in loans.indices where loans[loan].product == product && loans[loan].appliedOn <= end
      {
        let isOwed = try status(loan, asOf: end) == .running
        let number = loans[loan].number
        let isStopped = try isOwed && isStopped(loan, asOf: end)
        let target = isOwed && !isStopped ? try receivable(loan, asOf: end) : (0, 0)
        let receivable = balance(number + ".J", through: end)
        let interest = target.0 - (receivable - paidAhead(loan, through: end))
        let lateFee = target.1 - balance(number + ".D", through: end)
        // Nobody's receivable is below nothing: what is paid ahead is unearned income.
        let change = max(0, target.0) - receivable
        if isStopped {
          for (code, change) in [(number + ".J", change), (number + ".D", lateFee)]
          where change < 0 {
            let old = min(-change, try ofEarlierYears(code, in: end, through: end))
            if code.hasSuffix("J") { expensed.interest += old } else { expensed.lateFee += old }
          }
        }
        legs[number + ".J"] = change
        ahead += max(0, -target.0) - paidAhead(loan, through: end)
        prepaid[loan] = max(0, -target.0)
        legs[number + ".D"] = lateFee
        let plan = plan(loan, asOf: end)
        let held = isOwed ? try plan.map { try unearned(loan, $0, atEnd: end) } ?? 0 : 0
        let released =
          unearnedBooked(loan, through: end) - held
          - loans[loan].unearnedReleased
        loans[loan].unearnedReleased += released
        total.interest += interest
        total.lateFee += lateFee
        total.released += released
        guard isOwed else { continue }
        let (loanClass, allowance) = try grade(loan, asOf: end)
        report.loans[product, default: [:]][loanClass, default: 0] += 1
        report.outstanding[product, default: 0] += outstanding(loan, asOf: end)
        report.allowance[product, default: 0] += allowance
        required += allowance
      }
      report.recognised[product] =
        total.interest + total.lateFee + total.released + expensed.interest + expensed.lateFee
      let isBooked = legs.values.contains { $0 != 0 } || total.released != 0 || ahead != 0
      guard isBooked else { continue }
      legs["2-1700"] = total.released - ahead
      legs["4-1000"] = -total.interest - total.released - expensed.interest
      legs["4-1100"] = -total.lateFee - expensed.lateFee
      legs["5-2900"] = expensed.interest + expensed.lateFee
      try book(Entry(kind: .loanInterest, date: end, legs: legs))
    }
    let tracked = entries.indices.reduce(Int64(0)) { sum, index in
      let entry = entries[index]
      guard entry.date <= end, entry.isOfAllowance else { return sum }
      return sum - (entry.legs["1-1290"] ?? 0)
    }
    report.provision = required - tracked
    if report.provision != 0 {
      try book(
        Entry(
          kind: .provision, date: end,
          legs: ["5-2900": report.provision, "1-1290": -report.provision], isOfAllowance: true))
    }
    for (loan, sum) in prepaid { loans[loan].prepaid = sum }
    openMonth = try month.next()
    return report
  }

  /// What was cut in advance of a loan, less what came back with a reversal.
  private func unearnedBooked(_ loan: Int, through end: BookDate) -> Int64 {
    func stands(_ entry: Int) -> Bool {
      entries[entry].date <= end && !(entries[entry].reversedOn.map { $0 <= end } ?? false)
    }
    let cut = loans[loan].plans.reduce(Int64(0)) { sum, plan in
      guard let entry = plan.entry, stands(entry) else { return sum }
      return sum + (entries[entry].kind == .disbursement ? plan.advance : 0) - plan.returned
    }
    return loans[loan].steps.reduce(cut) { sum, step in
      guard let entry = step.entry, stands(entry) else { return sum }
      return sum - step.returned
    }
  }

  /// What is earned and not received, and the late fees that are owed.
  private func receivable(_ loan: Int, asOf end: BookDate) throws -> (Int64, Int64) {
    let recognition = loans[loan].terms.recognition
    guard recognition != .onReceipt, let plan = plan(loan, asOf: end) else { return (0, 0) }
    let (due, days) = try progress(loan, plan, atEnd: end)
    var owed = interestOwed(
      loan, plan, due, byDays: running(plan, due, byDays: days), asOf: end)
    if plan.terms.interestDue != .inAdvance { owed += unearned(plan, due, byDays: days) }
    return (owed, try lateFee(loan, to: end, asRecordedThrough: end).owed)
  }

  /// Interest that is earned by days is earned through the last day of the month.
  private func progress(
    _ loan: Int, _ plan: Plan, atEnd end: BookDate
  ) throws -> (due: Int, days: (passed: Int, whole: Int)) {
    let due = plan.rows.filter { $0.due <= end }.count
    guard loans[loan].terms.recognition == .daily else { return (due, (0, 1)) }
    let next = try end.adding(days: 1)
    let over = elapsed(plan, due, upTo: next)
    return (over, days(plan, over, upTo: next))
  }

  private func unearned(_ loan: Int, _ plan: Plan, atEnd end: BookDate) throws -> Int64 {
    let (due, days) = try progress(loan, plan, atEnd: end)
    return unearned(plan, due, byDays: days)
  }

  func grade(_ loan: Int, asOf end: BookDate) throws -> (LoanClass, Int64) {
    let facts = loans[loan]
    let rows = plan(loan, asOf: end)?.rows ?? []
    let left = left(loan, asOf: end)
    let late = zip(rows, left).filter { $0.0.due < end }
    let since = (
      principal: late.first { $0.1.principal > 0 }?.0.due,
      interest: late.first { $0.1.interest > 0 }?.0.due
    )
    let owed = outstanding(loan, asOf: end)
    let due = zip(rows, left).filter { $0.0.due <= end }
    let debt = owed + due.reduce(0) { $0 + $1.1.interest }
    let worth = facts.collateral.reduce(0) { $0 + $1.value.sen }
    let isSecured = debt > 0 && Int128(worth) * 4 >= Int128(debt) * 3
    func over(_ day: BookDate?, _ months: Int) throws -> Bool {
      guard let day, months > 0 else { return day != nil }
      let dates = try ModelPlan.dates(
        PlanTerms(method: .flat, rate: facts.terms.plan.rate, count: 1), from: day, count: months)
      return end > dates[months]
    }
    func overBoth(_ months: Int, _ interest: Int) throws -> Bool {
      try over(since.principal, months) || over(since.interest, interest)
    }
    let loanClass: LoanClass
    if facts.terms.collectibility == "koperasi" {
      let isWeekly = facts.terms.plan.interval.unit != .month
      let isOneSum = plan(loan, asOf: end)?.terms.method == .bullet
      let (first, second) =
        isOneSum ? ((0, 3), (3, 6)) : isWeekly ? ((1, 1), (2, 3)) : ((3, 3), (6, 6))
      loanClass =
        if try overBoth(second.0 + 21, second.1 + 21) {
          .macet
        } else if try overBoth(second.0, second.1) {
          isSecured ? .diragukan : .macet
        } else {
          try overBoth(first.0, first.1) ? .kurangLancar : .lancar
        }
    } else {
      let days = ([since.principal, since.interest].compactMap(\.self).min() ?? end).days(
        until: end)
      let limits = facts.terms.collectibility == "lkm" ? [10, 90, 120, 180] : [30, 90, 120, 180]
      loanClass = LoanClass(rawValue: 1 + limits.filter { days > $0 }.count) ?? .macet
    }
    let whole = try max(loanClass, kept(loan, asOf: end) ?? .lancar)
    return (whole, allowance(facts, owed, whole))
  }

  private func isStopped(_ loan: Int, asOf end: BookDate) throws -> Bool {
    let terms = loans[loan].terms
    guard terms.recognition != .onReceipt, let stops = terms.recognitionStops else { return false }
    return try grade(loan, asOf: end).0.rawValue >= stops.rawValue
  }

  /// The class that a loan had when it was rescheduled, until three rows in a row were settled by
  /// their due dates, whatever plans payments ahead have made since.
  func kept(_ loan: Int, asOf end: BookDate) throws -> LoanClass? {
    guard try status(loan, asOf: end) == .running,
      let step = steps(loan, asOf: end).last(where: { $0.kind == "rescheduled" }),
      let loanClass = step.loanClass, loanClass != .lancar
    else { return nil }
    let plans = loans[loan].plans.filter { $0.startedOn <= end && !isUndone($0.entry, by: end) }
    guard let first = plans.lastIndex(where: { $0.entry == nil }) else { return nil }
    var run = 0
    for index in first..<plans.count {
      let plan = plans[index]
      let next = index + 1 < plans.count ? plans[index + 1] : nil
      let known = entries.indices.filter { number in
        let entry = entries[number]
        return number >= plan.after && number < next?.after ?? .max && entry.kind.is(.settlesLoan)
          && entry.date <= end && !isUndone(number, by: end)
      }
      var asked: (Int64, Int64, Int64) = (0, 0, 0)
      for row in plan.rows where row.due <= end && row.due <= next?.startedOn ?? latest {
        asked.0 += row.principal
        asked.1 += row.interest
        asked.2 += row.administration
        var paid: (Int64, Int64, Int64) = (0, plan.paidAhead, plan.administrationAhead)
        for number in known where entries[number].date <= row.due {
          for payment in entries[number].payments where payment.loan == loan {
            paid.0 += payment.principal
            paid.1 += payment.interest
            paid.2 += payment.administration
          }
        }
        guard row.total > 0 else { continue }
        let isPaid = paid.0 >= asked.0 && paid.1 >= asked.1 && paid.2 >= asked.2
        run = isPaid ? run + 1 : 0
        if run == 3 { return nil }
      }
    }
    return loanClass
  }

  private func allowance(_ facts: LoanFacts, _ owed: Int64, _ loanClass: LoanClass) -> Int64 {
    // Percent of every class, and of the value of vehicles and deposits.
    let tables: [String: ([Int64], secured: ClosedRange<Int>?)] = [
      "koperasi": ([5, 5, 100, 500, 1_000], 3...5), "lkm": ([0, 50, 150, 500, 1_000], 1...5),
      "rpm": ([0, 0, 500, 750, 1_000], nil),
    ]
    guard let (rates, secured) = tables[facts.terms.provision] else { return -1 }
    let counted = facts.collateral.reduce(Int64(0)) { sum, item in
      sum + (item.kind == .deposit ? item.value.sen : item.value.sen / 2 / 100 * 100)
    }
    let covered = secured?.contains(loanClass.rawValue) ?? false ? counted : 0
    let exposed = Int128(max(0, owed - covered))
    return ModelRatio(exposed * Int128(rates[loanClass.rawValue - 1]), 1_000).rounded(100)
  }
}
