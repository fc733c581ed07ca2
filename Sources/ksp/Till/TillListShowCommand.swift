import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp till list-show`.
struct TillListShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list-show",
    abstract: say("Cetak lagi daftar tagih.", "Print a collector's list again."),
    discussion: say(
      "Contoh: ksp kasir lihat-daftar kolektor-1 --bentuk csv",
      "Example: ksp till list-show collector-1 --format csv"), aliases: ["lihat-daftar"])

  @Argument(help: .say("Nama kas lapangan.", "Name of the field till.", .name))
  var name: String
  @Argument(
    help: .say(
      "Nomor pembukaan kasnya; bawaan yang terakhir.",
      "The number of the opening; default the last.", .number))
  var round: Int?
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      try report.write(
        try ledger.collectionList(of: name, round: round),
        with: CollectionListRenderer(report.style(try ledger.settings)))
    }
  }
}
