/// Writes the loan products with the terms of each.
public struct LoanProductListRenderer: DocumentRenderer {
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

  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes every product; in CSV a row for each set of terms.
  public func render(_ document: [Product], into output: inout TextOutput) {
    switch style.format {
    case .text, .html: style.draw(report(document), into: &output)
    case .csv: csv(document, into: &output)
    case .json: json(document, into: &output)
    }
  }

  private func report(_ products: [Product]) -> Report {
    let words = style.words
    return Report(
      title: words.loanProductsTitle,
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

  /// What stands in one column: a number or a yes is one in JSON as well.
  private enum Value {
    case text(String?), count(Int?), flag(Bool)

    var text: String? {
      switch self {
      case .text(let text): text
      case .count(let count): count.map { String($0) }
      case .flag(let flag): flag ? "true" : "false"
      }
    }

    func write(_ name: String, into json: inout JSONWriter) {
      switch self {
      case .text(let text): json.field(name, text)
      case .count(let count): json.field(name, count)
      case .flag(let flag): json.field(name, flag)
      }
    }
  }

  /// What one set of terms says, name by name; CSV and JSON share it.
  private func values(_ terms: LoanTerms) -> [(name: String, value: Value)] {
    let plan = terms.plan
    let lateFee = terms.lateFee
    return [
      ("from", .text(terms.effectiveFrom.description)), ("method", .text(plan.method.rawValue)),
      ("rate", .text(plan.rate.description)), ("term", .count(plan.count)),
      ("unit", .text(plan.interval.unit.rawValue)), ("every", .count(plan.interval.count)),
      ("dayCount", .text(plan.dayCount.rawValue)),
      ("interestDue", .text(plan.interestDue.rawValue)), ("grace", .count(plan.principalGrace)),
      ("roundTo", .text(plan.installmentRounding.step.description)),
      ("rounding", .text(plan.installmentRounding.mode.rawValue)),
      ("interestRoundTo", .text(plan.interestRounding.step.description)),
      ("interestRounding", .text(plan.interestRounding.mode.rawValue)),
      ("shift", .text(plan.shift.rule.rawValue)),
      ("minimum", .text(terms.minimumAmount.description)),
      ("maximum", .text(terms.maximumAmount?.description)), ("maxTerm", .count(terms.maximumCount)),
      ("approval", .flag(terms.needsApproval)),
      ("fees", .text(terms.fees.map(LoanTermsText.fee).joined(separator: " "))),
      ("lateFee", .text(lateFee.map(LoanTermsText.lateFee))),
      ("lateFeeGrace", .count(lateFee?.graceDays)),
      ("lateFeeCap", .text(lateFee?.capBillionths.map(LoanTermsText.percent))),
      ("allocation", .text(terms.shownOrder.map(\.rawValue).joined(separator: ","))),
      ("prepayment", .text(LoanTermsText.prepayment(terms.prepayment))),
      ("settlement", .text(LoanTermsText.settlement(terms.settlement.interest))),
      ("penalty", .text(LoanTermsText.percent(terms.settlement.penaltyBillionths))),
      ("recognition", .text(terms.recognition.rawValue)),
      ("recognitionStops", .text(terms.recognitionStops?.code ?? "never")),
      ("collectibility", .text(terms.collectibility)), ("provision", .text(terms.provision)),
      ("administration", .text(plan.administration.text)),
      ("administrationIncome", .text(terms.administrationIncome?.text)),
      ("advanceReturned", .flag(terms.settlement.returnsAdvance)),
    ]
  }

  private func csv(_ products: [Product], into output: inout TextOutput) {
    var isHeaded = false
    for entry in products {
      for terms in entry.terms {
        let values = values(terms)
        if !isHeaded {
          let names = values.map { value in
            value.name.map { $0.isUppercase ? "_" + $0.lowercased() : String($0) }.joined()
          }
          CSVWriter.header(["code", "name"] + names, into: &output)
          isHeaded = true
        }
        CSVWriter.row(
          [.text(entry.product.code), .text(style.words(entry.product.name))]
            + values.map { .optional($0.value.text) }, into: &output)
      }
    }
  }

  private func json(_ products: [Product], into output: inout TextOutput) {
    JSONWriter.line(into: &output) { json in
      json.field("schema", "ksp.loan-products/1")
      json.array("products") { json in
        for entry in products {
          json.object { json in
            json.field("code", entry.product.code)
            json.field("name", style.words(entry.product.name))
            accounts(entry.product.accounts, into: &json)
            json.array("terms") { json in
              for terms in entry.terms {
                json.object { json in
                  for (name, value) in values(terms) { value.write(name, into: &json) }
                  LoanGradingRules(terms, style.words)?.fields(into: &json)
                }
              }
            }
          }
        }
      }
    }
  }

  private func accounts(_ accounts: LoanProduct.Accounts, into json: inout JSONWriter) {
    json.object("accounts") { json in
      json.field("principalControl", accounts.principalControl.text)
      json.field("interestControl", accounts.interestControl.text)
      json.field("lateFeeControl", accounts.lateFeeControl.text)
      json.field("interestIncome", accounts.interestIncome.text)
      json.field("lateFeeIncome", accounts.lateFeeIncome.text)
      json.field("unearnedInterest", accounts.unearnedInterest.text)
      json.field("allowance", accounts.allowance.text)
      json.field("allowanceExpense", accounts.allowanceExpense.text)
      json.field("recoveryIncome", accounts.recoveryIncome.text)
    }
  }
}
