/// Writes a voucher again, marked as a copy: what was recorded, its accounts, and who took it.
public struct VoucherRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes one voucher.
  public func report(of voucher: Voucher) -> Report {
    let words = style.words
    let entry = voucher.entry
    let table = table(voucher)
    return Report(
      "ksp.voucher/1",
      title: voucher.payment == nil
        ? words.receiptTitle(entry.kind, isThroughBank: voucher.isThroughBank)
        : words.loanReceiptTitle,
      subject: entry.number.description,
      data: data(voucher, table), rows: ReportRows(table),
      blocks: [.note(words.copyPrintedAgain)]
        + (voucher.payment.map { paper(of: $0, voucher) } ?? paper(of: voucher, table)))
  }

  /// A payment on a loan says what it settled, as its first print did.
  private func paper(of payment: LoanReceipt, _ voucher: Voucher) -> [Report.Block] {
    let words = style.words
    let entry = voucher.entry
    return LoanReceiptRenderer(style).paper(
      of: payment,
      [
        Report.Field(words.reversedBy, entry.reversedBy?.description),
        Report.Field(words.recordedBy, entry.note.recordedBy),
        Report.Field(words.recordedAt, style.moment(entry.recordedAt)),
      ])
  }

  private func paper(of voucher: Voucher, _ table: ReportTable) -> [Report.Block] {
    let entry = voucher.entry
    return [
      .fields(fields(voucher), width: 16), .table(table.total(style.words.total, in: 1)),
    ]
      + style.signed(
        entry.kind, voucher.amount, on: entry.bookDate, clerk: entry.note.recordedBy,
        other: voucher.isPaidToOthers ? voucher.receiver : voucher.name)
  }

  private func fields(_ voucher: Voucher) -> [Report.Field] {
    let words = style.words
    let entry = voucher.entry
    let note = entry.note
    let name = voucher.name.map { name in voucher.member.map { "\(name) (\($0))" } ?? name }
    let event = [
      Report.Field(words.voucher, entry.number.description),
      Report.Field(words.date, words(entry.bookDate.inWords)),
      Report.Field(words.event, words(entry.kind.name(throughBank: voucher.isThroughBank))),
      Report.Field(words.takesBack, voucher.reversed.map(words.reversed)),
      Report.Field(words.reversedBy, entry.reversedBy?.description),
      Report.Field(label(entry.kind), name),
      Report.Field(
        voucher.isPaidToOthers ? words.paidTo : words.receiver, voucher.receiver),
    ]
    let deductions =
      words.deducted(voucher.deductions)
      + [Report.Field(words.withoutPenalty, voucher.waivedFor)]
    let amounts = [
      Report.Field(words.amount, voucher.amount.formatted, isStrong: true),
      Report.Field(words.inWords, words(voucher.amount.inWords), isStrong: true),
      Report.Field(words.forMonths, voucher.dues.map(words.settled)),
      Report.Field(
        words.balance(after: voucher.reversed?.kind ?? entry.kind), voucher.balance?.formatted),
      Report.Field(words.memo, note.memo), Report.Field(words.reference, entry.reference),
      Report.Field(words.recordedBy, note.recordedBy),
      Report.Field(words.recordedAt, style.moment(entry.recordedAt)),
    ]
    return (event + deductions + amounts).compactMap(\.self)
  }

  private func label(_ kind: EntryKind) -> String {
    switch kind {
    case .cashReceipt: style.words.receivedFrom
    case .cashPayment: style.words.paidTo
    default: style.words.name
    }
  }

  private func table(_ voucher: Voucher) -> ReportTable {
    let words = style.words
    return ReportTable(
      voucher.lines,
      [
        .left("account", words.code, 14) { .text($0.account.text) },
        .left("name", words.description, 34) { line in
          .coded(
            words(line.title),
            shown: [words(line.title), line.holder].compactMap(\.self).joined(separator: ", "))
        },
        .data("holder") { .optional($0.holder) },
        .sum("debit", words.debit, 15) { .unlessZero($0.debit) },
        .sum("credit", words.credit, 14) { .unlessZero($0.credit) },
      ])
  }

  private func data(_ voucher: Voucher, _ table: ReportTable) -> ReportRecord {
    let words = style.words
    let entry = voucher.entry
    return [
      "voucher": .entry(entry.number), "copy": .flag(true), "date": .date(entry.bookDate),
      "kind": .text(entry.kind.rawValue), "memberNumber": .text(voucher.member?.text),
      "name": .text(voucher.name), "receiver": .text(voucher.receiver),
      "amount": .amount(voucher.amount), "amountInWords": .text(words(voucher.amount.inWords)),
      "deductions": words.data(voucher.deductions),
      "waivedFor": .present(voucher.waivedFor) { .text($0) },
      "lines": .rows(table), "dues": .present(voucher.dues) { .record($0.data) },
      "balance": .amount(voucher.balance),
      "stampDuty": .amount(voucher.stampDuty), "reverses": .entry(entry.reverses),
      "reversedBy": .entry(entry.reversedBy), "memo": .text(entry.note.memo),
      "reference": .text(entry.reference), "recordedBy": .text(entry.note.recordedBy),
      "recordedAt": .text(entry.recordedAt.description), "hash": .text(entry.hash),
      "payment": .present(voucher.payment) { .record(LoanReceiptRenderer(style).data($0)) },
    ]
  }
}

/// Writes lines of a savings book, in the rows of its page that are still empty.
public struct PassbookRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// A row of the page; nil for one that is printed already.
  private typealias Row = (number: Int, line: AccountStatement.Line?)

  /// Writes the lines below as many empty ones as stand above them.
  public func report(of book: PassbookLines) -> Report {
    let words = style.words
    let printed = (1..<max(1, book.firstRow)).map { Row($0, nil) }
    let lines = book.lines.enumerated().map { Row(book.firstRow + $0.offset, $0.element) }
    var table = ReportTable(printed + lines, columns)
    table.isTitled = false
    let data = ReportTable(lines, columns)
    var report = Report(
      "ksp.passbook/1", title: words.passbookTitle, subject: book.account.text,
      hasLetterhead: false,
      data: [
        "account": .text(book.account.text), "firstRow": .count(book.firstRow),
        "lines": .rows(data),
      ], rows: ReportRows(data),
      blocks: [.table(table)])
    report.isBare = true
    return report
  }

  private var columns: [ReportColumn<Row>] {
    let words = style.words
    return [
      .right("row", "", 3) { $0.line == nil ? .blank : .count($0.number) },
      .left("date", words.date, 10) { .optional($0.line?.bookDate) },
      .left("voucher", words.voucher, 9) { .optional($0.line?.entry) },
      .data("description") { .optional($0.line.map { words($0.text) }) },
      .right("debit", words.debit, 15) { $0.line.map { .unlessZero($0.debit) } ?? .blank },
      .right("credit", words.credit, 15) { $0.line.map { .unlessZero($0.credit) } ?? .blank },
      .right("balance", words.balance, 16) { .optional($0.line?.balance) },
    ]
  }
}

extension Voucher {
  /// Whether the receiver came for what was a member's, and signs.
  fileprivate var isPaidToOthers: Bool {
    receiver != nil && [.leaverPayment, .depositEnding].contains(entry.kind)
  }
}

extension Wording {
  fileprivate var receiver: String { self("Penerima", "Receiver") }
  fileprivate var passbookTitle: String { self("BUKU SIMPANAN", "SAVINGS BOOK") }
}
