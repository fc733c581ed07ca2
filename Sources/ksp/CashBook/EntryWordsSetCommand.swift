import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp entry words set`.
struct EntryWordsSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: say(
      "Baris buku kas yang memuat kata ini berarti produk atau akun itu.",
      "Rows of a cash book with this word mean that product or account."),
    discussion: say(
      """
      Kalau beberapa kata cocok, yang terpanjang berlaku.
      Contoh: ksp jurnal kata ubah "air galon" 5-2100
      """,
      """
      Where several words hold, the longest counts.
      Example: ksp entry words set "drinking water" 5-2100
      """), aliases: ["ubah"])

  @Argument(help: .say("Kata, atau beberapa.", "The word, or several.", .text))
  var word: String
  @Argument(
    help: .say(
      "Kode produk, kode akun, atau nama akun.",
      "Code of a product, or code or name of an account.",
      .account))
  var meaning: String
  @OptionGroup(title: Headings.writing) var author: AuthorOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try WriteRun(book: book, confirm: confirm, report: report).run(
      saysUnchanged: true,
      { ledger, dryRun in
        try ledger.setCashWord(
          word, to: ledger.cashMeaning(named: meaning), note: EntryNote(recordedBy: author.by),
          dryRun: dryRun)
      },
      rehearse: { _, words in Rehearsal(words, CashWordsRenderer.self) },
      print: { style, words in try report.write(words, with: CashWordsRenderer(style)) })
  }
}
