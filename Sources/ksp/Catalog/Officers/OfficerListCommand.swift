import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp officer list`.
struct OfficerListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: say("Daftar petugas.", "The officers."),
    discussion: say("Contoh: ksp petugas daftar", "Example: ksp officer list"),
    aliases: ["daftar"])

  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      try report.write(
        try ledger.officers(), with: OfficerListRenderer(report.style(try ledger.settings)))
    }
  }
}
