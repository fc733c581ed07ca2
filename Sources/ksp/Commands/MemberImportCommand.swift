import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp member import`.
struct MemberImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: say("Masukkan anggota dari CSV.", "Bring in members from CSV."),
    discussion: say(
      """
      Kolom: number, name, kind, address, phone, national_id, joined (atau nomor, nama, masuk, …).
      Contoh: ksp member import anggota.csv --yes
      """,
      """
      Columns: number, name, kind, address, phone, national_id, joined.
      Example: ksp member import members.csv --yes
      """))

  @OptionGroup var book: BookOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var report: ReportOptions
  @Argument(help: .init(say("Berkas CSV.", "The CSV file."))) var file: String

  func run() throws {
    try report.prepare()
    let text = try TextFile.read(file)
    try book.withBook(.readWrite) { ledger in
      try write.confirm([say("Anggota dari \(file).", "Members from \(file).")])
      let result = try ledger.importMembers(csv: text, file: file, dryRun: write.dryRun)
      try report.write(result, with: ImportReportRenderer(report.style()))
      write.announceDryRun()
    }
  }
}
