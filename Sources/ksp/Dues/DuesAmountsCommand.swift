import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp dues amounts`.
struct DuesAmountsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amounts",
    abstract: say("Besaran wajib yang ditetapkan.", "The amounts of dues that were set."),
    discussion: say("Contoh: ksp tunggakan-wajib besaran", "Example: ksp dues amounts"),
    aliases: ["besaran"])

  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      try report.write(
        try ledger.dueAmounts(), with: DueAmountsRenderer(report.style(try ledger.settings)))
    }
  }
}
