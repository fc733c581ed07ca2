import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp verify`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: say("Periksa seluruh buku.", "Verify the whole book."),
    discussion: say("Contoh: ksp periksa --format json", "Example: ksp verify --format json"),
    aliases: ["periksa"])

  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      let progress = Progress(say("jurnal", "entries"), of: try ledger.status().entries)
      let result = try ledger.verify(progress: progress.update)
      progress.finish()
      try report.write(
        result, with: VerificationReportRenderer(report.style(try ledger.settings)))
      guard result.isOK else { throw Exit.differences }
    }
  }
}
