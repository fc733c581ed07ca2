/// Writes a budget beside what became of it, with an empty column for the year to come (RAPB).
public struct BudgetReportRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Income and expenses of the year, then the months in two halves.
  public func report(of budget: BudgetReport) -> Report {
    let words = style.words
    return specification(budget).report(
      of: budget.lines, subject: words.days(budget.year.period),
      head: ["year": .count(budget.year.number)],
      above: [
        .fields(
          Report.Field(words.period, words.days(budget.year.period)))
      ],
      below: months(budget) + [
        .note(words.planNote), .note(words.known(budget.known)),
        .signatures(words.preparedAndChecked, printedOnly: true),
      ]
    ).statement(known: budget.known)
  }

  private func specification(
    _ budget: BudgetReport
  ) -> StatementSpecification<BudgetReport.Line> {
    let words = style.words
    let columns: [ReportColumn<BudgetReport.Line>] =
      [
        .left("account", words.code, 8) { .text($0.account.text) },
        .left("name", words.name, 18) { .text(words($0.name)) },
        .sum("planned", words.planned, 15) { .amount($0.planned) },
        .sum("amount", words.actual, 15) { .amount($0.actual) },
        .right("percent", "%", 6) {
          .optional($0.percent.map { words.decimal($0) })
        }.only(.people),
        .data("percent") { .optional($0.percent) },
        .left("next", words.nextYear, 8) { _ in .blank }.only(.people),
      ]
      + budget.year.months.enumerated().map { index, _ in
        .data("month\(index + 1)") { .amount($0.months[index]) }
      }
    return StatementSpecification(
      "ksp.budget/1", title: words.budgetTitle(budget.year.description), lines: "lines",
      columns: columns, label: 1,
      parts: [
        .section("income", heading: words.income, total: words.total) { $0.isIncome },
        .section("costs", heading: words.costs, total: words.total) { !$0.isIncome },
        .result("shu", "SHU", adding: ["income"], subtracting: ["costs"]),
      ])
  }

  /// Six months beside each other are what a page has room for.
  private func months(_ budget: BudgetReport) -> [Report.Block] {
    let words = style.words
    return [0..<6, 6..<12].flatMap { half -> [Report.Block] in
      let table = ReportTable(
        [.left(words.code, 8)]
          + half.map { index in
            .right(words.short(budget.year.months[index]), 10)
          }, budget.lines
      ) { line in
        [.text(line.account.text)] + half.map { .unlessZero(line.months[$0]) }
      }
      return [
        .heading(
          "\(words(budget.year.months[half.lowerBound].name)) – "
            + words(budget.year.months[half.upperBound - 1].name)),
        .table(table),
      ]
    }
  }
}

extension Wording {
  fileprivate func budgetTitle(_ year: String) -> String {
    self("RAPB \(year) DAN REALISASINYA", "BUDGET OF \(year) AND WHAT BECAME OF IT")
  }
  fileprivate var planned: String { self("Anggaran", "Planned") }
  fileprivate var actual: String { self("Realisasi", "Actual") }
  fileprivate var nextYear: String { self("Depan", "Next") }
  fileprivate var income: String { self("PENDAPATAN", "INCOME") }
  fileprivate var costs: String { self("BEBAN", "COSTS") }
  fileprivate var planNote: String {
    self(
      "Kolom terakhir untuk rencana tahun depan.", "The last column is for the plan of next year.")
  }
  fileprivate func short(_ month: BookMonth) -> String { String(self(month.name).prefix(3)) }
}
