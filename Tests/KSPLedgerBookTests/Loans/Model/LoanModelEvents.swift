import KSPCore
import KSPTestSupport

/// What each operation does to the oracle, or why it cannot be.
extension LoanModelOracle {
  mutating func apply(
    _ loan: LoanFacts, count: Int
  ) throws {
    guard loan.appliedOn >= openMonth.firstDay else { throw Refusal(.periodClosed) }
    let dates = try ModelPlan.dates(loan.terms.plan, from: loan.appliedOn, count: count)
    let plan = try ModelPlan(
      loan.terms.plan, principal: loan.principal, dates: dates,
      grace: loan.terms.plan.principalGrace)
    guard !plan.isImpossible else { throw Refusal(.loanPlanUnroundable) }
    loans.append(loan)
  }

  mutating func decide(_ loan: Int, isApproved: Bool, on date: BookDate) throws {
    let status = try status(loan)
    guard status == .applied || (status == .approved && !isApproved) else {
      throw Refusal(.loanNotAtStep)
    }
    guard date >= openMonth.firstDay else { throw Refusal(.periodClosed) }
    guard date >= lastDate(loan, withPayments: false) else { throw Refusal(.loanDateTooEarly) }
    loans[loan].steps.append(Step(kind: isApproved ? "approved" : "rejected", date: date))
  }

  mutating func disburse(
    _ loan: Int, on date: BookDate, to receiver: String, payingOff old: Int? = nil
  ) throws {
    let facts = loans[loan]
    let status = try status(loan)
    guard status == .approved || (status == .applied && !facts.terms.needsApproval) else {
      throw Refusal(.loanNotAtStep)
    }
    guard date >= lastDate(loan, withPayments: true) else { throw Refusal(.loanDateTooEarly) }
    let terms = facts.terms.plan
    let dates = try ModelPlan.dates(terms, from: date, count: terms.count)
    let plan = try ModelPlan(
      terms, principal: facts.principal, dates: dates, grace: terms.principalGrace)
    guard !plan.isImpossible else { throw Refusal(.loanPlanUnroundable) }
    var legs = [facts.number: facts.principal]
    var rest = facts.principal
    func cut(_ code: String, _ amount: Int64) {
      legs[code, default: 0] -= amount
      rest -= amount
    }
    for fee in facts.terms.fees {
      let amount =
        switch fee.charge {
        case .fixed(let amount): amount.sen
        case .share(let part, _, _):
          ModelRatio(Int128(facts.principal) * Int128(part.billionths), 1_000_000_000).rounded(100)
        }
      switch fee.target {
      case .account(let code): cut(code.text, amount)
      case .savings: cut("WAJ-\(facts.member)", amount)
      }
    }
    cut("2-1700", plan.advance)
    var settled: [Payment] = []
    var returned: Int64 = 0
    if let old {
      guard try self.status(old) == .running else { throw Refusal(.loanNotAtStep) }
      guard date >= lastDate(old, withPayments: true) else { throw Refusal(.loanDateTooEarly) }
      let (paid, penalty, back) = try quote(old, on: date)
      guard paid.isAnything || penalty > 0 else { throw Refusal(.loanNothingDue) }
      let whole = paid.money + penalty - back
      returned = back
      guard whole <= rest else { throw Refusal(.loanTopUpTooSmall) }
      rest -= whole
      legs.merge(settling(old, paid, penalty, back)) { $0 + $1 }
      settled = [paid]
    }
    legs[receiver, default: 0] -= rest
    try book(
      Entry(
        kind: .disbursement, date: date, legs: legs, payments: settled,
        steps: [loan] + settled.map(\.loan)))
    if let old {
      loans[old].steps.append(
        Step(kind: "settled", date: date, entry: entries.count - 1, returned: returned))
    }
    let entry = entries.count - 1
    loans[loan].steps.append(Step(kind: "disbursed", date: date, entry: entry))
    loans[loan].plans.append(
      Plan(
        entry: entry, after: entries.count, startedOn: date, rows: plan.rows, start: date,
        principal: facts.principal, terms: terms, advance: plan.advance, cuts: plan.cuts,
        isFirst: true))
  }

