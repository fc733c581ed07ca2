/// Writes the receipt of a payment on a loan, with what each rupiah settled (kuitansi angsuran).
public struct LoanReceiptRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes one receipt; in CSV a row for each part.
  public func report(of document: LoanReceipt) -> Report {
    LoanReceiptRenderer(style.of(rehearsal: document.receipt.isRehearsal)).sheet(of: document)
  }

  private func sheet(of document: LoanReceipt) -> Report {
    let words = style.words
    let receipt = document.receipt
    return Report(
      "ksp.loan-receipt/1", title: words.loanReceiptTitle,
      subject: style.isRehearsal ? words.rehearsal : receipt.entry.description,
      copies: [words.copyForMember, words.copyForBook], data: data(document),
      rows: ReportRows(Self.columns, Self.rows(document)),
      blocks: style.receiptMarks(isReplay: receipt.isReplay) + paper(of: document)
    ).rehearsed(style.isRehearsal)
  }

  /// What the paper says, with `more` of the voucher.
  func paper(of document: LoanReceipt, _ more: [Report.Field?] = []) -> [Report.Block] {
    let words = style.words
    let receipt = document.receipt
    var parts = document.parts.map { (label: words.part($0), amount: $0.amount) }
    if !document.penalty.isZero { parts.append((words.penalty, document.penalty)) }
    if !document.intoSavings.isZero { parts.append((words.intoSavings, document.intoSavings)) }
    if !document.returned.isZero { parts.append((words.advanceReturned, document.lessReturned)) }
    let table = ReportTable([.left(words.settles, 40), .sum(words.amount, 20)], parts) { part in
      [.text(part.label), .amount(part.amount)]
    }.total(words.total)
    let next = document.next.map {
      "\(style.words.dayInWords($0.installment.due))   \($0.total.formatted)"
    }
    return [
      .fields(
        Report.Field(words.voucher, style.voucher(receipt.entry)),
        Report.Field(words.date, words(receipt.bookDate.inWords)),
        Report.Field(words.event, receipt.counterpart.map { _ in words(receipt.title) }),
        Report.Field(
          words.counterpart, receipt.counterpart.map { "\($0.code)   \(words($0.name))" }),
        Report.Field(words.name, receipt.memberName),
        Report.Field(words.loan, document.loan.text),
        Report.Field(words.amount, receipt.amount.formatted, isStrong: true),
        Report.Field(words.inWords, words(receipt.amountInWords), isStrong: true), width: 18)
    ] + (parts.isEmpty ? [] : [.table(table)]) + [
      .fields(
        ([
          Report.Field(words.outstanding, document.outstanding.formatted),
          Report.Field(words.laterOutstanding, receipt.laterBalance?.formatted),
          Report.Field(words.nextInstallment, next),
          Report.Field(words.forMonths, receipt.dues.map(words.settled)),
          Report.Field(words.memo, receipt.note.memo),
          Report.Field(words.reference, receipt.reference),
        ] + changes(document) + more).compactMap(\.self), width: 18)
    ]
      + style.signed(
        receipt.kind, receipt.amount, on: receipt.bookDate, clerk: receipt.note.recordedBy,
        other: receipt.memberName)
  }

  /// What the payment changed about later ones, and what has been changed about it since.
  private func changes(_ document: LoanReceipt) -> [Report.Field?] {
    document.reallocations.map { change in
      let isOwn = change.payment == document.receipt.entry
      return Report.Field(
        isOwn ? style.words.changedSince : style.words.changesLater,
        isOwn
          ? "\(change.entry) \(style.words.dayInWords(change.date))"
          : style.words.reallocation(change))
    }
  }

  /// The columns of a payment in CSV.
  static let columns = [
    "voucher", "date", "loan", "member", "paid", "installment", "component", "amount",
    "outstanding",
  ]

  /// A row for each part of a payment.
  static func rows(_ document: LoanReceipt) -> [[Cell]] {
    let receipt = document.receipt
    func row(_ installment: Cell, _ component: String, _ amount: Rupiah) -> [Cell] {
      [
        .optional(receipt.storedEntry), .date(receipt.bookDate), .text(document.loan.text),
        .optional(receipt.memberName), .amount(receipt.amount), installment, .text(component),
        .amount(amount), .amount(document.outstanding),
      ]
    }
    let parts = document.parts.map { part in
      row(
        part.installment == 0 ? .blank : .count(part.installment), part.component.rawValue,
        part.amount)
    }
    let more = [
      ("penalty", document.penalty), ("savings", document.intoSavings),
      ("returned", document.returned.isZero ? .zero : document.lessReturned),
    ]
    return parts + more.filter { !$0.1.isZero }.map { row(.blank, $0.0, $0.1) }
  }

  /// A payment for programs.
  func data(_ document: LoanReceipt) -> ReportRecord {
    let receipt = document.receipt
    return [
      "voucher": .entry(receipt.storedEntry), "date": .date(receipt.bookDate),
      "loan": .text(document.loan.text), "memberNumber": .text(receipt.member?.text),
      "member": .text(receipt.memberName),
      "amount": .amount(receipt.amount), "amountInWords": .text(style.words(receipt.amountInWords)),
      "parts": .list(document.parts) { part in
        [
          "installment": .count(part.installment), "component": .text(part.component.rawValue),
          "amount": .amount(part.amount),
        ]
      },
      "penalty": .amount(document.penalty), "returned": .amount(document.returned),
      "intoSavings": .amount(document.intoSavings), "outstanding": .amount(document.outstanding),
      "laterOutstanding": .amount(receipt.laterBalance),
      "nextDue": .date(document.next?.installment.due),
      "nextPrincipal": .amount(document.next?.principal),
      "nextInterest": .amount(document.next?.interest),
      "nextAdministration": .amount(document.next?.administration),
      "dues": .present(receipt.dues) { .record($0.data) },
      "reallocations": .list(document.reallocations) { $0.data },
      "reference": .text(receipt.reference), "memo": .text(receipt.note.memo),
      "recordedBy": .text(receipt.note.recordedBy), "replay": .flag(receipt.isReplay),
      "counterpart": receipt.counterpart.map { .text($0.code.text) } ?? .absent,
    ]
  }
}

