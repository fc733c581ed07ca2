import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// What the imports share: the file, and the way it goes into the book.
struct ImportOptions: ParsableArguments {
  @Argument(help: .init(say("Berkas CSV.", "The CSV file."), valueName: say("berkas", "file")))
  var file: String
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  /// - Parameter store: Brings the text of the file in.
  func run(_ store: (Ledger, _ text: String, _ dryRun: Bool) throws -> ImportReport) throws {
    let text = try TextFile.read(file)
    try WriteRun(book: book, confirm: confirm, report: report).run(
      { ledger, dryRun in try store(ledger, text, dryRun) },
      plan: { _, result in
        Plan(result, ImportReportRenderer.self, result.stored == 0 ? .nothingToDo : .mild)
      },
      // An import is headed by its file, not by the cooperative.
      print: { _, result in
        try report.write(result, with: ImportReportRenderer(report.style()))
      })
  }
}
