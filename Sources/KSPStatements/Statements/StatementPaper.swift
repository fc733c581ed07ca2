/// What financial statements have in common: a column for the period and one for the period before,
/// and a section for each part.
struct StatementPaper {
  let style: ReportStyle
  let schema: String
  let title: String
  /// What stands above the two columns.
  let headings: (now: String, before: String)
  /// Whether lines are shown by their accounts.
  let isUnfolded: Bool

  private var words: Wording { style.words }

  /// The statement of some sections, with results among them and after them.
  func report(
    _ sections: [StatementSection], results: [Result] = [], subject: String, head: ReportRecord,
    tail: ReportRecord, above: [Report.Block], below: [Report.Block]
  ) -> Report {
    let lines = sections.flatMap(\.lines)
    let below = below + [.signatures(words.preparedAndChecked, printedOnly: true)]
    let statement = specification(columns, sections, results) { $0.section }.report(
      of: isUnfolded ? lines.flatMap(\.unfolded) : lines, subject: subject, head: head, tail: tail,
      above: above, below: below)
    guard isUnfolded else { return statement }
    // People see each line above its accounts; programs add up the accounts alone.
    let unfolded = specification(unfoldedColumns, sections, results) { $0.line.section }.report(
      of: lines.flatMap(rows), above: above, below: below)
    return Report(
      schema, title: title, subject: subject, data: statement.data, rows: statement.rows,
      blocks: unfolded.blocks)
  }

  /// The sections with the results among them, made of lines or of rows that stand for them.
  private func specification<Row>(
    _ columns: [ReportColumn<Row>], _ sections: [StatementSection], _ results: [Result],
    _ section: @escaping (Row) -> StatementSection.Name
  ) -> StatementSpecification<Row> {
    let parts = sections.flatMap { part -> [StatementSpecification<Row>.Part] in
      let name = part.name
      let own = StatementSpecification<Row>.Part.section(
        name.rawValue, heading: words.section(name), total: words.total(of: name)
      ) { section($0) == name }
      return [own]
        + results.filter { $0.after == name }.map {
          .result($0.code, $0.label, adding: $0.adding, subtracting: $0.subtracting)
            .only($0.readers)
        }
    }
    return StatementSpecification(
      schema, title: title, lines: "lines", columns: columns, label: 1, parts: parts)
  }

  // MARK: - Lines above their accounts

  /// A row of an unfolded statement: a line, or an account that is part of the line above it.
  private typealias UnfoldedRow = (line: StatementLine, part: StatementLine.Part?)

  /// A line with its accounts; a line that is an account of its own stands alone.
  private func rows(_ line: StatementLine) -> [UnfoldedRow] {
    let isItself = line.parts.count == 1 && line.parts[0].code == line.code
    return [(line, nil)] + (isItself ? [] : line.parts.map { (line, $0) })
  }

  private var unfoldedColumns: [ReportColumn<UnfoldedRow>] {
    /// What an account holds is part of its line's amount, and is not added up again.
    func cell(_ amount: Rupiah?, _ line: Rupiah) -> Cell {
      amount.map { .text($0.grouped) } ?? .amount(line)
    }
    return [
      .left("code", words.code, 10) { .text($0.part?.code ?? $0.line.code) },
      .left("label", words.description, 33) { row in
        .text(row.part.map { "– " + words($0.name) } ?? words(row.line.label))
      },
      .sum("amount", headings.now, 17) { cell($0.part?.amount, $0.line.amount) },
      .sum("previous", headings.before, 17) { cell($0.part?.previous, $0.line.previous) },
    ]
  }

  /// Sums of sections that have a line of their own.
  struct Result {
    /// What programs call it.
    let code: String
    /// What people call it.
    let label: String
    /// The section below which it stands.
    let after: StatementSection.Name
    let adding: [String]
    var subtracting: [String] = []
    /// Who reads it; programs have only the sections that were promised to them.
    var readers = ReportReaders.all
  }

  private var columns: [ReportColumn<StatementLine>] {
    [
      .left("code", words.code, 10) { .text($0.code) },
      .left("label", words.description, 33) { .text(words($0.label)) },
      .sum("amount", headings.now, 17) { .amount($0.amount) },
      .sum("previous", headings.before, 17) { .amount($0.previous) },
      .nested("accounts") { line in
        .list(line.parts) { part in
          [
            "code": .text(part.code), "name": .text(words(part.name)),
            "amount": .amount(part.amount), "previous": .amount(part.previous),
          ]
        }
      },
    ]
  }
}

extension Wording {
  /// What stands above a section.
  func section(_ name: StatementSection.Name) -> String {
    switch name {
    case .assets: self("ASET", "ASSETS")
    case .liabilities: self("KEWAJIBAN", "LIABILITIES")
    case .equity: self("EKUITAS", "EQUITY")
    case .income: self("PENDAPATAN", "INCOME")
    case .costs: self("BEBAN", "COSTS")
    case .tax: self("PAJAK PENGHASILAN", "INCOME TAX")
    case .operating: self("KEGIATAN OPERASI", "OPERATING ACTIVITIES")
    case .investing: self("KEGIATAN INVESTASI", "INVESTING ACTIVITIES")
    case .financing: self("KEGIATAN PENDANAAN", "FINANCING ACTIVITIES")
    }
  }

  fileprivate func total(of name: StatementSection.Name) -> String {
    switch name {
    case .assets: self("Jumlah aset", "Total assets")
    case .liabilities: self("Jumlah kewajiban", "Total liabilities")
    case .equity: self("Jumlah ekuitas", "Total equity")
    case .income: self("Jumlah pendapatan", "Total income")
    case .costs: self("Jumlah beban", "Total costs")
    case .tax: self("Jumlah pajak", "Total tax")
    case .operating: self("Arus kas operasi", "Operating cash flow")
    case .investing: self("Arus kas investasi", "Investing cash flow")
    case .financing: self("Arus kas pendanaan", "Financing cash flow")
    }
  }

  /// The year of a period that is one, or its last day.
  func column(_ period: BookPeriod) -> String {
    let (year, last) = (period.first.components.year, period.last.components)
    let isYear = period.first.components == (year, 1, 1) && last == (year, 12, 31)
    return isYear ? "\(year)" : self("s.d. ", "to ") + period.last.description
  }
}
