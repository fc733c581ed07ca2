/// Writes the open items of transit accounts by age (daftar titipan menurut umur).
public struct TransitListRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  private struct Line {
    let account: TransitAccount
    let item: TransitItem
  }

  /// Writes the items of each account and what is open by age.
  public func report(of list: TransitList) -> Report {
    let words = style.words
    let all = table(
      list.accounts.flatMap { account in
        account.items.map { Line(account: account, item: $0) }
      })
    let open = list.accounts.filter { !$0.items.isEmpty }
    return Report(
      "ksp.transit/1", title: words("TITIPAN MENURUT UMUR", "TRANSIT ACCOUNTS BY AGE"),
      subject: style.words.dayInWords(list.date),
      data: [
        "date": .date(list.date), "items": .rows(all),
        "accounts": .list(list.accounts) { account in
          [
            "account": .text(account.code.text), "name": .text(words(account.name)),
            "ages": .list(Array(zip(TransitAge.allCases, account.sums))) {
              ["days": .text($0.0.range), "open": .amount($0.1)]
            }, "balance": .amount(account.balance),
          ]
        },
      ], rows: ReportRows(all),
      blocks: open.isEmpty
        ? [.note(words("Tidak ada titipan yang terbuka.", "Nothing in transit is open."))]
        : open.flatMap(blocks) + [.signatures(words.preparedAndChecked, printedOnly: true)]
    ).statement(known: style.known)
  }

  private func blocks(_ account: TransitAccount) -> [Report.Block] {
    let words = style.words
    let lines = account.items.map { Line(account: account, item: $0) }
    return [
      .heading("\(account.code) \(words(account.name))"),
      .table(table(lines).total(words.total, in: 2)),
      .fields(
        zip(TransitAge.allCases, account.sums).compactMap { age, sum in
          sum.isZero ? nil : Report.Field(words(age.name), sum.formatted)
        }, width: 24),
    ]
  }

  private func table(_ lines: [Line]) -> ReportTable {
    let words = style.words
    return ReportTable(
      lines,
      [
        .data("account") { .text($0.account.code.text) },
        .left("voucher", words.voucher, 9) { .entry($0.item.entry) },
        .left("date", words.date, 10) { .date($0.item.date) },
        .left("about", words("Tentang", "About"), 22) { .optional($0.item.about) },
        .data("memo") { .optional($0.item.memo) },
        .right("days", words("Umur", "Age"), 5) { .count($0.item.days) },
        .sum("amount", words.amount, 13) { .amount($0.item.amount) },
        .sum("open", words("Terbuka", "Open"), 13) { .amount($0.item.open) },
      ])
  }
}
