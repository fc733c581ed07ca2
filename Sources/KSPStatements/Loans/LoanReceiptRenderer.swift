/// Writes the receipt of a payment on a loan, with what each rupiah settled (kuitansi angsuran).
public struct LoanReceiptRenderer: DocumentRenderer {
  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes one receipt; in CSV a row for each part.
  public func render(_ document: LoanReceipt, into output: inout TextOutput) {
    switch style.format {
    case .text, .html: style.draw(report(document), into: &output)
    case .csv:
      LoanReceiptRenderer.header(into: &output)
      LoanReceiptRenderer.rows(document, into: &output)
    case .json:
      JSONWriter.line(into: &output) { json in
        json.field("schema", "ksp.loan-receipt/1")
        fields(document, into: &json)
      }
    }
  }

  private func report(_ document: LoanReceipt) -> Report {
    let words = style.words
    let receipt = document.receipt
    var parts = document.parts.map { (label: words.part($0), amount: $0.amount) }
    if !document.penalty.isZero { parts.append((words.penalty, document.penalty)) }
    if !document.intoSavings.isZero { parts.append((words.intoSavings, document.intoSavings)) }
    if !document.returned.isZero { parts.append((words.advanceReturned, document.lessReturned)) }
    let table = ReportTable([.left(words.settles, 40), .sum(words.amount, 20)], parts) { part in
      [.text(part.label), .amount(part.amount)]
    }.total(words.total)
    let next = document.next.map { "\($0.installment.due)   \($0.total.formatted)" }
    return Report(
      title: words.loanReceiptTitle,
      subject: style.isRehearsal ? words.rehearsal : receipt.entry.description,
      copies: [words.copyForMember, words.copyForBook],
      blocks: style.receiptMarks(isReplay: receipt.isReplay) + [
        .fields(
          Report.Field(words.voucher, style.voucher(receipt.entry)),
          Report.Field(words.date, words(receipt.bookDate.inWords)),
          Report.Field(words.name, receipt.memberName),
          Report.Field(words.loan, document.loan),
          Report.Field(words.amount, receipt.amount.formatted, isStrong: true),
          Report.Field(words.inWords, words(receipt.amountInWords), isStrong: true), width: 18)
      ] + (parts.isEmpty ? [] : [.table(table)]) + [
        .fields(
          ([
            Report.Field(words.outstanding, document.outstanding.formatted),
            Report.Field(words.nextInstallment, next),
            Report.Field(words.memo, receipt.note.memo),
            Report.Field(words.reference, receipt.note.reference),
          ] + changes(document)).compactMap(\.self), width: 18),
        .signatures(
          [
            Report.Signature(role: words.signatureClerk, name: receipt.note.recordedBy),
            Report.Signature(role: words.signatureMember, name: receipt.memberName),
          ], printedOnly: false),
      ])
  }

  /// What the payment changed about later ones, and what has been changed about it since.
  private func changes(_ document: LoanReceipt) -> [Report.Field?] {
    document.reallocations.map { change in
      let isOwn = change.payment == document.receipt.entry
      return Report.Field(
        isOwn ? style.words.changedSince : style.words.changesLater,
        isOwn ? "\(change.entry) \(change.date)" : style.words.reallocation(change))
    }
  }

  static func header(into output: inout TextOutput) {
    CSVWriter.header(
      [
        "voucher", "date", "loan", "member", "paid", "installment", "component", "amount",
        "outstanding",
      ], into: &output)
  }

  static func rows(_ document: LoanReceipt, into output: inout TextOutput) {
    let receipt = document.receipt
    func row(_ installment: Cell, _ component: String, _ amount: Rupiah) {
      CSVWriter.row(
        [
          .entry(receipt.entry), .date(receipt.bookDate), .text(document.loan),
          .optional(receipt.memberName), .amount(receipt.amount), installment, .text(component),
          .amount(amount), .amount(document.outstanding),
        ], into: &output)
    }
    for part in document.parts {
      let number: Cell = part.installment == 0 ? .blank : .count(part.installment)
      row(number, part.component.rawValue, part.amount)
    }
    if !document.penalty.isZero { row(.blank, "penalty", document.penalty) }
    if !document.intoSavings.isZero { row(.blank, "savings", document.intoSavings) }
    if !document.returned.isZero { row(.blank, "returned", document.lessReturned) }
  }

