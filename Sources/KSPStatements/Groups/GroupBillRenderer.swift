/// Writes what a group pays together for a month, with a line to sign for each member.
public struct GroupBillRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes the sum of the group and the split inside it.
  public func report(of bill: GroupBill) -> Report {
    let words = style.words
    let table = table(bill)
    return Report(
      "ksp.group-bill/1", title: words("TAGIHAN KELOMPOK", "BILL OF A GROUP"),
      subject: "\(bill.group) \(style.words(bill.month.name))",
      data: [
        "group": .text(bill.group), "month": .text(bill.month.description),
        "shares": .rows(table), "total": .amount(bill.total),
      ], rows: ReportRows(table),
      blocks: [
        .fields(
          Report.Field(words("Kelompok", "Group"), bill.group),
          Report.Field(words.month, words(bill.month.name)),
          Report.Field(
            words("Dibayar kelompok", "The group pays"), bill.total.formatted, isStrong: true),
          width: 24),
        .heading(words("Pembagian di dalam kelompok", "Split inside the group")),
        .table(table.total("\(words.total): \(bill.shares.count)", in: 0)),
        .note(
          words(
            "Pembagian ini catatan kelompok, tidak dibukukan.",
            "The split is a memo of the group and is not booked.")),
        .signatures(words.preparedAndChecked, printedOnly: true),
      ]
    ).statement(known: style.known)
  }

  private func table(_ bill: GroupBill) -> ReportTable {
    let words = style.words
    // A column more only where something stands in it.
    let third: [ReportColumn<GroupBill.Share>] =
      bill.shares.contains { !$0.parts.administration.isZero }
      ? [
        .sum("administration", words.administrationShort, 8) {
          .unlessZero($0.parts.administration)
        }.only(.people)
      ] : []
    return ReportTable(
      bill.shares,
      [
        .left("who", words.name, third.isEmpty ? 18 : 16) { .text("\($0.member) \($0.name)") }
          .only(.people),
        .data("memberNumber") { .text($0.member.text) }, .data("member") { .text($0.name) },
        .nested("loans") { .texts($0.loans.map(\.text)) },
        .sum("dues", words("Wajib", "Dues"), 9) { .unlessZero($0.dues) }.only(.people),
        .data("dues") { .amount($0.dues) },
        .sum("principal", words.principal, 11) { .unlessZero($0.parts.principal) }.only(.people),
        .data("principal") { .amount($0.parts.principal) },
        .sum("interest", words.interest, 9) { .unlessZero($0.parts.interest) }.only(.people),
        .data("interest") { .amount($0.parts.interest) },
      ] + third + [
        .data("administration") { .amount($0.parts.administration) },
        .sum("lateFee", words.lateFee, 9) { .unlessZero($0.parts.lateFee) }.only(.people),
        .data("lateFee") { .amount($0.parts.lateFee) },
        .sum("total", words.total, 12) { .amount($0.total) },
      ])
  }
}
