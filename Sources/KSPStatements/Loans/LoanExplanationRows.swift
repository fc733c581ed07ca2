/// A loan's explanation as one table for a spreadsheet: every row is one fact, `part` says which.
struct LoanExplanationRows {
  let explanation: LoanExplanation

  private struct Row {
    var part: String
    var item = Cell.blank
    var from = Cell.blank
    var to = Cell.blank
    var days = Cell.blank
    /// The days of the year, or of the period.
    var of = Cell.blank
    var base = Cell.blank
    var rate = Cell.blank
    var exact = Cell.blank
    var amount = Cell.blank
    var kept = Cell.blank
    var voucher = Cell.blank
  }

  var rows: ReportRows {
    ReportRows(
      [
        "loan", "month", "part", "item", "from", "to", "days", "of", "base", "rate", "exact",
        "amount", "kept", "voucher",
      ],
      (interest + income + fees + lateFees + grade + comparison).map { row in
        [
          .text(explanation.loan.number.text), .text(explanation.month.description),
          .text(row.part),
          row.item, row.from, row.to, row.days, row.of, row.base, row.rate, row.exact, row.amount,
          row.kept, row.voucher,
        ]
      })
  }

  /// What became income of charges that are spread over the loan's life, and what waits of them.
  private var fees: [Row] {
    explanation.fees.flatMap { fee in
      let (item, base) = (Cell.text(fee.working.code), Cell.amount(fee.working.whole))
      return [
        Row(
          part: "fee", item: item, base: base, amount: .amount(fee.working.earned),
          kept: fee.kept.map { .amount($0.earned) } ?? .blank),
        Row(
          part: "fee-unearned", item: item, base: base, amount: .amount(fee.working.unearned),
          kept: fee.kept.map { .amount($0.unearned) } ?? .blank),
      ]
    }
  }

  private var interest: [Row] {
    explanation.installments.flatMap { row -> [Row] in
      let number = Cell.count(row.installment.number)
      let working = row.working
      var rows = working.shares.map { share in
        Row(
          part: "period", item: number, from: .date(share.from), to: .date(share.to),
          days: .count(share.days), of: .count(share.yearDays),
          rate: .text(working.rate.description))
      }
      if case .balance(let balance) = working.basis {
        for index in rows.indices { rows[index].base = .amount(balance) }
      }
      rows.append(
        Row(
          part: "interest", item: number, to: .date(row.installment.due),
          exact: .text(working.exact.decimalText), amount: .amount(working.interest),
          kept: .amount(row.installment.interest)))
      let third = row.installment.administration
      if !third.isZero {
        rows.append(Row(part: "administration", item: number, amount: .amount(third)))
      }
      if !row.carried.isZero {
        rows.append(Row(part: "carried", item: number, amount: .amount(row.carried)))
      }
      return rows
    }
  }

  /// Interest and late fees, and administration where there is some.
  private static func parts(
    _ receipt: LoanExplanation.Receipt
  ) -> [(item: String, amount: Rupiah)] {
    [("interest", receipt.interest), ("late-fee", receipt.lateFee)]
      + (receipt.administration.isZero ? [] : [("administration", receipt.administration)])
  }

  private var income: [Row] {
    var rows = explanation.receipts.flatMap { receipt in
      Self.parts(receipt).map { item, amount in
        Row(
          part: "receipt", item: .text(item), to: .date(receipt.date), amount: .amount(amount),
          voucher: .entry(receipt.entry))
      }
    }
    rows += explanation.waivers.flatMap { waiver in
      Self.parts(waiver).map { item, amount in
        Row(
          part: "waiver", item: .text(item), to: .date(waiver.date), amount: .amount(amount),
          voucher: .entry(waiver.entry))
      }
    }
    if !explanation.returned.isZero {
      rows.append(Row(part: "returned", amount: .amount(explanation.returned)))
    }
    guard let income = explanation.income else { return rows }
    if let running = income.running {
      rows.append(
        Row(
          part: "earned", item: .count(running.number), days: .count(running.days),
          of: .count(running.of), base: .amount(running.interest),
          amount: .amount(running.earned)))
    }
    let voucher = Cell.optional(explanation.posted?.entry)
    for (item, change) in [
      ("interest", income.interest), ("late-fee", income.lateFee), ("in-advance", income.advance),
    ] {
      rows.append(
        Row(
          part: "receivable", item: .text(item), base: .amount(change.before),
          amount: .amount(change.amount), voucher: voucher))
    }
    return rows
  }

