/// Writes what a sheet was understood to be, for somebody to look at before it is stored.
public struct SheetUnderstandingRenderer: DocumentRenderer {
  /// How many rows that are left out are named one by one.
  private static let most = 12
  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes the understanding; in CSV a row for each column.
  public func render(_ document: SheetUnderstanding, into output: inout TextOutput) {
    switch style.format {
    case .text, .html: style.draw(report(document), into: &output)
    case .csv:
      CSVWriter.header(["file", "column", "heading", "use", "example"], into: &output)
      for column in document.columns {
        CSVWriter.row(
          [
            .text(document.file), .text(column.letter), .text(column.heading),
            .text(column.use.name), .text(column.use.example?.text ?? ""),
          ], into: &output)
      }
    case .json:
      JSONWriter.line(into: &output) { json in
        json.field("schema", "ksp.sheet/1")
        Self.fields(document, into: &json)
      }
    }
  }

  private func report(_ sheet: SheetUnderstanding) -> Report {
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
      title: words.sheetTitle, subject: sheet.file, hasLetterhead: false, blocks: blocks)
  }

  private func leftOut(_ sheet: SheetUnderstanding) -> [Report.Field?] {
    let words = style.words
    var fields: [Report.Field?] = sheet.titles.map { title in
      Report.Field(words.line(title.line), "\(words.leftOut): \(words.titleRow) – \(title.text)")
    }
    for row in sheet.leftOutRows.prefix(Self.most) {
      fields.append(
        Report.Field(
          words.line(row.line), "\(words.leftOut): \(words.reason(row.reason)) – \(row.text)"))
    }
    let rest = sheet.leftOutRows.count - Self.most
    if rest > 0 { fields.append(Report.Field(words.moreRows, String(rest))) }
    if sheet.blankRows > 0 { fields.append(Report.Field(words.blankRows, String(sheet.blankRows))) }
    return fields
  }

  /// Writes the understanding into an object that was begun.
  static func fields(_ sheet: SheetUnderstanding, into json: inout JSONWriter) {
    json.field("file", sheet.file)
    json.field("kind", sheet.kind)
    json.field("encoding", sheet.encoding.name)
    json.field("separator", String(sheet.separator))
    json.field("headingLine", sheet.headingLine)
    json.array("columns") { json in
      for column in sheet.columns {
        json.object { json in
          json.field("letter", column.letter)
          json.field("heading", column.heading)
          json.field("use", column.use.name)
          if case .taken(let name, _) = column.use { json.field("name", name) }
          if let example = column.use.example {
            json.field("example", example.text)
            json.field("line", example.line)
          }
        }
      }
    }
    json.array("readings") { json in
      for reading in sheet.readings {
        json.object { json in
          json.field("heading", reading.heading)
          json.field("manner", reading.manner.english)
          json.field("example", reading.example.text)
          json.field("line", reading.example.line)
          json.field("value", reading.value.english)
        }
      }
    }
    json.array("leftOutRows") { json in
      for row in sheet.leftOutRows {
        json.object { json in
          json.field("line", row.line)
          json.field("reason", row.reason.rawValue)
          json.field("text", row.text)
        }
      }
    }
    json.field("blankRows", sheet.blankRows)
    json.array("sheetWarnings") { json in
      for warning in sheet.warnings { json.element(warning.english) }
    }
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

  /// A cell that shows what is not stored.
  fileprivate var example: SheetUnderstanding.Example? {
    switch self {
    case .counter(let example), .leftOut(let example): example
    case .ignored(let example): example
    case .taken, .empty: nil
    }
  }
}
