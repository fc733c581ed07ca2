/// Writes one loan: plan against payments, arrears, class and history (kartu pinjaman).
public struct LoanCardRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes one loan; in CSV a row for each installment.
  public func report(of status: LoanCard) -> Report {
    let words = style.words
    let loan = status.loan
    return Report(
      "ksp.loan/1", title: words.cardTitle, subject: "\(loan.number) \(loan.memberName)",
      data: data(status), rows: rows(status),
      blocks: blocks(status) + (status.known.map { [.note(words.known($0))] } ?? []) + [
        .signatures(
          [
            Report.Signature(role: words.signatureClerk),
            Report.Signature(role: words.signatureMember, name: loan.memberName),
          ], printedOnly: true)
      ]
    ).statement(known: status.known)
  }

  private func blocks(_ status: LoanCard) -> [Report.Block] {
    let words = style.words
    let loan = status.loan
    let plan = loan.terms.plan
    var blocks: [Report.Block] = [
      .fields(
        Report.Field(words.loan, loan.number.text),
        Report.Field(words.name, "\(loan.memberNumber) \(loan.memberName)"),
        Report.Field(words.product, loan.product.text),
        Report.Field(words.principal, loan.principal.formatted, isStrong: true),
        Report.Field(words.method, "\(words(plan.method.name)), \(words.rate(plan.rate))"),
        Report.Field(words.term, words(plan.lengthInWords)),
        Report.Field(words.administration, plan.administration.inWords.map { words($0) }),
        Report.Field(words.disbursedOn, loan.disbursedOn.map { words($0.inWords) }),
        Report.Field(words.status, words(loan.status.name)),
        Report.Field(words.asOf, words(status.asOf.inWords)), width: 18)
    ]
    if loan.status == .running { blocks.append(standing(status)) }
    if let claim = status.claim { blocks += standing(claim) }
    if !status.installments.isEmpty {
      blocks += [.heading(words.planHeading), .table(planTable(status))]
    }
    if !status.history.isEmpty {
      blocks += [
        .heading(words.paymentsHeading),
        .table(
          paymentTable(
            status.history, isThere: LoanCardRenderer.hasAdministration(status))),
      ]
    }
    if let sums = status.reconciliation { blocks += reconciliation(sums, of: status.loan) }
    if !status.reallocations.isEmpty {
      blocks += [
        .heading(words.reallocationsHeading), .table(reallocationTable(status.reallocations)),
      ]
    }
    blocks += securities(status)
    if !status.steps.isEmpty {
      blocks += [.heading(words.stepsHeading), .table(stepTable(status.steps))]
    }
    return blocks
  }

  private func standing(_ status: LoanCard) -> Report.Block {
    let words = style.words
    let position = status.position
    let (overdue, today) = (position.overdueAmounts, position.dueTodayAmounts)
    return .fields(
      Report.Field(words.outstanding, position.outstanding.formatted),
      Report.Field(words.principalOverdue, overdue.principal.formatted),
      Report.Field(words.interestOverdue, overdue.interest.formatted),
      Report.Field(
        words.administrationOverdue,
        overdue.administration.isZero ? nil : overdue.administration.formatted),
      Report.Field(words.dueToday, today.total.isZero ? nil : today.total.formatted),
      Report.Field(words.lateFee, position.lateFee.formatted),
      Report.Field(words.toPay, position.totalDue.formatted, isStrong: true),
      Report.Field(words.daysPastDue, String(position.daysPastDue)),
      Report.Field(words.loanClass, words(status.loanClass.name), isStrong: true),
      Report.Field(words.keptClass, status.kept.map(words.kept)), width: 18)
  }

  private func standing(_ claim: LoanClaim) -> [Report.Block] {
    let words = style.words
    return [
      .heading(words.claim),
      .fields(
        Report.Field(words.principal, claim.principal.formatted),
        Report.Field(words.interest, claim.interest.formatted),
        Report.Field(
          words.administration,
          claim.administration.isZero ? nil : claim.administration.formatted),
        Report.Field(words.lateFee, claim.lateFee.formatted),
        Report.Field(words.recovered, claim.recovered.formatted),
        Report.Field(words.claimLeft, claim.left.formatted, isStrong: true), width: 18),
    ]
  }

  private func planTable(_ status: LoanCard) -> ReportTable {
    let words = style.words
    let open = LoanCardRenderer.unpaid(status)
    let isThere = LoanCardRenderer.hasAdministration(status)
    let third: [TextTable.Column] = isThere ? [.sum(words.administration, 12)] : []
    return ReportTable(
      [
        .right(words.ordinal, isThere ? 3 : 4), .left(words.due, 10),
        .sum(words.principal, isThere ? 13 : 15), .sum(words.interest, isThere ? 12 : 14),
      ] + third + [
        .sum(words.unpaid, isThere ? 12 : 16), .balance(words.outstanding, isThere ? 12 : 16),
      ], status.installments
    ) { row in
      [
        .count(row.number), .date(row.due), .amount(row.principal), .amount(row.interest),
      ] + (isThere ? [.amount(row.administration)] : []) + [
        .unlessZero(open[row.number]?.total ?? .zero), .amount(row.balance),
      ]
    }.total(words.total, in: 1)
  }

  /// Whether anything of the loan is administration; otherwise nothing is said of it.
  private static func hasAdministration(_ status: LoanCard) -> Bool {
    status.installments.contains { !$0.administration.isZero }
      || status.history.contains { !$0.administration.isZero }
      || status.reallocations.contains { !$0.change.administration.isZero }
  }

  static func unpaid(_ status: LoanCard) -> [Int: LoanPosition.Open] {
    Dictionary(status.position.open.map { ($0.installment.number, $0) }) { first, _ in first }
  }

  private func paymentTable(_ payments: [LoanCardPayment], isThere: Bool) -> ReportTable {
    let words = style.words
    let third: [TextTable.Column] = isThere ? [.sum(words.administration, 12)] : []
    return ReportTable(
      [
        .left(words.date, 10), .left(words.voucher, 9), .right(words.planVersion, 7),
        .sum(words.lateFee, isThere ? 9 : 13), .sum(words.interest, isThere ? 12 : 14),
      ] + third + [.sum(words.principal, isThere ? 13 : 16)], payments
    ) { payment in
      [
        payment.isOpening ? .text(words.paidBefore) : .date(payment.date),
        .optional(payment.entry), .count(payment.plan), .unlessZero(payment.lateFee),
        .amount(payment.interest),
      ] + (isThere ? [.amount(payment.administration)] : []) + [.amount(payment.principal)]
    }.total(words.total).remarks { index in
      let payment = payments[index]
      let isUsual = payment.kind == .repayment && payment.counterpart == nil
      return isUsual || payment.kind == .opening ? nil : words(payment.title)
    }
  }

  /// Plan, paid and owed of principal, interest and late fees.
  private func reconciliation(_ sums: LoanReconciliation, of loan: Loan) -> [Report.Block] {
    let words = style.words
    let lines: [(label: String, amount: (LoanReconciliation.Line) -> Rupiah, isShown: Bool)] = [
      (words.byPlan, \.planned, true), (words.paidOnLoan, \.paid, true),
      (words.waived, \.waived, isAny(sums, \.waived)),
      (words.notClaimed, \.ended, isAny(sums, \.ended)), (words.owed, \.owed, true),
      (words.prepayment, \.ahead, isAny(sums, \.ahead)),
    ]
    let administration = sums.administration
    let isThere = ![administration.planned, administration.paid].allSatisfy(\.isZero)
    let third: [TextTable.Column] = isThere ? [.right(words.administration, 12)] : []
    let table = ReportTable(
      [
        .left("", isThere ? 27 : 28), .right(words.lateFee, isThere ? 10 : 13),
        .right(words.interest, isThere ? 12 : 14),
      ] + third + [.right(words.principal, isThere ? 14 : 16)], lines.filter(\.isShown)
    ) { line in
      [
        .text(line.label), .amount(line.amount(sums.lateFee)), .amount(line.amount(sums.interest)),
      ] + (isThere ? [.amount(line.amount(administration))] : [])
        + [.amount(line.amount(sums.principal))]
    }
    return [.heading(words.reconciliation), .table(table)]
      + (sums.agrees
        ? []
        : style.advice(words.cardDisagrees, [.loan(.explain(loan.number))]).map { .verdict($0) })
  }

  private func isAny(
    _ sums: LoanReconciliation, _ amount: (LoanReconciliation.Line) -> Rupiah
  ) -> Bool {
    [sums.principal, sums.interest, sums.lateFee, sums.administration].contains {
      !amount($0).isZero
    }
  }

  private func reallocationTable(_ changes: [LoanReallocation]) -> ReportTable {
    let words = style.words
    let isThere = changes.contains { !$0.change.administration.isZero }
    let third: [TextTable.Column] = isThere ? [.right(words.administrationShort, 9)] : []
    return ReportTable(
      [
        .left(words.date, 10), .left(words.voucher, 9), .left(words.ofPayment, 9),
        .right(words.lateFee, isThere ? 9 : 11), .right(words.interest, isThere ? 9 : 12),
      ] + third + [
        .right(words.principal, isThere ? 10 : 12), .right(words.savings, isThere ? 9 : 11),
      ], changes
    ) { change in
      [
        .date(change.date), .optional(change.entry), .optional(change.payment),
        .unlessZero(change.change.lateFee), .unlessZero(change.change.interest),
      ] + (isThere ? [.unlessZero(change.change.administration)] : []) + [
        .unlessZero(change.change.principal), .unlessZero(change.change.savings),
      ]
    }
  }

  private func securities(_ status: LoanCard) -> [Report.Block] {
    let words = style.words
    var blocks: [Report.Block] = []
    if !status.collaterals.isEmpty {
      let table = ReportTable(
        [
          .right(words.ordinal, 4), .left(words.kind, 15), .left(words.description, 36),
          .sum(words.collateralValue, 20),
        ], Array(zip(status.collateralLines, status.collaterals))
      ) { line, collateral in
        [
          .count(line), .text(words.collateral(collateral.kind)), .text(collateral.description),
          .amount(collateral.value),
        ]
      }
      blocks += [.heading(words.collateralHeading), .table(table)]
    }
    if !status.guarantors.isEmpty {
      blocks.append(
        .fields(
          Report.Field(words.guarantors, status.guarantors.map(\.text).joined(separator: ", ")),
          width: 18))
    }
    if !status.exposures.isEmpty {
      let table = ReportTable(
        [
          .left(words.guarantors, 12), .left(words.loanCount, 30), .right(words.guaranteed, 17),
          .right(words.ownLoans, 16),
        ], status.exposures
      ) { exposure in
        [
          .text(exposure.member.text), .text(exposure.loans.map(\.text).joined(separator: " ")),
          .amount(exposure.guaranteed), .amount(exposure.owed),
        ]
      }
      blocks.append(.table(table))
    }
    return blocks
  }

  private func stepTable(_ steps: [LoanCard.Step]) -> ReportTable {
    let words = style.words
    return ReportTable(
      [
        .left(words.date, 10), .left(words.step, 16), .left(words.voucher, 9),
        .left(words.loanClass, 14), .left(words.recordedBy, 10), .left(words.memo, 16),
      ], steps
    ) { step in
      [
        .date(step.date), .text(words.step(step.kind)), .optional(step.entry),
        .optional(step.loanClass.map { words($0.name) }), .optional(step.recordedBy),
        .optional(step.note),
      ]
    }
  }

  private func rows(_ status: LoanCard) -> ReportRows {
    let isThere = LoanCardRenderer.hasAdministration(status)
    let open = LoanCardRenderer.unpaid(status)
    return ReportRows(
      [
        "loan", "number", "due", "principal", "interest", "total", "balance", "unpaidPrincipal",
        "unpaidInterest",
      ] + (isThere ? ["administration", "unpaidAdministration"] : []),
      status.installments.map { row in
        let unpaid = open[row.number]
        return [
          .text(status.loan.number.text), .count(row.number), .date(row.due),
          .amount(row.principal),
          .amount(row.interest), .amount(row.total), .amount(row.balance),
          .amount(unpaid?.principal ?? .zero), .amount(unpaid?.interest ?? .zero),
        ]
          + (isThere
            ? [.amount(row.administration), .amount(unpaid?.administration ?? .zero)] : [])
      })
  }
}