  /// What a payment does to one loan: its parts, what is left over, and the plan that follows.
  func planned(
    _ loan: Int, _ amount: Int64?, on date: BookDate, _ decision: Decision
  ) throws -> (parts: Payment, rest: Int64, plan: Plan?) {
    let plan = try payable(loan, on: date)
    let terms = loans[loan].terms
    let due = plan.rows.filter { $0.due <= date }.count
    let isNext = terms.prepayment == .nextInstallments
    let money: Int64
    if let amount {
      money = amount
    } else {
      let left = left(loan)
      let fee = try lateFee(loan, to: date, asRecordedThrough: latest, countingLater: true).owed
      let owed = left.prefix(due).reduce(fee) { $0 + $1.total }
      let next = left.firstIndex { $0.total > 0 }
      let hasBegun = next.map { $0 == 0 || plan.rows[$0 - 1].due <= date } ?? false
      guard owed > 0 || (isNext && hasBegun) else { throw Refusal(.loanNothingDue) }
      money = owed > 0 ? owed : next.map { left[$0].total } ?? 0
    }
    try require(decision, loan, plan, money, on: date)
    let later = standing(loan).filter {
      $0.date > date && entries[$0.entry].kind != .repayment
    }
    let before = payments(loan).filter { $0.date <= date } + later.map { ($0.date, $0.paid) }
    let found = try split(loan, money, on: date, after: before)
    let newPlan =
      found.ahead > 0
      ? try planAhead(
        loan, plan, found.left, max(due, plan.rows.filter { $0.unshifted <= date }.count),
        (found.ahead, interest: found.paid.interest, third: found.paid.administration),
        on: date) : nil
    return (found.paid, found.paid.rest, newPlan)
  }

  /// What has to be decided first: whether money that reaches the settlement sum settles, and what
  /// becomes of more than is owed.
  private func require(
    _ decision: Decision, _ loan: Int, _ plan: Plan, _ money: Int64, on date: BookDate
  ) throws {
    let left = left(loan)
    let due = plan.rows.filter { $0.due <= date }.count
    let fee = try lateFee(loan, to: date, asRecordedThrough: latest, countingLater: true).owed
    let owed = left.reduce(fee) { $0 + $1.total }
    let isAhead = left.dropFirst(due).contains { $0.total > 0 }
    let isRegular = plan.rows.count > 1 && due >= plan.rows.count - 1 && money <= owed
    if decision.settles == nil, isAhead, !isRegular {
      let (paid, penalty, back) = try quote(loan, on: date)
      let settling = paid.money + penalty - back
      guard settling == owed || money < min(settling, owed) else {
        throw Refusal(.loanWouldSettle)
      }
    }
    guard money <= owed || decision.overpays else { throw Refusal(.loanOverpaid) }
  }

  /// The plan of a loan that takes a payment on a day: one that was paid back by later payments
  /// takes an earlier one.
  private func payable(_ loan: Int, on date: BookDate) throws -> Plan {
    let status = try status(loan)
    let last = steps(loan).last
    let isLate = payments(loan).last.map { date < $0.date } ?? false
    if let plan = plan(loan),
      status == .running || (status == .settled && last?.kind != "settled" && isLate)
    {
      guard date >= plan.startedOn else { throw Refusal(.loanDateTooEarly) }
      return plan
    }
    let isEnd = ["settled", "written-off", "recovered"].contains(last?.kind)
    if let last, last.date > date, isEnd { throw Refusal(.loanLaterStep) }
    throw Refusal(.loanNotAtStep)
  }

  /// How money is divided after some payments.
  func split(
    _ loan: Int, _ amount: Int64, on date: BookDate, after before: [(date: BookDate, paid: Payment)]
  ) throws -> (paid: Payment, ahead: Int64, left: [Left]) {
    guard let plan = plan(loan) else { throw Refusal(.loanNotAtStep) }
    let terms = loans[loan].terms
    let makesPlan = [.fewerInstallments, .smallerInstallments, .interestFirst].contains(
      terms.prepayment)
    var due = plan.rows.filter { $0.due <= date }.count
    let fallenDue = due
    if makesPlan { due = max(due, plan.rows.filter { $0.unshifted <= date }.count) }
    let isNext = terms.prepayment == .nextInstallments
    var left = left(plan, after: before)
    var fee = plan.carriedFee - before.reduce(0) { $0 + $1.paid.lateFee }
    if let rule = terms.lateFee { fee += try charge(rule, plan, before, to: date) }
    fee = max(0, fee)
    var money = amount
    var paid: (fee: Int64, interest: Int64, principal: Int64, third: Int64) = (0, 0, 0, 0)
    func take(_ owed: Int64) -> Int64 {
      let part = min(owed, money)
      money -= part
      return part
    }
    // The fee comes at its place in the oldest row that is due, or behind all of them.
    let oldest = left.indices.first { $0 < due && left[$0].total > 0 }
    let feeIsLast = terms.allocation.last == .lateFee || oldest == nil
    for row in left.indices where row < due || isNext {
      if row == due, feeIsLast { paid.fee = take(fee) }
      for component in terms.allocation {
        if component == .lateFee {
          if row == oldest, !feeIsLast { paid.fee = take(fee) }
          continue
        }
        switch component {
        case .interest:
          let part = take(left[row].interest)
          left[row].interest -= part
          paid.interest += part
        case .administration:
          let part = take(left[row].administration)
          left[row].administration -= part
          paid.third += part
        case .principal, .lateFee:
          let part = take(left[row].principal)
          left[row].principal -= part
          paid.principal += part
        }
      }
    }
    if feeIsLast, due >= left.count || !isNext { paid.fee = take(fee) }
    var ahead: Int64 = 0
    if terms.prepayment == .interestFirst, due < left.count {
      // All that is earned by the day and was not paid.
      let over = elapsed(plan, fallenDue, upTo: date)
      let earned =
        plan.rows.prefix(over).reduce(over == 0 ? plan.carriedInterest : 0) { $0 + $1.interest }
        + running(plan, over, byDays: days(plan, over, upTo: date))
      let had = before.reduce(plan.paidAhead + paid.interest) { $0 + $1.paid.interest }
      let unpaidDue = left.prefix(due).reduce(0) { $0 + $1.interest }
      if let next = left.indices.first(where: {
        $0 >= due && left[$0].total > 0
      }) {
        let part = take(min(left[next].interest, max(0, earned - had - unpaidDue)))
        left[next].interest -= part
        paid.interest += part
      }
    }
    if makesPlan {
      ahead = take(left.dropFirst(due).reduce(0) { $0 + $1.principal })
      paid.principal += ahead
    }
    let parts = Payment(
      loan: loan, principal: paid.principal, interest: paid.interest, lateFee: paid.fee,
      administration: paid.third, rest: money)
    return (parts, ahead, left)
  }

