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
    case .text, .html: style.draw(report(document), into: &output)
    case .csv: csv(document, into: &output)
    case .json: json(document, into: &output)
    }
  }

  private func report(_ receipt: Receipt) -> Report {
    let words = style.words
    let note = receipt.note
    return Report(
      title: words.receiptTitle(receipt.kind),
      subject: style.isRehearsal ? words.rehearsal : receipt.entry.description,
      copies: [words.copyForMember, words.copyForBook],
      blocks: style.receiptMarks(isReplay: receipt.isReplay)
        + [.fields(fields(receipt), width: 16)] + parts(receipt) + [
          .signatures(
            [
              Report.Signature(role: words.signatureClerk, name: note.recordedBy),
              Report.Signature(role: words.signatureMember, name: receipt.memberName),
            ], printedOnly: false)
        ])
  }

  private func fields(_ receipt: Receipt) -> [Report.Field] {
    let words = style.words
    let note = receipt.note
    let event = [
      Report.Field(words.voucher, style.voucher(receipt.entry)),
      Report.Field(words.date, words(receipt.bookDate.inWords)),
      Report.Field(words.event, words(receipt.kind.name)),
      Report.Field(words.takesBack, receipt.reversed.map(words.reversed)),
      Report.Field(words.name, receipt.memberName),
      Report.Field(words.account, receipt.account?.text),
      Report.Field(
        words.counterpart, receipt.counterpart.map { "\($0.code)   \(words($0.name))" }),
    ]
    let deductions = receipt.deductions.map { deduction in
      Report.Field(words.fee, "\(words(deduction.name)) \(deduction.amount.formatted)")
    }
    let amounts = [
      Report.Field(words.amount, receipt.amount.formatted, isStrong: true),
      Report.Field(words.inWords, words(receipt.amountInWords), isStrong: true),
      Report.Field(
        receipt.reversed?.loan == nil ? words.balance(after: receipt.kind) : words.outstanding,
        receipt.balance?.formatted),
      Report.Field(words.laterBalance, receipt.laterBalance?.formatted),
      Report.Field(
        words.reallocationsHeading,
        receipt.following.isEmpty
          ? nil : receipt.following.map(\.description).joined(separator: ", ")),
      Report.Field(words.memo, note.memo), Report.Field(words.reference, note.reference),
    ]
    return (event + deductions + amounts).compactMap(\.self)
  }

  /// What the amount is made of; entries by hand have two sides.
  private func parts(_ receipt: Receipt) -> [Report.Block] {
    let words = style.words
    guard !receipt.parts.isEmpty else { return [] }
    func name(_ part: Receipt.Part) -> String {
      let name = [part.account?.text, words(part.name)].compactMap(\.self).joined(separator: " ")
      return part.side.map { "\($0 == .debit ? words.debit : words.credit) \(name)" } ?? name
    }
    let table = ReportTable([.left(words.parts, 44), .sum(words.amount, 20)], receipt.parts) {
      [.text(name($0)), .amount($0.amount)]
    }
    let isWhole = receipt.parts.allSatisfy { $0.side == nil } && receipt.deductions.isEmpty
    return [.table(isWhole ? table.total(words.total) : table)]
  }

  private func csv(_ receipt: Receipt, into output: inout TextOutput) {
    CSVWriter.header(
      [
        "voucher", "date", "kind", "account", "member", "amount", "balance", "reference", "memo",
        "recorded_by", "replay", "counterpart",
      ], into: &output)
    CSVWriter.row(
      [
        .entry(receipt.entry), .date(receipt.bookDate), .text(receipt.kind.rawValue),
        .optional(receipt.account?.text), .optional(receipt.memberName), .amount(receipt.amount),
        .optional(receipt.balance?.description), .optional(receipt.note.reference),
        .optional(receipt.note.memo), .optional(receipt.note.recordedBy),
        .text(receipt.isReplay ? "true" : "false"), .optional(receipt.counterpart?.code.text),
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
      json.field("counterpart", receipt.counterpart?.code.text)
      json.field("amount", receipt.amount)
      json.field("amountInWords", style.words(receipt.amountInWords))
      if !receipt.deductions.isEmpty {
        json.array("deductions") { json in
          for deduction in receipt.deductions {
            json.object { json in
              json.field("name", style.words(deduction.name))
              json.field("amount", deduction.amount)
            }
          }
        }
      }
      if !receipt.parts.isEmpty {
        json.array("parts") { json in
          for part in receipt.parts {
            json.object { json in
              json.field("name", style.words(part.name))
              json.field("account", part.account?.text)
              json.field("side", part.side?.rawValue)
              json.field("amount", part.amount)
            }
          }
        }
      }
      if let reversed = receipt.reversed {
        json.object("reverses") { json in
          json.field("voucher", reversed.entry)
          json.field("kind", reversed.kind.rawValue)
          json.field("date", reversed.bookDate)
        }
      }
      json.field("balance", receipt.balance)
      json.field("laterBalance", receipt.laterBalance)
      json.field("reference", receipt.note.reference)
      json.field("memo", receipt.note.memo)
      json.field("recordedBy", receipt.note.recordedBy)
      json.array("following") { json in
        for entry in receipt.following { json.object { $0.field("voucher", entry) } }
      }
      json.field("replay", receipt.isReplay)
      if !receipt.warnings.isEmpty {
        json.array("warnings") { json in
          for warning in receipt.warnings {
            json.object { json in
              json.field("code", warning.code.rawValue)
              json.field("rule", warning.rule)
              json.field("message", style.words(warning.message))
            }
          }
        }
      }
    }
  }
}
