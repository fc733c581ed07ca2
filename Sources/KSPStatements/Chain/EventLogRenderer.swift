/// Writes the events of the chain as a stream: a header, each event, a footer (riwayat).
///
/// JSON is one `ksp.log/1` object; CSV has a row for each field.
public struct EventLogRenderer: DocumentRenderer {
  /// How many rows of a list text and pages show.
  private static let shownRows = 12
  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes events that are in memory.
  public func render(_ document: [LedgerEvent], into output: inout TextOutput) {
    header(into: &output)
    for (index, event) in document.enumerated() {
      if index > 0 { separator(into: &output) }
      append(event, into: &output)
    }
    footer(count: document.count, into: &output)
  }

  /// Writes what comes before the first event.
  public func header(into output: inout TextOutput) {
    switch style.format {
    case .text:
      TextDrawing(style: style).heading(style.words.logTitle, into: &output)
      table.header(into: &output)
    case .html: PageDrawing(style: style).openFlow(style.words.logTitle, rows([]), into: &output)
    case .csv:
      CSVWriter.header(
        [
          "number", "at", "kind", "subject", "by", "reference", "voucher", "field", "before",
          "after",
        ], into: &output)
    case .json: output.append("{\"schema\":\"ksp.log/1\",\"events\":[")
    }
  }

  /// Writes what parts two events: a comma in JSON, nothing elsewhere.
  public func separator(into output: inout TextOutput) {
    if style.format == .json { output.append(",") }
  }

  /// Writes one event.
  public func append(_ event: LedgerEvent, into output: inout TextOutput) {
    switch style.format {
    case .text: text(event, into: &output)
    case .html: page(event, into: &output)
    case .csv: csv(event, into: &output)
    case .json: JSONWriter.element(data(event), into: &output)
    }
  }

  /// Writes what comes after the last event: for people, how many there were.
  public func footer(count: Int, into output: inout TextOutput) {
    let words = style.words
    switch style.format {
    case .text:
      table.rule(into: &output)
      TextDrawing(style: style).draw(
        [.fields(Report.Field(words.events, String(count)))], into: &output)
    case .html: PageDrawing(style: style).closeFlow("\(words.events): \(count)", into: &output)
    case .csv: break
    case .json: output.append("]}\n")
    }
  }

  // MARK: - For people

  private var table: TextTable {
    let words = style.words
    let given = TextTable.pageWidth - style.columns
    return TextTable([
      .left(words.recordedAt, 16), .right(words.eventNumber, 7),
      .left(words.eventKind, 28 - given * 3 / 5), .left(words.subject, 13 - given / 5),
      .left(words.recordedBy, 12 - given / 5),
    ])
  }

  private func text(_ event: LedgerEvent, into output: inout TextOutput) {
    table.row(
      [
        .text(minute(event)), .text(String(event.number)), .text(style.words(event.kindName)),
        .text(event.subject), .optional(event.note.recordedBy),
      ], into: &output)
    let below = TextTable([.left("", style.columns - 4)], indent: 4)
    if let reference = event.reference {
      below.row([.text("\(style.words.reference): \(reference)")], into: &output)
    }
    for change in changes(event) {
      let before = event.before.isEmpty ? "" : "\(change.before) → "
      below.row([.text("\(change.label): \(before)\(change.after)")], into: &output)
    }
  }

  private func page(_ event: LedgerEvent, into output: inout TextOutput) {
    let words = style.words
    let remarks = [event.subject, event.note.recordedBy, event.reference]
      .compactMap(\.self).joined(separator: " · ")
    PageDrawing(style: style).flow(
      "\(event.number)  \(style.moment(event.recordedAt))  \(words(event.kindName))", remarks,
      rows(changes(event)), into: &output)
  }

  private func rows(_ changes: [Change]) -> ReportTable {
    let words = style.words
    return ReportTable(
      [.left(words.field, 24), .left(words.valueBefore, 26), .left(words.valueAfter, 28)], changes
    ) { [.text($0.label), .text($0.before), .text($0.after)] }
  }

