import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp bank tick`.
struct BankTickCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tick",
    abstract: say(
      "Cocokkan satu baris bank dengan sebuah bukti.", "Tick one bank line against a voucher."),
    discussion: say(
      """
      Contoh:
        ksp bank centang 12 JU-000034
        ksp bank centang 12 --batal
      """,
      """
      Examples:
        ksp bank tick 12 JU-000034
        ksp bank tick 12 --undo
      """), aliases: ["centang"])

  @Argument(help: .say("Nomor baris bank.", "Number of the line.", .number))
  var line: Int
  @Argument(help: .say("Bukti, misalnya JU-000034.", "Voucher, such as JU-000034.", .voucher))
  var voucher: String?
  @Flag(name: .also("batal"), help: .say("Batalkan centangnya.", "Take the tick back."))
  var undo = false
  @OptionGroup var bank: BankAccountOptions
  @OptionGroup(title: Headings.writing) var author: AuthorOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    guard (voucher == nil) == undo else {
      throw UsageProblem(
        Phrase(id: "Sebut bukti, atau --batal.", en: "Name a voucher, or give --undo."))
    }
    let account = try bank.code()
    let entry = try argument(voucher, EntryNumber.init(parsing:))
    try WriteRun(book: book, confirm: confirm, report: report).run(
      saysUnchanged: true,
      { ledger, dryRun in
        _ = try ledger.tickBankLine(
          line, against: entry, of: account, note: EntryNote(recordedBy: author.by), dryRun: dryRun)
        return try ledger.bankReconciliation(of: account)
      },
      rehearse: { _, bank in Rehearsal(bank, BankReconciliationRenderer.self) },
      print: { style, bank in
        try report.write(bank, with: BankReconciliationRenderer(style))
      })
  }
}
