import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp till show`.
struct TillShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say(
      "Cetak lagi berita acara pemeriksaan kas.", "Print the record of a cash count again."),
    discussion: say(
      "Contoh: ksp kasir lihat kas-1 -o berita-acara.html",
      "Example: ksp till show kas-1 -o count.html"), aliases: ["lihat"])

  @Argument(help: .say("Nama kas.", "Name of the till.", .name))
  var name: String
  @Argument(
    help: .say(
      "Nomor hitungannya; bawaan yang terakhir.", "Which count; default the last.", .number))
  var number: Int?
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      let counts = try ledger.tillCounts(of: name)
      let wanted = number ?? counts.count
      guard let count = counts.first(where: { $0.number == wanted }) else {
        throw UsageProblem(
          Phrase(
            id: "Kas \(name) belum pernah dihitung begitu.",
            en: "Till \(name) has no such count."))
      }
      try report.write(count, with: TillCountRenderer(report.style(try ledger.settings)))
    }
  }
}
