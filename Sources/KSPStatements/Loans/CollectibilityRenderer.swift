/// Writes the loans that are owed with their class and what is to be set aside (kolektibilitas).
public struct CollectibilityRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each loan that is owed, and the sums by class.
  public func report(of register: LoanRegister) -> Report {
    let words = style.words
    let table = ReportTable(
      [
        .left(words.loan, 9), .left(words.name, 16), .right(words.daysLate, 4),
        .left(words.loanClass, 14), .sum(words.outstanding, 17), .sum(words.allowance, 15),
      ], register.owed
    ) { row in
      [
        .text(row.loan.number.text), .text("\(row.loan.memberNumber) \(row.loan.memberName)"),
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
    let booked = ReportTable(
      [
        .left(words.account, 30), .right(words.allowance, 16), .right(words.bookedAllowance, 16),
        .right(words.difference, 15),
      ], register.allowances
    ) {
      [
        .text("\($0.account) \(words($0.name))"), .amount($0.needed), .amount($0.booked),
        .amount($0.difference),
      ]
    }
    return LoanRegisterRows(
      schema: "ksp.collectibility/1", register: register, rows: register.owed
    ).report(
      style, title: words.collectibilityTitle,
      blocks: [.table(table), .heading(words.loanClass), .table(classes)]
        + (register.allowances.contains { !$0.difference.isZero }
          ? [
            .heading(words.allowance), .table(booked), .note(words.allowanceMoves),
          ] : []))
  }
}
