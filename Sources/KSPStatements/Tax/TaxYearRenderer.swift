/// Writes the slips of a member in a year with their total (rekap bukti potong); many are a stream,
/// as statements are.
public struct TaxYearRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle
  /// The cooperative that withheld; nil leaves its numbers out.
  public var withholder: BookSettings?

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes what comes before the first of many members.
  public func header(into output: inout TextOutput) {
    let columns = ReportRows(table([])).names
    style.begin(style.words.taxYearTitle, schema, columns: columns, into: &output)
  }

  private let schema = "ksp.tax-year/1"

  /// Writes what comes after the last of many members.
  public func footer(into output: inout TextOutput) {
    style.end(into: &output)
  }

  /// Writes what parts two members: a form feed in text.
  public func separator(into output: inout TextOutput) {
    style.part(into: &output)
  }

  /// Writes one member of many.
  public func append(_ year: TaxYear, into output: inout TextOutput) {
    style.append(report(of: year), into: &output)
  }

  /// A line for each month of a member.
  private func table(_ slips: [WithholdingSlip]) -> ReportTable {
    let words = style.words
    return ReportTable(
      slips,
      [
        .left("slip", words.number, 16) { .text($0.number) },
        .left("month", words.month, 15) {
          .coded($0.month.description, shown: words($0.month.name))
        },
        .left("code", words.taxCode, 9) { .text($0.code) },
        .sum("gross", words.gross, 15) { .amount($0.gross) },
        .right("rate", words("Tarif", "Rate"), 5) {
          .coded($0.rate.percentText, shown: $0.rate.percentText + "%")
        },
        .sum("tax", words.tax, 13) { .amount($0.tax) },
        .data("corrected") { .flag($0.isCorrection) },
      ]
    ).total(words.total)
  }

  /// Writes a line for each month, and the total.
  public func report(of year: TaxYear) -> Report {
    let words = style.words
    let slip = year.slips[0]
    let table = table(year.slips)
    return Report(
      schema, title: "\(words.taxYearTitle) \(year.year)",
      subject: "\(slip.memberNumber) \(slip.memberName)",
      data: [
        "year": .count(year.year), "member": .text(slip.memberNumber.text),
        "name": .text(slip.memberName), "nik": .text(slip.nik), "npwp": .text(slip.npwp),
        "slips": .rows(table), "gross": .amount(year.gross), "tax": .amount(year.tax),
      ], rows: ReportRows(table),
      blocks: [
        .fields(
          Report.Field(words("Pemotong", "Withheld by"), withholder?.name),
          Report.Field(words("NPWP pemotong", "Its NPWP"), withholder?.npwp, indent: 1),
          Report.Field(words("Dipotong dari", "Withheld from"), slip.memberName),
          Report.Field(words.memberNumber, slip.memberNumber.text, indent: 1),
          Report.Field(words.nationalID, slip.taxpayerNumber, indent: 1), width: 20),
        .table(table),
        .signatures(
          [
            Report.Signature(
              role: words("Pemotong pajak,", "Withheld by,"), name: withholder?.treasurer),
            Report.Signature(role: words.signatureMember, name: slip.memberName),
          ], printedOnly: true),
      ])
  }
}

extension Wording {
  fileprivate var taxYearTitle: String {
    self("REKAP BUKTI POTONG PPH JASA", "TAX WITHHELD FROM INTEREST IN")
  }
}