  /// Divides the payments of a loan from a day on again.
  mutating func follow(_ loan: Int, from date: BookDate) throws {
    var before: [(date: BookDate, paid: Payment)] = []
    let lines = standing(loan)
    var isChanged = false
    for (place, line) in lines.enumerated() {
      var paid = line.paid
      // What is no money keeps its parts.
      if line.date >= date, entries[line.entry].kind == .repayment {
        // Nobody has to pay what is let off later.
        let later = lines[(place + 1)...].filter {
          entries[$0.entry].kind != .repayment && $0.entry < line.entry
        }
        let new = try split(
          loan, paid.money, on: line.date, after: before + later.map { ($0.date, $0.paid) })
        guard new.ahead == 0 else { throw Refusal(.loanLaterPlan) }
        var change = new.paid
        change.add(paid, -1)
        try book(change, of: line.entry)
        isChanged = isChanged || !change.isNothing
        paid = new.paid
      }
      before.append((line.date, paid))
    }
    guard isChanged, let plan = plan(loan), let last = lines.last,
      lines.contains(where: { entries[$0.entry].kind != .repayment })
    else { return }
    // Nobody settles what was let off.
    let interest = before.reduce(plan.paidAhead) { $0 + $1.paid.interest }
    let third = before.reduce(plan.administrationAhead) { $0 + $1.paid.administration }
    var fee = plan.carriedFee
    if let rule = loans[loan].terms.lateFee {
      fee += try charge(rule, plan, before, to: last.date)
    }
    guard interest <= plan.rows.reduce(0, { $0 + $1.interest }),
      third <= plan.rows.reduce(0, { $0 + $1.administration }),
      before.reduce(0, { $0 + $1.paid.lateFee }) <= fee
    else { throw Refusal(.loanLaterWaiver) }
  }

  /// Books what a payment settles more or less of.
  private mutating func book(_ change: Payment, of entry: Int) throws {
    guard !change.isNothing else { return }
    try bookAnyway(change, of: entry)
  }

  private mutating func bookAnyway(_ change: Payment, of entry: Int) throws {
    let facts = loans[change.loan]
    let isOnReceipt = facts.terms.recognition == .onReceipt
    let date = max(entries[entry].date, openMonth.firstDay)
    let excess = excess(change.loan, crediting: change)
    try book(
      Entry(
        kind: .reallocation, date: date,
        legs: [
          facts.number: -change.principal, "SUK-\(facts.member)": -change.rest,
          isOnReceipt ? "4-1000" : facts.number + ".J": -change.interest - excess.interest,
          facts.number + ".D": isOnReceipt ? 0 : -change.lateFee - excess.fee,
          "4-1100": isOnReceipt ? -change.lateFee : excess.fee,
          "4-1200": -change.administration, "2-1700": excess.interest,
        ], ahead: [change.loan: -excess.interest], feesAhead: [change.loan: -excess.fee]))
    changes.append(Change(entry: entry, date: date, by: change))
  }

  /// Interest that was paid before it was earned, as far as the book has it.
  func paidAhead(_ loan: Int, through date: BookDate = .latest) -> Int64 {
    entries.reduce(loans[loan].prepaid) {
      (openMonth.firstDay...date).contains($1.date) ? $0 + ($1.ahead[loan] ?? 0) : $0
    }
  }