  private var lateFees: [Row] {
    guard let fees = explanation.lateFees else { return [] }
    let charge = fees.rule.charge.description
    var rows: [Row] = []
    for working in fees.workings {
      let number = working.installment.map { Cell.count($0.number) } ?? .blank
      rows += working.runs.map { run in
        Row(
          part: "late", item: number, from: .date(run.from), to: .date(run.through),
          days: .count(run.periods), base: .amount(run.base), rate: .text(charge),
          exact: .text(run.exact.decimalText))
      }
      rows.append(
        Row(
          part: "late-fee", item: number,
          base: working.cap.map { .amount($0) } ?? .blank,
          exact: .text(working.uncapped.description), amount: .amount(working.fee)))
    }
    for (item, amount) in [
      ("carried", fees.carried), ("earlier", fees.earlier), ("charged", fees.charged),
      ("paid", fees.paid), ("owed", fees.owed),
    ] {
      rows.append(Row(part: "late-fees", item: .text(item), amount: .amount(amount)))
    }
    return rows
  }

  private var grade: [Row] {
    guard let grade = explanation.grade else { return [] }
    let since = explanation.position.arrearsSince
    let rate = (grade.table.rates[grade.loanClass] ?? .zero).description
    let collaterals = zip(grade.collaterals, grade.counts).map { collateral, counted in
      Row(
        part: "collateral", item: .text(collateral.description), base: .amount(collateral.value),
        rate: .text((grade.table.haircuts[collateral.kind] ?? .zero).description),
        amount: .amount(counted))
    }
    return [
      Row(part: "arrears", item: .text("principal"), from: .optional(since.principal)),
      Row(part: "arrears", item: .text("interest"), from: .optional(since.interest)),
      Row(
        part: "class", item: .text(grade.profile.code),
        days: .count(explanation.position.daysPastDue),
        of: .count(explanation.position.monthsPastDue),
        rate: .text(grade.coverage.description),
        exact: .text(Wording.en.step(grade.step, grade.profile.measure)),
        amount: .count(grade.loanClass.rawValue)),
    ]
      + (grade.kept.map { kept in
        [
          Row(
            part: "kept", item: .text(kept.loanClass.code), from: .date(kept.since),
            days: .count(kept.onTime), of: .count(kept.needed),
            amount: .count(kept.loanClass.rawValue))
        ]
      } ?? []) + collaterals + [
        Row(
          part: "allowance", item: .text(grade.table.code), base: .amount(grade.exposed),
          rate: .text(rate), amount: .amount(grade.allowance)),
        Row(
          part: "allowance", item: .text("before"), amount: .amount(explanation.allowanceBefore)),
      ]
  }

  private var comparison: [Row] {
    guard explanation.isMonthClosed else { return [] }
    return LoanComparison.lines(explanation).map { line in
      Row(
        part: "book", item: .text(line.item.rawValue), amount: cell(line.recomputed),
        kept: cell(line.kept), voucher: voucher(line.item))
    }
  }

  private func voucher(_ item: LoanComparison.Item) -> Cell {
    switch item {
    case .interestPosted, .lateFeePosted: .optional(explanation.posted?.entry)
    case .provision: .optional(explanation.provision?.entry)
    default: .blank
    }
  }

  private func cell(_ value: LoanComparison.Value?) -> Cell {
    switch value {
    case nil: .blank
    case .amount(let amount): .amount(amount)
    case .date(let date): .date(date)
    case .loanClass(let loanClass): .count(loanClass.rawValue)
    }
  }
}
