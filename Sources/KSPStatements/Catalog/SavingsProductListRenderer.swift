/// Writes the savings products with the terms of each.
public struct SavingsProductListRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle
  private let workings: InterestWorkingRenderer

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
    workings = InterestWorkingRenderer(style)
  }

  /// Writes every product; in CSV a row for each set of terms.
  public func report(of products: [Product]) -> Report {
    let words = style.words
    return Report(
      "ksp.products/1", title: words.productsTitle,
      data: ["products": .list(products, data)], rows: rows(products),
      blocks: products.flatMap { entry -> [Report.Block] in
        let control = Report.Field(
          words.controlAccount, entry.product.controlAccount.text, indent: 1)
        return [
          .heading("\(entry.product.code) – \(words(entry.product.name))"),
          .fields([control].compactMap(\.self) + entry.terms.flatMap(self.terms), width: 24),
        ]
      })
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
      field(
        words.windows, "\(words.dayInWords($0.first)) \(words.through) \(words.dayInWords($0.last))"
      )
    }
    fields += [
      amount(words.minimumDeposit, terms.minimumDeposit),
      amount(words.minimumBalance, terms.minimumBalance),
      amount(words.heading("overdraftLimit"), terms.overdraftLimit),
      amount(words.monthlyDue, terms.monthlyDue),
    ]
    if let interest = terms.interest {
      let method = words(interest.method.name)
      fields.append(field(words.interest, "\(method), \(interest.dayCount.rawValue)"))
      fields += interest.tiers.map {
        field("≥ " + words($0.thresholdInWords), words.rate($0.rate))
      }
      fields += workings.terms(interest).map { field($0.0, $0.1) }
      fields.append(Report.Field(words.creditedTo, terms.interestCreditedTo?.text, indent: 2))
      fields.append(
        field(
          words.heading("leavingInterest"),
          words.word(terms.leavingInterest.rawValue, of: "leavingInterest")))
    } else {
      fields.append(field(words.interest, words.none))
    }
    return fields.compactMap(\.self)
  }

  private func rows(_ products: [Product]) -> ReportRows {
    ReportRows(
      [
        "code", "name", "kind", "from", "withdrawable", "minimumDeposit", "minimumBalance",
        "overdraftLimit", "monthlyDue", "method", "dayCount", "rates", "floor", "rounding",
        "roundTo", "round", "excludesLastDay", "credited",
        "isAccrued", "least", "belowLeast", "leavingInterest",
      ],
      products.flatMap { entry in
        entry.terms.map { terms in
          [
            .text(entry.product.code.text), .text(style.words(entry.product.name)),
            .text(entry.product.kind.rawValue), .text(terms.effectiveFrom.description),
            .flag(terms.isWithdrawable), .amount(terms.minimumDeposit),
            .amount(terms.minimumBalance), .amount(terms.overdraftLimit),
            .amount(terms.monthlyDue),
          ] + Self.row(terms.interest) + [.text(terms.leavingInterest.rawValue)]
        }
      })
  }

  private static func row(_ interest: InterestTerms?) -> [Cell] {
    guard let interest else { return Array(repeating: .blank, count: 12) }
    let rates = interest.tiers.map { tier in
      (tier.standing.map { "\($0.rawValue)/" } ?? "") + "\(tier.threshold):\(tier.rate)"
    }
    return [
      .text(interest.method.rawValue), .text(interest.dayCount.rawValue),
      .text(rates.joined(separator: " ")), .amount(interest.floor),
      .text(interest.rounding.mode.rawValue), .amount(interest.rounding.step),
      .text(interest.roundingMoment.rawValue), .flag(!interest.countsPostingDay),
      .text(interest.crediting.interval.rawValue), .flag(interest.crediting.isAccrued),
      .amount(interest.crediting.least), .text(interest.crediting.belowLeast.rawValue),
    ]
  }

  private func data(_ entry: Product) -> ReportRecord {
    [
      "code": .text(entry.product.code.text), "name": .text(style.words(entry.product.name)),
      "kind": .text(entry.product.kind.rawValue),
      "controlAccount": .text(entry.product.controlAccount.text),
      "terms": .list(entry.terms, data),
    ]
  }

  private func data(_ terms: SavingsTerms) -> ReportRecord {
    [
      "from": .text(terms.effectiveFrom.description), "withdrawable": .flag(terms.isWithdrawable),
      "windows": .list(terms.withdrawalWindows) {
        ["from": .date($0.first), "to": .date($0.last)]
      },
      "minimumDeposit": .amount(terms.minimumDeposit),
      "minimumBalance": .amount(terms.minimumBalance),
      "overdraftLimit": .amount(terms.overdraftLimit), "monthlyDue": .amount(terms.monthlyDue),
      "interest": .present(terms.interest) { interest in
        .record(
          workings.data(interest) + [
            "creditedTo": .text(terms.interestCreditedTo?.text),
            "leavingInterest": .text(terms.leavingInterest.rawValue),
          ])
      },
    ]
  }
}
