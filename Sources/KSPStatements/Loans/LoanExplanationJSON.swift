/// A loan's explanation for other programs: `ksp.loan-explanation/1`.
struct LoanExplanationJSON {
  let style: ReportStyle
  let explanation: LoanExplanation

  func write(into output: inout TextOutput) {
    JSONWriter.line(into: &output) { json in
      json.field("schema", "ksp.loan-explanation/1")
      json.field("month", explanation.month.description)
      LoanCardRenderer.loan(explanation.loan, style.words, into: &json)
      installments(into: &json)
      income(into: &json)
      lateFees(into: &json)
      loanClass(into: &json)
      allowance(into: &json)
      if let grade = explanation.grade {
        LoanGradingRules(grade.profile, grade.table, style.words).fields(into: &json)
      }
      comparison(into: &json)
      json.field("closed", explanation.isMonthClosed)
      json.field("agrees", explanation.agrees)
    }
  }

  private func installments(into json: inout JSONWriter) {
    json.array("installments") { json in
      for row in explanation.installments {
        json.object { json in
          json.field("number", row.installment.number)
          json.field("due", row.installment.due)
          json.field("interest", row.installment.interest)
          json.field("administration", row.installment.administration)
          json.field("carried", row.carried)
          working(row.working, into: &json)
          json.field("agrees", row.agrees)
        }
      }
    }
  }

  private func working(_ working: InstallmentWorking, into json: inout JSONWriter) {
    json.object("working") { json in
      switch working.basis {
      case .balance(let balance): json.field("balance", balance)
      case .part(let whole, let parts):
        json.field("whole", whole)
        json.field("parts", parts)
      case .nothing: break
      }
      json.field("rate", working.rate.description)
      json.array("periods") { json in
        for share in working.shares {
          json.object { json in
            json.field("from", share.from)
            json.field("to", share.to)
            json.field("days", share.days)
            json.field("yearDays", share.yearDays)
          }
        }
      }
      json.field("exact", working.exact.decimalText)
      json.field("rounding", working.rounding.mode.rawValue)
      json.field("roundTo", working.rounding.step)
      json.field("interest", working.interest)
    }
  }

  private func income(into json: inout JSONWriter) {
    json.array("receipts") { json in
      for receipt in explanation.receipts {
        json.object { json in
          json.field("date", receipt.date)
          json.field("voucher", receipt.entry)
          json.field("interest", receipt.interest)
          json.field("lateFee", receipt.lateFee)
          json.field("administration", receipt.administration)
        }
      }
    }
    if !explanation.waivers.isEmpty {
      json.array("waivers") { json in
        for waiver in explanation.waivers {
          json.object { json in
            json.field("date", waiver.date)
            json.field("voucher", waiver.entry)
            json.field("interest", waiver.interest)
            json.field("lateFee", waiver.lateFee)
            json.field("administration", waiver.administration)
          }
        }
      }
    }
    json.field("advanceReturned", explanation.returned)
    guard let income = explanation.income else { return }
    json.object("income") { json in
      json.field("recognition", explanation.loan.terms.recognition.rawValue)
      json.field("recognitionStops", explanation.loan.terms.recognitionStops?.code ?? "never")
      json.field("stopped", income.isStopped)
      if income.isStopped {
        json.field("expensedInterest", income.expensedInterest)
        json.field("expensedLateFee", income.expensedLateFee)
      }
      if let running = income.running {
        json.object("running") { json in
          json.field("number", running.number)
          json.field("days", running.days)
          json.field("of", running.of)
          json.field("interest", running.interest)
          json.field("earned", running.earned)
        }
      }
      for (name, change) in [
        ("interest", income.interest), ("lateFee", income.lateFee), ("inAdvance", income.advance),
      ] {
        json.object(name) { json in
          json.field("before", change.before)
          json.field("after", change.after)
          json.field("change", change.amount)
        }
      }
    }
  }

  private func lateFees(into json: inout JSONWriter) {
    guard let fees = explanation.lateFees else { return }
    json.object("lateFees") { json in
      json.field("rule", LoanTermsText.lateFee(fees.rule))
      json.field("graceDays", fees.rule.graceDays)
      json.field("cap", fees.rule.capBillionths.map(LoanTermsText.percent))
      json.array("workings") { json in
        for working in fees.workings { json.object { lateFee(working, into: &$0) } }
      }
      json.field("carried", fees.carried)
      json.field("earlier", fees.earlier)
      json.field("charged", fees.charged)
      json.field("paid", fees.paid)
      json.field("owed", fees.owed)
    }
  }

  private func lateFee(_ working: LateFeeWorking, into json: inout JSONWriter) {
    if let installment = working.installment { json.field("installment", installment.number) }
    json.array("runs") { json in
      for run in working.runs {
        json.object { json in
          json.field("from", run.from)
          json.field("to", run.through)
          json.field("periods", run.periods)
          json.field("base", run.base)
          json.field("exact", run.exact.decimalText)
        }
      }
    }
    json.field("uncapped", working.uncapped)
    json.field("cap", working.cap)
    json.field("fee", working.fee)
  }

  private func loanClass(into json: inout JSONWriter) {
    guard let grade = explanation.grade else { return }
    let since = explanation.position.arrearsSince
    json.object("class") { json in
      json.field("profile", grade.profile.code)
      json.field("measure", grade.profile.measure.rawValue)
      json.field("principalSince", since.principal)
      json.field("interestSince", since.interest)
      json.field("daysPastDue", explanation.position.daysPastDue)
      json.field("monthsPastDue", explanation.position.monthsPastDue)
      json.field("coverage", LoanTermsText.percent(grade.coverage))
      json.field("rule", style.words.step(grade.step, grade.profile.measure))
      if let kept = grade.kept { LoanCardRenderer.kept(kept, into: &json) }
      json.field("class", grade.loanClass.rawValue)
      json.field("className", style.words(grade.loanClass.name))
    }
  }

  private func allowance(into json: inout JSONWriter) {
    guard let grade = explanation.grade else { return }
    json.object("allowance") { json in
      json.field("table", grade.table.code)
      json.field("outstanding", grade.outstanding)
      json.array("collateral") { json in
        for (collateral, counted) in zip(grade.collaterals, grade.counts) {
          json.object { json in
            json.field("kind", collateral.kind.rawValue)
            json.field("description", collateral.description)
            json.field("value", collateral.value)
            json.field(
              "counts", LoanTermsText.percent(grade.table.haircuts[collateral.kind] ?? 0))
            json.field("counted", counted)
          }
        }
      }
      json.field("exposed", grade.exposed)
      json.field("percentage", LoanTermsText.percent(grade.table.rates[grade.loanClass] ?? 0))
      json.field("allowance", grade.allowance)
      json.field("before", explanation.allowanceBefore)
    }
  }

  private func comparison(into json: inout JSONWriter) {
    guard explanation.isMonthClosed else { return }
    json.array("book") { json in
      for line in LoanComparison.lines(explanation) {
        json.object { json in
          json.field("item", line.item.rawValue)
          json.field("recomputed", line.recomputed.map(text))
          json.field("kept", line.kept.map(text))
        }
      }
    }
    json.field("voucher", explanation.posted?.entry)
    json.field("provisionVoucher", explanation.provision?.entry)
  }

  private func text(_ value: LoanComparison.Value) -> String {
    switch value {
    case .amount(let amount): amount.description
    case .date(let date): date.description
    case .loanClass(let loanClass): String(loanClass.rawValue)
    }
  }
}
