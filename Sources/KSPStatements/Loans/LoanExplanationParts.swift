/// The parts of a loan's explanation on paper.
struct LoanExplanationParts {
  let words: Wording
  let explanation: LoanExplanation

  var heading: Report.Block {
    let loan = explanation.loan
    let plan = loan.terms.plan
    return .fields(
      Report.Field(words.loan, loan.number.text),
      Report.Field(words.name, "\(loan.memberNumber) \(loan.memberName)"),
      Report.Field(words.product, loan.product.text),
      Report.Field(words.month, words(explanation.month.name)),
      Report.Field(words.status, words(loan.status.name)),
      Report.Field(words.method, "\(words(plan.method.name)), \(words.rate(plan.rate))"),
      Report.Field(words.dayCount, plan.dayCount.rawValue),
      Report.Field(words.rounding, words(plan.interestRounding.inWords)), width: 24)
  }

  // MARK: - Interest

  /// The interest of every installment of the month; a period over New Year has two lines.
  var interest: [Report.Block] {
    guard !explanation.installments.isEmpty else { return [.note(words.noInstallments)] }
    let lines = explanation.installments.flatMap { row in
      row.working.shares.indices.map { (row: row, share: $0) }
    }
    let table = ReportTable(
      [
        .right(words.ordinal, 3), .left(words.date, 10), .left(words.through, 10),
        .right(words.calculatedOn, 14), .right(words.daysLate, 8), .right(words.exact, 18),
        .right(words.interest, 11),
      ], lines
    ) { cells($0.row, $0.share) }
    .remarks { index in
      let line = lines[index]
      let isLast = line.share == line.row.working.shares.count - 1
      return isLast ? remark(line.row) : nil
    }
    return [.heading(words.installmentInterest), .table(table)]
  }

  private func cells(_ row: LoanExplanation.Row, _ index: Int) -> [Cell] {
    let installment = row.installment
    let working = row.working
    let share = working.shares[index]
    let isLast = index == working.shares.count - 1
    let base: Cell =
      switch working.basis {
      case .balance(let balance): .amount(balance)
      case .part(let whole, _): .amount(whole)
      case .nothing: .blank
      }
    let time =
      switch working.basis {
      case .balance: "\(share.days)/\(share.yearDays)"
      case .part(_, let parts): "1/\(parts)"
      case .nothing: ""
      }
    return [
      index == 0 ? .count(installment.number) : .blank, .date(share.from), .date(share.to), base,
      .text(time), isLast ? .text(words.exact(working.exact)) : .blank,
      isLast ? .amount(installment.interest) : .blank,
    ]
  }

