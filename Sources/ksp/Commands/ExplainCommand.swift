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

  @OptionGroup var book: BookOptions
  @OptionGroup var report: ReportOptions
  @Argument(help: .init(say("Rekening atau nomor anggota.", "Account or member number.")))
  var account: String
  @Argument(help: .init(say("Bulan, misalnya 2026-01.", "The month, such as 2026-01."))) var month:
    String

  func run() throws {
    let month = try argument { try BookMonth(parsing: self.month) }
    try book.withBook(.readOnly) { ledger in
      let explanation = try ledger.explain(try ledger.resolveAccount(account), month)
      try report.write(
        explanation, with: InterestExplanationRenderer(report.style(try ledger.settings)))
      guard explanation.agrees else { throw Exit.differences }
    }
  }
}