  /// What of the receivables, once a change was credited to them, was received ahead all the same.
  private func excess(
    _ loan: Int, crediting change: Payment
  ) -> (interest: Int64, fee: Int64) {
    guard loans[loan].terms.recognition != .onReceipt else { return (0, 0) }
    let interest = balance(loans[loan].number + ".J") - change.interest
    let fee = balance(loans[loan].number + ".D") - change.lateFee
    // A month end leaves no late fee that was received ahead.
    let feesAhead = entries.reduce(Int64(0)) {
      $1.date >= openMonth.firstDay ? $0 + ($1.feesAhead[loan] ?? 0) : $0
    }
    return (interest - max(0, interest - paidAhead(loan)), fee - max(0, fee - feesAhead))
  }

  /// The plan for what is owed after principal was paid ahead.
  private func planAhead(
    _ loan: Int, _ old: Plan, _ left: [Left], _ due: Int,
    _ paid: (ahead: Int64, interest: Int64, third: Int64), on date: BookDate
  ) throws -> Plan {
    guard date >= lastDate(loan, withPayments: true) else { throw Refusal(.loanDateTooEarly) }
    let owed = left.dropFirst(due).reduce(-paid.ahead) { $0 + $1.principal }
    guard owed > 0 else { throw Refusal(.loanSettlementAmount) }
    // What is unrounded, and what lies before something else, is told apart by their order.
    let rows = Array(old.rows.dropFirst(due))
    let isBullet = old.terms.method == .bullet
    let grace = isBullet ? 0 : rows.prefix { $0.principal == 0 }.count
    let start = due > 0 ? old.rows[due - 1].unshifted : old.start
    let carried = due == 0 ? old.carriedInterest : 0
    func make(_ count: Int, agreed: Int64? = nil) throws -> ModelPlan {
      try ModelPlan(
        old.terms, principal: owed,
        dates: [start] + rows.prefix(count).map(\.unshifted), grace: grace, agreed: agreed)
    }
    var found: ModelPlan?
    var agreed: Int64?
    let keeps = [.fewerInstallments, .interestFirst].contains(loans[loan].terms.prepayment)
    let usual = rows[grace].principal + rows[grace].interest - (grace == 0 ? carried : 0)
    if keeps, !isBullet, old.terms.method != .fixedPrice {
      let isLevel = old.terms.method == .annuity
      let kept = old.agreed ?? (isLevel ? usual : rows[grace].principal)
      for count in (grace + 1)...rows.count where found == nil {
        let plan = try make(count, agreed: kept)
        guard !plan.isImpossible, let last = plan.rows.last else { continue }
        let step = old.terms.installmentRounding.step.sen
        let most = isLevel ? kept : ModelRatio(Int128(kept + last.interest)).rounded(step)
        if last.principal + last.interest <= most { (found, agreed) = (plan, kept) }
      }
    } else if keeps, !isBullet {
      for count in (grace + 1)...rows.count where found == nil {
        let plan = try make(count)
        guard !plan.isImpossible else { continue }
        if plan.rows[grace].principal + plan.rows[grace].interest <= usual { found = plan }
      }
    }
    var count = rows.count
    while found == nil, count > grace {
      let plan = try make(count)
      if !plan.isImpossible { found = plan }
      count -= 1
    }
    guard let found else { throw Refusal(.loanPlanUnroundable) }
    // The days that have passed were earned on the old balance, not on the new one.
    let fallenDue = old.rows.filter { $0.due <= date }.count
    let over = elapsed(old, fallenDue, upTo: date)
    let earned = running(old, over, byDays: days(old, over, upTo: date))
    let whole = start.days(until: rows[0].unshifted)
    let passed = min(whole, max(0, start.days(until: date)))
    let onLower = ModelRatio(Int128(found.rows[0].interest) * Int128(passed), Int128(whole))
    let net =
      interestOwed(loan, old, over, byDays: earned) - paid.interest - onLower.rounded(100)
    // The third part of the rows that are due, less all that was paid of it.
    let third =
      old.rows.prefix(due).reduce(due == 0 ? old.carriedAdministration : 0) {
        $0 + $1.administration
      } - old.administrationAhead - paid.third
      - payments(loan).reduce(0) { $0 + $1.paid.administration }
    var kept = found.rows
    kept[0].interest += max(0, net)
    kept[0].takeAdministration(old.terms.administration)
    kept[0].administration += max(0, third)
    let unearned = unearned(old, fallenDue, byDays: (0, 1))
    var returned: Int64 = 0
    if loans[loan].terms.settlement.returnsAdvance, old.terms.interestDue == .inAdvance {
      let before = ModelCut.notBegun(
        old.cuts, of: old.advance, on: date, isFirstBegun: old.isFirst || old.start < date)
      let now = ModelCut.notBegun(
        found.cuts, of: found.advance, on: date, isFirstBegun: start < date)
      returned = min(unearned, max(0, before - now))
    }
    return Plan(
      entry: entries.count, after: entries.count + 1, startedOn: date, rows: kept, start: start,
      principal: owed, terms: old.terms, carriedInterest: max(0, net), paidAhead: max(0, -net),
      advance: unearned - returned, agreed: agreed, carriedAdministration: max(0, third),
      administrationAhead: max(0, -third), returned: returned, cuts: found.cuts)
  }

