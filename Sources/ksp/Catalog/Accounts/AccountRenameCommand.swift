import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp account rename`.
struct AccountRenameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: say("Ganti nama akun.", "Give an account another name."),
    discussion: say(
      """
      Contoh: ksp akun ganti-nama 5-2000 "Beban kantor"
      Cetakan sebelumnya tetap memakai nama lama.
      """,
      """
      Example: ksp account rename 5-2000 "Office expenses"
      What was printed before keeps the old name.
      """),
    aliases: ["ganti-nama"])

  @Argument(help: .say("Akun.", "Account.", .account))
  var account: String
  @Argument(help: .say("Nama barunya.", "Its new name.", .name))
  var name: String
  @Option(
    name: .also("nama-inggris"), help: .say("Nama Inggrisnya.", "Its English name.", .name))
  var english: String?
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let code = try argument(account, AccountCode.init)
    try WriteRun(book: book, confirm: confirm, report: report).run(
      saysUnchanged: true,
      { ledger, dryRun in
        try ledger.transact(dryRun: dryRun) { book in
          let before = try book.account(code).name
          try book.renameAccount(
            code, to: Phrase(id: name, en: english ?? name), reference: note.ref, note: note.value)
          return (before, try book.chart().filter { $0.code == code })
        }
      },
      rehearse: { _, outcome in
        var rehearsal = Rehearsal()
        rehearsal.field("Akun", "Account", "\(code)   \(outcome.0[Speech.language])")
        rehearsal.field("Nama baru", "New name", name)
        return rehearsal
      },
      print: { style, outcome in try report.write(outcome.1, with: ChartRenderer(style)) })
  }
}
