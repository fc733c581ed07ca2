import ArgumentParser
import Foundation
import KSPCore
import KSPLedger
import KSPStatements

/// Where a report goes and in which form.
struct ReportOptions: ParsableArguments {
  @Option(
    help: .init(
      say("Bentuk laporan.", "Form of the report."),
      valueName: OutputFormat.allCases.map(\.rawValue).joined(separator: "|")))
  var format: String?
  @Option(
    help: .init(
      say("Kertas untuk html; bawaan a4.", "Paper for html; default a4."),
      valueName: Paper.allCases.map(\.rawValue).joined(separator: "|")))
  var paper: String?
  @Option(
    name: [.customShort("o"), .long],
    help: .init(say("Tulis ke berkas ini.", "Write to this file."), valueName: "file"))
  var output: String?

  func validate() throws {
    _ = try format.map { try choice(OutputFormat.self, $0) }
    _ = try paper.map { try choice(Paper.self, $0) }
  }

  /// `--format`, or what the ending of `--output` says, or text.
  var form: OutputFormat {
    if let format, let form = OutputFormat(rawValue: format) { return form }
    let ending = output?.split(separator: ".").last.map(String.init) ?? ""
    return OutputFormat(rawValue: ending) ?? .text
  }

  func style(_ cooperative: String = "") -> ReportStyle {
    var style = ReportStyle(form, language: Speech.language, cooperative: cooperative)
    style.paper = paper.flatMap(Paper.init) ?? .a4
    return style
  }

  /// A style that heads reports with all the book says about its cooperative.
  func style(_ settings: BookSettings) -> ReportStyle {
    var style = style(settings.name)
    style.legalNumber = settings.legalNumber
    style.address = settings.address
    style.utcOffsetSeconds = settings.utcOffsetSeconds
    return style
  }

  /// Refuses an `--output` that cannot be written, before anything is stored.
  func prepare() throws {
    guard let output, output != "-", !Sink.isPipeOrDevice(output) else { return }
    try Sink(path: output).abandon()
  }

  /// Renders one document to where it belongs.
  func write<Renderer: DocumentRenderer>(
    _ document: Renderer.Document, with renderer: Renderer
  ) throws {
    try stream { sink in
      renderer.render(document, into: &sink.buffer)
    }
  }

  /// Hands out a sink for reports that are too long to hold.
  func stream(_ body: (inout Sink) throws -> Void) throws {
    var sink = try Sink(path: output)
    do {
      try body(&sink)
      try sink.finish()
    } catch {
      sink.abandon()
      throw error
    }
  }
}

/// A period by `--from` and `--to`, and what was known then.
struct PeriodOptions: ParsableArguments {
  @Option(
    help: .init(
      say(
        "Hari pertama; bawaan awal bulan yang terbuka.",
        "First day; default the start of the open month."), valueName: "date"))
  var from: String?
  @Option(
    help: .init(
      say(
        "Hari terakhir; bawaan akhir bulan dari --from.",
        "Last day; default the end of the month of --from."), valueName: "date"))
  var to: String?
  @Option(
    help: .init(
      say("Seperti yang diketahui pada nomor bukti ini.", "As known at this voucher."),
      valueName: "voucher"))
  var knownAt: String?

  func known() throws -> EntryNumber? {
    try knownAt.map { text in try argument { try EntryNumber(parsing: text) } }
  }

  func period(_ ledger: Ledger) throws -> BookPeriod {
    let first = try from.map { text in try argument { try BookDate(parsing: text) } }
    let last = try to.map { text in try argument { try BookDate(parsing: text) } }
    let start = try first ?? last?.month.firstDay ?? ledger.status().openMonth.firstDay
    return try argument { try BookPeriod(from: start, through: last ?? start.month.lastDay) }
  }

  /// Nil when neither end was given: the whole book.
  func optionalPeriod() throws -> BookPeriod? {
    guard from != nil || to != nil else { return nil }
    let first = try from.map { text in try argument { try BookDate(parsing: text) } }
    let last = try to.map { text in try argument { try BookDate(parsing: text) } }
    return try argument { try BookPeriod(from: first ?? .earliest, through: last ?? .latest) }
  }
}
