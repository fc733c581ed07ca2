import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp backup`.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: say("Salinan buku yang sudah diperiksa.", "A verified copy of the book."),
    discussion: say(
      """
      Tanpa nama berkas, salinan ditaruh di sebelah buku dengan tanggal hari ini.
      Berkas yang sudah ada tidak pernah ditimpa; --output untuk laporannya.
      Contoh: ksp cadangkan /media/usb/koperasi-2026-01.ksp
      """,
      """
      Without a file name the copy is put beside the book, named after today.
      A file that exists is never written over; --output is for the report.
      Example: ksp backup /media/usb/koperasi-2026-01.ksp
      """),
    aliases: ["cadangkan"])

  @Argument(
    help: .say(
      "Berkas baru; bawaan BUKU-TANGGAL.ksp.", "A new file; default BOOK-DATE.ksp.", .file))
  var file: String?
  @Option(name: .also("keterangan"), help: .say("Keterangan.", "Memo.", .text))
  var memo: String?
  @OptionGroup(title: Headings.writing) var author: AuthorOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    guard file == nil || file != report.output else {
      throw UsageProblem(
        Phrase(
          "Cadangan dan laporannya tidak bisa bernama sama.",
          "The backup and its report cannot have the same name."))
    }
    // As a reader: a copy can be made while another program has the book open for days.
    try book.withBook(.readOnly) { ledger in
      let file = try file ?? fileOfToday(ledger)
      let progress = Progress()
      var reason: LedgerError?
      let result = try ledger.backup(
        to: file, note: EntryNote(memo: memo, recordedBy: author.by), progress: progress.update,
        notNoted: { reason = $0 })
      progress.finish()
      try report.write(
        result, with: VerificationReportRenderer(report.style(try ledger.settings)))
      Terminal.message(say("Cadangan tersimpan: \(file)", "Backup written: \(file)"))
      if let reason {
        Terminal.message(
          say(
            "Cadangan ini tidak tercatat di buku. \(reason.message.indonesian)",
            "This backup is not noted in the book. \(reason.message.english)"))
      }
    }
  }

  /// `koperasi-2026-01-31.ksp` beside `koperasi.ksp`.
  private func fileOfToday(_ ledger: Ledger) throws -> String {
    let ending = ".ksp"
    let stem = book.path.hasSuffix(ending) ? String(book.path.dropLast(ending.count)) : book.path
    return "\(stem)-\(try ledger.today())\(ending)"
  }
}
