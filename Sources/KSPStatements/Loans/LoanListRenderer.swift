/// Writes the list of loans with their arrears, and the arrears by age.
public struct LoanListRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each loan.
  public func report(of register: LoanRegister) -> Report {
    let words = style.words
    let table = ReportTable(
      [
        .left(words.loan, 9), .left(words.name, 18), .left(words.status, 12),
        .sum(words.outstanding, 16), .sum(words.arrears, 15), .right(words.daysLate, 5),
      ], register.rows
    ) { row in
      [
        .text(row.loan.number.text), .text("\(row.loan.memberNumber) \(row.loan.memberName)"),
        .text(words(row.loan.status.name)), .amount(row.outstanding), .unlessZero(row.arrears),
        row.daysPastDue == 0 ? .blank : .count(row.daysPastDue),
      ]
    }.total("\(words.total): \(register.rows.count)", in: 1)
    return LoanRegisterRows(
      schema: "ksp.loans/1", register: register, rows: register.rows
    ).report(
      style, title: words.loansTitle,
      blocks: [.table(table), .heading(words.ageing), .table(ageing(register.owed))])
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
