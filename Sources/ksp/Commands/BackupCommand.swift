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
      "Contoh: ksp cadangkan /media/usb/koperasi-2026-01.ksp",
      "Example: ksp backup /media/usb/koperasi-2026-01.ksp"),
    aliases: ["cadangkan"])

  @Argument(help: .say("Berkas baru.", "A new file.", .file))
  var file: String
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try report.prepare()
    try book.withBook(.readWrite) { ledger in
      let progress = Progress(say("jurnal", "entries"), of: try ledger.status().entries)
      let result = try ledger.backup(to: file, progress: progress.update)
      progress.finish()
      try report.write(
        result, with: VerificationReportRenderer(report.style(try ledger.settings)))
      Terminal.message(say("Cadangan tersimpan: \(file)", "Backup written: \(file)"))
    }
  }
}
