import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp entry show`.
struct EntryShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: say("Satu jurnal.", "One entry."),
    discussion: say("Contoh: ksp jurnal lihat JU-000014", "Example: ksp entry show JU-000014"),
    aliases: ["lihat"])

  @Argument(help: .say("Nomor bukti.", "Voucher number.", .voucher))
  var voucher: String
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let number = try argument(voucher, EntryNumber.init(parsing:))
    try book.withBook(.readOnly) { ledger in
      try report.write(
        [try ledger.entry(number)], with: JournalRenderer(report.style(try ledger.settings)))
    }
  }
}
