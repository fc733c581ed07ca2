/// Writes the interest that was earned and falls due later, beside the ledger (daftar akrual jasa).
public struct AccrualListRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each account of a member, and one for each account of the ledger.
  public func report(of list: AccrualList) -> Report {
    let words = style.words
    let lines = table(list)
    let controls = self.controls(list)
    var blocks: [Report.Block] = [
      .fields(Report.Field(words.asOfDay, words(list.month.lastDay.inWords)))
    ]
    if !list.isClosed { blocks.append(.note(words.accrualsExpected)) }
    blocks += list.lines.isEmpty ? [.note(words.noAccruals)] : [.table(lines)]
    if !list.controls.isEmpty {
      blocks.append(.table(controls))
      if list.controls.contains(where: { !$0.difference.isZero }) {
        blocks.append(.note(words.accrualsDiffer))
      }
    }
    blocks.append(.signatures(words.preparedAndChecked, printedOnly: true))
    return Report(
      "ksp.accruals/1", title: words.accrualsTitle, subject: words(list.month.name),
      data: [
        "month": .text(list.month.description), "closed": .flag(list.isClosed),
        "lines": .rows(lines),
        "payable": .amount(list.payable), "prepaid": .amount(list.prepaid),
        "change": .amount(list.change), "accounts": .rows(controls),
      ], rows: ReportRows(lines), blocks: blocks
    ).statement(known: style.known)
  }

  private func table(_ list: AccrualList) -> ReportTable {
    let words = style.words
    return ReportTable(
      list.lines,
      [
        .left("account", words.account, 13) { .text($0.account.text) },
        .data("member") { .text($0.member.text) },
        .left("memberName", words.name, 20) { .text($0.memberName) },
        .left("product", words.product, 10) { .text($0.product.text) },
        .sum("change", words.accrualChange, 14) { .amount($0.change) },
        .sum("accrued", words.accrued, 15) { .amount($0.accrued) },
      ]
    ).total("\(words.total): \(list.lines.count)", in: 1)
  }

  private func controls(_ list: AccrualList) -> ReportTable {
    let words = style.words
    return ReportTable(
      list.controls,
      [
        .left("account", words("Akun", "Account"), 10) { .text($0.account.text) },
        .left("name", words.name, 22) { .text(words($0.name)) },
        .right("list", words.inRegister, 14) { .amount($0.list) },
        .right("ledger", words.inLedger, 14) { .amount($0.ledger) },
        .right("difference", words.difference, 13) { .amount($0.difference) },
      ])
  }
}
