/// Writes the savings products with the terms of each.
public struct SavingsProductListRenderer: DocumentRenderer {
  private let style: ReportStyle
  private let workings: InterestWorkingRenderer

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
    workings = InterestWorkingRenderer(style)
  }

  /// Writes every product; in CSV a row for each set of terms.
  public func render(_ document: [Product], into output: inout TextOutput) {
    switch style.format {
    case .text, .html: style.draw(report(document), into: &output)
    case .csv: csv(document, into: &output)
    case .json: json(document, into: &output)
    }
  }

  /// A product with its terms, in the order of the months from which they hold.
  public struct Product: Hashable, Sendable {
    /// The product.
    public let product: SavingsProduct
    /// Its terms.
    public let terms: [SavingsTerms]

    /// Pairs a product with its terms.
    public init(product: SavingsProduct, terms: [SavingsTerms]) {
      self.product = product
      self.terms = terms
    }
  }

  private func report(_ products: [Product]) -> Report {
    let words = style.words
    return Report(
      title: words.productsTitle,
      blocks: products.flatMap { entry -> [Report.Block] in
        let control = Report.Field(
          words.controlAccount, entry.product.controlAccount.text, indent: 1)
        return [
          .heading("\(entry.product.code) – \(words(entry.product.name))"),
          .fields([control].compactMap(\.self) + entry.terms.flatMap(self.terms), width: 24),
        ]
      })
  }

  private func terms(_ terms: SavingsTerms) -> [Report.Field] {
    let words = style.words
    func field(_ label: String, _ value: String) -> Report.Field? {
      Report.Field(label, value, indent: 2)
    }
    func amount(_ label: String, _ amount: Rupiah) -> Report.Field? {
      amount.isZero ? nil : field(label, amount.formatted)
    }
    var fields = [
      Report.Field(words.from, words(terms.effectiveFrom.name), indent: 1),
      field(words.withdrawable, terms.isWithdrawable ? words.yes : words.no),
    ]
    fields += terms.withdrawalWindows.map {
      field(words.windows, "\($0.first) \(words.through) \($0.last)")
    }
    fields += [
      amount(words.minimumDeposit, terms.minimumDeposit),
      amount(words.minimumBalance, terms.minimumBalance),
      amount(words.heading("overdraftLimit"), terms.overdraftLimit),
      amount(words.monthlyDue, terms.monthlyDue),
    ]
    if let interest = terms.interest {
      let method = words.method(interest.method)
      fields.append(field(words.interest, "\(method), \(interest.dayCount.rawValue)"))
      fields += interest.tiers.map {
        field("≥ " + $0.threshold.formatted, words.rate($0.rate))
      }
      fields += workings.terms(interest).map { field($0.0, $0.1) }
      fields.append(Report.Field(words.creditedTo, terms.interestCreditedTo, indent: 2))
      fields.append(
        field(
          words.heading("leavingInterest"),
          words.word(terms.leavingInterest.rawValue, of: "leavingInterest")))
    } else {
      fields.append(field(words.interest, words.none))
    }
    return fields.compactMap(\.self)
  }

  private func csv(_ products: [Product], into output: inout TextOutput) {
    CSVWriter.header(
      [
        "code", "name", "kind", "from", "withdrawable", "minimum_deposit", "minimum_balance",
        "overdraft_limit", "monthly_due", "method", "day_count", "rates",
        "floor", "rounding", "round_to", "round", "excludes_last_day", "leaving_interest",
      ], into: &output)
    for entry in products {
      for terms in entry.terms {
        let rates = terms.interest?.tiers.map { "\($0.threshold):\($0.rate)" }
        CSVWriter.row(
          [
            .text(entry.product.code), .text(style.words(entry.product.name)),
            .text(entry.product.kind.rawValue), .text(terms.effectiveFrom.description),
            .text(terms.isWithdrawable ? "true" : "false"), .amount(terms.minimumDeposit),
            .amount(terms.minimumBalance), .amount(terms.overdraftLimit),
            .amount(terms.monthlyDue), .optional(terms.interest?.method.rawValue),
            .optional(terms.interest?.dayCount.rawValue),
            .optional(rates?.joined(separator: " ")),
            terms.interest.map { .amount($0.floor) } ?? .blank,
            .optional(terms.interest?.rounding.mode.rawValue),
            terms.interest.map { .amount($0.rounding.step) } ?? .blank,
            .optional(terms.interest?.roundingMoment.rawValue),
            .optional(terms.interest.map { $0.countsPostingDay ? "false" : "true" }),
            .text(terms.leavingInterest.rawValue),
          ], into: &output)
      }
    }
  }

  private func json(_ products: [Product], into output: inout TextOutput) {
    JSONWriter.line(into: &output) { json in
      json.field("schema", "ksp.products/1")
      json.array("products") { json in
        for entry in products {
          json.object { json in
            json.field("code", entry.product.code)
            json.field("name", style.words(entry.product.name))
            json.field("kind", entry.product.kind.rawValue)
            json.field("controlAccount", entry.product.controlAccount.text)
            json.array("terms") { json in
              for terms in entry.terms { json.object { json in fields(terms, into: &json) } }
            }
          }
        }
      }
    }
  }

  private func fields(_ terms: SavingsTerms, into json: inout JSONWriter) {
    json.field("from", terms.effectiveFrom.description)
    json.field("withdrawable", terms.isWithdrawable)
    json.array("windows") { json in
      for window in terms.withdrawalWindows {
        json.object { json in
          json.field("from", window.first)
          json.field("to", window.last)
        }
      }
    }
    json.field("minimumDeposit", terms.minimumDeposit)
    json.field("minimumBalance", terms.minimumBalance)
    json.field("overdraftLimit", terms.overdraftLimit)
    json.field("monthlyDue", terms.monthlyDue)
    guard let interest = terms.interest else { return }
    json.object("interest") { json in
      json.field("method", interest.method.rawValue)
      json.field("dayCount", interest.dayCount.rawValue)
      json.array("tiers") { json in
        for tier in interest.tiers {
          json.object { json in
            json.field("from", tier.threshold)
            json.field("rate", tier.rate.description)
          }
        }
      }
      workings.fields(interest, into: &json)
      json.field("creditedTo", terms.interestCreditedTo)
      json.field("leavingInterest", terms.leavingInterest.rawValue)
    }
  }
}
