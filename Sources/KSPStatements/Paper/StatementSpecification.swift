/// What a statement with sections consists of, in a few lines: its columns, and one after another
/// its sections with their sums and what is worked out from them.
///
/// The trial balance is the simplest one: a single section without a heading. Text and pages show
/// a table for each section; CSV has a row for each line, with the section it stands in; JSON nests
/// lines and sums in their section: the sum of a column `amount` is its `total`, that of another
/// column its `previousTotal` for `previous`. Sums are those of the columns that are added up.
///
/// ```swift
/// let statement = StatementSpecification<Line>(
///   "ksp.income/1", title: "PERHITUNGAN HASIL USAHA", lines: "lines",
///   columns: [
///     .left("name", "Keterangan", 50) { .text($0.name) },
///     .sum("amount", "Rp", 20) { .amount($0.amount) },
///   ],
///   parts: [
///     .section("revenue", heading: "Pendapatan", total: "Jumlah pendapatan") { $0.isRevenue },
///     .section("expenses", heading: "Beban", total: "Jumlah beban") { !$0.isRevenue },
///     .result("surplus", "Sisa hasil usaha", adding: ["revenue"], subtracting: ["expenses"]),
///   ])
/// ```
public struct StatementSpecification<Line> {
  /// One part of a statement.
  public struct Part {
    enum Content {
      case section(heading: String?, total: String?, includes: (Line) -> Bool)
      case result(label: String, signs: [(code: String, sign: Int128)])
    }

    let code: String
    let content: Content
    var readers = ReportReaders.all

    /// The same part for some readers only: programs may not want a sum that people do.
    public func only(_ readers: ReportReaders) -> Part {
      var part = self
      part.readers = readers
      return part
    }

    /// The lines that belong to a section, with the label of their sums; without a heading only
    /// where it is the only one.
    public static func section(
      _ code: String, heading: String? = nil, total: String? = nil,
      _ includes: @escaping (Line) -> Bool = { _ in true }
    ) -> Part {
      Part(
        code: code, content: .section(heading: heading, total: total, includes: includes))
    }

    /// Sums of earlier parts added to and subtracted from each other. An earlier result counts as
    /// well as a section.
    public static func result(
      _ code: String, _ label: String, adding: [String], subtracting: [String] = []
    ) -> Part {
      Part(
        code: code,
        content: .result(
          label: label, signs: adding.map { ($0, 1) } + subtracting.map { ($0, -1) }))
    }
  }

  let schema: String
  let title: String
  let lines: String
  let columns: [ReportColumn<Line>]
  let label: Int
  let parts: [Part]

  /// A statement.
  ///
  /// - Parameters:
  ///   - schema: The name and version of its JSON.
  ///   - title: What stands at the head.
  ///   - lines: What JSON calls the array of lines.
  ///   - columns: The columns of every section.
  ///   - label: The column that people read in which sums are labelled, counted from 0.
  ///   - parts: Sections and results from top to bottom.
  public init(
    _ schema: String, title: String, lines: String, columns: [ReportColumn<Line>],
    label: Int = 0, parts: [Part]
  ) {
    self.schema = schema
    self.title = title
    self.lines = lines
    self.columns = columns
    self.label = label
    self.parts = parts
  }

  /// The statement of some lines.
  ///
  /// - Parameters:
  ///   - all: The lines of all sections, in the order in which each section shows them.
  ///   - subject: What the foot of every printed page says.
  ///   - head: What JSON says before the sections.
  ///   - tail: What JSON says after them.
  ///   - above: What people read before the sections.
  ///   - below: What people read after them.
  /// - Returns: The statement in all forms.
  public func report(
    of all: [Line], subject: String = "", head: ReportRecord = [:], tail: ReportRecord = [:],
    above: [Report.Block] = [], below: [Report.Block] = []
  ) -> Report {
    let sections = parts.map { part -> Section in
      switch part.content {
      case .section(let heading, let total, let includes):
        let table = ReportTable(all.filter(includes), columns)
        return Section(
          code: part.code, name: heading, readers: part.readers,
          table: total.map { table.total($0, in: label) } ?? table)
      case .result(let label, let signs):
        return Section(
          code: part.code, name: label, readers: part.readers, table: nil, signs: signs)
      }
    }
    let sums = sums(sections)
    return Report(
      schema, title: title, subject: subject,
      data: head + data(sections, sums) + tail, rows: rows(sections),
      blocks: above + blocks(sections, sums) + below)
  }

  private struct Section {
    let code: String
    let name: String?
    let readers: ReportReaders
    /// The lines; nil for a result.
    let table: ReportTable?
    var signs: [(code: String, sign: Int128)] = []
  }

  /// The columns that are added up, by name.
  private var summed: [(name: String, printed: Int)] {
    columns.filter { $0.column != nil }.enumerated().compactMap { index, column in
      column.column?.carry == .sum ? (column.name, index) : nil
    }
  }

  /// What each part comes to, a sum for each column that is added up.
  private func sums(_ sections: [Section]) -> [String: [Int128]] {
    var sums: [String: [Int128]] = [:]
    for section in sections {
      var own = summed.map { _ in Int128.zero }
      if let table = section.table {
        for index in 0..<table.count {
          let cells = table.row(index)
          for (place, column) in summed.enumerated() {
            if case .amount(let amount) = cells[column.printed].forPeople {
              own[place] += Int128(amount.sen)
            }
          }
        }
      }
      for (code, sign) in section.signs {
        for (place, sum) in (sums[code] ?? []).enumerated() { own[place] += sign * sum }
      }
      sums[section.code] = own
    }
    return sums
  }

  private func blocks(_ sections: [Section], _ sums: [String: [Int128]]) -> [Report.Block] {
    let printed = columns.compactMap(\.column)
    return sections.filter { $0.readers.contains(.people) }.flatMap { section -> [Report.Block] in
      guard let table = section.table else {
        var cells = printed.map { _ in Cell.blank }
        cells[label] = .optional(section.name)
        for (column, sum) in zip(summed, sums[section.code] ?? []) {
          cells[column.printed] = .total(sum)
        }
        var result = ReportTable(printed, [cells]) { $0 }
        result.isTitled = false
        return [.gap, .table(result)]
      }
      return (section.name.map { [.heading($0)] } ?? []) + [.table(table)]
    }
  }

  private func data(_ sections: [Section], _ sums: [String: [Int128]]) -> ReportRecord {
    if sections.count == 1, let only = sections[0].table, sections[0].name == nil {
      return [lines: .rows(only)]
    }
    return [
      "sections": .list(sections.filter { $0.readers.contains(.json) }) { section in
        let totals = zip(summed, sums[section.code] ?? []).map { column, sum in
          (column.name == "amount" ? "total" : column.name + "Total", ReportValue.cell(.total(sum)))
        }
        return [
          "name": .text(section.code), "label": .text(section.name),
          lines: section.table.map { .rows($0) } ?? .records(count: 0) { _ in [:] },
        ] + ReportRecord(totals)
      }
    ]
  }

  private func rows(_ sections: [Section]) -> ReportRows {
    if sections.count == 1, let only = sections[0].table, sections[0].name == nil {
      return ReportRows(only)
    }
    let parts = sections.compactMap { section in
      section.table.map { (section.code, ReportRows($0)) }
    }
    return ReportRows(
      ["section"] + columns.filter { $0.readers.contains(.csv) }.map(\.name),
      parts.flatMap { code, rows in
        (0..<rows.count).map { [.text(code)] + rows.row($0) }
      })
  }
}
