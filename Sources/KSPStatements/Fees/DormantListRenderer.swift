public import KSPCore

/// Writes the accounts whose members have moved nothing for months (daftar rekening pasif).
public struct DormantListRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each account.
  public func report(of accounts: [DormantAccount]) -> Report {
    let words = style.words
    let table = ReportTable(
      accounts,
      [
        .left("account", words.account, 14) { .text($0.account.text) },
        .data("member") { .text($0.member.text) },
        .left("name", words.name, 28) { .text($0.memberName) },
        .left("lastMoved", words("Gerak terakhir", "Last movement"), 14) { .date($0.lastMoved) },
        .sum("balance", words.balance, 18) { .amount($0.balance) },
      ])
    return Report(
      "ksp.dormant-accounts/1", title: words("REKENING PASIF", "DORMANT ACCOUNTS"),
      data: ["accounts": .rows(table)], rows: ReportRows(table),
      blocks: accounts.isEmpty
        ? [.note(words("Tidak ada rekening pasif.", "No account is dormant."))]
        : [
          .table(table.total("\(words.total): \(accounts.count)", in: 1)),
          .signatures(words.preparedAndChecked, printedOnly: true),
        ]
    ).statement(known: style.known)
  }
}