  /// The rows whose periods are over: due, or waiting for a Sunday to pass.
  func elapsed(_ plan: Plan, _ due: Int, upTo end: BookDate) -> Int {
    max(due, plan.rows.filter { $0.unshifted < end }.count)
  }

  /// The days of the running period that have passed, of how many.
  func days(_ plan: Plan, _ due: Int, upTo end: BookDate) -> (passed: Int, whole: Int) {
    guard due < plan.rows.count else { return (0, 1) }
    let start = due > 0 ? plan.rows[due - 1].unshifted : plan.start
    let whole = start.days(until: plan.rows[due].unshifted)
    return (min(whole, max(0, start.days(until: end))), whole)
  }

  /// What the running row earns of its own interest in some of its days.
  func running(_ plan: Plan, _ due: Int, byDays days: (passed: Int, whole: Int)) -> Int64 {
    guard due < plan.rows.count else { return 0 }
    let own = plan.rows[due].interest - (due == 0 ? plan.carriedInterest : 0)
    return ModelRatio(Int128(own) * Int128(days.passed), Int128(days.whole)).rounded(100)
  }

  /// All interest that fell due, was brought along or is earned by days, less all that was paid.
  func interestOwed(
    _ loan: Int, _ plan: Plan, _ due: Int, byDays running: Int64, asOf date: BookDate = .latest
  ) -> Int64 {
    let fallenDue = plan.rows.prefix(due).reduce(Int64(0)) { $0 + $1.interest }
    let carried = due == 0 ? plan.carriedInterest : 0
    let paid = payments(loan, asOf: date).reduce(plan.paidAhead) { $0 + $1.paid.interest }
    return fallenDue + carried + running - paid
  }

  /// One part of the interest cut in advance is earned with every installment that falls due; when
  /// the installments carry interest, it is used up by theirs.
  func unearned(_ plan: Plan, _ due: Int, byDays days: (passed: Int, whole: Int)) -> Int64 {
    guard plan.terms.interestDue == .inAdvance else {
      let earned = plan.rows.prefix(due).reduce(running(plan, due, byDays: days)) {
        $0 + $1.interest
      }
      return max(0, plan.advance - earned)
    }
    let parts = ModelRatio(Int128(due)) + ModelRatio(Int128(days.passed), Int128(days.whole))
    let share = ModelRatio(Int128(plan.advance), Int128(plan.rows.count))
    return plan.advance - (share * parts).rounded(100)
  }

  mutating func repay(
    _ payments: [(loan: Int, amount: Int64?)], on date: BookDate, from payer: String,
    _ decision: Decision
  ) throws {
    var legs: [String: Int64] = [:]
    var parts: [Payment] = []
    var plans: [(Int, Plan)] = []
    var aheads: [Int: Int64] = [:]
    var feesAhead: [Int: Int64] = [:]
    for (loan, amount) in payments {
      let planned = try planned(loan, amount, on: date, decision)
      let facts = loans[loan]
      let paid = planned.parts
      guard paid.isAnything || payer != "SUK-\(facts.member)" else {
        throw Refusal(.loanNothingDue)
      }
      legs[payer, default: 0] += paid.money
      legs[facts.number, default: 0] -= paid.principal
      let isOnReceipt = facts.terms.recognition == .onReceipt
      let ahead =
        isOnReceipt ? 0 : max(0, paid.interest - max(0, balance(facts.number + ".J")))
      legs[isOnReceipt ? "4-1000" : facts.number + ".J", default: 0] -= paid.interest - ahead
      aheads[loan] = ahead
      let fee =
        isOnReceipt ? paid.lateFee : max(0, paid.lateFee - max(0, balance(facts.number + ".D")))
      legs["4-1100", default: 0] -= fee
      legs[facts.number + ".D", default: 0] -= paid.lateFee - fee
      feesAhead[loan] = isOnReceipt ? 0 : fee
      legs["4-1200", default: 0] -= paid.administration
      let back = planned.plan?.returned ?? 0
      legs["SUK-\(facts.member)", default: 0] -= planned.rest + back
      legs["2-1700", default: 0] += back - ahead
      parts.append(paid)
      if let plan = planned.plan { plans.append((loan, plan)) }
    }
    try book(
      Entry(
        kind: .repayment, date: date, legs: legs, payments: parts, ahead: aheads,
        feesAhead: feesAhead))
    for (loan, plan) in plans { loans[loan].plans.append(plan) }
    for (loan, _) in payments { try follow(loan, from: date) }
  }

