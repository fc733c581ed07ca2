/// Writes the loan products with the terms of each.
public struct LoanProductListRenderer: ReportRenderer {
  /// A product with its terms, in the order of the months from which they hold.
  public struct Product: Hashable, Sendable {
    /// The product.
    public let product: LoanProduct
    /// Its terms.
    public let terms: [LoanTerms]

    /// Pairs a product with its terms.
    public init(product: LoanProduct, terms: [LoanTerms]) {
      self.product = product
      self.terms = terms
    }
  }

  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes every product; in CSV a row for each set of terms.
  public func report(of products: [Product]) -> Report {
    let words = style.words
    let all = products.flatMap { entry in entry.terms.map { (entry.product, values($0)) } }
    return Report(
      "ksp.loan-products/1", title: words.loanProductsTitle,
      data: ["products": .list(products, data)],
      rows: ReportRows(
        all.isEmpty ? [] : ["code", "name"] + all[0].1.names,
        all.map { [.text($0.code), .text(words($0.name))] + $1.cells }),
      blocks: products.flatMap { entry -> [Report.Block] in
        let accounts = entry.product.accounts
        let fields = [
          Report.Field(words.controlAccount, accounts.principalControl.text, indent: 1),
          Report.Field(words.loanIncome, accounts.interestIncome.text, indent: 1),
        ]
        // One product alone is shown with all that its codes stand for.
        let details =
          products.count == 1
          ? entry.terms.last.flatMap { LoanGradingRules($0, words) }?.blocks ?? [] : []
        return [
          .heading("\(entry.product.code) – \(words(entry.product.name))"),
          .fields(fields.compactMap(\.self) + entry.terms.flatMap(self.terms), width: 24),
        ] + details
      })
  }

  private func terms(_ terms: LoanTerms) -> [Report.Field] {
    let words = style.words
    let plan = terms.plan
    func field(_ label: String, _ value: String?) -> Report.Field? {
      Report.Field(label, value, indent: 2)
    }
    var fields = [
      Report.Field(words.from, words(terms.effectiveFrom.name), indent: 1),
      field(words.method, words.method(plan.method)), field(words.rate, words.rate(plan.rate)),
      field(words.term, words.term(plan)), field(words.dayCount, plan.dayCount.rawValue),
      plan.interestDue == .eachInstallment
        ? nil : field(words.interestDue, words.interestDue(plan.interestDue)),
      plan.principalGrace == 0 ? nil : field(words.grace, String(plan.principalGrace)),
      field(words.interestRounding, words.rounding(plan.interestRounding)),
      field(words.installmentRounding, words.rounding(plan.installmentRounding)),
      field(words.administration, words.administration(plan.administration)),
      field(words.administrationIncome, administrationIncome(terms)),
      field(words.holidayShift, words.shift(plan.shift.rule)),
      terms.minimumAmount.isZero ? nil : field(words.smallest, terms.minimumAmount.formatted),
      field(words.largest, terms.maximumAmount?.formatted),
      field(words.longest, terms.maximumCount.map { "\($0)×" }),
      field(words.approval, terms.needsApproval ? words.yes : words.no),
    ]
    fields += terms.fees.map { field(words.fee, words.fee($0)) }
    fields += [
      field(words.lateFee, terms.lateFee.map(words.lateFee)),
      field(
        words.allocation, terms.shownOrder.map { words.component($0) }.joined(separator: ", ")),
      field(words.prepayment, words.prepayment(terms.prepayment)),
      field(words.settlement, words.settlement(terms.settlement.interest)),
      terms.settlement.penaltyBillionths == 0
        ? nil : field(words.penalty, words.percent(terms.settlement.penaltyBillionths)),
      terms.settlement.returnsAdvance
        ? field(words.advanceReturned, words.wholePeriods) : nil,
      field(words.heading("recognition"), words(terms.recognition.name)),
      terms.earnsOnReceipt
        ? nil : field(words.heading("recognitionStops"), words.stops(terms.recognitionStops)),
      field(words.loanClass, terms.collectibility), field(words.allowance, terms.provision),
    ]
    return fields.compactMap(\.self)
  }

  private func administrationIncome(_ terms: LoanTerms) -> String? {
    terms.plan.administration == .nothing ? nil : terms.administrationIncome?.text
  }

  /// What one set of terms says, name by name; CSV and JSON share it.
  private func values(_ terms: LoanTerms) -> ReportRecord {
    let plan = terms.plan
    let lateFee = terms.lateFee
    return [
      "from": .text(terms.effectiveFrom.description), "method": .text(plan.method.rawValue),
      "rate": .text(plan.rate.description), "term": .count(plan.count),
      "unit": .text(plan.interval.unit.rawValue), "every": .count(plan.interval.count),
      "dayCount": .text(plan.dayCount.rawValue),
      "interestDue": .text(plan.interestDue.rawValue), "grace": .count(plan.principalGrace),
      "roundTo": .text(plan.installmentRounding.step.description),
      "rounding": .text(plan.installmentRounding.mode.rawValue),
      "interestRoundTo": .text(plan.interestRounding.step.description),
      "interestRounding": .text(plan.interestRounding.mode.rawValue),
      "shift": .text(plan.shift.rule.rawValue),
      "minimum": .text(terms.minimumAmount.description),
      "maximum": .text(terms.maximumAmount?.description), "maxTerm": .count(terms.maximumCount),
      "approval": .flag(terms.needsApproval),
      "fees": .text(terms.fees.map(LoanTermsText.fee).joined(separator: " ")),
      "lateFee": .text(lateFee.map(LoanTermsText.lateFee)),
      "lateFeeGrace": .count(lateFee?.graceDays),
      "lateFeeCap": .text(lateFee?.capBillionths.map(LoanTermsText.percent)),
      "allocation": .text(terms.shownOrder.map(\.rawValue).joined(separator: ",")),
      "prepayment": .text(LoanTermsText.prepayment(terms.prepayment)),
      "settlement": .text(LoanTermsText.settlement(terms.settlement.interest)),
      "penalty": .text(LoanTermsText.percent(terms.settlement.penaltyBillionths)),
      "recognition": .text(terms.recognition.rawValue),
      "recognitionStops": .text(terms.recognitionStops?.code ?? "never"),
      "collectibility": .text(terms.collectibility), "provision": .text(terms.provision),
      "administration": .text(plan.administration.text),
      "administrationIncome": .text(terms.administrationIncome?.text),
      "advanceReturned": .flag(terms.settlement.returnsAdvance),
    ]
  }

  private func data(_ entry: Product) -> ReportRecord {
    let accounts = entry.product.accounts
    return [
      "code": .text(entry.product.code), "name": .text(style.words(entry.product.name)),
      "accounts": .record([
        "principalControl": .text(accounts.principalControl.text),
        "interestControl": .text(accounts.interestControl.text),
        "lateFeeControl": .text(accounts.lateFeeControl.text),
        "interestIncome": .text(accounts.interestIncome.text),
        "lateFeeIncome": .text(accounts.lateFeeIncome.text),
        "unearnedInterest": .text(accounts.unearnedInterest.text),
        "allowance": .text(accounts.allowance.text),
        "allowanceExpense": .text(accounts.allowanceExpense.text),
        "recoveryIncome": .text(accounts.recoveryIncome.text),
      ]),
      "terms": .list(entry.terms) { terms in
        values(terms) + (LoanGradingRules(terms, style.words)?.data ?? [:])
      },
    ]
  }
}
