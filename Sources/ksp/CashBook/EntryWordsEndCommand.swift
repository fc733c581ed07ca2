import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp entry words end`.
struct EntryWordsEndCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end", abstract: say("Akhiri kata yang disimpan.", "End a word that is kept."),
    discussion: say(
      "Contoh: ksp jurnal kata akhiri \"air galon\"",
      "Example: ksp entry words end \"drinking water\""),
    aliases: ["akhiri"])

  @Argument(help: .say("Kata, atau beberapa.", "The word, or several.", .text))
  var word: String
  @OptionGroup(title: Headings.writing) var author: AuthorOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try WriteRun(book: book, confirm: confirm, report: report).run(
      { ledger, dryRun in
        try ledger.setCashWord(
          word, to: nil, note: EntryNote(recordedBy: author.by), dryRun: dryRun)
      },
      rehearse: { _, words in Rehearsal(words, CashWordsRenderer.self) },
      print: { style, words in try report.write(words, with: CashWordsRenderer(style)) })
  }
}
