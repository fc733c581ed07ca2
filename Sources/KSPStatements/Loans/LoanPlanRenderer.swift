/// Writes a plan of installments with what it costs (simulasi pinjaman).
public struct LoanPlanRenderer: ReportRenderer {
  /// What is cut from the money when it is paid out.
  public struct Deduction: Hashable, Sendable {
    /// The code that people type.
    public let code: String
    /// How much.
    public let amount: Rupiah

    /// Names a deduction.
    public init(code: String, amount: Rupiah) {
      self.code = code
      self.amount = amount
    }
  }

  /// A plan with its deductions and the rate that it comes to.
  public struct Simulation: Hashable, Sendable {
    /// The plan.
    public let plan: InstallmentPlan
    /// What is cut besides interest in advance.
    public let deductions: [Deduction]
    /// What the borrower receives.
    public let received: Rupiah
    /// What the loan really costs; nil where no rate describes it.
    public let effectiveRate: EffectiveRate?

    /// Works out what is received and the effective rate.
    ///
    /// - Throws: `loan.feesTooLarge` when more is cut than lent, `amount.overflow`.
    public init(plan: InstallmentPlan, deductions: [Deduction] = []) throws(LedgerError) {
      var fees = Rupiah.zero
      for deduction in deductions { try fees += deduction.amount }
      let cut = try fees + plan.interestInAdvance
      guard cut <= plan.principal else {
        throw .loanFeesTooLarge(cut, principal: plan.principal)
      }
      self.plan = plan
      self.deductions = deductions
      received = try plan.principal - cut
      effectiveRate = try EffectiveRate(plan, fees: fees)
    }
  }

  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a plan; in CSV a row for each installment.
  public func report(of simulation: Simulation) -> Report {
    let words = style.words
    let plan = simulation.plan
    let terms = plan.terms
    var cost = [Report.Field(words.totalInterest, plan.interest.formatted)]
    if plan.interestInAdvance.isPositive {
      cost.append(Report.Field(words.inAdvance, plan.interestInAdvance.formatted))
    }
    if plan.administration.isPositive {
      cost.append(Report.Field(words.administration, plan.administration.formatted))
    }
    cost += simulation.deductions.map { Report.Field($0.code, $0.amount.formatted) }
    cost.append(Report.Field(words.received, simulation.received.formatted, isStrong: true))
    cost.append(
      Report.Field(
        words.effectiveRate, simulation.effectiveRate.flatMap(words.effective), isStrong: true))
    return Report(
      "ksp.loan-plan/1", title: words.planTitle, data: data(simulation), rows: rows(plan),
      blocks: [
        .fields(
          Report.Field(words.principal, plan.principal.formatted),
          Report.Field(
            words.method, "\(words(terms.method.name)), \(words.rate(terms.rate))"),
          Report.Field(words.dayCount, terms.dayCount.rawValue),
          Report.Field(words.disbursedOn, words(plan.disbursedOn.inWords)), width: 24),
        .table(table(plan.installments)), .fields(cost.compactMap(\.self), width: 24),
      ])
  }

  /// The installments with their sums.
  func table(_ installments: [Installment]) -> ReportTable {
    let words = style.words
    guard installments.contains(where: { !$0.administration.isZero }) else {
      return ReportTable(
        [
          .right(words.ordinal, 4), .left(words.due, 10), .sum(words.principal, 15),
          .sum(words.interest, 14), .sum(words.installment, 16), .balance(words.balance, 16),
        ], installments
      ) { row in
        [
          .count(row.number), .date(row.due), .amount(row.principal), .amount(row.interest),
          .amount(row.total), .amount(row.balance),
        ]
      }.total(words.total, in: 1)
    }
    return ReportTable(
      [
        .right(words.ordinal, 3), .left(words.due, 10), .sum(words.principal, 13),
        .sum(words.interest, 12), .sum(words.administration, 12), .sum(words.installment, 13),
        .balance(words.balance, 11),
      ], installments
    ) { row in
      [
        .count(row.number), .date(row.due), .amount(row.principal), .amount(row.interest),
        .amount(row.administration), .amount(row.total), .amount(row.balance),
      ]
    }.total(words.total, in: 1)
  }

  /// The installments of a plan for programs.
  static func installments(_ installments: [Installment]) -> ReportValue {
    // The shape of a plan is as promised; what has administration says so besides.
    let isThere = installments.contains { !$0.administration.isZero }
    return .list(installments) { row in
      installment(row, administration: isThere ? .amount(row.administration) : .absent)
    }
  }

  /// One installment for programs.
  static func installment(
    _ row: Installment, administration: ReportValue? = nil
  ) -> ReportRecord {
    [
      "number": .count(row.number), "due": .date(row.due), "principal": .amount(row.principal),
      "interest": .amount(row.interest),
      "administration": administration ?? .amount(row.administration),
      "total": .amount(row.total), "balance": .amount(row.balance),
    ]
  }

  private func rows(_ plan: InstallmentPlan) -> ReportRows {
    // A column more only where something stands in it.
    let isThere = plan.installments.contains { !$0.administration.isZero }
    return ReportRows(
      ["number", "due", "principal", "interest", "total", "balance"]
        + (isThere ? ["administration"] : []),
      plan.installments.map { row in
        [
          .count(row.number), .date(row.due), .amount(row.principal), .amount(row.interest),
          .amount(row.total), .amount(row.balance),
        ] + (isThere ? [.amount(row.administration)] : [])
      })
  }

  private func data(_ simulation: Simulation) -> ReportRecord {
    let plan = simulation.plan
    return [
      "installments": Self.installments(plan.installments), "principal": .amount(plan.principal),
      "interest": .amount(plan.interest),
      "effectiveRate": .text(
        simulation.effectiveRate?.yearlyPercentText.map { $0 + "%/year" }),
      "fees": .list(simulation.deductions) {
        ["code": .text($0.code), "amount": .amount($0.amount)]
      },
      "received": .amount(simulation.received),
      "interestInAdvance": .amount(plan.interestInAdvance),
      "administration": plan.administration.isPositive
        ? .amount(plan.administration) : .absent,
    ]
  }
}
