/// Writes the cash book of a day or a month (buku kas).
public struct CashBookRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Receipts and payments between what was there and what is left; below a month the three rows of
  /// the form.
  public func report(of book: CashBook) -> Report {
    let words = style.words
    let table = table(book)
    let accounts = book.accounts.map { "\($0.code) \(words($0.name))" }.joined(separator: ", ")
    return Report(
      "ksp.cash-book/1", title: words.cashBookTitle,
      subject: "\(words.cashBookTitle) \(words.days(book.period))",
      data: data(book), rows: ReportRows(table),
      blocks: [
        .fields(
          Report.Field(words.period, words.days(book.period)),
          Report.Field(words.cashAccounts, accounts),
          Report.Field(words.recordedBy, book.recordedBy)),
        .table(table),
      ] + foot(book, table.columns) + [
        .note(words.known(book.known)),
        .signatures(words.preparedAndChecked, printedOnly: true),
      ]
    ).statement(known: book.known)
  }

  private func data(_ book: CashBook) -> ReportRecord {
    let sums: ReportRecord = [
      "in": .amount(book.received), "out": .amount(book.paid), "closing": .amount(book.closing),
    ]
    return [
      "from": .date(book.period.first), "to": .date(book.period.last),
      "accounts": .texts(book.accounts.map(\.code.text)), "opening": .amount(book.opening),
      "lines": .rows(table(book)),
    ] + sums + [
      "recordedBy": .present(book.recordedBy) { .text($0) },
      "yearToDate": .present(book.yearToDate) { year in
        .record([
          "broughtForward": .amount(year.broughtForward), "in": .amount(year.received),
          "out": .amount(year.paid), "total": .amount(year.total),
        ])
      },
    ]
  }

  /// The lines between their balances. Of a single day the dates are left out for people, of a
  /// single month its name.
  private func table(_ book: CashBook) -> ReportTable {
    let words = style.words
    let columns = columns(book)
    let table = ReportTable(book.lines, columns)
    let printed = columns.filter { $0.column != nil }.map(\.name)
    let place = printed.firstIndex(of: "description") ?? 0
    func row(_ text: String, _ balance: Rupiah) -> [Cell] {
      printed.map { name in
        switch name {
        case "description": .text(text)
        case "balance": .amount(balance)
        default: .blank
        }
      }
    }
    return table.total(book.yearToDate == nil ? words.total : words.thisMonth, in: place)
      .balances(
        opening: row(words.openingBalance, book.opening),
        closing: row(words.closingBalance, book.closing))
  }

  private func columns(_ book: CashBook) -> [ReportColumn<CashBook.Line>] {
    let words = style.words
    let isDay = book.period.dayCount == 1
    let isMonth = book.period.first.month == book.period.last.month
    let dates: ReportColumn<CashBook.Line> =
      isDay
      ? .data("date") { .date($0.bookDate) }
      : isMonth
        ? .left("date", words.dayOfMonth, 3) {
          .coded($0.bookDate.description, shown: String($0.bookDate.description.suffix(2)))
        } : .left("date", words.date, 10) { .date($0.bookDate) }
    let room = isDay ? 26 : isMonth ? 22 : 15
    return [
      dates,
      .left("voucher", words.voucher, 9) { .entry($0.entry) },
      .left("description", words.description, room) { line in
        .coded(words(line.text), shown: text(line, book))
      },
      .data("member") { .optional($0.member?.text) }, .data("name") { .optional($0.name) },
      .sum("in", words.cashIn, 11) { .unlessZero($0.received) },
      .sum("out", words.cashOut, 11) { .unlessZero($0.paid) },
      .balance("balance", words.balance, 12) { .amount($0.balance) },
      .left("by", words.by, 6) { .optional($0.recordedBy) },
      .data("kind") { .coded($0.kind.rawValue, shown: words($0.kind.name)) },
      .data("account") { .text($0.account.text) },
    ]
  }

  /// What was recorded, whose it was, and where there are several accounts, in which of them.
  private func text(_ line: CashBook.Line, _ book: CashBook) -> String {
    let words = style.words
    let party = line.name.map { name in line.member.map { "\(name) (\($0))" } ?? name }
    let account = book.accounts.count > 1 ? line.account.text : nil
    return [words(line.text), party, account].compactMap(\.self).joined(separator: ", ")
  }

  /// The two rows of the form below those of the month itself.
  private func foot(_ book: CashBook, _ columns: [TextTable.Column]) -> [Report.Block] {
    guard let year = book.yearToDate else { return [] }
    let words = style.words
    func row(_ text: String, _ received: Rupiah, _ balance: Rupiah?) -> [Cell] {
      var cells = columns.map { _ in Cell.blank }
      let place = columns.count - 5
      cells[place] = .text(text)
      cells[place + 1] = .amount(received)
      cells[place + 2] = .amount(year.paid)
      cells[place + 3] = .optional(balance)
      return cells
    }
    let rows = [
      row(words.untilThisMonth, year.received, nil),
      row(words.withBeginning, year.total, book.closing),
    ]
    var table = ReportTable(columns, rows) { $0 }
    table.isTitled = false
    return [.table(table)]
  }
}

extension Wording {
  fileprivate var cashBookTitle: String { self("BUKU KAS", "CASH BOOK") }
  fileprivate var cashAccounts: String { self("Akun kas", "Cash accounts") }
  fileprivate var cashIn: String { self("Masuk", "In") }
  fileprivate var cashOut: String { self("Keluar", "Out") }
  fileprivate var by: String { self("Oleh", "By") }
  fileprivate var dayOfMonth: String { self("Tgl", "Day") }
  fileprivate var thisMonth: String { self("Transaksi bulan ini", "This month") }
  fileprivate var withBeginning: String { self("Total", "Total") }
  fileprivate var untilThisMonth: String {
    self("Jumlah s.d. bulan ini", "Since January")
  }
}
