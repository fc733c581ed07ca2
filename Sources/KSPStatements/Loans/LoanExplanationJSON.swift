/// A loan's explanation for other programs: `ksp.loan-explanation/1`.
struct LoanExplanationJSON {
  let style: ReportStyle
  let explanation: LoanExplanation

  var data: ReportRecord {
    ["month": .text(explanation.month.description)] + LoanCardRenderer.loan(explanation.loan) + [
      "installments": .list(explanation.installments) { row in
        [
          "number": .count(row.installment.number), "due": .date(row.installment.due),
          "interest": .amount(row.installment.interest),
          "administration": .amount(row.installment.administration),
          "carried": .amount(row.carried), "working": .record(working(row.working)),
          "agrees": .flag(row.agrees),
        ]
      }
    ] + gradingRules + income + fees + lateFees + loanClass + allowance + comparison + [
      "closed": .flag(explanation.isMonthClosed), "agrees": .flag(explanation.agrees),
    ]
  }

  private var gradingRules: ReportRecord {
    explanation.grade.map { LoanGradingRules($0.profile, $0.table, style.words).data } ?? [:]
  }

  private func working(_ working: InstallmentWorking) -> ReportRecord {
    let basis: ReportRecord =
      switch working.basis {
      case .balance(let balance): ["balance": .amount(balance)]
      case .part(let whole, let parts): ["whole": .amount(whole), "parts": .count(parts)]
      case .nothing: [:]
      }
    return basis + [
      "rate": .text(working.rate.description),
      "periods": .list(working.shares) { share in
        [
          "from": .date(share.from), "to": .date(share.to), "days": .count(share.days),
          "yearDays": .count(share.yearDays),
        ]
      },
      "exact": .text(working.exact.decimalText),
      "rounding": .text(working.rounding.mode.rawValue),
      "roundTo": .amount(working.rounding.step), "interest": .amount(working.interest),
    ]
  }

  private func receipt(_ receipt: LoanExplanation.Receipt) -> ReportRecord {
    [
      "date": .date(receipt.date), "voucher": .entry(receipt.entry),
      "interest": .amount(receipt.interest), "lateFee": .amount(receipt.lateFee),
      "administration": .amount(receipt.administration),
    ]
  }

  private var income: ReportRecord {
    let waivers = explanation.waivers
    return [
      "receipts": .list(explanation.receipts, receipt),
      "waivers": waivers.isEmpty ? .absent : .list(waivers, receipt),
      "advanceReturned": .amount(explanation.returned),
      "income": .present(explanation.income) { income in
        .record(
          ReportRecord(LoanTerm.income, of: explanation.loan.terms) + [
            "stopped": .flag(income.isStopped),
            "expensedInterest": income.isStopped ? .amount(income.expensedInterest) : .absent,
            "expensedLateFee": income.isStopped ? .amount(income.expensedLateFee) : .absent,
            "running": .present(income.running) { running in
              .record([
                "number": .count(running.number), "days": .count(running.days),
                "of": .count(running.of), "interest": .amount(running.interest),
                "earned": .amount(running.earned),
              ])
            },
            "interest": change(income.interest), "lateFee": change(income.lateFee),
            "inAdvance": change(income.advance),
          ])
      },
    ]
  }

  private func change(_ change: LoanIncome.Change) -> ReportValue {
    .record([
      "before": .amount(change.before), "after": .amount(change.after),
      "change": .amount(change.amount),
    ])
  }

  private var lateFees: ReportRecord {
    guard let fees = explanation.lateFees else { return [:] }
    return [
      "lateFees": .record([
        "rule": .text(fees.rule.chargeText),
        "graceDays": .count(fees.rule.graceDays),
        "cap": .text(fees.rule.cap?.description),
        "workings": .list(fees.workings, lateFee), "carried": .amount(fees.carried),
        "earlier": .amount(fees.earlier), "charged": .amount(fees.charged),
        "paid": .amount(fees.paid), "owed": .amount(fees.owed),
      ])
    ]
  }

  private func lateFee(_ working: LateFeeWorking) -> ReportRecord {
    [
      "installment": .present(working.installment) { .count($0.number) },
      "runs": .list(working.runs) { run in
        [
          "from": .date(run.from), "to": .date(run.through), "periods": .count(run.periods),
          "base": .amount(run.base), "exact": .text(run.exact.decimalText),
        ]
      },
      "uncapped": .amount(working.uncapped), "cap": .amount(working.cap),
      "fee": .amount(working.fee),
    ]
  }

  private var loanClass: ReportRecord {
    guard let grade = explanation.grade else { return [:] }
    let position = explanation.position
    return [
      "class": .record([
        "profile": .text(grade.profile.code), "measure": .text(grade.profile.measure.rawValue),
        "principalSince": .date(position.arrearsSince.principal),
        "interestSince": .date(position.arrearsSince.interest),
        "daysPastDue": .count(position.daysPastDue),
        "monthsPastDue": .count(position.monthsPastDue),
        "coverage": .text(grade.coverage.description),
        "rule": .text(style.words.step(grade.step, grade.profile.measure)),
        "kept": .present(grade.kept) { .record(LoanCardRenderer.kept($0)) },
        "class": .count(grade.loanClass.rawValue),
        "className": .text(style.words(grade.loanClass.name)),
      ])
    ]
  }

  private var allowance: ReportRecord {
    guard let grade = explanation.grade else { return [:] }
    let collaterals = Array(zip(grade.collaterals, grade.counts))
    return [
      "allowance": .record([
        "table": .text(grade.table.code), "outstanding": .amount(grade.outstanding),
        "collateral": .list(collaterals) { collateral, counted in
          let haircut = grade.table.haircuts[collateral.kind] ?? .zero
          return [
            "kind": .text(collateral.kind.rawValue),
            "description": .text(collateral.description), "value": .amount(collateral.value),
            "counts": .text(haircut.description), "counted": .amount(counted),
          ]
        },
        "exposed": .amount(grade.exposed),
        "percentage": .text((grade.table.rates[grade.loanClass] ?? .zero).description),
        "allowance": .amount(grade.allowance), "before": .amount(explanation.allowanceBefore),
      ])
    ]
  }

  private var comparison: ReportRecord {
    guard explanation.isMonthClosed else { return [:] }
    return [
      "book": .list(LoanComparison.lines(explanation)) { line in
        [
          "item": .text(line.item.rawValue), "recomputed": .text(line.recomputed.map(text)),
          "kept": .text(line.kept.map(text)),
        ]
      },
      "voucher": .entry(explanation.posted?.entry),
      "provisionVoucher": .entry(explanation.provision?.entry),
    ]
  }

  private func text(_ value: LoanComparison.Value) -> String {
    switch value {
    case .amount(let amount): amount.description
    case .date(let date): date.description
    case .loanClass(let loanClass): String(loanClass.rawValue)
    }
  }
}
