/// Writes journal entries as a stream: a header, each entry, a footer.
///
/// JSON has one `ksp.entry/1` object on each line; `render` writes a whole list as one
/// `ksp.journal/1` object instead.
public struct JournalRenderer: DocumentRenderer {
  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a list of entries that is in memory.
  public func render(_ document: [PostedEntry], into output: inout TextOutput) {
    guard style.format != .json else {
      let entries = ReportValue.list(document, data)
      return JSONWriter.line("ksp.journal/1", ["entries": entries], into: &output)
    }
    header(into: &output)
    for entry in document { append(entry, into: &output) }
    footer(count: document.count, into: &output)
  }

  /// Writes what comes before the first entry.
  public func header(into output: inout TextOutput) {
    switch style.format {
    case .text: TextDrawing(style: style).heading(style.words.journalTitle, into: &output)
    case .html:
      PageDrawing(style: style).openFlow(style.words.journalTitle, legs([]), into: &output)
    case .csv:
      var export = JournalCSVExport(language: style.language)
      export.header(accounts: [], into: &output)
    case .json: break
    }
  }

  /// Writes one entry.
  public func append(_ entry: PostedEntry, into output: inout TextOutput) {
    switch style.format {
    case .text: text(entry, into: &output)
    case .html: page(entry, into: &output)
    case .csv:
      var export = JournalCSVExport(language: style.language)
      export.append(entry, into: &output)
    case .json: JSONWriter.line("ksp.entry/1", data(entry), into: &output)
    }
  }

  /// Writes what comes after the last entry: for people, how many there were.
  public func footer(count: Int, into output: inout TextOutput) {
    let words = style.words
    switch style.format {
    case .text:
      let field = Report.Field(words.entries, String(count))
      TextDrawing(style: style).draw([.fields(field)], into: &output)
    case .html:
      PageDrawing(style: style).closeFlow("\(words.entries): \(count)", into: &output)
    case .csv, .json: break
    }
  }

  private func data(_ entry: PostedEntry) -> ReportRecord {
    [
      "voucher": .entry(entry.number), "kind": .text(entry.kind.rawValue),
      "date": .date(entry.bookDate), "recordedAt": .text(entry.recordedAt.description),
      "reference": .text(entry.reference), "memo": .text(entry.note.memo),
      "recordedBy": .text(entry.note.recordedBy), "reverses": .entry(entry.reverses),
      "reversedBy": .entry(entry.reversedBy),
      "legs": .list(entry.legs) { leg in
        [
          "account": .text(leg.account.text), "name": .text(style.words(leg.accountName)),
          "debit": .amount(leg.debit), "credit": .amount(leg.credit),
        ]
      }, "hash": .text(entry.hash),
    ]
  }

  private func text(_ entry: PostedEntry, into output: inout TextOutput) {
    var table = legs(entry.legs)
    table.isTitled = false
    table.indent = 2
    let title = "\(entry.number)  \(entry.bookDate)  \(style.words(entry.kind.name))"
    TextDrawing(style: style).draw(
      [.heading(title), .fields(notes(entry), width: 16), .table(table)], into: &output)
    output.newline()
  }

  private func page(_ entry: PostedEntry, into output: inout TextOutput) {
    let words = style.words
    PageDrawing(style: style).flow(
      "\(entry.number)  \(words.day(entry.bookDate))  \(words(entry.kind.name))",
      notes(entry).map { "· \($0.label): \($0.value)" }.joined(separator: " "),
      legs(entry.legs), into: &output)
  }

  private func notes(_ entry: PostedEntry) -> [Report.Field] {
    let words = style.words
    let note = entry.note
    return [
      Report.Field(words.memo, note.memo, indent: 1),
      Report.Field(words.reference, note.reference, indent: 1),
      Report.Field(words.recordedBy, note.recordedBy, indent: 1),
      Report.Field(words.reverses, entry.reverses?.description, indent: 1),
      Report.Field(words.reversedBy, entry.reversedBy?.description, indent: 1),
    ].compactMap(\.self)
  }

  private func legs(_ legs: [PostedEntry.Leg]) -> ReportTable {
    let words = style.words
    return ReportTable(
      [
        .left(words.code, 14), .left(words.name, 28), .right(words.debit, 17),
        .right(words.credit, 16),
      ], legs
    ) { leg in
      [
        .text(leg.account.text), .text(words(leg.accountName)), .unlessZero(leg.debit),
        .unlessZero(leg.credit),
      ]
    }
  }
}

extension PostedEntry.Leg {
  /// The debit amount, or zero.
  var debit: Rupiah { amount.orZero }
  /// The credit amount, or zero.
  var credit: Rupiah { amount.isNegative ? Rupiah(sen: 0 &- amount.sen) : .zero }
}
