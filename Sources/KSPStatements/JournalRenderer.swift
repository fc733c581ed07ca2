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
      return JSONWriter.line(into: &output) { json in
        json.field("schema", "ksp.journal/1")
        json.array("entries") { json in
          for entry in document { json.object { json in fields(entry, into: &json) } }
        }
      }
    }
    header(into: &output)
    for entry in document { append(entry, into: &output) }
    footer(count: document.count, into: &output)
  }

  /// Writes what comes before the first entry.
  public func header(into output: inout TextOutput) {
    switch style.format {
    case .text: style.heading(style.words.journalTitle, into: &output)
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
    case .csv:
      var export = JournalCSVExport(language: style.language)
      export.append(entry, into: &output)
    case .json:
      JSONWriter.line(into: &output) { json in
        json.field("schema", "ksp.entry/1")
        fields(entry, into: &json)
      }
    }
  }

  /// Writes what comes after the last entry: in text, how many there were.
  public func footer(count: Int, into output: inout TextOutput) {
    guard style.format == .text else { return }
    style.labelled(style.words.entries, String(count), into: &output)
  }

  private func fields(_ entry: PostedEntry, into json: inout JSONWriter) {
    json.field("voucher", entry.number)
    json.field("kind", entry.kind.rawValue)
    json.field("date", entry.bookDate)
    json.field("recordedAt", entry.recordedAt.description)
    json.field("reference", entry.note.reference)
    json.field("memo", entry.note.memo)
    json.field("recordedBy", entry.note.recordedBy)
    json.field("reverses", entry.reverses)
    json.field("reversedBy", entry.reversedBy)
    json.array("legs") { json in
      for leg in entry.legs {
        json.object { json in
          json.field("account", leg.account.text)
          json.field("name", style.words(leg.accountName))
          json.field("debit", leg.debit)
          json.field("credit", leg.credit)
        }
      }
    }
    json.field("hash", entry.hash)
  }

  private func text(_ entry: PostedEntry, into output: inout TextOutput) {
    let words = style.words
    output.append(entry.number)
    output.append("  ")
    output.append(entry.bookDate)
    output.append("  ")
    output.line(words(entry.kind.name))
    func note(_ label: String, _ value: String?) {
      guard let value else { return }
      output.append("  ")
      style.labelled(label, value, width: 14, into: &output)
    }
    note(words.memo, entry.note.memo)
    note(words.reference, entry.note.reference)
    note(words.recordedBy, entry.note.recordedBy)
    note(words.reverses, entry.reverses?.description)
    note(words.reversedBy, entry.reversedBy?.description)
    let table = TextTable(
      [.left("", 14), .left("", 28), .right("", 17), .right("", 16)], indent: 2)
    for leg in entry.legs {
      table.row(
        [
          .text(leg.account.text), .text(words(leg.accountName)), .unlessZero(leg.debit),
          .unlessZero(leg.credit),
        ], into: &output)
    }
    output.newline()
  }
}

extension PostedEntry.Leg {
  /// The debit amount, or zero.
  var debit: Rupiah { amount.orZero }
  /// The credit amount, or zero.
  var credit: Rupiah { amount.isNegative ? Rupiah(sen: 0 &- amount.sen) : .zero }
}
