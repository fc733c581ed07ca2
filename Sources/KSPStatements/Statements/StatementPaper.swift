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
    let parts = sections.flatMap { section -> [StatementSpecification<StatementLine>.Part] in
      let name = section.name
      let own = StatementSpecification<StatementLine>.Part.section(
        name.rawValue, heading: words.section(name), total: words.total(of: name)
      ) { $0.section == name }
      return [own]
        + results.filter { $0.after == name }.map {
          .result($0.code, $0.label, adding: $0.adding, subtracting: $0.subtracting)
            .only($0.readers)
        }
    }
    return StatementSpecification(
      schema, title: title, lines: "lines", columns: columns, label: 1, parts: parts
    ).report(
      of: sections.flatMap(\.lines).flatMap { isUnfolded ? $0.unfolded : [$0] }, subject: subject,
      head: head, tail: tail, above: above,
      below: below + [.signatures(words.preparedAndChecked, printedOnly: true)])
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
  fileprivate func section(_ name: StatementSection.Name) -> String {
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
