/// Writes what the counter hands out (bukti, kuitansi), with the amount in words and two
/// signature lines.
public struct ReceiptRenderer: DocumentRenderer {
  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes one receipt.
  public func render(_ document: Receipt, into output: inout TextOutput) {
    switch style.format {
    case .text: text(document, into: &output)
    case .csv: csv(document, into: &output)
    case .json: json(document, into: &output)
    }
  }

  private func text(_ receipt: Receipt, into output: inout TextOutput) {
    let words = style.words
    style.heading(words.receiptTitle, into: &output)
    if receipt.isReplay { output.line(words.copy) }
    func field(_ label: String, _ value: String?) {
      if let value { style.labelled(label, value, into: &output) }
    }
    field(words.voucher, receipt.entry.description)
    field(words.date, words(receipt.bookDate.inWords))
    field(words.event, words(receipt.kind.name))
    field(words.name, receipt.memberName)
    field(words.account, receipt.account?.text)
    field(words.amount, receipt.amount.formatted)
    field(words.inWords, words(receipt.amountInWords))
    field(words.balanceAfter, receipt.balance?.formatted)
    field(words.memo, receipt.note.memo)
    field(words.reference, receipt.note.reference)
    output.newline()
    let signatures = TextTable([.left("", 4), .left("", 34), .left("", 34)])
    signatures.row(
      [.blank, .text(words.signatureClerk), .text(words.signatureMember)], into: &output)
    for _ in 0..<3 { output.newline() }
    signatures.row(
      [.blank, .text("( ______________________ )"), .text("( ______________________ )")],
      into: &output)
    if receipt.note.recordedBy != nil || receipt.memberName != nil {
      signatures.row(
        [.blank, .optional(receipt.note.recordedBy), .optional(receipt.memberName)], into: &output)
    }
  }

  private func csv(_ receipt: Receipt, into output: inout TextOutput) {
    CSVWriter.header(
      [
        "voucher", "date", "kind", "account", "member", "amount", "balance", "reference", "memo",
        "recorded_by", "replay",
      ], into: &output)
    CSVWriter.row(
      [
        .entry(receipt.entry), .date(receipt.bookDate), .text(receipt.kind.rawValue),
        .optional(receipt.account?.text), .optional(receipt.memberName), .amount(receipt.amount),
        .optional(receipt.balance?.description), .optional(receipt.note.reference),
        .optional(receipt.note.memo), .optional(receipt.note.recordedBy),
        .text(receipt.isReplay ? "true" : "false"),
      ], into: &output)
  }

  private func json(_ receipt: Receipt, into output: inout TextOutput) {
    JSONWriter.line(into: &output) { json in
      json.field("schema", "ksp.receipt/1")
      json.field("voucher", receipt.entry)
      json.field("date", receipt.bookDate)
      json.field("kind", receipt.kind.rawValue)
      json.field("account", receipt.account?.text)
      json.field("member", receipt.memberName)
      json.field("amount", receipt.amount)
      json.field("amountInWords", style.words(receipt.amountInWords))
      json.field("balance", receipt.balance)
      json.field("reference", receipt.note.reference)
      json.field("memo", receipt.note.memo)
      json.field("recordedBy", receipt.note.recordedBy)
      json.field("replay", receipt.isReplay)
    }
  }
}
