/// Writes the withholding slips of a month (bukti potong).
public struct WithholdingSlipsRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes the names of the columns of comma-separated values.
  public func header(into output: inout TextOutput) {
    ReportRows(table([])).header(of: "ksp.slips/1", into: &output)
  }

  /// Writes the rows of a slip below them.
  public func append(_ slip: WithholdingSlip, into output: inout TextOutput) {
    ReportRows(table([slip])).write(into: &output)
  }

  /// Writes a line for each member.
  public func report(of slips: [WithholdingSlip]) -> Report {
    let words = style.words
    let table = table(slips)
    let ends = [slips.map(\.month).min(), slips.map(\.month).max()].compactMap(\.self)
    let months = Array(ends.prefix(ends.first == ends.last ? 1 : 2)).map { words($0.name) }
    let span = months.joined(separator: " – ")
    let title = "\(words.slips) \(span)"
    return Report(
      "ksp.slips/1", title: TextTable.oneLine(title).uppercased(),
      subject: span,
      data: ["slips": .rows(table)], rows: ReportRows(table),
      blocks: [
        .fields(Report.Field(words.period, slips.isEmpty ? nil : span)),
        .table(table.total(words.total, in: 2)),
      ] + slips.flatMap(notes) + (style.known.map { [.note(words.known($0))] } ?? [])
        + [.signatures(words.preparedAndChecked, printedOnly: true)]
    ).statement(known: style.known)
  }

  /// The slips of a month or a year; people see personal numbers masked, for others see the list.
  /// Those of several months say which, in the place of the code that is nearly always the same.
  private func table(_ slips: [WithholdingSlip]) -> ReportTable {
    let words = style.words
    let isLong = slips.contains { $0.month != slips[0].month }
    return ReportTable(
      slips,
      [
        isLong
          ? .left("month", words.month, 7) { .text($0.month.description) }
          : .data("month") { .text($0.month.description) },
        .data("slip") { .text($0.number) },
        .left("member", words.number, 8) { .text($0.memberNumber.text) },
        .left("name", words.name, 17) { .text($0.memberName) },
        .left("taxpayer", words.nationalID, 16) {
          .optional($0.taxpayerNumber.map(PersonalNumber.masked))
        }.only(.people),
        .data("nik") { .optional($0.nik) }, .data("npwp") { .optional($0.npwp) },
        .data("kind") { .coded($0.memberKind.rawValue, shown: words($0.memberKind.name)) },
        .sum("gross", words.gross, 14) { .amount($0.gross) },
        .sum("tax", words.tax, 11) { .amount($0.tax) },
        isLong
          ? .data("code") { .text($0.code) }
          : .left("code", words.taxCode, 9) { .text($0.code) },
        .data("rate") { .text($0.rate.percentText) },
        .data("claimed") { .amount($0.claimed) }, .data("recovered") { .amount($0.recovered) },
        .data("corrected") { .flag($0.isCorrection) },
      ], printed: [isLong ? "month" : "code", "member", "name", "taxpayer", "gross", "tax"])
  }

  private func notes(_ slip: WithholdingSlip) -> [Report.Block] {
    let words = style.words
    let name = "\(slip.memberNumber) \(slip.memberName): "
    return [
      slip.isCorrection ? words.slipCorrected : nil,
      slip.claimed.isPositive ? words.slipClaimed(slip.claimed) : nil,
      slip.recovered.isPositive ? words.slipRecovered(slip.recovered) : nil,
    ].compactMap(\.self).map { .note(name + $0) }
  }
}
