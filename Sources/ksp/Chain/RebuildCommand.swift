import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp rebuild`.
struct RebuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: say("Bangun ulang buku yang rusak.", "Rebuild a damaged book."),
    discussion: say(
      """
      Menulis buku baru dari rantai buku lama, yang hanya dibaca. Yang tidak ikut
      disebut satu per satu; kode keluar 0 hanya kalau semuanya ikut.
      Contoh: ksp bangun-ulang koperasi-baru.ksp --buku koperasi.ksp
      """,
      """
      Writes a new book from the chain of the old one, which is only read. What is
      left behind is named one by one; the exit code is 0 only if everything was
      carried.
      Example: ksp rebuild koperasi-new.ksp --book koperasi.ksp
      """),
    aliases: ["bangun-ulang"])

  @Argument(help: .say("Berkas buku baru.", "The new book's file.", .file))
  var file: String
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let progress = Progress()
    let result = try Ledger.rebuild(
      from: book.path, to: file, clock: BookOptions.clock, progress: progress.update)
    progress.finish()
    let settings = try Ledger.open(at: file, access: .readOnly, clock: BookOptions.clock)
    defer { try? settings.close() }
    try report.write(
      result, with: RebuildReportRenderer(report.style(try settings.settings)))
    Terminal.message(say("Buku baru: \(file)", "New book: \(file)"))
    guard result.isComplete else { throw Exit.differences }
  }
}