  /// The moment to the minute on the clock of the book.
  private func minute(_ event: LedgerEvent) -> String {
    let text = event.recordedAt.text(offsetSeconds: style.utcOffsetSeconds)
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5))"
  }

  /// One line of what an event says.
  private struct Change {
    let label: String
    let before: String
    let after: String
  }

  private func changes(_ event: LedgerEvent) -> [Change] {
    let old = Dictionary(flat(event.before)) { first, _ in first }
    return flat(event.after).map { label, after in
      Change(label: label, before: old[label] ?? "–", after: after)
    }
  }

  /// Fields with their labels; the rows of a list are numbered.
  private func flat(_ fields: [LedgerEvent.Field]) -> [(String, String)] {
    let words = style.words
    return fields.flatMap { field -> [(String, String)] in
      guard case .rows(let rows) = field.value else {
        return [(words.label(field.name), value(field.value))]
      }
      let label = words.label(field.name)
      var shown: [(String, String)] = []
      for (index, row) in rows.prefix(EventLogRenderer.shownRows).enumerated() {
        let said = row.filter { $0.value != .none && $0.value != .amount(.zero) }
        let texts = said.map { "\(words.label($0.name)) \(value($0.value))" }
        shown.append(("\(label) \(index + 1)", texts.joined(separator: ", ")))
      }
      let left = rows.count - shown.count
      if left > 0 { shown.append((label, words.moreRows(left))) }
      return shown
    }
  }

  private func value(_ value: LedgerEvent.Value) -> String {
    style.words.value(value, offsetSeconds: style.utcOffsetSeconds)
  }

  private func plain(_ value: LedgerEvent.Value) -> String {
    style.words.plain(value, offsetSeconds: style.utcOffsetSeconds)
  }

  // MARK: - For programs

  private func csv(_ event: LedgerEvent, into output: inout TextOutput) {
    let head: [Cell] = [
      .count(Int(event.number)),
      .text(event.recordedAt.text(offsetSeconds: style.utcOffsetSeconds)), .text(event.kind),
      .text(event.subject), .optional(event.note.recordedBy), .optional(event.reference),
      .optional(event.voucher),
    ]
    let before = Dictionary(plain(event.before, "")) { first, _ in first }
    let after = plain(event.after, "")
    for (name, value) in after {
      CSVWriter.row(head + [.text(name), .optional(before[name]), .text(value)], into: &output)
    }
    if after.isEmpty { CSVWriter.row(head + [.blank, .blank, .blank], into: &output) }
  }

  /// Fields by the path that leads to them: `tiers.1.rate`.
  private func plain(_ fields: [LedgerEvent.Field], _ path: String) -> [(String, String)] {
    fields.flatMap { field -> [(String, String)] in
      guard case .rows(let rows) = field.value else {
        return [(path + field.name, plain(field.value))]
      }
      return rows.enumerated().flatMap { index, row in
        plain(row, "\(path)\(field.name).\(index + 1).")
      }
    }
  }

  private func data(_ event: LedgerEvent) -> ReportRecord {
    [
      "number": .count(Int(event.number)), "kind": .text(event.kind),
      "subject": .text(event.subject),
      "at": .text(event.recordedAt.text(offsetSeconds: style.utcOffsetSeconds)),
      "by": .text(event.note.recordedBy), "reference": .text(event.reference),
      "voucher": .entry(event.voucher), "before": .record(data(event.before)),
      "after": .record(data(event.after)),
    ]
  }

  private func data(_ fields: [LedgerEvent.Field]) -> ReportRecord {
    ReportRecord(fields.map { ($0.name, data($0.value)) })
  }

  private func data(_ value: LedgerEvent.Value) -> ReportValue {
    switch value {
    case .none: .text(nil)
    case .number(let number): .count(Int(number))
    case .flag(let flag): .flag(flag)
    case .rows(let rows): .list(rows, data)
    default: .text(plain(value))
    }
  }
}
