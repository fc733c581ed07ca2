import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp verify`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: say("Periksa seluruh buku.", "Verify the whole book."),
    discussion: say(
      """
      Membaca seluruh rantai, membandingkan tabel, dan menghitung ulang jasa, pajak dan pinjaman.
      Contoh: ksp periksa --format json
      """,
      """
      Reads the whole chain, compares the tables, and computes interest, tax and loans again.
      Example: ksp verify --format json
      """),
    aliases: ["periksa"])

  @Flag(
    name: [.customLong("quick"), .customLong("cepat")],
    help: .say("Hanya rantai dan jumlah-jumlah.", "Only the chain and the sums."))
  var isQuick = false
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      let progress = Progress()
      let result = try ledger.verify(isQuick: isQuick, progress: progress.update)
      progress.finish()
      try report.write(
        result, with: VerificationReportRenderer(report.style(try ledger.settings)))
      guard result.isOK else { throw Exit.differences }
    }
  }
}
