import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// What the imports share: the file, and the way it goes into the book.
struct ImportOptions: ParsableArguments {
  @Argument(help: .say("Berkas CSV.", "The CSV file.", .file))
  var file: String
  @OptionGroup var ignore: IgnoreOptions
  @Option(name: .also("keterangan"), help: .say("Keterangan.", "Memo.", .text))
  var memo: String?
  @OptionGroup(title: Headings.writing) var ahead: AheadOptions
  @OptionGroup(title: Headings.writing) var author: AuthorOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  typealias Store = (Ledger, SheetText, ImportWay) throws -> ImportReport

  /// Brings the file in by `store`; `adjust` sets what only one kind of import has.
  func run(adjust: (inout ImportWay) -> Void = { _ in }, _ store: Store) throws {
    let text = try TextFile.sheet(file)
    let understood = UnderstoodSheet()
    var way = ImportWay(
      note: EntryNote(memo: memo, recordedBy: author.by, exceptions: ahead.exceptions))
    way.ignoring = ignore.ignore
    way.understood = understood.show
    adjust(&way)
    try WriteRun(book: book, confirm: confirm, report: report).run(
      { ledger, dryRun in
        let progress = Progress(say("baris", "rows"), of: text.lineCount - 1)
        defer { progress.finish() }
        way.dryRun = dryRun
        way.progress = progress.update
        return try store(ledger, text, way)
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

/// The columns of a sheet that somebody wants left out.
struct IgnoreOptions: ParsableArguments {
  @Option(
    name: .also("abaikan"),
    help: .say(
      "Lewati kolom ini (judul atau hurufnya); boleh diulang.",
      "Leave this column out (its heading or letter); may be repeated.",
      Phrase(id: "kolom", en: "column")))
  var ignore: [String] = []
}

/// Shows what a sheet was understood to be, once, before anything of it is stored.
final class UnderstoodSheet {
  private var isShown = false

  func show(_ sheet: SheetUnderstanding) {
    guard !isShown else { return }
    isShown = true
    Terminal.write(SheetUnderstandingRenderer(Terminal.style).string(sheet) + "\n")
  }
}
