extension LoanCardRenderer {
  /// One loan with everything that its card says, for programs.
  func data(_ status: LoanCard) -> ReportRecord {
    let position = status.position
    let (overdue, words) = (position.overdueAmounts, style.words)
    let standing: ReportRecord = [
      "asOf": .date(status.asOf), "outstanding": .amount(position.outstanding),
      "arrearsPrincipal": .amount(overdue.principal),
      "arrearsInterest": .amount(overdue.interest),
      "arrearsAdministration": .amount(overdue.administration),
      "dueToday": .amount(position.dueTodayAmounts.total), "lateFee": .amount(position.lateFee),
      "due": .amount(position.totalDue), "daysPastDue": .count(position.daysPastDue),
      "class": .count(status.loanClass.rawValue),
      "className": .text(words(status.loanClass.name)),
      "kept": .present(status.kept) { .record(Self.kept($0)) },
      "claim": .present(status.claim) { claim in
        .record([
          "principal": .amount(claim.principal), "interest": .amount(claim.interest),
          "lateFee": .amount(claim.lateFee), "administration": .amount(claim.administration),
          "recovered": .amount(claim.recovered), "left": .amount(claim.left),
        ])
      },
    ]
    return Self.loan(status.loan) + standing + history(status) + securities(status) + [
      "known": .known(status.known)
    ]
  }

  /// What is known of a loan apart from where it stands.
  static func loan(_ loan: Loan) -> ReportRecord {
    let plan = loan.terms.plan
    return [
      "number": .text(loan.number.text), "memberNumber": .text(loan.memberNumber.text),
      "member": .text(loan.memberName), "product": .text(loan.product.text),
      "principal": .amount(loan.principal), "method": .text(plan.method.rawValue),
      "rate": .text(plan.rate.description), "term": .count(plan.count),
      "administration": .text(plan.administration.text), "applied": .date(loan.appliedOn),
      "disbursed": .date(loan.disbursedOn), "status": .text(loan.status.rawValue),
    ]
  }

  /// The class that a loan keeps since a new plan.
  static func kept(_ kept: LoanGrade.Kept) -> ReportRecord {
    [
      "class": .count(kept.loanClass.rawValue), "since": .date(kept.since),
      "onTime": .count(kept.onTime), "needed": .count(kept.needed),
    ]
  }

  private func history(_ status: LoanCard) -> ReportRecord {
    let open = LoanCardRenderer.unpaid(status)
    return [
      "installments": .list(status.installments) { row in
        LoanPlanRenderer.installment(row) + [
          "unpaidPrincipal": .amount(open[row.number]?.principal ?? .zero),
          "unpaidInterest": .amount(open[row.number]?.interest ?? .zero),
          "unpaidAdministration": .amount(open[row.number]?.administration ?? .zero),
        ]
      },
      "payments": .list(status.history) { payment in
        [
          "date": .date(payment.date),
          "kind": payment.kind == .repayment ? .absent : .text(payment.kind.rawValue),
          "voucher": .entry(payment.entry), "plan": .count(payment.plan),
          "principal": .amount(payment.principal), "interest": .amount(payment.interest),
          "lateFee": .amount(payment.lateFee),
          "administration": .amount(payment.administration),
          "counterpart": payment.counterpart.map { .text($0.code.text) } ?? .absent,
        ]
      },
      "reconciliation": .present(status.reconciliation) { sums in
        .record([
          "principal": line(sums.principal), "interest": line(sums.interest),
          "lateFee": line(sums.lateFee), "administration": line(sums.administration),
          "agrees": .flag(sums.agrees),
        ])
      },
      "reallocations": .list(status.reallocations) { $0.data },
    ]
  }

  private func line(_ line: LoanReconciliation.Line) -> ReportValue {
    .record([
      "planned": .amount(line.planned), "paid": .amount(line.paid),
      "waived": .amount(line.waived), "ended": .amount(line.ended), "owed": .amount(line.owed),
      "ahead": .amount(line.ahead),
    ])
  }

  private func securities(_ status: LoanCard) -> ReportRecord {
    [
      "collateral": .list(Array(zip(status.collateralLines, status.collaterals))) {
        line, collateral in
        [
          "line": .count(line), "kind": .text(collateral.kind.rawValue),
          "description": .text(collateral.description), "value": .amount(collateral.value),
        ]
      },
      "guarantors": .list(status.guarantors) { guarantor in
        let exposure = status.exposures.first { $0.member == guarantor.member }
        return [
          "name": .text(guarantor.name), "member": .text(guarantor.member?.text),
          "nik": .text(guarantor.nik), "relation": .text(guarantor.relation),
          "guaranteed": .present(exposure) { .amount($0.guaranteed) },
          "owed": .present(exposure) { .amount($0.owed) },
          "loans": .present(exposure) { .text($0.loans.map(\.text).joined(separator: " ")) },
        ]
      },
      "steps": .list(status.steps) { step in
        [
          "kind": .text(step.kind.rawValue), "date": .date(step.date),
          "voucher": .entry(step.entry),
          "class": .text(step.loanClass.map { String($0.rawValue) }), "note": .text(step.note),
          "recordedBy": .text(step.recordedBy),
        ]
      },
    ]
  }
}
