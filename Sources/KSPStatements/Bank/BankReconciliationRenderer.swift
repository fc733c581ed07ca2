/// Writes a bank beside the book (rekonsiliasi bank).
public struct BankReconciliationRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes both balances, and what is open on either side.
  public func report(of bank: BankReconciliation) -> Report {
    let words = style.words
    let lines = BankLineColumns(style).table(bank.lines, tied: bank.ties)
    let entries = entries(bank.entries)
    return Report(
      "ksp.bank-reconciliation/1", title: words("REKONSILIASI BANK", "BANK RECONCILIATION"),
      subject: "\(bank.account) \(words(bank.name))",
      data: [
        "account": .text(bank.account.text), "name": .text(words(bank.name)),
        "date": .date(bank.date), "bank": .amount(bank.bank), "bankDate": .date(bank.bankDate),
        "book": .amount(bank.book), "difference": .amount(bank.difference), "lines": .rows(lines),
        "entries": .rows(entries),
        "unexplained": .amount(bank.unexplained),
        "lastMatched": .text(bank.lastMatched?.description),
      ], rows: ReportRows(lines),
      blocks: [
        .fields(
          Report.Field(words.account, "\(bank.account) \(words(bank.name))"),
          Report.Field(words.date, words(bank.date.inWords)),
          Report.Field(
            words("Saldo bank", "Bank's balance"),
            bank.bank.map { balance in
              balance.formatted + (bank.bankDate.map { ", \(words.day($0))" } ?? "")
            } ?? words("belum ada mutasi", "no statement yet")),
          Report.Field(words("Saldo buku", "Book's balance"), bank.book.formatted),
          Report.Field(words("Beda", "Difference"), bank.difference?.formatted),
          Report.Field(
            words("Tidak terjelaskan", "Unexplained"),
            bank.unexplained.flatMap { $0.isZero ? nil : $0.formatted }),
          Report.Field(
            words("Terakhir dicocokkan", "Last ticked"),
            bank.lastMatched.map(style.moment) ?? words.never), width: 22)
      ] + part(words("Di bank, belum di buku", "At the bank, not in the book"), lines)
        + part(words("Di buku, belum di bank", "In the book, not at the bank"), entries) + [
          .verdict(
            bank.isSettled
              ? words("Bank dan buku sama.", "Bank and book agree.")
              : words("Ada yang belum cocok.", "Something is open.")),
          .signatures(words.preparedAndChecked, printedOnly: true),
        ]
    ).statement(known: style.known)
  }

  private func part(_ heading: String, _ table: ReportTable) -> [Report.Block] {
    table.count == 0
      ? [] : [.heading(heading), .table(table.total(style.words.total, in: 1)), .gap]
  }

  private func entries(_ entries: [BankEntry]) -> ReportTable {
    let words = style.words
    return ReportTable(
      entries,
      [
        .left("voucher", words.voucher, 9) { .entry($0.entry) },
        .left("date", words.date, 10) { .date($0.date) },
        .left("description", words.description, 38) {
          .text([words($0.kind.name), $0.memo].compactMap(\.self).joined(separator: ": "))
        },
        .sum("amount", words.amount, 16) { .amount($0.amount) },
      ])
  }
}
