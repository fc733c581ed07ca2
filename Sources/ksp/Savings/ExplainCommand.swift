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
    let loan = LoanNumber(account)
    try book.withBook(.readOnly) { ledger in
      let agrees =
        if try ledger.hasLoan(loan) {
          try report.write(ledger, with: LoanExplanationRenderer.self) { book in
            try book.explainLoan(loan, month)
          }.agrees
        } else {
          try report.write(ledger, with: InterestExplanationRenderer.self) { book in
            try book.explain(try book.resolveAccount(account), month)
          }.agrees
        }
      guard agrees else { throw Exit.differences }
    }
  }
}
