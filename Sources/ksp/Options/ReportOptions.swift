import ArgumentParser
import Foundation
import KSPCore
import KSPLedger
import KSPStatements

/// Where a report goes and in which form.
struct ReportOptions: ParsableArguments {
  @Option(
    name: .also("bentuk"),
    help: .init(
      say(
        "Bentuk; bawaan menurut akhiran --keluaran, atau text.",
        "Form; default by the ending of --output, or text."),
      valueName: OutputFormat.allCases.map(\.rawValue).joined(separator: "|")))
  var format: String?
  @Option(
    help: .init(
      say(
        "CSV untuk program, atau untuk dibuka di Excel (titik koma, judul berbahasa).",
        "CSV for programs, or to be opened in Excel (semicolons, headings in words)."),
      valueName: CSVReader.allCases.map(\.rawValue).joined(separator: "|")))
  var csv: String?
  @Option(
    name: .also("kertas"),
    help: .init(
      say("Kertas untuk html; bawaan a4.", "Paper for html; default a4."),
      valueName: Paper.allCases.map(\.rawValue).joined(separator: "|")))
  var paper: String?
  /// The file that was named; nil and `-` are standard output.
  @Option(name: OutputOptions.outputName, help: OutputOptions.outputHelp)
  var output: String?
  @Flag(name: OutputOptions.replaceName, help: OutputOptions.replaceHelp)
  var replace = false

  func validate() throws {
    do {
      _ = try format.map { try choice(OutputFormat.self, $0) }
      _ = try paper.map { try choice(Paper.self, $0) }
      _ = try csv.map { try choice(CSVReader.self, $0) }
    } catch let problem as UsageProblem {
      // The parser knows only its own kind of error at this point.
      let error = problem.error
      throw ValidationError("\(say(error.message)) \(say(error.advice))")
    }
    if csv != nil, form != .csv {
      throw ValidationError(
        say("--csv tidak bisa bersama bentuk lain.", "--csv does not go with another form."))
    }
    OutputCheck.note(request)
  }

  /// Who reads CSV.
  enum CSVReader: String, CaseIterable {
    case program, excel
  }

  /// `--format`, or CSV for `--csv`, or what the ending of `--output` says, or text.
  var form: OutputFormat {
    (format ?? csv.map { _ in OutputFormat.csv.rawValue } ?? request.formOfEnding).flatMap(
      OutputFormat.init) ?? .text
  }

  private var request: OutputRequest {
    OutputRequest(
      output, replaces: replace, chosen: format ?? csv.map { _ in OutputFormat.csv.rawValue },
      of: OutputFormat.allCases.map { .init(name: $0.rawValue, endings: $0.endings) })
  }

  func style() -> ReportStyle {
    var style = ReportStyle(form, language: Speech.language)
    style.paper = paper.flatMap(Paper.init) ?? .a4
    style.typed = TypedRemedy.text
    if output == nil || output == "-" { Terminal.fit(&style, to: STDOUT_FILENO) }
    return style
  }

  /// A style that heads reports with all the book says about its cooperative.
  func style(_ settings: BookSettings) -> ReportStyle {
    var style = style()
    style.head(with: settings)
    return style
  }

  /// Reads one document and writes it with the event up to which the book was read; both show one
  /// moment, also while somebody posts. What is read as it was known at a point has the letterhead
  /// of then.
  func write<Renderer: DocumentRenderer>(
    _ ledger: Ledger, with renderer: Renderer.Type, at point: KnowledgePoint? = nil,
    _ read: (Ledger) throws -> Renderer.Document
  ) throws -> Renderer.Document {
    let (document, style) = try ledger.reading { book -> (Renderer.Document, ReportStyle) in
      var style = self.style(try book.settings(asRecordedThrough: point))
      style.known = try book.knowledge(at: point)
      return (try read(book), style)
    }
    try write(document, with: Renderer(style))
    return document
  }

  /// Renders one document to where it belongs.
  ///
  /// A reader that has seen enough of it is no failure, and what was done still counts.
  func write<Renderer: DocumentRenderer>(
    _ document: Renderer.Document, with renderer: Renderer
  ) throws {
    do {
      try stream { sink in renderer.render(document, into: &sink.buffer) }
    } catch is Sink.ReaderGone {}
  }

  /// Hands out a sink for reports that are too long to hold.
  ///
  /// Whoever sees no report on the terminal is told where it went.
  func stream(_ body: (inout Sink) throws -> Void) throws {
    let dialect =
      csv == CSVReader.excel.rawValue ? CSVDialect.spreadsheet(Speech.language) : .programs
    try Sink.fill(request) { sink in
      sink.buffer.csv = dialect
      try body(&sink)
    }
    guard let output, output != "-" else { return }
    Terminal.message(say("Ditulis ke \(output).", "Written to \(output)."))
  }
}

extension OutputFormat {
  /// How names of files in this form end.
  fileprivate var endings: [String] {
    switch self {
    case .text: ["txt"]
    case .csv: ["csv"]
    // Lists are JSON Lines: one object a line.
    case .json: ["json", "jsonl"]
    case .html: ["html"]
    }
  }
}
