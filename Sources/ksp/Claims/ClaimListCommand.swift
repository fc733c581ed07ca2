import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp claim list`.
struct ClaimListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("Tagihan dan piutang tiap juru bayar.", "The claims on every payer."),
    discussion: say("Contoh: ksp potong-gaji daftar", "Example: ksp claim list"),
    aliases: ["daftar"])

  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: ClaimListRenderer.self) { try $0.payerAccounts() }
    }
  }
}
