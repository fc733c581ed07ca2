import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp insurance list`.
struct InsuranceListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("Klaim yang belum dibayar asuransi.", "What insurers have yet to pay."),
    discussion: say("Contoh: ksp asuransi daftar --semua", "Example: ksp insurance list --all"),
    aliases: ["daftar"])

  @Flag(
    name: .also("semua"),
    help: .say("Juga klaim yang sudah lunas.", "Claims that were paid in full as well."))
  var all = false
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: InsuranceClaimsRenderer.self) {
        try $0.insuranceClaims(includingPaid: all)
      }
    }
  }
}