  func quote(
    _ loan: Int, on date: BookDate
  ) throws -> (Payment, penalty: Int64, returned: Int64) {
    guard let plan = plan(loan) else { throw Refusal(.loanNotAtStep) }
    let left = left(loan)
    let due = plan.rows.filter { $0.due <= date }.count
    var interest = left.prefix(due).reduce(0) { $0 + $1.interest }
    let rule = loans[loan].terms.settlement
    func unpaid(_ part: Int64, _ row: Int) -> Int64 {
      guard row < left.count else { return 0 }
      return min(left[row].interest, max(0, part - (plan.rows[row].interest - left[row].interest)))
    }
    let carried = due == 0 ? plan.carriedInterest : 0
    switch rule.interest {
    case .none: interest += unpaid(carried, due)
    case .all: interest += left.dropFirst(due).reduce(0) { $0 + $1.interest }
    case .installments(let count):
      interest += left.dropFirst(due).prefix(count).reduce(0) { $0 + $1.interest }
    case .elapsedDays:
      let passed = elapsed(plan, due, upTo: date)
      for row in due..<max(due, passed) { interest += left[row].interest }
      let earned = running(plan, passed, byDays: days(plan, passed, upTo: date))
      interest += unpaid((passed == 0 ? plan.carriedInterest : 0) + earned, passed)
    }
    let principal = outstanding(loan)
    let fee = try lateFee(loan, to: date, asRecordedThrough: latest, countingLater: true).owed
    let isAhead = left.dropFirst(due).contains { $0.total > 0 }
    let penalty = ModelRatio(
      isAhead ? Int128(principal) * Int128(rule.penalty.billionths) : 0, 1_000_000_000)
    // Of the third part what is due, and what an earlier plan left owing.
    var third = left.prefix(due).reduce(0) { $0 + $1.administration }
    if due == 0, let first = left.first {
      third += min(first.administration, plan.carriedAdministration)
    }
    let paid = Payment(
      loan: loan, principal: principal, interest: interest, lateFee: fee, administration: third)
    var returned: Int64 = 0
    if rule.returnsAdvance, plan.terms.interestDue == .inAdvance {
      returned = ModelCut.notBegun(
        plan.cuts, of: plan.advance, on: date, isFirstBegun: plan.isFirst || plan.start < date)
    }
    return (paid, penalty.rounded(100), min(returned, paid.money + penalty.rounded(100)))
  }

  /// The legs of a settlement without who pays.
  private func settling(
    _ loan: Int, _ paid: Payment, _ penalty: Int64, _ returned: Int64
  ) -> [String: Int64] {
    let number = loans[loan].number
    let held = (interest: balance(number + ".J"), lateFee: balance(number + ".D"))
    // What is paid beyond what was income already is income now; the rest waits for the month end.
    let income = (
      interest: max(0, paid.interest - held.interest), lateFee: max(0, paid.lateFee - held.lateFee)
    )
    return [
      number: -paid.principal,
      number + ".J": income.interest - paid.interest, number + ".D": income.lateFee - paid.lateFee,
      "4-1000": -income.interest, "4-1100": -income.lateFee - penalty,
      "4-1200": -paid.administration, "2-1700": returned,
    ]
  }

  /// Settles with money that may be more than it takes.
  mutating func settle(
    _ loan: Int, paying money: Int64? = nil, overpays: Bool = false, on date: BookDate,
    from payer: String
  ) throws {
    guard try status(loan) == .running else { throw Refusal(.loanNotAtStep) }
    guard date >= lastDate(loan, withPayments: true) else { throw Refusal(.loanDateTooEarly) }
    let (paid, penalty, returned) = try quote(loan, on: date)
    let sum = paid.money + penalty - returned
    let rest = money.map { $0 - sum } ?? 0
    guard rest >= 0 else { throw Refusal(.loanSettlementAmount) }
    guard rest == 0 || overpays else { throw Refusal(.loanOverpaid) }
    guard paid.isAnything || penalty > 0 else {
      let (interest, third) = left(loan).reduce((Int64(0), Int64(0))) {
        ($0.0 + $1.interest, $0.1 + $1.administration)
      }
      guard interest + third > 0 else { throw Refusal(.loanNothingDue) }
      return try waive(loan, (lateFee: 0, interest: interest, third: third), on: date)
    }
    var legs = settling(loan, paid, penalty, returned)
    legs[payer] = sum + rest
    legs["SUK-\(loans[loan].member)", default: 0] -= rest
    try book(
      Entry(kind: .repayment, date: date, legs: legs, payments: [paid], steps: [loan]))
    loans[loan].steps.append(
      Step(kind: "settled", date: date, entry: entries.count - 1, returned: returned))
  }

  /// Late fees first, then interest; never more than settling would ask for.
  mutating func waive(_ loan: Int, _ amount: Int64, on date: BookDate) throws {
    guard try status(loan) == .running, let plan = plan(loan) else { throw Refusal(.loanNotAtStep) }
    guard date >= plan.startedOn else { throw Refusal(.loanDateTooEarly) }
    let most = try quote(loan, on: date).0
    let lateFee = min(amount, most.lateFee)
    let interest = min(amount - lateFee, most.interest)
    let third = amount - lateFee - interest
    guard third <= most.administration else { throw Refusal(.loanWaiverTooLarge) }
    try waive(loan, (lateFee, interest, third), on: date)
  }

