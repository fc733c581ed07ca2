import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp restore`.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: say("Ganti buku dengan cadangannya.", "Put a backup in the place of the book."),
    discussion: say(
      """
      Cadangannya diperiksa dulu, lalu ditunjukkan apa yang hilang. Buku lama
      disimpan di sebelahnya, dengan nama BUKU-diganti-TANGGAL.ksp.
      Contoh: ksp pulihkan /media/usb/koperasi-2026-01.ksp
      """,
      """
      The backup is verified first, then what would be lost is shown. The old book is
      kept beside it, under the name BOOK-diganti-DATE.ksp.
      Example: ksp restore /media/usb/koperasi-2026-01.ksp
      """),
    aliases: ["pulihkan"])

  @Argument(help: .say("Berkas cadangan.", "The file of the backup.", .file))
  var file: String
  @Option(name: .also("keterangan"), help: .say("Keterangan.", "Memo.", .text))
  var memo: String?
  @OptionGroup(title: Headings.writing) var author: AuthorOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try confirm.requireTerminal()
    let progress = Progress()
    let found = try Ledger.restoration(
      of: book.path, from: file, clock: BookOptions.clock, progress: progress.update)
    progress.finish()
    if confirm.asks {
      var rehearsal = Rehearsal(.severe)
      var style = Terminal.style
      style.isRehearsal = true
      rehearsal.add(RestorationRenderer(style).string(found))
      try confirm.ask(rehearsal)
    }
    if !confirm.dryRun {
      try Ledger.restore(
        found, note: EntryNote(memo: memo, recordedBy: author.by), waiting: book.waiting(),
        clock: BookOptions.clock)
    }
    var style = report.style(try settings())
    style.isRehearsal = confirm.dryRun
    try report.write(found, with: RestorationRenderer(style))
    confirm.announceDryRun()
  }

  /// Those of the backup, which the restored book has too.
  private func settings() throws -> BookSettings {
    let copy = try Ledger.open(at: file, access: .readOnly, clock: BookOptions.clock)
    defer { try? copy.close() }
    return try copy.settings
  }
}