  static func deposit(
    _ deposit: RepaymentListReport.Deposit, of list: RepaymentListReport,
    into output: inout TextOutput
  ) {
    CSVWriter.row(
      [
        .entry(list.depositEntry ?? list.entry), .date(list.bookDate), .blank, .text(deposit.name),
        .amount(deposit.amount), .blank, .text("savings:\(deposit.product)"),
        .amount(deposit.amount), .blank,
      ], into: &output)
  }

  func fields(_ document: LoanReceipt, into json: inout JSONWriter) {
    let receipt = document.receipt
    json.field("voucher", receipt.entry)
    json.field("date", receipt.bookDate)
    json.field("loan", document.loan)
    json.field("member", receipt.memberName)
    json.field("amount", receipt.amount)
    json.field("amountInWords", style.words(receipt.amountInWords))
    json.array("parts") { json in
      for part in document.parts {
        json.object { json in
          json.field("installment", part.installment)
          json.field("component", part.component.rawValue)
          json.field("amount", part.amount)
        }
      }
    }
    json.field("penalty", document.penalty)
    json.field("returned", document.returned)
    json.field("intoSavings", document.intoSavings)
    json.field("outstanding", document.outstanding)
    json.field("nextDue", document.next?.installment.due)
    json.field("nextPrincipal", document.next?.principal)
    json.field("nextInterest", document.next?.interest)
    json.field("nextAdministration", document.next?.administration)
    json.array("reallocations") { json in
      for change in document.reallocations { json.object { change.fields(into: &$0) } }
    }
    json.field("reference", receipt.note.reference)
    json.field("memo", receipt.note.memo)
    json.field("recordedBy", receipt.note.recordedBy)
    json.field("replay", receipt.isReplay)
  }
}

/// Writes what became of a payroll list: one line for each payment.
public struct RepaymentListRenderer: DocumentRenderer {
  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes the list; in CSV a row for each part of each payment.
  public func render(_ document: RepaymentListReport, into output: inout TextOutput) {
    switch style.format {
    case .text, .html: style.draw(report(document), into: &output)
    case .csv:
      LoanReceiptRenderer.header(into: &output)
      for receipt in document.rows { LoanReceiptRenderer.rows(receipt, into: &output) }
      for deposit in document.deposits {
        LoanReceiptRenderer.deposit(deposit, of: document, into: &output)
      }
    case .json:
      JSONWriter.line(into: &output) { json in
        json.field("schema", "ksp.loan-payments/1")
        json.field("file", document.file)
        json.field("voucher", document.entry)
        json.field("date", document.bookDate)
        json.field("order", document.order?.description)
        json.field("isBookOrder", document.isBookOrder)
        json.field("total", document.total)
        json.array("payments") { json in
          for receipt in document.rows {
            json.object { json in
              LoanReceiptRenderer(style).fields(receipt, into: &json)
            }
          }
        }
        json.field("savingsVoucher", document.depositEntry)
        json.array("deposits") { json in
          for deposit in document.deposits {
            json.object { json in
              json.field("member", deposit.member)
              json.field("name", deposit.name)
              json.field("product", deposit.product)
              json.field("amount", deposit.amount)
            }
          }
        }
        json.field("replay", document.isReplay)
      }
    }
  }

  private func deposits(_ report: RepaymentListReport) -> Report.Block {
    let words = style.words
    return .table(
      ReportTable(
        [
          .left(words.memberNumber, 12), .left(words.name, 28), .left(words.product, 18),
          .sum(words.amount, 18),
        ], report.deposits
      ) { [.text($0.member), .text($0.name), .text($0.product), .amount($0.amount)] }
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

  private func report(_ report: RepaymentListReport) -> Report {
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
        .text(row.loan), .optional(row.receipt.memberName), part(.lateFee), part(.interest),
      ] + (isThere ? [part(.administration)] : []) + [
        part(.principal), .amount(row.intoSavings), .amount(row.outstanding),
      ]
    }.total(words.total)
    return Report(
      title: report.deposits.isEmpty ? words.listTitle : words.payrollTitle,
      subject: style.isRehearsal ? words.rehearsal : report.entry.description,
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
      ] + (report.rows.isEmpty ? [] : [.table(table)])
        + (report.deposits.isEmpty ? [] : [.gap, deposits(report)]) + [
          .signatures(words.preparedAndChecked, printedOnly: true)
        ])
  }
}
