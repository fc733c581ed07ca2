import KSPCore

extension LoanCardRenderer {
  /// One loan with everything that its card says.
  func json(_ status: LoanCard, into output: inout TextOutput) {
    JSONWriter.line(into: &output) { json in
      json.field("schema", "ksp.loan/1")
      LoanCardRenderer.loan(status.loan, style.words, into: &json)
      json.field("asOf", status.asOf)
      json.field("outstanding", status.position.outstanding)
      json.field("arrearsPrincipal", status.position.overdueAmounts.principal)
      json.field("arrearsInterest", status.position.overdueAmounts.interest)
      json.field("arrearsAdministration", status.position.overdueAmounts.administration)
      json.field("dueToday", status.position.dueTodayAmounts.total)
      json.field("lateFee", status.position.lateFee)
      json.field("due", status.position.totalDue)
      json.field("daysPastDue", status.position.daysPastDue)
      json.field("class", status.loanClass.rawValue)
      json.field("className", style.words(status.loanClass.name))
      if let kept = status.kept { LoanCardRenderer.kept(kept, into: &json) }
      if let claim = status.claim {
        json.object("claim") { json in
          json.field("principal", claim.principal)
          json.field("interest", claim.interest)
          json.field("lateFee", claim.lateFee)
          json.field("administration", claim.administration)
          json.field("recovered", claim.recovered)
          json.field("left", claim.left)
        }
      }
      installments(status, into: &json)
      parts(status, into: &json)
      if let known = status.known { json.field("known", Int(known.event)) }
    }
  }

  /// What is known of a loan apart from where it stands.
  static func loan(_ loan: Loan, _ words: Wording, into json: inout JSONWriter) {
    json.field("number", loan.number)
    json.field("memberNumber", loan.memberNumber)
    json.field("member", loan.memberName)
    json.field("product", loan.product)
    json.field("principal", loan.principal)
    json.field("method", loan.terms.plan.method.rawValue)
    json.field("rate", loan.terms.plan.rate.description)
    json.field("term", loan.terms.plan.count)
    json.field("administration", loan.terms.plan.administration.text)
    json.field("applied", loan.appliedOn)
    json.field("disbursed", loan.disbursedOn)
    json.field("status", loan.status.rawValue)
  }

  /// The class that a loan keeps since a new plan.
  static func kept(_ kept: LoanGrade.Kept, into json: inout JSONWriter) {
    json.object("kept") { json in
      json.field("class", kept.loanClass.rawValue)
      json.field("since", kept.since)
      json.field("onTime", kept.onTime)
      json.field("needed", kept.needed)
    }
  }

  private func installments(_ status: LoanCard, into json: inout JSONWriter) {
    let open = LoanCardRenderer.unpaid(status)
    json.array("installments") { json in
      for row in status.installments {
        json.object { json in
          json.field("number", row.number)
          json.field("due", row.due)
          json.field("principal", row.principal)
          json.field("interest", row.interest)
          json.field("administration", row.administration)
          json.field("total", row.total)
          json.field("balance", row.balance)
          json.field("unpaidPrincipal", open[row.number]?.principal ?? .zero)
          json.field("unpaidInterest", open[row.number]?.interest ?? .zero)
          json.field("unpaidAdministration", open[row.number]?.administration ?? .zero)
        }
      }
    }
  }

  private func parts(_ status: LoanCard, into json: inout JSONWriter) {
    json.array("payments") { json in
      for payment in status.history {
        json.object { json in
          json.field("date", payment.date)
          if payment.kind != .repayment { json.field("kind", payment.kind.rawValue) }
          json.field("voucher", payment.entry)
          json.field("plan", payment.plan)
          json.field("principal", payment.principal)
          json.field("interest", payment.interest)
          json.field("lateFee", payment.lateFee)
          json.field("administration", payment.administration)
        }
      }
    }
    if let sums = status.reconciliation {
      json.object("reconciliation") { json in
        for (name, line) in [
          ("principal", sums.principal), ("interest", sums.interest), ("lateFee", sums.lateFee),
          ("administration", sums.administration),
        ] {
          json.object(name) { json in
            json.field("planned", line.planned)
            json.field("paid", line.paid)
            json.field("waived", line.waived)
            json.field("ended", line.ended)
            json.field("owed", line.owed)
            json.field("ahead", line.ahead)
          }
        }
        json.field("agrees", sums.agrees)
      }
    }
    json.array("reallocations") { json in
      for change in status.reallocations { json.object { change.fields(into: &$0) } }
    }
    json.array("collateral") { json in
      for (line, collateral) in zip(status.collateralLines, status.collaterals) {
        json.object { json in
          json.field("line", line)
          json.field("kind", collateral.kind.rawValue)
          json.field("description", collateral.description)
          json.field("value", collateral.value)
        }
      }
    }
    json.array("guarantors") { json in
      for guarantor in status.guarantors {
        json.object { json in
          json.field("name", guarantor.name)
          json.field("member", guarantor.member)
          json.field("nik", guarantor.nik)
          json.field("relation", guarantor.relation)
          if let exposure = status.exposures.first(where: { $0.member == guarantor.member }) {
            json.field("guaranteed", exposure.guaranteed)
            json.field("owed", exposure.owed)
            json.field("loans", exposure.loans.joined(separator: " "))
          }
        }
      }
    }
    json.array("steps") { json in
      for step in status.steps {
        json.object { json in
          json.field("kind", step.kind.rawValue)
          json.field("date", step.date)
          json.field("voucher", step.entry)
          json.field("class", step.loanClass.map { String($0.rawValue) })
          json.field("note", step.note)
          json.field("recordedBy", step.recordedBy)
        }
      }
    }
  }
}
