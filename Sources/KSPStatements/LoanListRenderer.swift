/// Writes the list of loans with their arrears, and the arrears by age.
public struct LoanListRenderer: DocumentRenderer {
  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each loan.
  public func render(_ document: LoanRegister, into output: inout TextOutput) {
    let rows = LoanRegisterRows(words: style.words)
    switch style.format {
    case .text, .html: style.draw(report(document), into: &output)
    case .csv: rows.csv(document.rows, into: &output)
    case .json: rows.json("ksp.loans/1", document, document.rows, into: &output)
    }
  }

  private func report(_ register: LoanRegister) -> Report {
    let words = style.words
    let table = ReportTable(
      [
        .left(words.loan, 9), .left(words.name, 18), .left(words.status, 12),
        .sum(words.outstanding, 16), .sum(words.arrears, 15), .right(words.daysLate, 5),
      ], register.rows
    ) { row in
      [
        .text(row.loan.number), .text("\(row.loan.memberNumber) \(row.loan.memberName)"),
        .text(words(row.loan.status.name)), .amount(row.outstanding), .unlessZero(row.arrears),
        row.daysPastDue == 0 ? .blank : .count(row.daysPastDue),
      ]
    }.total("\(words.total): \(register.rows.count)", in: 1)
    let asOf = words(register.asOf.inWords)
    return Report(
      title: words.loansTitle, subject: asOf,
      blocks: [
        .fields(Report.Field(words.asOf, asOf)), .table(table), .heading(words.ageing),
        .table(ageing(register.owed)), .signatures(words.preparedAndChecked, printedOnly: true),
      ])
  }

  /// The ages that arrears are counted by: the most days of each, nil for the last.
  private static let ages: [(name: String, days: Int?)] = [
    ("0", 0), ("1–30", 30), ("31–90", 90), ("91–180", 180), (">180", nil),
  ]

  private func ageing(_ rows: [LoanRegister.Row]) -> ReportTable {
    let words = style.words
    let groups = LoanRegisterRows.groups(rows, Array(Self.ages.indices)) { row in
      Self.ages.firstIndex { $0.days.map { row.daysPastDue <= $0 } ?? true } ?? 0
    }
    return ReportTable(
      [
        .left(words.daysPastDue, 15), .count(words.loanCount, 8), .sum(words.outstanding, 18),
        .sum(words.arrears, 18),
      ], groups
    ) { group in
      [
        .text(Self.ages[group.key].name), .count(group.rows.count),
        LoanRegisterRows.sum(group.rows, \.outstanding),
        LoanRegisterRows.sum(group.rows, \.arrears),
      ]
    }.total(words.total)
  }
}

/// Writes the loans that are owed, product by product, beside what the ledger says (nominatif).
public struct LoanNominativeRenderer: DocumentRenderer {
  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each loan that is owed, and the control accounts.
  public func render(_ document: LoanRegister, into output: inout TextOutput) {
    let rows = LoanRegisterRows(words: style.words)
    switch style.format {
    case .text, .html: style.draw(report(document), into: &output)
    case .csv: rows.csv(document.owed, into: &output)
    case .json: rows.json("ksp.loan-nominative/1", document, document.owed, into: &output)
    }
  }

  private func report(_ register: LoanRegister) -> Report {
    let words = style.words
    var known: Set<String> = []
    let products = register.owed.map(\.loan.product).filter { known.insert($0).inserted }
    let asOf = words(register.asOf.inWords)
    var blocks: [Report.Block] = [.fields(Report.Field(words.asOf, asOf))]
    for (product, rows) in LoanRegisterRows.groups(register.owed, products, \.loan.product) {
      blocks += [.heading("\(words.product): \(product)"), .table(table(rows))]
    }
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
    return Report(
      title: words.nominativeTitle, subject: asOf,
      blocks: blocks + [
        .heading(words.controlAccount), .table(controls),
        .verdict(register.agrees ? words.controlsAgree : words.controlsDisagree),
        .signatures(words.preparedAndChecked, printedOnly: true),
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
        .text(row.loan.number), .text("\(row.loan.memberNumber) \(row.loan.memberName)"),
        .optional(row.loan.disbursedOn), .amount(row.loan.principal), .amount(row.outstanding),
      ]
    }.total("\(words.total): \(rows.count)", in: 1)
  }
}

/// Writes the loans that are owed with their class and what is to be set aside (kolektibilitas).
public struct CollectibilityRenderer: DocumentRenderer {
  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each loan that is owed, and the sums by class.
  public func render(_ document: LoanRegister, into output: inout TextOutput) {
    let rows = LoanRegisterRows(words: style.words)
    switch style.format {
    case .text, .html: style.draw(report(document), into: &output)
    case .csv: rows.csv(document.owed, into: &output)
    case .json: rows.json("ksp.collectibility/1", document, document.owed, into: &output)
    }
  }

  private func report(_ register: LoanRegister) -> Report {
    let words = style.words
    let table = ReportTable(
      [
        .left(words.loan, 9), .left(words.name, 16), .right(words.daysLate, 4),
        .left(words.loanClass, 14), .sum(words.outstanding, 17), .sum(words.allowance, 15),
      ], register.owed
    ) { row in
      [
        .text(row.loan.number), .text("\(row.loan.memberNumber) \(row.loan.memberName)"),
        .count(row.daysPastDue), .text(words(row.loanClass.name)), .amount(row.outstanding),
        .amount(row.allowance),
      ]
    }.total("\(words.total): \(register.owed.count)", in: 1)
    let classes = ReportTable(
      [
        .left(words.loanClass, 24), .count(words.loanCount, 8), .sum(words.outstanding, 18),
        .sum(words.allowance, 18),
      ], LoanRegisterRows.groups(register.owed, LoanClass.allCases, \.loanClass)
    ) { group in
      [
        .text("\(group.key.rawValue) \(words(group.key.name))"), .count(group.rows.count),
        LoanRegisterRows.sum(group.rows, \.outstanding),
        LoanRegisterRows.sum(group.rows, \.allowance),
      ]
    }.total(words.total)
    let asOf = words(register.asOf.inWords)
    return Report(
      title: words.collectibilityTitle, subject: asOf,
      blocks: [
        .fields(Report.Field(words.asOf, asOf)), .table(table), .heading(words.loanClass),
        .table(classes), .signatures(words.preparedAndChecked, printedOnly: true),
      ])
  }
}