  /// How much of what an account holds became income before the year of a day: what it held then,
  /// less what was taken from it since.
  func ofEarlierYears(
    _ code: String, in day: BookDate, through end: BookDate = .latest
  ) throws -> Int64 {
    let year = try BookDate(year: day.components.year, month: 1, day: 1)
    var (atStart, taken, held): (Int64, Int64, Int64) = (0, 0, 0)
    for entry in entries where entry.date <= end {
      let leg = entry.legs[code] ?? 0
      held += leg
      // What is taken back, or divided again, gives back what had been taken.
      let isGivingBack = [.reversal, .reallocation].contains(entry.kind)
      if entry.date < year { atStart += leg } else { taken += isGivingBack ? -leg : max(0, -leg) }
    }
    return min(max(0, held), max(0, atStart - taken))
  }

  /// What is held of this year is taken off income, what is older is an expense.
  private mutating func waive(
    _ loan: Int, _ parts: (lateFee: Int64, interest: Int64, third: Int64), on date: BookDate
  ) throws {
    let number = loans[loan].number
    var legs: [String: Int64] = [:]
    for (code, income, part) in [
      (number + ".D", "4-1100", parts.lateFee), (number + ".J", "4-1000", parts.interest),
    ] {
      let held = min(part, max(0, balance(code)))
      let young = try min(held, max(0, balance(code)) - ofEarlierYears(code, in: date))
      legs[code] = -held
      legs[income] = young
      legs["5-2900", default: 0] += held - young
    }
    let waived = Payment(
      loan: loan, principal: 0, interest: parts.interest, lateFee: parts.lateFee,
      administration: parts.third)
    try book(Entry(kind: .waiver, date: date, legs: legs, payments: [waived], steps: [loan]))
    loans[loan].steps.append(Step(kind: "waived", date: date, entry: entries.count - 1))
    try follow(loan, from: date)
  }

  mutating func reschedule(
    _ loan: Int, on date: BookDate, count: Int, rate: Rate?, method: LoanMethod?
  ) throws {
    guard try status(loan) == .running, let old = plan(loan) else {
      throw Refusal(.loanNotAtStep)
    }
    guard date >= lastDate(loan, withPayments: true) else { throw Refusal(.loanDateTooEarly) }
    guard date >= openMonth.firstDay else { throw Refusal(.periodClosed) }
    let owed = outstanding(loan)
    guard owed > 0 else { throw Refusal(.amountNotPositive) }
    var terms = old.terms
    terms.rate = rate ?? terms.rate
    terms.method = method ?? terms.method
    let wasCut = terms.interestDue == .inAdvance
    if terms.method != .bullet || wasCut { terms.interestDue = .eachInstallment }
    (terms.count, terms.principalGrace) = (count, 0)
    let dates = try ModelPlan.dates(terms, from: date, count: count)
    let plan = try ModelPlan(terms, principal: owed, dates: dates, grace: 0)
    guard !plan.isImpossible else { throw Refusal(.loanPlanUnroundable) }
    let due = elapsed(old, old.rows.filter { $0.due <= date }.count, upTo: date)
    let passed = days(old, due, upTo: date)
    let advance = unearned(old, due, byDays: passed)
    let net =
      interestOwed(loan, old, due, byDays: running(old, due, byDays: passed))
      - (wasCut ? advance : 0)
    let wanted = plan.rows.reduce(0) { $0 + $1.interest }
    guard -net <= wanted else { throw Refusal(.loanInterestPaidAhead) }
    let ripe = max(
      old.rows.filter { $0.due <= date }.count, old.rows.filter { $0.unshifted <= date }.count)
    let third =
      old.rows.prefix(ripe).reduce(ripe == 0 ? old.carriedAdministration : 0) {
        $0 + $1.administration
      } - payments(loan).reduce(old.administrationAhead) { $0 + $1.paid.administration }
    guard -third <= plan.rows.reduce(0, { $0 + $1.administration }) else {
      throw Refusal(.loanInterestPaidAhead)
    }
    var rows = plan.rows
    rows[0].interest += max(0, net)
    rows[0].takeAdministration(terms.administration)
    rows[0].administration += max(0, third)
    let fee = try lateFee(loan, to: date, asRecordedThrough: latest).owed
    let loanClass = try grade(loan, asOf: date).0
    loans[loan].steps.append(Step(kind: "rescheduled", date: date, loanClass: loanClass))
    loans[loan].plans.append(
      Plan(
        entry: nil, after: entries.count, startedOn: date, rows: rows, start: date,
        principal: owed, terms: terms, carriedFee: fee, carriedInterest: max(0, net),
        paidAhead: max(0, -net), advance: advance, carriedAdministration: max(0, third),
        administrationAhead: max(0, -third)))
  }

