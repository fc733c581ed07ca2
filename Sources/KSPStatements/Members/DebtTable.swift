import KSPCore

/// The loans of a member, a line for each.
struct DebtTable {
  let style: ReportStyle

  /// The lines with their sums.
  func table(_ debts: [MemberSummary.Debt]) -> ReportTable {
    let words = style.words
    return ReportTable(
      debts,
      [
        .left("loan", words.loan, 14) { .text($0.loan.text) },
        .left("product", words.product, 15) { .text($0.product.text) },
        .sum("outstanding", words.outstanding, 17) { .amount($0.outstanding) },
        .sum("arrears", words.arrears, 15) { .unlessZero($0.arrears) }.only(.people),
        .data("arrears") { .amount($0.arrears) },
        .sum("lateFee", words.lateFee, 11) { .unlessZero($0.lateFee) }.only(.people),
        .data("lateFee") { .amount($0.lateFee) },
        .data("daysPastDue") { .count($0.daysPastDue) },
      ]
    ).total(words.total)
  }

  /// The heading and the lines; nothing where nothing is owed.
  func blocks(_ debts: [MemberSummary.Debt]) -> [Report.Block] {
    debts.isEmpty
      ? [] : [.gap, .heading(style.words("Pinjaman", "Loans")), .table(table(debts))]
  }
}
