import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp entry show`.
struct EntryShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: say("Satu jurnal.", "One entry."),
    discussion: say("Contoh: ksp entry show JU-000014", "Example: ksp entry show JU-000014"),
    aliases: ["lihat"])

  @OptionGroup var book: BookOptions
  @OptionGroup var report: ReportOptions
  @Argument(help: .init(say("Nomor bukti.", "Voucher number."))) var voucher: String

  func run() throws {
    let number = try argument { try EntryNumber(parsing: voucher) }
    try book.withBook(.readOnly) { ledger in
      try report.write(
        [try ledger.entry(number)], with: JournalRenderer(report.style(try ledger.settings)))
    }
  }
}
