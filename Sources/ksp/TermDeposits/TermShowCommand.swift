import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp term show`.
struct TermShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say(
      "Bilyet sebuah berjangka, juga untuk dicetak lagi.",
      "The certificate of a term deposit, as often as it is needed."),
    discussion: say(
      "Contoh: ksp berjangka lihat BJK-0001 -o bilyet.html",
      "Example: ksp term show BJK-0001 -o certificate.html"), aliases: ["lihat"])

  @Argument(
    help: .say(
      "Rekening berjangka atau anggota.", "Account of the deposit, or member.", .savings))
  var account: String
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let code = try book.termDeposit(account)
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: TermCertificateRenderer.self) { book in
        try book.termDeposit(code)
      }
    }
  }
}
