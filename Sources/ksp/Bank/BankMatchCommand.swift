import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp bank match`.
struct BankMatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: say(
      "Cocokkan mutasi bank dengan buku.", "Tick the lines of the bank against the book."),
    discussion: say(
      """
      Jumlah sama, tanggal berdekatan, satu bukti saja; sisanya dibukukan menurut
      aturan (ksp bank aturan).
      Contoh: ksp bank cocokkan
      """,
      """
      Equal amounts, few days apart, one voucher alone; what is left is booked by
      rule (ksp bank rule).
      Example: ksp bank match
      """), aliases: ["cocokkan"])

  @OptionGroup var bank: BankAccountOptions
  @Option(
    name: .also("hari"),
    help: .say(
      "Selisih hari yang boleh; bawaan 3.", "How many days apart; default 3.",
      Phrase(id: "hari", en: "days")))
  var days = 3
  @OptionGroup(title: Headings.writing) var author: AuthorOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func validate() throws {
    guard (0...366).contains(days) else {
      throw ValidationError(say("--hari 0 sampai 366.", "--days is 0 to 366."))
    }
  }

  func run() throws {
    let account = try bank.code()
    try WriteRun(book: book, confirm: confirm, report: report).run(
      saysUnchanged: true,
      { ledger, dryRun in
        try ledger.matchBank(
          account, within: days, note: EntryNote(recordedBy: author.by), dryRun: dryRun)
      },
      rehearse: { _, match in
        Rehearsal(match, BankMatchRenderer.self, match.pairs.isEmpty ? .nothingToDo : .mild)
      },
      print: { style, match in try report.write(match, with: BankMatchRenderer(style)) })
  }
}
