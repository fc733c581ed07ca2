import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp shu list`.
struct ShuListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say(
      "Pembagian SHU: semua anggota, dasar, bagian, sisa.",
      "The SHU of a year: all members, bases, parts, what is left."),
    discussion: say(
      """
      Contoh:
        ksp shu daftar 2025 --csv excel -o shu.csv
        ksp shu daftar 2025 --tanda-tangan -o terima.html
      """,
      """
      Examples:
        ksp shu list 2025 --csv excel -o shu.csv
        ksp shu list 2025 --signatures -o received.html
      """), aliases: ["daftar"])

  @OptionGroup var year: YearArgument
  @Flag(
    name: .also("tanda-tangan"),
    help: .say(
      "Daftar untuk ditandatangani saat diserahkan.", "A list to sign when it is handed over."))
  var signatures = false
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let number = try year.value()
    try book.withBook(.readOnly) { ledger in
      if signatures {
        _ = try report.write(ledger, with: ShuSigningRenderer.self) { try $0.shu(number) }
      } else {
        _ = try report.write(ledger, with: ShuYearRenderer.self) { try $0.shu(number) }
      }
    }
  }
}
