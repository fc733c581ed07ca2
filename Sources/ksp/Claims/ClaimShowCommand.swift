import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp claim show`.
struct ClaimShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say(
      "Satu tagihan: siapa diminta berapa, dan siapa belum dipotong.",
      "One claim: who is asked for what, and who was not deducted."),
    discussion: say(
      "Contoh: ksp potong-gaji lihat 1 --csv excel -o tagihan.csv",
      "Example: ksp claim show 1 --csv excel -o claim.csv"), aliases: ["lihat"])

  @Argument(help: .say("Nomor tagihan.", "Number of the claim.", .number))
  var claim: Int
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: ClaimRenderer.self) { try $0.claim(claim) }
    }
  }
}
