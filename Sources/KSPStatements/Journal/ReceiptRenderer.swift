/// Writes what the counter hands out (bukti, kuitansi), with the amount in words and two
/// signature lines.
public struct ReceiptRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes one receipt.
  public func report(of receipt: Receipt) -> Report {
    ReceiptRenderer(style.of(rehearsal: receipt.isRehearsal)).paper(of: receipt)
  }

  private func paper(of receipt: Receipt) -> Report {
    let words = style.words
    let data = data(receipt)
    return Report(
      "ksp.receipt/1",
      title: words.receiptTitle(receipt.kind, isThroughBank: receipt.isThroughBank),
      subject: style.isRehearsal ? words.rehearsal : receipt.entry.description,
      copies: receipt.party == nil ? [words.copyForMember, words.copyForBook] : [], data: data,
      rows: ReportRows(
        data,
        [
          "voucher", "date", "kind", "account", "member", "amount", "balance", "reference", "memo",
          "recordedBy", "replay", "counterpart",
        ]),
      blocks: style.receiptMarks(isReplay: receipt.isReplay)
        + [.fields(fields(receipt), width: 16)] + parts(receipt)
        + style.signed(
          receipt.kind, receipt.amount, on: receipt.bookDate, clerk: receipt.note.recordedBy,
          other: receipt.party ?? receipt.memberName)
    ).rehearsed(style.isRehearsal)
  }

  private func fields(_ receipt: Receipt) -> [Report.Field] {
    let words = style.words
    let note = receipt.note
    let event = [
      Report.Field(words.voucher, style.voucher(receipt.entry)),
      Report.Field(words.date, words(receipt.bookDate.inWords)),
      Report.Field(words.event, words(receipt.title)),
      Report.Field(words.takesBack, receipt.reversed.map(words.reversed)),
      Report.Field(words.name, receipt.memberName),
      Report.Field(
        receipt.kind == .cashReceipt ? words.receivedFrom : words.paidTo, receipt.party),
      Report.Field(words.account, receipt.account?.text),
      Report.Field(
        words.counterpart, receipt.counterpart.map { "\($0.code)   \(words($0.name))" }),
    ]
    let deductions =
      words.deducted(receipt.deductions)
      + [Report.Field(words.withoutPenalty, receipt.waivedFor)]
    let amounts = [
      Report.Field(words.amount, receipt.amount.formatted, isStrong: true),
      Report.Field(words.inWords, words(receipt.amountInWords), isStrong: true),
      Report.Field(words.forMonths, receipt.dues.map(words.settled)),
      Report.Field(
        receipt.reversed?.loan == nil ? words.balance(after: receipt.kind) : words.outstanding,
        receipt.balance?.formatted),
      Report.Field(words.laterBalance, receipt.laterBalance?.formatted),
      Report.Field(
        words.followingVouchers,
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

  private func data(_ receipt: Receipt) -> ReportRecord {
    let words = style.words
    let act: ReportRecord = [
      "voucher": .entry(receipt.storedEntry), "date": .date(receipt.bookDate),
      "kind": .text(receipt.kind.rawValue), "account": .text(receipt.account?.text),
      "memberNumber": .text(receipt.member?.text), "member": .text(receipt.memberName),
      "party": .present(receipt.party) { .text($0) },
      "counterpart": .text(receipt.counterpart?.code.text),
      "amount": .amount(receipt.amount), "amountInWords": .text(words(receipt.amountInWords)),
    ]
    let parts: ReportRecord = [
      "deductions": words.data(receipt.deductions),
      "waivedFor": .present(receipt.waivedFor) { .text($0) },
      "parts": receipt.parts.isEmpty
        ? .absent
        : .list(receipt.parts) { part in
          [
            "name": .text(words(part.name)), "account": .text(part.account?.text),
            "side": .text(part.side?.rawValue), "amount": .amount(part.amount),
          ]
        },
      "reverses": .present(receipt.reversed) { reversed in
        .record([
          "voucher": .entry(reversed.entry), "kind": .text(reversed.kind.rawValue),
          "date": .date(reversed.bookDate),
        ])
      },
    ]
    let rest: ReportRecord = [
      "dues": .present(receipt.dues) { .record($0.data) },
      "balance": .amount(receipt.balance), "laterBalance": .amount(receipt.laterBalance),
      "reference": .text(receipt.reference), "memo": .text(receipt.note.memo),
      "recordedBy": .text(receipt.note.recordedBy),
      "following": .list(receipt.following) { ["voucher": .entry($0)] },
      "replay": .flag(receipt.isReplay),
      "warnings": words.data(receipt.warnings),
    ]
    return act + parts + rest
  }
}

extension Receipt {
  /// The voucher that is in the book; nil where nothing was stored.
  var storedEntry: EntryNumber? { isRehearsal ? nil : entry }
}

extension Wording {
  /// A line for everything that was cut before the money was handed out.
  func deducted(_ deductions: [Receipt.Deduction]) -> [Report.Field?] {
    deductions.map { Report.Field(fee, "\(self($0.name)) \($0.amount.formatted)") }
  }

  /// What programs read of it; nothing where nothing was cut.
  func data(_ deductions: [Receipt.Deduction]) -> ReportValue {
    guard !deductions.isEmpty else { return .absent }
    return .list(deductions) { ["name": .text(self($0.name)), "amount": .amount($0.amount)] }
  }

  /// What programs read of what was accepted and should be looked at; nothing where there is none.
  func data(_ warnings: [LedgerWarning]) -> ReportValue {
    guard !warnings.isEmpty else { return .absent }
    return .list(warnings) { warning in
      [
        "code": .text(warning.code.rawValue), "rule": .text(warning.rule),
        "message": .text(self(warning.message)),
      ]
    }
  }
}
