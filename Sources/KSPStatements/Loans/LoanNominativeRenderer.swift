/// Writes the loans that are owed, product by product, beside what the ledger says (nominatif).
public struct LoanNominativeRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each loan that is owed, and the control accounts.
  public func report(of register: LoanRegister) -> Report {
    let words = style.words
    var known: Set<ProductCode> = []
    let products = register.owed.map(\.loan.product).filter { known.insert($0).inserted }
    let byProduct = LoanRegisterRows.groups(register.owed, products, \.loan.product)
    let controls = ReportTable(
      [
        .left(words.controlAccount, 10), .left(words.description, 31), .sum(words.byLoans, 18),
        .sum(words.ledgerBalance, 18),
      ], register.controls
    ) { control in
      [
        .text(control.account.text), .text(words(control.name)), .amount(control.outstanding),
        .amount(control.balance),
      ]
    }.total(words.total, in: 1)
    return LoanRegisterRows(
      schema: "ksp.loan-nominative/1", register: register, rows: register.owed
    ).report(
      style, title: words.nominativeTitle,
      blocks: byProduct.flatMap { product, rows -> [Report.Block] in
        [.heading("\(words.product): \(product)"), .table(table(rows))]
      } + [
        .heading(words.controlAccount), .table(controls),
        .verdict(register.agrees ? words.controlsAgree : words.controlsDisagree),
      ])
  }

  private func table(_ rows: [LoanRegister.Row]) -> ReportTable {
    let words = style.words
    return ReportTable(
      [
        .left(words.loan, 9), .left(words.name, 22), .left(words.disbursedOn, 12),
        .sum(words.principal, 16), .sum(words.outstanding, 16),
      ], rows
    ) { row in
      [
        .text(row.loan.number.text), .text("\(row.loan.memberNumber) \(row.loan.memberName)"),
        .optional(row.loan.disbursedOn), .amount(row.loan.principal), .amount(row.outstanding),
      ]
    }.total("\(words.total): \(rows.count)", in: 1)
  }
}
