/// Writes the slip of one member (bukti potong), to be handed to them; many are a stream, as
/// statements are.
public struct WithholdingSlipRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle
  /// The cooperative that withheld; nil leaves its numbers out.
  public var withholder: BookSettings?

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes what comes before the first of many slips.
  public func header(into output: inout TextOutput) {
    style.begin(style.words.slipTitle, schema, columns: columns, into: &output)
  }

  private let schema = "ksp.slip/1"
  private let columns = ["slip", "month", "member", "code", "gross", "rate", "tax"]

  /// Writes what comes after the last of many slips.
  public func footer(into output: inout TextOutput) {
    style.end(into: &output)
  }

  /// Writes what parts two slips: a form feed in text.
  public func separator(into output: inout TextOutput) {
    style.part(into: &output)
  }

  /// Writes one slip of many.
  public func append(_ slip: WithholdingSlip, into output: inout TextOutput) {
    style.append(report(of: slip), into: &output)
  }

  /// Writes one slip.
  public func report(of slip: WithholdingSlip) -> Report {
    let words = style.words
    return Report(
      schema, title: words.slipTitle, subject: "\(slip.number) \(slip.memberName)",
      data: [
        "slip": .text(slip.number), "date": .date(slip.date),
        "month": .text(slip.month.description), "member": .text(slip.memberNumber.text),
        "name": .text(slip.memberName), "nik": .text(slip.nik), "npwp": .text(slip.npwp),
        "kind": .text(slip.memberKind.rawValue), "article": .text(slip.article.rawValue),
        "code": .text(slip.code), "gross": .amount(slip.gross),
        "rate": .text(slip.rate.percentText), "tax": .amount(slip.tax),
        "claimed": .amount(slip.claimed), "recovered": .amount(slip.recovered),
        "corrected": .flag(slip.isCorrection),
      ],
      rows: ReportRows(
        columns,
        [
          [
            .text(slip.number), .text(slip.month.description), .text(slip.memberNumber.text),
            .text(slip.code), .amount(slip.gross), .text(slip.rate.percentText),
            .amount(slip.tax),
          ]
        ]),
      blocks: [fields(slip)] + notes(slip)
        + style.placed(on: slip.month.lastDay) + [signatures(slip)])
  }

  private func fields(_ slip: WithholdingSlip) -> Report.Block {
    let words = style.words
    return .fields(
      [
        Report.Field(words.number, slip.number),
        Report.Field(words.date, words(slip.date.inWords)),
        Report.Field(words("Masa pajak", "Tax period"), words(slip.month.name)),
        Report.Field(words("Pemotong", "Withheld by"), withholder?.name),
        Report.Field(words("NPWP pemotong", "Its NPWP"), withholder?.npwp, indent: 1),
        Report.Field("NITKU", withholder?.placeOfBusiness, indent: 1),
        Report.Field(words("Dipotong dari", "Withheld from"), slip.memberName),
        Report.Field(words.memberNumber, slip.memberNumber.text, indent: 1),
        Report.Field(words.nationalID, slip.taxpayerNumber, indent: 1),
        Report.Field(words.taxArticle, slip.article.name),
        Report.Field(words("Kode objek pajak", "Tax object code"), slip.code),
        Report.Field(words.gross, slip.gross.formatted),
        Report.Field(words.taxRate, slip.rate.percentText + "%"),
        Report.Field(words.tax, slip.tax.formatted, isStrong: true),
        Report.Field(words.inWords, words(slip.tax.inWords), isStrong: true),
      ].compactMap(\.self), width: 20)
  }

  private func notes(_ slip: WithholdingSlip) -> [Report.Block] {
    let words = style.words
    return [
      slip.isCorrection
        ? words(
          "Bukti ini dibetulkan sesudah tutup bulan.",
          "This slip was corrected after the month end.") : nil,
      slip.claimed.isPositive ? words.slipClaimed(slip.claimed) + "." : nil,
      slip.recovered.isPositive ? words.slipRecovered(slip.recovered) + "." : nil,
    ].compactMap(\.self).map { .note($0) }
  }

  private func signatures(_ slip: WithholdingSlip) -> Report.Block {
    let words = style.words
    return .signatures(
      [
        Report.Signature(
          role: words("Pemotong pajak,", "Withheld by,"), name: withholder?.treasurer),
        Report.Signature(role: words.signatureMember, name: slip.memberName),
      ], printedOnly: false)
  }
}

extension Wording {
  fileprivate var slipTitle: String {
    self("BUKTI PEMOTONGAN PPH JASA SIMPANAN", "SLIP OF TAX WITHHELD FROM INTEREST")
  }
}
