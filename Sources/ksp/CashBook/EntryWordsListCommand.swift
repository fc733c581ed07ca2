import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp entry words list`.
struct EntryWordsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say(
      "Semua kata: yang disimpan, nama akun, produk dan bank.",
      "All words: those kept, names of accounts, products and banks."),
    discussion: say("Contoh: ksp jurnal kata daftar", "Example: ksp entry words list"),
    aliases: ["daftar"])

  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      try report.write(
        try ledger.cashWords(), with: CashWordsRenderer(report.style(try ledger.settings)))
    }
  }
}
