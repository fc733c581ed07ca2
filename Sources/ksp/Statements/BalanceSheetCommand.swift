import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp balance-sheet`.
struct BalanceSheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "balance-sheet",
    abstract: say("Neraca (laporan posisi keuangan).", "The balance sheet."),
    discussion: say(
      "Contoh: ksp neraca --per 2026-12-31", "Example: ksp balance-sheet --as-of 2026-12-31"),
    aliases: ["neraca", "posisi-keuangan"])

  @Option(
    name: .also("per"),
    help: .say("Per tanggal; bawaan jurnal terakhir.", "As of; default the last entry.", .date))
  var asOf: String?
  @OptionGroup var unfold: UnfoldOptions
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let date = try argument(asOf, BookDate.init(parsing:))
    let known = try knowledge.known()
    try book.withBook(.readOnly) { ledger in
      var renderer = BalanceSheetRenderer(
        report.style(try ledger.settings(asRecordedThrough: known)))
      renderer.isUnfolded = unfold.accounts
      try report.write(
        try ledger.balanceSheet(asOf: date, asRecordedThrough: known), with: renderer)
    }
  }
}