/// Writes what became of a payroll list: one line for each payment.
public struct RepaymentListRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes the list; in CSV a row for each part of each payment.
  public func report(of report: RepaymentListReport) -> Report {
    RepaymentListRenderer(style.of(rehearsal: report.isRehearsal)).paper(of: report)
  }

  private func paper(of report: RepaymentListReport) -> Report {
    let words = style.words
    let isThere = report.rows.contains { $0.parts.contains { $0.component == .administration } }
    let third: [TextTable.Column] = isThere ? [.sum(words.administrationShort, 8)] : []
    let table = ReportTable(
      [
        .left(words.loan, 9), .left(words.name, isThere ? 10 : 13), .sum(words.lateFee, 8),
        .sum(words.interest, isThere ? 9 : 10),
      ] + third + [
        .sum(words.principal, isThere ? 11 : 12), .sum(words.savings, isThere ? 8 : 9),
        .right(words.outstanding, isThere ? 11 : 13),
      ], report.rows
    ) { row in
      func part(_ component: LoanComponent) -> Cell {
        .total(
          row.parts.filter { $0.component == component }.reduce(0) { $0 + Int128($1.amount.sen) })
      }
      return [
        .text(row.loan.text), .optional(row.receipt.memberName), part(.lateFee), part(.interest),
      ] + (isThere ? [part(.administration)] : []) + [
        part(.principal), .amount(row.intoSavings), .amount(row.outstanding),
      ]
    }.total(words.total)
    return Report(
      "ksp.loan-payments/1",
      title: report.deposits.isEmpty ? words.listTitle : words.payrollTitle,
      subject: style.isRehearsal ? words.rehearsal : report.entry.description,
      data: data(report), rows: ReportRows(LoanReceiptRenderer.columns, rows(report)),
      blocks: style.receiptMarks(isReplay: report.isReplay) + [
        .fields(
          Report.Field(words.file, report.file),
          Report.Field(words.voucher, style.voucher(report.entry)),
          Report.Field(
            words.savings,
            report.depositEntry.flatMap { $0 == report.entry ? nil : style.voucher($0) }),
          Report.Field(words.date, words(report.bookDate.inWords)),
          Report.Field(words("Urutan", "Order"), order(report)),
          Report.Field(words.amount, report.total.formatted, isStrong: true),
          Report.Field(words.inWords, words(report.total.inWords), isStrong: true))
      ] + leftOut(report) + (report.rows.isEmpty ? [] : [.table(table)])
        + (report.deposits.isEmpty ? [] : [.gap, deposits(report)]) + [
          .signatures(words.preparedAndChecked, printedOnly: true)
        ]
    ).rehearsed(style.isRehearsal)
  }

  /// The rows of the sheet from which nothing was taken, so that nobody is dropped without a word.
  private func leftOut(_ report: RepaymentListReport) -> [Report.Block] {
    let rows = report.understanding.map(style.words.leftOutRows) ?? []
    return rows.isEmpty ? [] : [.fields(rows, width: 16)]
  }

  private func deposits(_ report: RepaymentListReport) -> Report.Block {
    let words = style.words
    return .table(
      ReportTable(
        [
          .left(words.memberNumber, 12), .left(words.name, 28), .left(words.product, 18),
          .sum(words.amount, 18),
        ], report.deposits
      ) { [.text($0.member.text), .text($0.name), .text($0.product.text), .amount($0.amount)] }
      .total(words.total))
  }

  /// By which order sums were used up, and who set it.
  private func order(_ report: RepaymentListReport) -> String? {
    let words = style.words
    return report.order.map { order in
      let source =
        report.isBookOrder
        ? words("pengaturan buku", "setting of the book") : words("daftar ini", "this list")
      return "\(words(order.name)) (\(source))"
    }
  }

  private func rows(_ report: RepaymentListReport) -> [[Cell]] {
    report.rows.flatMap(LoanReceiptRenderer.rows)
      + report.deposits.map { deposit in
        [
          .optional(report.stored(report.depositEntry ?? report.entry)), .date(report.bookDate),
          .blank,
          .text(deposit.name), .amount(deposit.amount), .blank,
          .text("savings:\(deposit.product)"), .amount(deposit.amount), .blank,
        ]
      }
  }

  private func data(_ report: RepaymentListReport) -> ReportRecord {
    [
      "file": .text(report.file), "voucher": .entry(report.stored(report.entry)),
      "date": .date(report.bookDate), "order": .text(report.order?.description),
      "isBookOrder": .flag(report.isBookOrder), "total": .amount(report.total),
      "payments": .list(report.rows) { LoanReceiptRenderer(style).data($0) },
      "savingsVoucher": .entry(report.stored(report.depositEntry)),
      "deposits": .list(report.deposits) { deposit in
        [
          "member": .text(deposit.member.text), "name": .text(deposit.name),
          "product": .text(deposit.product.text), "amount": .amount(deposit.amount),
        ]
      }, "replay": .flag(report.isReplay),
      "understanding": .present(report.understanding) {
        .record(SheetUnderstandingRenderer.data($0))
      },
    ]
  }
}

extension RepaymentListReport {
  /// A voucher of the list that is in the book; nil where nothing was stored.
  fileprivate func stored(_ entry: EntryNumber?) -> EntryNumber? { isRehearsal ? nil : entry }
}
