import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp till list`.
struct TillListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: say("Daftar kas dan isinya.", "The tills and what they hold."),
    discussion: say(
      "Contoh: ksp kasir daftar --bentuk csv", "Example: ksp till list --format csv"),
    aliases: ["daftar"])

  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: TillListRenderer.self) { book in try book.tillList() }
    }
  }
}
