import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp settings show`.
struct SettingsShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: say("Tampilkan pengaturan.", "Show the settings."),
    discussion: say("Contoh: ksp pengaturan tampilkan", "Example: ksp settings show"),
    aliases: ["tampilkan"])

  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      let settings = try ledger.settings
      try report.write(settings, with: BookSettingsRenderer(report.style(settings)))
    }
  }
}
