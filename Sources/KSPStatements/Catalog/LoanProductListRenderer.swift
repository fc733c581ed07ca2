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
        all.map { [.text($0.code.text), .text(words($0.name))] + $1.cells }),
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
    LoanTerm.all.flatMap { term in
      term.lines(terms).compactMap { line in
        Report.Field(
          style.words(line.label), style.words(line.text),
          indent: term.name == LoanTerm.from.name ? 1 : 2)
      }
    }
  }

  /// What one set of terms says, name by name; CSV and JSON share it.
  private func values(_ terms: LoanTerms) -> ReportRecord {
    ReportRecord(LoanTerm.all, of: terms)
  }

  private func data(_ entry: Product) -> ReportRecord {
    let accounts = entry.product.accounts
    return [
      "code": .text(entry.product.code.text), "name": .text(style.words(entry.product.name)),
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

extension ReportRecord {
  /// Terms of a loan product, name by name.
  init(_ list: [LoanTerm], of terms: LoanTerms) {
    self.init(
      list.map { term in
        let text = term.text(terms)
        return switch term.form {
        case .text: (term.name, .text(text))
        case .count: (term.name, .count(text.flatMap { Int($0) }))
        case .flag: (term.name, .flag(text == "true"))
        }
      })
  }
}
