import KSPCore
import KSPTestSupport
import Testing

/// The state of a loan as a function of its terms, steps and payments, without a book.
@Suite struct LoanStateTests {
  private static let loans = 1_500

  /// Payments of random amounts on random days, late ones among them: each is used up to the last
  /// sen, its voucher balances, and the state that it leaves is the one that is read again from the
  /// legs.
  @Test func aPaymentLeavesWhatIsReadAgain() throws {
    var random = SplitMix64(seed: 20_261_128)
    var reached: Set<String> = []
    for round in 0..<Self.loans {
      guard let facts = try LoanFactsSample.draw(&random) else { continue }
      var state = try LoanState(facts)
      var day = facts.contract.appliedOn
      for entry in Int64(2)...9 {
        guard state.loan.status == .running, let plan = state.plan else { break }
        day = try day.adding(days: Int.random(in: -20...70, using: &random))
        day = max(day, plan.startedOn)
        let most = state.loan.principal.sen / 3
        let amount = Rupiah(sen: Int64.random(in: 1...most, using: &random))
        guard let payment = try Self.payment(state, amount, on: day, &reached) else { break }
        #expect(try payment.paid() == amount, "round \(round)")
        let parts = payment.split.parts.reduce(payment.split.rest.sen) { $0 + $1.amount.sen }
        #expect(parts == amount.sen, "round \(round)")
        let legs = payment.postings.reduce(0) { $0 + $1.amount.sen }
        #expect(legs == payment.split.rest.sen - amount.sen, "round \(round)")

        var again = state.facts
        if let new = payment.newPlan {
          reached.insert("new plan")
          again.plan = try LoanPlan(
            new, version: plan.version + 1, startedOn: day, entry: EntryNumber(entry),
            afterEntry: entry)
          again.credits = []
          #expect(
            try again.plan?.installments.reduce(Rupiah.zero) { try $0 + $1.principal }
              == state.outstanding - payment.split.total(.principal))
        } else {
          again.credits += LoanFactsSample.credits(of: payment.postings, on: day, entry: entry)
        }
        if let last = state.payments.last?.date, last > day { reached.insert("late") }
        let next = try payment.after(EntryNumber(entry))
        #expect(next == (try LoanState(again)), "round \(round)")
        #expect(next.outstanding.sen == state.outstanding.sen - Self.principal(of: payment))
        let open = try next.position(asOf: day, countingLater: true).open
        #expect(try next.nextOpen() == open.first, "round \(round)")
        state = next
      }
      reached.insert(state.loan.status.rawValue)
    }
    #expect(reached.isSuperset(of: ["new plan", "late", "running", "settled", "refused"]))
  }

  /// What is due, and what a month end finds out, do not change with the installments that fall due
  /// after the next one: they are the same whether those were read or not.
  @Test func duesNeedNoInstallmentThatFallsDueLater() throws {
    var random = SplitMix64(seed: 29_112_026)
    var (cuts, later) = (0, 0)
    for round in 0..<Self.loans {
      guard var facts = try LoanFactsSample.draw(&random) else { continue }
      var day = facts.contract.appliedOn
      for entry in Int64(2)...5 {
        day = try day.adding(days: Int.random(in: 1...70, using: &random))
        let most = facts.contract.principal.sen / 9
        let paid = Rupiah(sen: Int64.random(in: 1...most, using: &random))
        facts.credits.append(
          LoanFacts.Credit(
            entry: EntryNumber(entry), date: day,
            component: LoanComponent.allCases.randomElement(using: &random) ?? .principal,
            amount: paid))
      }
      let month = try day.adding(days: Int.random(in: -90...90, using: &random)).month
      let whole = try LoanState(facts, asOf: month.lastDay)
      guard let plan = facts.plan, whole.outstanding.isPositive,
        plan.terms.shift.rule != .nextWorkingDay
      else { continue }
      facts.plan = Self.cut(plan, after: month.lastDay)
      let cut = try LoanState(facts, asOf: month.lastDay)
      if facts.plan?.isWhole == false {
        cuts += 1
        #expect(throws: LedgerError.self) { try cut.position(asOf: month.lastDay) }
      }
      #expect(
        try cut.owedDues(asOf: month.lastDay)
          == LoanDues(whole.owedPosition(asOf: month.lastDay)), "round \(round)")
      // A list of installments counts what is paid later, too.
      var all = facts
      all.plan = plan
      let everything = try LoanState(all)
      if everything.loan.status == .running, everything.outstanding.isPositive {
        later += (everything.payments.last?.date ?? day) > month.lastDay ? 1 : 0
        #expect(
          try LoanState(facts).owedDues(asOf: month.lastDay, countingLater: true)
            == LoanDues(everything.position(asOf: month.lastDay, countingLater: true)),
          "round \(round)")
      }
      let held = LoanFinding.Held(interest: 500, lateFee: 300, advance: 200)
      let (found, again) = try (
        LoanFinding(whole, in: month, held: held, collaterals: []),
        LoanFinding(cut, in: month, held: held, collaterals: [])
      )
      #expect(try found.evidence() == again.evidence(), "round \(round)")
      #expect(found.income == again.income, "round \(round)")
    }
    #expect(cuts > 200)
    #expect(later > 100)
  }

  /// A plan with the rows that fall due by a day and the one after them.
  private static func cut(_ plan: LoanPlan, after day: BookDate) -> LoanPlan {
    let due = plan.installments.prefix { $0.due <= day }.count
    return LoanPlan(
      version: plan.version, entry: plan.entry, startedOn: plan.startedOn,
      afterEntry: plan.afterEntry, terms: plan.terms, principal: plan.principal,
      periodStart: plan.periodStart, firstDue: plan.firstDue, carried: plan.carried,
      advance: plan.advance, returned: plan.returned, paid: plan.paid,
      installments: Array(plan.installments.prefix(due + 1)), rowCount: plan.rowCount)
  }

  /// A payment, unless it is refused for one of the reasons there are.
  private static func payment(
    _ state: LoanState, _ amount: Rupiah, on day: BookDate, _ reached: inout Set<String>
  ) throws -> Repayment? {
    do throws(LedgerError) {
      return try Repayment(state, amount: amount, on: day)
    } catch {
      reached.insert("refused")
      #expect(
        [.loanSettlementAmount, .loanPlanUnroundable, .loanDateTooEarly].contains(error.code),
        "\(error)")
      return nil
    }
  }

  private static func principal(of payment: Repayment) -> Int64 {
    payment.split.parts.reduce(0) { $0 + ($1.component == .principal ? $1.amount.sen : 0) }
  }

  /// Payments that were entered late make the state that they would have made in order, and both
  /// leave what an oracle counts sen by sen.
  @Test func enteringLateIsEnteringInOrder() throws {
    var random = SplitMix64(seed: 20_261_129)
    var settled = 0
    for round in 0..<Self.loans {
      let oracle = try Self.draw(&random)
      let facts = try Self.facts(of: oracle)
      // One payment a day at most, so that the number decides nothing.
      let days = Set(oracle.payments.map(\.date))
      guard days.count == oracle.payments.count else { continue }
      let numbers = oracle.payments.indices.map { Int64($0) + 2 }
      var inOrder = facts
      var late = facts
      for (payment, numbers) in zip(oracle.payments, zip(numbers, numbers.shuffled(using: &random)))
      {
        inOrder.credits += Self.credits(of: payment, entry: numbers.0)
        late.credits += Self.credits(of: payment, entry: numbers.1)
      }
      late.credits.shuffle(using: &random)
      let (first, second) = (try LoanState(inOrder), try LoanState(late))
      #expect(first.payments == second.payments && first.loan == second.loan, "round \(round)")
      #expect(first.outstanding == second.outstanding && first.lastEvent == second.lastEvent)

      let left = oracle.unpaid { _ in true }
      #expect(first.outstanding.sen == left.reduce(0) { $0 + $1.principal }, "round \(round)")
      let isPaidBack = left.allSatisfy { $0.principal + $0.interest == 0 }
      #expect(first.loan.status == (isPaidBack ? .settled : .running), "round \(round)")
      settled += isPaidBack ? 1 : 0

      // At the end of an earlier day it is what it was then.
      let day = try oracle.installments[0].due.adding(
        days: Int.random(in: -30...120, using: &random))
      let then = try LoanState(late, asOf: day)
      let known = oracle.unpaid { $0.date <= day }
      #expect(then.outstanding.sen == known.reduce(0) { $0 + $1.principal }, "round \(round)")
      // A payment that settles nothing is none.
      let some = oracle.payments.filter {
        $0.date <= day && !($0.principal.isZero && $0.interest.isZero && $0.lateFee.isZero)
      }
      #expect(then.payments == some)
    }
    #expect(settled > 20)
  }

  /// A loan of a few sen; one in three is paid back in the end.
  private static func draw(_ random: inout SplitMix64) throws -> LoanOracle {
    let oracle = try LoanOracle.draw(&random)
    guard Int.random(in: 0..<3, using: &random) == 0 else { return oracle }
    let left = oracle.unpaid { _ in true }
    let last = oracle.payments.last?.date ?? oracle.installments[0].due
    let rest = LoanPayment(
      date: try last.adding(days: 9), principal: Rupiah(sen: left.reduce(0) { $0 + $1.principal }),
      interest: Rupiah(sen: left.reduce(0) { $0 + $1.interest }))
    return LoanOracle(installments: oracle.installments, payments: oracle.payments + [rest])
  }

  private static func facts(of oracle: LoanOracle) throws -> LoanFacts {
    let rows = oracle.installments
    let principal = Rupiah(sen: rows.reduce(0) { $0 + $1.principal.sen })
    let day = try rows[0].due.adding(days: -60)
    let plan = PlanTerms(
      method: .flat, rate: try Rate(billionths: 10_000_000, per: .month), count: rows.count)
    var facts = try LoanFactsSample.facts(
      NewPlan(
        plan: try InstallmentPlan(plan, principal: 12_000_000, disbursedOn: day)),
      under: LoanTerms(effectiveFrom: day.month, plan: plan), on: day)
    facts.plan = LoanPlan(
      version: 1, entry: EntryNumber(1), startedOn: day, afterEntry: 1, terms: plan,
      principal: principal, periodStart: day, firstDue: rows[0].due, carried: .nothing,
      advance: .zero, paid: LoanPlan.PaidBefore(), installments: rows)
    return facts
  }

  private static func credits(of payment: LoanPayment, entry: Int64) -> [LoanFacts.Credit] {
    [
      (LoanComponent.principal, payment.principal), (.interest, payment.interest),
      (.lateFee, payment.lateFee),
    ].map { component, amount in
      LoanFacts.Credit(
        entry: EntryNumber(entry), date: payment.date, component: component, amount: amount)
    }
  }

  /// Settled, nothing is owed; and the parts with the penalty are what was paid.
  @Test func settlingLeavesNothing() throws {
    var random = SplitMix64(seed: 20_261_130)
    for round in 0..<Self.loans {
      guard let facts = try LoanFactsSample.draw(&random) else { continue }
      let state = try LoanState(facts)
      let day = try facts.contract.appliedOn.adding(days: Int.random(in: 0...500, using: &random))
      let held = (
        interest: Rupiah(sen: Int64.random(in: 0...5_000_000, using: &random)), lateFee: Rupiah.zero
      )
      let settlement = try Settlement(
        state, amount: nil, on: day, held: held, unearned: AccountID(7))
      let quote = settlement.quote
      let parts = quote.settled.reduce(quote.penalty.sen) { $0 + $1.amount.sen }
      #expect(parts == quote.total.sen, "round \(round)")
      let legs = settlement.postings.reduce(0) { $0 + $1.amount.sen }
      #expect(legs == -settlement.quote.total.sen, "round \(round)")
      let after = try settlement.after(EntryNumber(2))
      #expect(after.loan.status == .settled && after.outstanding.isZero, "round \(round)")
      #expect(try after.owedPosition(asOf: day).open.isEmpty)
      #expect(throws: LedgerError.loanNotAtStep("PJ-0001", is: .settled)) {
        try after.running()
      }
    }
  }

  /// A loan given up is out of the books: principal and receivables, against allowance and expense.
  @Test func writingOffTakesWhatIsHeld() throws {
    var random = SplitMix64(seed: 20_261_131)
    for round in 0..<Self.loans {
      guard let facts = try LoanFactsSample.draw(&random) else { continue }
      let state = try LoanState(facts)
      let held = (
        interest: Rupiah(sen: Int64.random(in: -900...900, using: &random)),
        lateFee: Rupiah(sen: Int64.random(in: -900...900, using: &random))
      )
      let available = Int64.random(in: -1...state.outstanding.sen, using: &random)
      let writeOff = try WriteOff(
        state, on: facts.contract.appliedOn, held: held,
        allowance: (AccountID(8), Rupiah(sen: available)), expense: AccountID(9))
      #expect(writeOff.postings.reduce(0) { $0 + $1.amount.sen } == 0, "round \(round)")
      let debits = writeOff.postings.filter { $0.amount.isPositive }.reduce(0) {
        $0 + $1.amount.sen
      }
      #expect(debits == writeOff.amount.sen, "round \(round)")
      #expect(
        debits == state.outstanding.sen + max(0, held.interest.sen) + max(0, held.lateFee.sen))
      let allowance = writeOff.postings.first { $0.account == AccountID(8) }?.amount.sen ?? 0
      #expect(allowance == max(0, min(available, debits)), "round \(round)")
    }
  }

  private static let lives: [(steps: [Loan.Step], status: Loan.Status)] = [
    ([], .cancelled), ([.applied], .applied), ([.applied, .approved], .approved),
    ([.applied, .rejected], .rejected), ([.applied, .disbursed], .running),
    ([.opening], .running), ([.applied, .disbursed, .rescheduled], .running),
    ([.applied, .disbursed, .settled], .settled),
    ([.applied, .disbursed, .writtenOff], .writtenOff),
    ([.applied, .disbursed, .writtenOff, .recovered], .writtenOff),
  ]

  @Test(arguments: lives) func theLastStepSaysWhatBecameOfIt(
    _ steps: [Loan.Step], _ status: Loan.Status
  ) throws {
    var random = SplitMix64(seed: 1)
    var facts = try #require(
      try (0..<100).lazy.compactMap { _ in try LoanFactsSample.draw(&random) }.first)
    let day = facts.contract.appliedOn
    facts.steps = try steps.enumerated().map { index, step in
      LoanFacts.Step(step, on: try day.adding(days: index))
    }
    let state = try LoanState(facts)
    #expect(state.loan.status == status)
    #expect(state.outstanding.isZero == (status == .writtenOff))
    #expect(try state.lastDate == day.adding(days: max(0, steps.count - 1)))
    // Before it was asked for it is to come, whatever happens later.
    let before = try LoanState(facts, asOf: day.adding(days: -1))
    #expect(before.loan.status == .applied)
  }
}
