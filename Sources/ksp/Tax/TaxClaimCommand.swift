import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp tax claim`.
struct TaxClaimCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claim",
    abstract: say("Piutang PPh jasa.", "Tax on interest that is claimed."),
    discussion: say("Contoh: ksp pajak piutang daftar", "Example: ksp tax claim list"),
    subcommands: [
      TaxClaimListCommand.self, TaxClaimPayCommand.self, TaxClaimForgiveCommand.self,
    ], aliases: ["piutang"])
}

/// `ksp tax claim list`.
struct TaxClaimListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say(
      "Piutang PPh per anggota, dan lebih potong ke negara.",
      "What is claimed from members, and from the state."),
    discussion: say("Contoh: ksp pajak piutang daftar", "Example: ksp tax claim list"),
    aliases: ["daftar"])

  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      try report.write(
        try ledger.taxClaims(), with: TaxClaimsRenderer(report.style(try ledger.settings)))
    }
  }
}
