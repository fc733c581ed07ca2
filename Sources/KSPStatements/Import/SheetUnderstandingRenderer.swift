/// Writes what a sheet was understood to be, for somebody to look at before it is stored.
public struct SheetUnderstandingRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// The columns of CSV.
  static let columns = ["file", "column", "heading", "use", "example"]

  /// Writes the understanding; in CSV a row for each column.
  public func report(of sheet: SheetUnderstanding) -> Report {
    let words = style.words
    var fields = [
      Report.Field(
        words.file,
        "\(sheet.file) (\(sheet.encoding.name), \(words.separator(sheet.separator)), \(words.headingLine(sheet.headingLine)))"
      )
    ]
    for column in sheet.columns {
      let name = column.heading.isEmpty ? words.noHeading : column.heading
      fields.append(
        Report.Field("\(column.letter)  \(name)", words.use(column.use)))
    }
    for reading in sheet.readings {
      fields.append(
        Report.Field(
          reading.heading,
          "\(words(reading.manner)): “\(reading.example.text)” = \(words(reading.value))"))
    }
    fields += leftOut(sheet)
    var blocks: [Report.Block] = [.fields(fields.compactMap(\.self), width: 26)]
    blocks += sheet.warnings.map { .note(words.check(words($0))) }
    return Report(
      "ksp.sheet/1", title: words.sheetTitle, subject: sheet.file, hasLetterhead: false,
      data: Self.data(sheet),
      rows: ReportRows(
        Self.columns,
        sheet.columns.map { column in
          [
            .text(sheet.file), .text(column.letter), .text(column.heading),
            .text(column.use.name), .optional(column.use.example?.text),
          ]
        }), blocks: blocks)
  }

  private func leftOut(_ sheet: SheetUnderstanding) -> [Report.Field?] {
    let words = style.words
    var fields: [Report.Field?] = sheet.titles.map { title in
      Report.Field(words.line(title.line), "\(words.leftOut): \(words.titleRow) – \(title.text)")
    }
    fields += words.leftOutRows(sheet)
    if sheet.blankRows > 0 { fields.append(Report.Field(words.blankRows, String(sheet.blankRows))) }
    return fields
  }

  /// What a sheet was understood to be, for programs.
  static func data(_ sheet: SheetUnderstanding) -> ReportRecord {
    [
      "file": .text(sheet.file), "kind": .text(sheet.kind),
      "encoding": .text(sheet.encoding.name), "separator": .text(String(sheet.separator)),
      "headingLine": .count(sheet.headingLine),
      "columns": .list(sheet.columns) { column in
        let example = column.use.example
        return [
          "letter": .text(column.letter), "heading": .text(column.heading),
          "use": .text(column.use.name), "name": .present(column.use.taken) { .text($0) },
          "example": .present(example) { .text($0.text) },
          "line": .present(example) { .count($0.line) },
        ]
      },
      "readings": .list(sheet.readings) { reading in
        [
          "heading": .text(reading.heading), "manner": .text(reading.manner.english),
          "example": .text(reading.example.text), "line": .count(reading.example.line),
          "value": .text(reading.value.english),
        ]
      },
      "leftOutRows": .list(sheet.leftOutRows) { row in
        [
          "line": .count(row.line), "reason": .text(row.reason.rawValue), "text": .text(row.text),
        ]
      },
      "blankRows": .count(sheet.blankRows),
      "sheetWarnings": .texts(sheet.warnings.map(\.english)),
    ]
  }
}

extension SheetUnderstanding.Use {
  /// The name that programs use.
  fileprivate var name: String {
    switch self {
    case .taken: "taken"
    case .counter: "counter"
    case .empty: "empty"
    case .leftOut: "leftOut"
    case .ignored: "ignored"
    }
  }

  /// What a column that is stored is called.
  fileprivate var taken: String? {
    if case .taken(let name, _) = self { name } else { nil }
  }

  /// A cell that shows what is not stored.
  fileprivate var example: SheetUnderstanding.Example? {
    switch self {
    case .counter(let example), .leftOut(let example): example
    case .ignored(let example): example
    case .taken, .empty: nil
    }
  }
}
