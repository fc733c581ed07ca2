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
      Tanpa nama berkas, salinan ditaruh di sebelah buku dengan tanggal hari ini,
      dan juga di folder kedua kalau ada (ksp pengaturan ubah --simpan-cadangan 12).
      Berkas yang sudah ada tidak pernah ditimpa; --keluaran untuk laporannya.
      Contoh: ksp cadangkan /media/usb/koperasi-2026-01.ksp
      """,
      """
      Without a file name the copy is put beside the book, named after today, and in
      the second folder if there is one (ksp settings set --backup-keep 12). A file
      that exists is never written over; --output is for the report.
      Example: ksp backup /media/usb/koperasi-2026-01.ksp
      """),
    aliases: ["cadangkan"])

  @Argument(
    help: .say(
      "Berkas baru; bawaan BUKU-TANGGAL.ksp.", "A new file; default BOOK-DATE.ksp.", .file))
  var file: String?
  @Option(
    name: .also("simpan"),
    help: .say(
      "Simpan sekian cadangan bertanggal yang terbaru, hapus yang lebih tua.",
      "Keep so many of the newest dated copies, remove the older ones.", .number))
  var keep: Int?
  @Option(
    name: .also("juga"),
    help: .say(
      "Folder kedua untuk cadangan bertanggal.", "A second folder for a dated copy.", .file))
  var also: String?
  @Option(name: .also("keterangan"), help: .say("Keterangan.", "Memo.", .text))
  var memo: String?
  @OptionGroup(title: Headings.writing) var author: AuthorOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    guard file == nil || file != report.output else {
      throw UsageProblem(
        Phrase(
          id: "Cadangan dan laporannya tidak bisa bernama sama.",
          en: "The backup and its report cannot have the same name."))
    }
    guard file == nil || (keep == nil && also == nil) else {
      throw UsageProblem(
        Phrase(
          id: "--simpan dan --juga hanya untuk cadangan bertanggal, tanpa nama berkas.",
          en: "--keep and --also are for dated copies, without a file name."))
    }
    guard keep ?? 1 > 0 else {
      throw UsageProblem(
        Phrase(id: "--simpan paling sedikit 1.", en: "--keep is at least 1."))
    }
    // As a reader: a copy can be made while another program has the book open for days.
    try book.withBook(.readOnly) { ledger in
      let made = try BackupRun(ledger, note: EntryNote(memo: memo, recordedBy: author.by))
        .run(to: file, settings(ledger))
      try report.write(
        made, with: VerificationReportRenderer(report.style(try ledger.settings)))
    }
  }

  /// What the book says, and what was typed.
  private func settings(_ ledger: Ledger) throws -> BackupSettings {
    var settings = try ledger.settings.backups
    if let keep { settings.keep = keep }
    if let also { settings.folder = also }
    return settings
  }
}
