import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp cash-flow`.
struct CashFlowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cash-flow",
    abstract: say("Arus kas, metode langsung.", "The cash flow, direct method."),
    discussion: say("Contoh: ksp arus-kas --tahun 2026", "Example: ksp cash-flow --year 2026"),
    aliases: ["arus-kas"])

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
      var renderer = CashFlowRenderer(
        report.style(try ledger.settings(asRecordedThrough: known)))
      renderer.isUnfolded = unfold.accounts
      try report.write(
        try ledger.cashFlow(period, asRecordedThrough: known), with: renderer)
    }
  }
}
