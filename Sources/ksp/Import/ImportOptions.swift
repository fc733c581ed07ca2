import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// What the imports share: the file, and the way it goes into the book.
struct ImportOptions: ParsableArguments {
  @Argument(help: .say("Berkas CSV.", "The CSV file.", .file))
  var file: String
  @Option(name: .also("keterangan"), help: .say("Keterangan.", "Memo.", .text))
  var memo: String?
  @OptionGroup(title: Headings.writing) var ahead: AheadOptions
  @OptionGroup(title: Headings.writing) var author: AuthorOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  /// Who brings the rows in, and why. The rows carry keys of their own.
  var note: EntryNote { EntryNote(memo: memo, recordedBy: author.by, exceptions: ahead.exceptions) }

  typealias Store = (
    Ledger, _ text: String, _ dryRun: Bool, _ progress: @escaping (Int) -> Void
  ) throws -> ImportReport

  /// Brings the text of the file in by `store`.
  func run(_ store: Store) throws {
    let text = try TextFile.read(file)
    let rows = text.utf8.count { $0 == UInt8(ascii: "\n") } - 1
    try WriteRun(book: book, confirm: confirm, report: report).run(
      { ledger, dryRun in
        let progress = Progress(say("baris", "rows"), of: rows)
        defer { progress.finish() }
        return try store(ledger, text, dryRun, progress.update)
      },
      rehearse: { _, result in
        Rehearsal(result, ImportReportRenderer.self, result.stored == 0 ? .nothingToDo : .mild)
      },
      // An import is headed by its file, not by the cooperative.
      print: { _, result in
        try report.write(result, with: ImportReportRenderer(report.style()))
      })
  }
}