  mutating func writeOff(_ loan: Int, on date: BookDate) throws {
    guard try status(loan) == .running else { throw Refusal(.loanNotAtStep) }
    guard date >= lastDate(loan, withPayments: true) else { throw Refusal(.loanDateTooEarly) }
    let number = loans[loan].number
    let parts = [
      number: outstanding(loan), number + ".J": max(0, balance(number + ".J")),
      number + ".D": max(0, balance(number + ".D")),
    ]
    let total = parts.values.reduce(0, +)
    let claimed = try claim(on: loan, date)
    let covered = min(max(0, -balance("1-1290")), total)
    var legs = parts.mapValues { -$0 }
    legs["1-1290"] = covered
    legs["5-2900"] = total - covered
    try book(
      Entry(kind: .writeOff, date: date, legs: legs, steps: [loan], isOfAllowance: true))
    var step = Step(kind: "written-off", date: date, entry: entries.count - 1)
    step.claimed = claimed
    loans[loan].steps.append(step)
  }

  /// All that a loan owes on a day, beside interest and administration to come.
  private func claim(on loan: Int, _ date: BookDate) throws -> Int64 {
    let due = (plan(loan)?.rows ?? []).filter { $0.due <= date }.count
    let rows = left(loan).prefix(due)
    let fee = try lateFee(loan, to: date, asRecordedThrough: date).owed
    return rows.reduce(outstanding(loan) + fee) { $0 + $1.interest + $1.administration }
  }

  mutating func recover(_ loan: Int, _ amount: Int64, on date: BookDate) throws {
    guard try status(loan) == .writtenOff else { throw Refusal(.loanNotAtStep) }
    guard date >= lastDate(loan, withPayments: false) else { throw Refusal(.loanDateTooEarly) }
    let left = steps(loan, asOf: .latest).reduce(0) { $0 + $1.claimed - $1.recovered }
    guard amount <= left else { throw Refusal(.loanOverpaid) }
    try book(
      Entry(
        kind: .recovery, date: date, legs: ["1-1000": amount, "4-1310": -amount], steps: [loan]))
    var step = Step(kind: "recovered", date: date, entry: entries.count - 1)
    step.recovered = amount
    loans[loan].steps.append(step)
  }

  /// Without a day, on the entry's own, or the first that is open.
  mutating func reverse(_ number: Int, on asked: BookDate?) throws {
    let entry = entries[number]
    guard [.disbursement, .repayment, .writeOff, .recovery, .waiver].contains(entry.kind) else {
      throw Refusal(.entryNotReversible)
    }
    let day = max(entry.date, openMonth.firstDay)
    let date = asked ?? day
    guard date >= openMonth.firstDay else { throw Refusal(.periodClosed) }
    guard entry.reversedOn == nil else { throw Refusal(.entryAlreadyReversed) }
    let touched = Set(entry.steps + entry.payments.filter(\.isAnything).map(\.loan))
    for loan in touched {
      let facts = loans[loan]
      func stands(_ other: Int?) -> Bool { other.map { entries[$0].reversedOn == nil } ?? true }
      let steps = facts.steps.contains {
        ($0.entry ?? -1) > number && stands($0.entry) && $0.kind != "waived"
      }
      let plans = facts.plans.contains {
        $0.after > number && $0.entry != number && stands($0.entry)
      }
      let isPlanMaker = facts.plans.contains { $0.entry == number }
      let payments = entries.indices.contains { other in
        other > number && entries[other].kind.is(.settlesLoan) && stands(other)
          && entries[other].payments.contains { $0.loan == loan && $0.isAnything }
      }
      guard !steps, !plans, !(isPlanMaker && payments) else { throw Refusal(.loanLaterEvents) }
    }
    guard date == day else { throw Refusal(.loanReversalDate) }
    try book(
      Entry(
        kind: .reversal, date: date, legs: entry.legs.mapValues { -$0 },
        isOfAllowance: entry.isOfAllowance, ahead: entry.ahead.mapValues { -$0 },
        feesAhead: entry.feesAhead.mapValues { -$0 }))
    entries[number].reversedOn = date
    for loan in Set(entry.payments.map(\.loan)).sorted() {
      // What was changed about it goes with it.
      var back = Payment(loan: loan, principal: 0, interest: 0, lateFee: 0)
      for change in changes where change.entry == number && change.by.loan == loan {
        back.add(change.by, -1)
      }
      try book(back, of: number)
      try follow(loan, from: .earliest)
      let nothing = Payment(loan: loan, principal: 0, interest: 0, lateFee: 0)
      guard excess(loan, crediting: nothing) != (0, 0) else { continue }
      let last = standing(loan).last {
        ($0.paid.interest != 0 || $0.paid.lateFee != 0) && entries[$0.entry].kind == .repayment
      }
      try bookAnyway(nothing, of: last?.entry ?? number)
    }
  }
}
