/// Writes the health worksheet of a book: its cells with the accounts behind them, and the ratios.
public struct HealthSheetRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// The cells, what has no cell, and the ratios; in CSV all cells in the worksheet's order, as
  /// they can be worked out again.
  public func report(of sheet: HealthSheet) -> Report {
    let words = style.words
    let ratios = HealthReportRenderer(style).report(of: sheet.report)
    let cells = cells(sheet)
    let unplaced = unplaced(sheet)
    return Report(
      "ksp.health/1", title: ratios.title, subject: words(sheet.asOf.inWords),
      data: [
        "asOf": .date(sheet.asOf), "previous": .date(sheet.previous),
      ] + ratios.data + ["cells": .rows(cells), "unplaced": .rows(unplaced)],
      rows: rows(sheet),
      blocks: [
        .fields(
          Report.Field(words.asOf, words(sheet.asOf.inWords)),
          Report.Field(words.comparedWith, words(sheet.previous.inWords))),
        .heading(words("Sel", "Cells")), .table(cells),
      ]
        + (sheet.unplaced.isEmpty
          ? [] : [.heading(words("Akun tanpa sel", "Accounts without a cell")), .table(unplaced)])
        + [.heading(words("Rasio", "Ratios"))] + ratios.blocks
    ).statement(known: sheet.known)
  }

  private func cells(_ sheet: HealthSheet) -> ReportTable {
    let words = style.words
    return ReportTable(
      sheet.cells,
      [
        .right("cell", words("Sel", "Cell"), 4) { .count($0.number) },
        .left("accounts", words.description, 39) { cell in
          .text(
            cell.parts.map { [$0.code, words($0.name)].filter { !$0.isEmpty } }
              .map { $0.joined(separator: " ") }.joined(separator: ", "))
        }.only(.people),
        .right("current", words.day(sheet.asOf), 17) { .amount($0.amount) },
        .right("previous", words.day(sheet.previous), 17) { .amount($0.previous) },
        .nested("accounts") { .list($0.parts, part) },
      ])
  }

  private func part(_ part: HealthSheet.Part) -> ReportRecord {
    [
      "code": .text(part.code), "name": .text(style.words(part.name)),
      "current": .amount(part.amount), "previous": .amount(part.previous),
    ]
  }

  private func unplaced(_ sheet: HealthSheet) -> ReportTable {
    let words = style.words
    return ReportTable(
      sheet.unplaced,
      [
        .left("code", words.code, 10) { .text($0.code) },
        .left("name", words.description, 33) { .text(words($0.name)) },
        .right("current", words.day(sheet.asOf), 17) { .amount($0.amount) },
        .right("previous", words.day(sheet.previous), 17) { .amount($0.previous) },
      ])
  }

  /// All cells, those that hold nothing too.
  private func rows(_ sheet: HealthSheet) -> ReportRows {
    let found = Dictionary(
      sheet.cells.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    return ReportRows(
      ["cell", "current", "previous"],
      HealthCells.numbers.map { number in
        [
          .count(number), .amount(found[number]?.amount ?? .zero),
          .amount(found[number]?.previous ?? .zero),
        ]
      })
  }
}
