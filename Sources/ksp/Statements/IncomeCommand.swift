import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp income`.
struct IncomeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "income", abstract: say("Perhitungan hasil usaha.", "The income statement."),
    discussion: say("Contoh: ksp hasil-usaha --tahun 2026", "Example: ksp income --year 2026"),
    aliases: ["hasil-usaha"])

  @OptionGroup var period: StatementPeriodOptions
  @OptionGroup var unfold: UnfoldOptions
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let wanted = try period.wanted()
    let known = try knowledge.known()
    try book.withBook(.readOnly) { ledger in
      let period = try wanted.period(ledger.settings)
      var renderer = IncomeStatementRenderer(
        report.style(try ledger.settings(asRecordedThrough: known)))
      renderer.isUnfolded = unfold.accounts
      try report.write(
        try ledger.incomeStatement(period, asRecordedThrough: known), with: renderer)
    }
  }
}
