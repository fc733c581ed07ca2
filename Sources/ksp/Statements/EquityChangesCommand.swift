import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp equity-changes`.
struct EquityChangesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "equity-changes", abstract: say("Perubahan ekuitas.", "The changes of equity."),
    discussion: say(
      "Contoh: ksp perubahan-ekuitas --tahun 2026", "Example: ksp equity-changes --year 2026"),
    aliases: ["perubahan-ekuitas"])

  @OptionGroup var period: StatementPeriodOptions

  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let wanted = try period.wanted()
    let known = try knowledge.known()
    try book.withBook(.readOnly) { ledger in
      let period = try wanted.period(ledger.settings)
      try report.write(
        try ledger.equityChanges(period, asRecordedThrough: known),
        with: EquityChangesRenderer(report.style(try ledger.settings(asRecordedThrough: known))))
    }
  }
}
