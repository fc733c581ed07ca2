/// How reports are written: format, language, and the cooperative that heads them.
public struct ReportStyle: Sendable {
  /// What the two sides of a statement are called.
  public enum SideNames: String, CaseIterable, Sendable {
    /// Debet and kredit, as the book of the cooperative says.
    case debitCredit
    /// Masuk and keluar, as the holder of the account sees it.
    case inOut
  }

  /// Text, CSV, JSON or printed pages.
  public var format: OutputFormat
  /// The language of labels and names.
  public var language: Language
  /// The cooperative's name, at the head of texts and pages; left out when empty.
  public var cooperative: String
  /// The number of its deed (nomor badan hukum), below the name where known.
  public var legalNumber: String?
  /// Its address, below the name where known.
  public var address: String?
  /// The town that stands before the date on slips, where known.
  public var place: String?
  /// The chair of the board, who signs certificates, where known.
  public var chair: String?
  /// The book's time zone as an offset from UTC in seconds, for moments; 25,200 is Jakarta (WIB).
  public var utcOffsetSeconds: Int64 = 0
  /// The sheet that pages are laid out for.
  public var paper = Paper.a4
  /// How many columns of text there are. Papers are made for 80; on a narrower terminal tables give
  /// up what they do not need and then break their texts, as far as 60, and on a wider one their
  /// columns take what their texts need.
  public var columns = 80
  /// Whether text goes to a terminal, which would break a long line inside a word.
  public var isOnTerminal = false
  /// What the two sides of a statement are called.
  public var sides = SideNames.debitCredit
  /// Up to which event the book was read, for statements that do not know it themselves.
  public var known: Knowledge?
  /// Months of what the papers are about that are still open: every page then says that it is
  /// provisional; empty for papers of which nothing can change without a trace.
  public var openMonths: [BookMonth] = []
  /// What readers of the report type for a remedy; nil leaves remedies out.
  public var typed: RemedyWords?
  /// Whether nothing was stored: receipts then say so on paper and carry no voucher number, so that
  /// they cannot pass for ones.
  public var isRehearsal = false

  /// A style; Indonesian text is the default.
  public init(
    _ format: OutputFormat = .text, language: Language = .indonesian, cooperative: String = ""
  ) {
    self.format = format
    self.language = language
    self.cooperative = cooperative
  }

  /// The words in the style's language.
  public var words: Wording { Wording(language) }

  /// The lines that say whose report it is.
  var letterhead: [String] {
    guard !cooperative.isEmpty else { return [] }
    return [cooperative, legalNumber.map(words.legalNumber), address].compactMap(\.self)
  }

  /// A voucher's number on a receipt.
  func voucher(_ entry: EntryNumber) -> String { isRehearsal ? "–" : entry.description }

  /// The style of a receipt that itself knows that nothing was stored.
  func of(rehearsal: Bool) -> ReportStyle {
    var style = self
    if rehearsal { style.isRehearsal = true }
    return style
  }

  /// What must be said above a receipt: that it is a copy, or none at all.
  func receiptMarks(isReplay: Bool) -> [Report.Block] {
    (isReplay ? [.note(words.copy)] : []) + (isRehearsal ? [.note(words.rehearsal)] : [])
  }

  /// A moment to the minute, on the clock of the book where that is one of Indonesia's:
  /// `1 Juli 2026 17:00 WIB`.
  func moment(_ moment: Timestamp) -> String {
    let zones: [Int64: String] = [25_200: "WIB", 28_800: "WITA", 32_400: "WIT"]
    let zone = zones[utcOffsetSeconds]
    let (local, overflow) = moment.seconds.addingReportingOverflow(
      zone == nil ? 0 : utcOffsetSeconds)
    guard !overflow else { return moment.description }
    let clock = Timestamp(seconds: local)
    let text = clock.description
    guard !text.hasPrefix("@") else { return text }
    let time = text.dropFirst(11).prefix(5)
    return "\(words.dayInWords(clock.day(offsetSeconds: 0))) \(time) \(zone ?? "UTC")"
  }

  /// A piece of advice in a report, which leads on to its remedies where readers type something.
  func advice(_ text: String, _ remedies: [Remedy]) -> [String] {
    LedAdvice(text, remedies, in: language, typed: typed).lines
  }

  /// What programs read of a remedy, and what readers type for it.
  func record(of remedy: Remedy) -> ReportRecord {
    [
      "code": .text(remedy.code.rawValue),
      "arguments": .record(ReportRecord(remedy.arguments.map { ($0.name, .text($0.value)) })),
      "command": .present(typed?(remedy)) { .text($0) },
    ]
  }

  /// Writes one line `label : value` of text, as the reports have them.
  package func labelled(_ label: String, _ value: String, into output: inout TextOutput) {
    TextDrawing(style: self).draw([.fields(Report.Field(label, value))], into: &output)
  }

  /// Writes a report in the form of the style; a complete file.
  public func write(_ report: Report, into output: inout TextOutput) {
    let report = report.provisional(while: openMonths, words).rehearsed(isRehearsal)
    switch format {
    case .text: TextDrawing(style: self).draw(report, into: &output)
    case .html:
      PageDrawing(style: self).document(report.title, into: &output) { drawing, output in
        drawing.draw(report, into: &output)
      }
    case .csv:
      let rows = report.rows
      if !rows.names.isEmpty { rows.header(of: report.schema, into: &output) }
      rows.write(into: &output)
    case .json:
      JSONWriter.line(report.schema, report.data, into: &output)
    }
  }

  /// Writes one report of many, between what begins and what ends the whole file.
  func append(_ report: Report, into output: inout TextOutput) {
    switch format {
    case .text, .json: write(report, into: &output)
    case .html:
      PageDrawing(style: self).draw(
        report.provisional(while: openMonths, words), into: &output)
    case .csv: report.rows.write(into: &output)
    }
  }

  // MARK: - Many papers in one file

  /// Writes papers of one kind one after another, each on a page of its own.
  func write(_ title: String, _ reports: [Report], into output: inout TextOutput) {
    begin(title, into: &output)
    for (index, report) in reports.enumerated() {
      if index > 0 { part(into: &output) }
      if index == 0, format == .csv {
        report.rows.header(of: report.schema, into: &output)
      }
      append(report, into: &output)
    }
    end(into: &output)
  }

  /// Writes what comes before the first of many papers: the head of an HTML file, or the names of
  /// the columns that all of them have.
  func begin(
    _ title: String, _ schema: String? = nil, columns: [String] = [],
    into output: inout TextOutput
  ) {
    switch format {
    case .html: PageDrawing(style: self).open(title, into: &output)
    case .csv where !columns.isEmpty:
      ReportRows(columns, []).header(of: schema, into: &output)
    default: break
    }
  }

  /// Writes what parts two of many papers: a form feed in text.
  func part(into output: inout TextOutput) {
    if format == .text { output.append(byte: 0x0C) }
  }

  /// Writes what comes after the last of many papers: the end of an HTML file.
  func end(into output: inout TextOutput) {
    if format == .html { PageDrawing(style: self).close(into: &output) }
  }
}
