import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: say("Jelaskan jasa sebuah rekening.", "Explain an account's interest."),
    discussion: say(
      "Contoh: ksp jelaskan SUK-0001 2026-01", "Example: ksp explain SUK-0001 2026-01"),
    aliases: ["jelaskan"])

  @Argument(
    help: .say("Rekening atau nomor anggota.", "Account or member number.", .savings))
  var account: String
  @OptionGroup var month: MonthArgument
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let month = try month.value()
    try book.withBook(.readOnly) { ledger in
      let explanation = try ledger.explain(try ledger.resolveAccount(account), month)
      try report.write(
        explanation, with: InterestExplanationRenderer(report.style(try ledger.settings)))
      guard explanation.agrees else { throw Exit.differences }
    }
  }
}