  private func remark(_ row: LoanExplanation.Row) -> String? {
    let carried = row.carried.isZero ? nil : "\(words.carriedOver): \(row.carried.formatted)"
    let differing =
      row.agrees ? nil : "\(words.differs): \(words.recomputed) \(row.working.interest.formatted)"
    let third = row.installment.administration
    let administration = third.isZero ? nil : "\(words.administration): \(third.formatted)"
    let parts = [carried, administration, differing].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  // MARK: - Income

  /// Payments and waivers with their parts; administration only where there is some.
  private func receiptTable(
    _ heading: String, _ receipts: [LoanExplanation.Receipt]
  ) -> Report.Block {
    let isThere = receipts.contains { !$0.administration.isZero }
    let third: [TextTable.Column] = isThere ? [.sum(words.administration, 14)] : []
    return .table(
      ReportTable(
        [
          .left(heading, isThere ? 18 : 24), .left(words.voucher, isThere ? 12 : 14),
          .sum(words.interest, isThere ? 16 : 18), .sum(words.lateFee, isThere ? 16 : 18),
        ] + third, receipts
      ) { receipt in
        [
          .date(receipt.date), .entry(receipt.entry), .amount(receipt.interest),
          .amount(receipt.lateFee),
        ] + (isThere ? [.amount(receipt.administration)] : [])
      }.total(words.total))
  }

  /// What became income with payments, and what becomes it with the month end.
  var income: [Report.Block] {
    guard
      explanation.income != nil || !explanation.receipts.isEmpty || !explanation.waivers.isEmpty
    else { return [] }
    let terms = explanation.loan.terms
    let ways = LoanTerm.income.map { term in
      term.lines(terms).map { Report.Field(words($0.label), words($0.text)) }
    }
    var blocks: [Report.Block] = [
      .heading(words.loanIncome),
      .fields((ways.first ?? []).compactMap(\.self), width: 24),
    ]
    if !explanation.receipts.isEmpty {
      blocks.append(receiptTable(words.paymentsHeading, explanation.receipts))
    }
    if !explanation.waivers.isEmpty {
      blocks.append(receiptTable(words.waived, explanation.waivers))
    }
    if !explanation.returned.isZero {
      blocks.append(
        .fields(
          Report.Field(words.advanceReturned, explanation.returned.formatted), width: 24))
    }
    guard let income = explanation.income else { return blocks }
    if income.isStopped {
      let expensed = Report.Field(
        words.expensed,
        income.expensedInterest.isZero && income.expensedLateFee.isZero
          ? nil : "\(income.expensedInterest.formatted) + \(income.expensedLateFee.formatted)")
      blocks.append(
        .fields((ways.dropFirst().flatMap(\.self) + [expensed]).compactMap(\.self), width: 24))
    }
    if let running = income.running {
      blocks.append(
        .fields(
          Report.Field(
            words.earnedByDays,
            words.earned(running) + " = " + running.earned.formatted), width: 24))
    }
    let changes = [
      (words.interestReceivable, income.interest), (words.lateFeeReceivable, income.lateFee),
      (words.inAdvance, income.advance),
    ].filter { !$0.1.before.isZero || !$0.1.after.isZero }
    if !changes.isEmpty {
      blocks.append(
        .table(
          ReportTable(
            [
              .left(words.monthEnd, 24), .right(words.before, 18), .right(words.after, 18),
              .right(words.change, 16),
            ], changes
          ) { label, change in
            [.text(label), .amount(change.before), .amount(change.after), .amount(change.amount)]
          }))
    }
    return blocks
  }

  // MARK: - Late fees

  var lateFees: [Report.Block] {
    guard let fees = explanation.lateFees else { return [] }
    let rule = fees.rule
    let rules = Report.Block.fields(
      Report.Field(words.lateFee, words(rule.chargeInWords)),
      Report.Field(words.graceDays, words.daysText(rule.graceDays)),
      Report.Field(words.cap, rule.cap.map(words.capText)), width: 24)
    let sums = Report.Block.fields(
      Report.Field(words.carriedOver, fees.carried.isZero ? nil : fees.carried.formatted),
      Report.Field(words.chargedEarlier, fees.earlier.isZero ? nil : fees.earlier.formatted),
      Report.Field(words.charged, fees.charged.formatted),
      Report.Field(words.lateFeePaid, fees.paid.formatted),
      Report.Field(
        words.lateFeeBeyond, fees.beyond.isZero ? nil : fees.beyond.formatted, isStrong: true),
      Report.Field(words.stillOwed, fees.owed.formatted, isStrong: true), width: 24)
    guard !fees.workings.isEmpty else {
      return [.heading(words.lateFee), rules, sums]
    }
    let lines = fees.workings.flatMap { working in
      working.runs.indices.map { (working: working, run: $0) }
    }
    let table = ReportTable(
      [
        .right(words.ordinal, 3), .left(words.date, 10), .left(words.through, 10),
        .right(words.periods(rule.period), 5), .right(words.calculatedOn, 15),
        .right(words.exact, 18), .right(words.lateFee, 13),
      ], lines
    ) { line in
      let run = line.working.runs[line.run]
      let isLast = line.run == line.working.runs.count - 1
      let number = line.run == 0 ? line.working.installment?.number : nil
      return [
        number.map { .count($0) } ?? .blank, .date(run.from), .date(run.through),
        .count(run.periods), .amount(run.base), .text(words.exact(run.exact)),
        isLast ? .amount(line.working.fee) : .blank,
      ]
    }.remarks { index in
      let line = lines[index]
      guard line.run == line.working.runs.count - 1, line.working.fee < line.working.uncapped else {
        return nil
      }
      return "\(words.uncapped): \(line.working.uncapped.formatted)"
    }
    return [.heading(words.lateFee), rules, .table(table), sums]
  }

  // MARK: - Class and allowance

  var loanClass: [Report.Block] {
    guard let grade = explanation.grade else { return [] }
    let position = explanation.position
    let due = position.overdueAmounts
    let since = position.arrearsSince
    func arrears(_ amount: Rupiah, _ since: BookDate?) -> String {
      amount.formatted + (since.map { "   \(words.since) \(words.dayInWords($0))" } ?? "")
    }
    return [
      .heading(words.loanClass),
      .fields(
        Report.Field(
          words.arrears + ": " + words.principal, arrears(due.principal, since.principal)),
        Report.Field(
          words.arrears + ": " + words.interest, arrears(due.interest, since.interest)),
        Report.Field(words.daysPastDue, String(position.daysPastDue)),
        Report.Field(words.monthsPastDue, String(position.monthsPastDue)),
        Report.Field(words.profile, words(grade.profile.name)),
        Report.Field(words.ruleThatDecides, words.step(grade.step, grade.profile.measure)),
        Report.Field(
          words.coverage,
          grade.collaterals.isEmpty ? nil : words.percent(grade.coverage)),
        Report.Field(words.keptClass, grade.kept.map(words.kept)),
        Report.Field(
          words.loanClass, "\(grade.loanClass.rawValue) \(words(grade.loanClass.name))",
          isStrong: true), width: 24),
    ]
  }

  /// Every limit that the class and the allowance come from.
  var gradingRules: [Report.Block] {
    guard let grade = explanation.grade else { return [] }
    return LoanGradingRules(grade.profile, grade.table, words).blocks
  }

  var allowance: [Report.Block] {
    guard let grade = explanation.grade else { return [] }
    var blocks: [Report.Block] = [.heading(words.allowance)]
    if !grade.collaterals.isEmpty {
      blocks.append(
        .table(
          ReportTable(
            [
              .left(words.kind, 14), .left(words.description, 24),
              .sum(words.collateralValue, 16), .right(words.counts, 6),
              .sum(words.counted, 15),
            ], Array(zip(grade.collaterals, grade.counts))
          ) { collateral, counted in
            [
              .text(words.collateral(collateral.kind)), .text(collateral.description),
              .amount(collateral.value),
              .text(words.percent(grade.table.haircuts[collateral.kind] ?? .zero)),
              .amount(counted),
            ]
          }.total(words.total)))
    }
    let rate = words.percent(grade.table.rates[grade.loanClass] ?? .zero)
    let isSecured = grade.table.securedClasses.contains(grade.loanClass)
    blocks.append(
      .fields(
        Report.Field(words.provisionTable, words(grade.table.name)),
        Report.Field(words.outstanding, grade.outstanding.formatted),
        Report.Field(
          words.lessCollateral,
          grade.collaterals.isEmpty
            ? nil : isSecured ? grade.counted.formatted : words.notInThisClass),
        Report.Field(words.exposed, grade.exposed.formatted),
        Report.Field(words.percentage, rate),
        Report.Field(words.allowance, grade.allowance.formatted, isStrong: true),
        Report.Field(words.before, explanation.allowanceBefore.formatted),
        Report.Field(words.change, explanation.allowanceChange?.formatted),
        Report.Field(words.allLoans, explanation.provision.map(provision)), width: 24))
    return blocks
  }

  private func provision(_ provision: LoanExplanation.Provision) -> String {
    provision.posted.formatted + (provision.entry.map { "   \($0)" } ?? "")
  }
}
