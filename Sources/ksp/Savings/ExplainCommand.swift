import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: say(
      "Jelaskan jasa sebuah rekening atau pinjaman.", "Explain the interest of an account or loan."
    ),
    discussion: say(
      "Contoh: ksp jelaskan SUK-0001 2026-01; ksp jelaskan PJ-0001 2026-01",
      "Example: ksp explain SUK-0001 2026-01; ksp explain PJ-0001 2026-01"),
    aliases: ["jelaskan"])

  @Argument(
    help: .say(
      "Rekening, nomor anggota atau nomor pinjaman.", "Account, member number or loan number.",
      .savings))
  var account: String
  @OptionGroup var month: MonthArgument
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let month = try month.value()
    try book.withBook(.readOnly) { ledger in
      let style = report.style(try ledger.settings)
      let agrees: Bool
      if try ledger.hasLoan(account) {
        let explanation = try ledger.explainLoan(account, month)
        try report.write(explanation, with: LoanExplanationRenderer(style))
        agrees = explanation.agrees
      } else {
        let explanation = try ledger.explain(try ledger.resolveAccount(account), month)
        try report.write(explanation, with: InterestExplanationRenderer(style))
        agrees = explanation.agrees
      }
      guard agrees else { throw Exit.differences }
    }
  }
}
